"""Makes headings, paragraphs and tables of sheets."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from plancheck.readers.xlsx.regions import LineOfText, Plane, Region
from plancheck.readers.xlsx.sheets import Area, Sheet
from plancheck.sdk import (
    Block,
    Cell,
    Heading,
    Location,
    Paragraph,
    ParagraphRole,
    Table,
    caption_kind,
)

MAX_AREA = 2_000_000
"""Grid positions of all tables together; a million is a table of 80,000 rows."""

_DEEPEST_HEADER = 4
_LONGEST_CAPTION = 200


class SparseSheetError(Exception):
    """The cells of a sheet lie so far apart that no table of a programme is like it."""


class BlockMaker:
    """Numbers the blocks of one document."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._block_index = self._table_count = 0
        self._area_left = MAX_AREA

    def blocks(self, sheet: Sheet) -> Iterator[Block]:
        """The heading of a sheet and what stands on it; nothing for an empty sheet.

        Raises:
            SparseSheetError: The sheet is not read further.
        """
        if not (sheet.rows or sheet.drawn_texts):
            return
        section = (sheet.name,)
        yield Heading(sheet.name, 1, self._location(section))
        lines: list[LineOfText] = []
        for each in Plane(sheet).regions() if sheet.rows else ():
            if isinstance(each, LineOfText):
                lines.append(each)
                role = _role(each.text)
                yield Paragraph(each.text, self._location(section), role)
            else:
                caption = _caption(lines, each.area, sheet)
                yield self._table(sheet, each, caption, section)
                lines.clear()
        for text in sheet.drawn_texts:
            place = self._location(section)
            yield Paragraph(text, place, ParagraphRole.TEXT_BOX)

    def _location(
        self, section: tuple[str, ...], table_number: int | None = None
    ) -> Location:
        place = Location(
            document=self._name,
            section=section,
            table_number=table_number,
            block_index=self._block_index,
        )
        self._block_index += 1
        return place

    def _table(
        self, sheet: Sheet, region: Region, caption: str, section: tuple[str, ...]
    ) -> Table:
        top, left, bottom, right = region.area
        row_count, column_count = bottom - top + 1, right - left + 1
        self._area_left -= row_count * column_count
        if self._area_left < 0:
            raise SparseSheetError
        self._table_count += 1
        declared = [
            index - top + 1
            for index in sheet.header_rows
            if top <= index < min(top + _DEEPEST_HEADER, bottom)
        ]
        return Table(
            tuple(_cells(sheet, region)),
            row_count,
            column_count,
            self._location(section, self._table_count),
            header_row_count=max(declared, default=0),
            caption=caption,
        )


def _role(text: str) -> ParagraphRole:
    is_caption = caption_kind(text) is not None
    return ParagraphRole.CAPTION if is_caption else ParagraphRole.BODY


def _caption(lines: Sequence[LineOfText], area: Area, sheet: Sheet) -> str:
    """The lines right above a table, or the name of its first cell where there is none."""
    near: list[str] = []
    row_index = area.top
    for line in reversed(lines):
        if line.row_index < row_index - 2:
            break
        near.insert(0, line.text)
        row_index = line.row_index
    caption = " ".join(" ".join(near[-2:]).split())
    if caption and len(caption) <= _LONGEST_CAPTION:
        return caption
    return sheet.cell_name(area.top, area.left)


def _cells(sheet: Sheet, region: Region) -> Iterator[Cell]:
    """A cell for each position that no merged cell covers, empty ones too."""
    top, left, bottom, right = region.area
    taken: set[tuple[int, int]] = set()
    spans = {span[:2]: span for span in region.merged if _take(span, taken)}
    rows_taken = {row_index for row_index, _ in taken}
    for row_index in range(top, bottom + 1):
        row = sheet.rows.get(row_index, {})
        if row_index not in rows_taken:
            yield from _plain_cells(row, row_index - top, left, right)
            continue
        for column in range(left, right + 1):
            place = (row_index, column)
            if place in spans:
                span = spans[place]
                height, width = span.bottom - span.top + 1, span.right - span.left + 1
                yield Cell(row[column], row_index - top, column - left, height, width)
            elif place not in taken:
                yield Cell(row.get(column, ""), row_index - top, column - left)


def _plain_cells(
    row: Mapping[int, str], row_index: int, left: int, right: int
) -> Iterator[Cell]:
    """The cells of a row in which none is merged."""
    texts = [row.get(column, "") for column in range(left, right + 1)]
    return map(Cell, texts, repeat(row_index), range(len(texts)))


def _take(span: Area, taken: set[tuple[int, int]]) -> bool:
    """Take the positions of a merged area; False where another one has them."""
    for row in range(span.top, span.bottom + 1):
        for column in range(span.left, span.right + 1):
            if (row, column) in taken:
                return False
            taken.add((row, column))
    return True
