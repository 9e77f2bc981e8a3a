"""Finds the tables of a sheet, and the lines of text above, below and between them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancheck.readers.xlsx.sheets import Area, Sheet
from plancheck.sdk import lazy_pattern

_DEEPEST_CUT = 8
_LONG_NOTE = 60
_NOTE = lazy_pattern(r"[*†¹²³⁴⁵]|(?:piez|avot|note|sourc)\w*\b", re.IGNORECASE)
_BEGINS_BODY = lazy_pattern(r"\W*\d|[^\W\d_]{1,4}[ .]?\d")
"""How cells of a table's body begin, and those of its header seldom: numbers, codes."""


@dataclass(frozen=True, slots=True)
class LineOfText:
    """A cell that stands alone in its row, outside tables."""

    text: str
    row_index: int


@dataclass(frozen=True, slots=True)
class Region:
    """A table's cells, and the areas merged among them."""

    area: Area
    merged: tuple[Area, ...]


class Plane:
    """The cells of a sheet, asked for by area."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows
        self._indexes = sorted(sheet.rows)
        self.last_row = self._indexes[-1]
        columns: set[int] = set().union(*sheet.rows.values())
        self.first_column, self.last_column = min(columns), max(columns)
        spans = {
            area[:2]: Area(
                area.top,
                area.left,
                min(area.bottom, self.last_row),
                min(area.right, self.last_column),
            )
            for area in sheet.merged
            if area.left in sheet.rows.get(area.top, {})
        }
        self._spans = sorted(spans.values())

    def regions(self) -> Iterator[LineOfText | Region]:
        """Tables and lines in reading order."""
        whole = Area(
            self._indexes[0], self.first_column, self.last_row, self.last_column
        )
        return self._cut(whole, 0)

    def _cut(self, area: Area, depth: int) -> Iterator[LineOfText | Region]:
        """Part an area where empty rows or columns go through it."""
        has_table = False
        for band in self._bands(area):
            titles, body, notes = self._peeled(band, has_table=has_table)
            yield from titles
            if body:
                has_table = True
                parts = self._columns_apart(body)
                if len(parts) == 1 or depth >= _DEEPEST_CUT:
                    yield Region(body, tuple(self._spans_in(body)))
                else:
                    for part in parts:
                        yield from self._cut(part, depth + 1)
            yield from notes

    def _indexes_in(self, area: Area) -> list[int]:
        start = bisect_left(self._indexes, area.top)
        return self._indexes[start : bisect_right(self._indexes, area.bottom)]

    def _cells(self, row_index: int, area: Area) -> list[int]:
        """The columns of a row within an area that have text."""
        row = self._rows.get(row_index, {})
        return [column for column in row if area.left <= column <= area.right]

    def _spans_in(self, area: Area) -> Iterator[Area]:
        start = bisect_left(self._spans, (area.top,))
        for index in range(start, len(self._spans)):
            span = self._spans[index]
            if span.top > area.bottom:
                return
            if area.left <= span.left <= area.right:
                yield span

    def _bands(self, area: Area) -> list[Area]:
        """The parts that empty rows leave, each as wide as its cells."""
        rows = [
            (index, index)
            for index in self._indexes_in(area)
            if self._has_cell(index, area)
        ]
        rows += [(span.top, span.bottom) for span in self._spans_in(area)]
        return [
            self._trimmed(Area(top, area.left, min(bottom, area.bottom), area.right))
            for top, bottom in _joined(rows)
        ]

    def _has_cell(self, row_index: int, area: Area) -> bool:
        return any(
            area.left <= column <= area.right for column in self._rows[row_index]
        )

    def _trimmed(self, area: Area) -> Area:
        columns = self._used_columns(area)
        right = min(columns[-1][1], area.right)
        return Area(area.top, columns[0][0], area.bottom, right)

    def _used_columns(self, area: Area) -> list[tuple[int, int]]:
        """The runs of columns that have cells."""
        used: set[int] = set()
        for index in self._indexes_in(area):
            used.update(self._rows[index])
        columns = [
            (column, column) for column in used if area.left <= column <= area.right
        ]
        columns += [(span.left, span.right) for span in self._spans_in(area)]
        return _joined(columns)

    def _columns_apart(self, area: Area) -> list[Area]:
        """The parts that empty columns leave.

        A single empty column between parts of the same height is taken for a gap that
        the author left within one table.
        """
        runs = self._used_columns(area)
        if len(runs) == 1:
            return [area]
        parts: list[Area] = []
        for left, right in runs:
            part = self._lowered(Area(area.top, left, area.bottom, right))
            last = parts[-1] if parts else None
            if (
                last is not None
                and left - last.right == 2
                and (last.top, last.bottom) == (part.top, part.bottom)
            ):
                parts[-1] = Area(last.top, last.left, last.bottom, right)
            else:
                parts.append(part)
        return parts

    def _lowered(self, area: Area) -> Area:
        """An area without the empty rows at its top and bottom."""
        indexes = [
            index for index in self._indexes_in(area) if self._has_cell(index, area)
        ]
        bottom = max((span.bottom for span in self._spans_in(area)), default=0)
        return Area(indexes[0], area.left, max(indexes[-1], bottom), area.right)

    def _peeled(
        self, band: Area, *, has_table: bool
    ) -> tuple[list[LineOfText], Area | None, list[LineOfText]]:
        """The lines above a table, the table, and the notes below it."""
        spans = {span[:2]: span for span in self._spans_in(band)}
        indexes = self._indexes_in(band)
        first, last = 0, len(indexes)
        while first < last and self._is_title(indexes[first], band, spans):
            first += 1
        if first == last:
            return [self._line(index, band) for index in indexes], None, []
        if has_table and self._begins_body(indexes[first], band):
            first = 0  # the lines are banners of the table that goes on
        deepest = max((each.bottom for each in spans.values()), default=-1)
        while indexes[last - 1] > deepest and self._is_note(indexes[last - 1], band):
            last -= 1
        titles = [self._line(index, band) for index in indexes[:first]]
        notes = [self._line(index, band) for index in indexes[last:]]
        end = indexes[last] - 1 if notes else band.bottom
        body = Area(indexes[first], band.left, end, band.right)
        return titles, self._trimmed(body), notes

    def _line(self, row_index: int, band: Area) -> LineOfText:
        [column] = self._cells(row_index, band)
        return LineOfText(self._rows[row_index][column], row_index)

    def _is_title(
        self, row_index: int, band: Area, spans: dict[tuple[int, int], Area]
    ) -> bool:
        """Whether a row's only cell is no part of a table's header."""
        cells = self._cells(row_index, band)
        if len(cells) != 1:
            return False
        span = spans.get((row_index, cells[0]))
        if span is None:
            return True
        is_wide = (span.right - span.left + 1) * 4 >= (band.right - band.left + 1) * 3
        return span.bottom == span.top and (is_wide or span.left == band.left)

    def _begins_body(self, row_index: int, band: Area) -> bool:
        row = self._rows[row_index]
        texts = (row[column] for column in self._cells(row_index, band))
        return any(map(_BEGINS_BODY.match, texts))

    def _is_note(self, row_index: int, band: Area) -> bool:
        """Whether a row's only cell is a remark on the table above it."""
        cells = self._cells(row_index, band)
        if len(cells) != 1:
            return False
        text = self._rows[row_index][cells[0]]
        is_long = len(text) > _LONG_NOTE and not _BEGINS_BODY.match(text)
        return bool(_NOTE.match(text)) or (is_long and cells[0] == band.left)


def _joined(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of rows or columns, those that touch each other made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
