"""Pipe tables in a Markdown source: found, changed cell by cell, and written back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
_CAPTION = re.compile(r"\d+\. ?tabula|Table \d+")
_TOTALS = ("kopā", "pavisam", "total", "novadā kopā")
UP = "^^"
"""A cell that belongs to the one above it."""

GridRow = tuple[str | None, ...]
"""The cells of a row by column; None where the cell on the left reaches over."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a source: where its lines stand, and its cells.

    `start` and `end` are line indexes, half-open. `caption` is the line above the table,
    and `top` the index of that line where it is numbered as a caption is, else `start`.
    """

    start: int
    end: int
    header: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    caption: str = ""
    top: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, (*self.header, *self.body)))

    def labels(self, column: int) -> tuple[str, ...]:
        """The header cells over a column, from the top down."""
        found = []
        for row in self.header:
            text = _reaching(row, column)
            if text and text != UP:
                found.append(text)
        return tuple(found)

    def columns(self, label: str) -> list[int]:
        """The columns whose lowest header cell is this; else those below a cell that is."""
        by_column = {column: self.labels(column) for column in range(self.width)}
        lowest = [column for column, own in by_column.items() if own[-1:] == (label,)]
        return lowest or [column for column, own in by_column.items() if label in own]

    def holds(self, text: str) -> bool:
        """Whether the caption or a header cell contains the text."""
        cells = (cell for row in self.header for cell in row if cell)
        return text in self.caption or any(text in cell for cell in cells)

    def is_banner(self, row: GridRow) -> bool:
        """Whether one cell reaches over the whole row."""
        return len(row) > 2 and not any(cell is not None for cell in row[1:])

    def data_rows(self) -> list[int]:
        """The rows of the body that are neither banners nor totals, by index."""
        return [
            index
            for index, row in enumerate(self.body)
            if not self.is_banner(row)
            and not (row[0] or "").strip("*").lower().startswith(_TOTALS)
        ]

    def lines(self) -> list[str]:
        """The table as it is written."""
        rule = "| " + " | ".join(["---"] * self.width) + " |"
        header = [_line(row) for row in self.header]
        return [*header, rule, *(_line(row) for row in self.body)]


def grids(text: str) -> Iterator[Grid]:
    """The tables of a source, in order."""
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        if not lines[index].startswith("|"):
            index += 1
            continue
        start = index
        while index < len(lines) and lines[index].startswith("|"):
            index += 1
        yield _grid(lines, start, index)


def _grid(lines: Sequence[str], start: int, end: int) -> Grid:
    rules = [index for index in range(start, end) if _RULE.fullmatch(lines[index])]
    if len(rules) != 1:
        message = f"The table at line {start + 1} has {len(rules)} rule lines, not one."
        raise ValueError(message)
    rows = [_row(line) for line in lines[start:end] if line != lines[rules[0]]]
    top = rules[0] - start
    above = next((at for at in reversed(range(start)) if lines[at].strip()), None)
    caption = "" if above is None or lines[above].startswith("|") else lines[above]
    first = above if above is not None and _CAPTION.match(caption) else start
    return Grid(start, end, tuple(rows[:top]), tuple(rows[top:]), caption, first)


def _row(line: str) -> GridRow:
    pieces = line.strip().removeprefix("|").removesuffix("|").split("|")
    return tuple(piece.strip() if piece else None for piece in pieces)


def _line(row: GridRow) -> str:
    cells = ("" if cell is None else f" {cell} " if cell else "  " for cell in row)
    return "|" + "|".join(cells) + "|"


def _reaching(row: GridRow, column: int) -> str:
    """The text of the cell that reaches over a column of a row."""
    column = min(column, len(row) - 1)
    while column > 0 and row[column] is None:
        column -= 1
    return row[column] or ""


def without_columns(grid: Grid, columns: Sequence[int]) -> Grid:
    """A table without some of its columns; a cell that reached over more stays."""

    def cut(row: GridRow) -> GridRow:
        cells = list(row)
        for column in columns:
            right = column + 1
            if cells[column] is not None and right < len(cells):
                cells[right] = cells[column] if cells[right] is None else cells[right]
        return tuple(cell for index, cell in enumerate(cells) if index not in columns)

    return replace(
        grid, header=tuple(map(cut, grid.header)), body=tuple(map(cut, grid.body))
    )


def with_cells(grid: Grid, column: int, texts: dict[int, str]) -> Grid:
    """A table with other texts in the rows given by index; merged cells are kept."""
    body = list(grid.body)
    for index, text in texts.items():
        row = body[index]
        if column < len(row) and row[column] not in {None, UP}:
            body[index] = (*row[:column], text, *row[column + 1 :])
    return replace(grid, body=tuple(body))


def turned(grid: Grid) -> Grid | None:
    """The table with all columns after the first block in the opposite order.

    Columns below one header cell stay together. None where there is nothing to turn.
    """
    blocks = _blocks(grid)
    if len(blocks) < 3:
        return None
    order = [*blocks[0], *(column for block in blocks[:0:-1] for column in block)]

    def turn(row: GridRow) -> GridRow:
        if grid.is_banner(row) or len(row) != grid.width:
            return row
        return tuple(row[column] for column in order)

    return replace(
        grid, header=tuple(map(turn, grid.header)), body=tuple(map(turn, grid.body))
    )


def _blocks(grid: Grid) -> list[list[int]]:
    """The columns, those together that any cell but a banner joins."""
    joined = {
        column
        for row in (*grid.header, *grid.body)
        if not grid.is_banner(row)
        for column, cell in enumerate(row)
        if cell is None
    }
    blocks: list[list[int]] = []
    for column in range(grid.width):
        if column in joined and blocks:
            blocks[-1].append(column)
        else:
            blocks.append([column])
    return blocks


def parted(grid: Grid, least: int = 4) -> tuple[Grid, Grid] | None:
    """The table in two, as a page break leaves it, both with the header.

    It parts near the middle, where no cell reaches over the break. None where the table
    has no such place with so many rows on either side.
    """
    count = len(grid.body)
    places = sorted(range(least, count - least + 1), key=lambda at: abs(at - count / 2))
    for at in places:
        if UP not in grid.body[at] and not grid.is_banner(grid.body[at - 1]):
            return replace(grid, body=grid.body[:at]), replace(
                grid, body=grid.body[at:]
            )
    return None
