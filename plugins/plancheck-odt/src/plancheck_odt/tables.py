"""A table with its merged cells: what a cell covers is written out, and counted here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from odfdo import Element

from plancheck.sdk import Cell, Table
from plancheck_odt.numbering import whole

_ROW_GROUPS = frozenset({"table:table-rows", "table:table-row-group"})
_MAX_REPEATS = 200
_HEADER = "table:table-header-rows"


@dataclass(slots=True)
class _Grid:
    """The cells as they are met; `header_row_count` grows with the rows of the header."""

    text_of: Callable[[Element], str]
    cells: list[Cell] = field(default_factory=list)
    row_count: int = 0
    column_count: int = 0
    header_row_count: int = 0

    def add(self, row: Element) -> None:
        column = 0
        for each in row.children:
            if each.tag not in {"table:table-cell", "table:covered-table-cell"}:
                continue
            repeats = min(whole(each, "table:number-columns-repeated"), _MAX_REPEATS)
            if each.tag == "table:table-cell":
                text = self.text_of(each)
                for index in range(column, column + repeats):
                    self.cells.append(self._cell(each, text, index))
            column += repeats
        self.row_count += 1
        self.column_count = max(self.column_count, column)

    def _cell(self, element: Element, text: str, column: int) -> Cell:
        return Cell(
            text,
            self.row_count,
            column,
            row_span=whole(element, "table:number-rows-spanned"),
            column_span=whole(element, "table:number-columns-spanned"),
        )


def read_table(
    element: Element, text_of: Callable[[Element], str], *, is_nested: bool
) -> Table:
    """A table without its place; `text_of` gives the text of a cell.

    A repeated row is one and the same row: its text is asked for once for each.
    """
    grid = _Grid(text_of)
    for row, is_header in _rows(element, is_header=False):
        if is_header:
            grid.header_row_count += 1
        for _ in range(min(whole(row, "table:number-rows-repeated"), _MAX_REPEATS)):
            grid.add(row)
    return Table(
        cells=tuple(grid.cells),
        row_count=grid.row_count,
        column_count=grid.column_count,
        header_row_count=grid.header_row_count,
        is_nested=is_nested,
    )


def _rows(element: Element, *, is_header: bool) -> Iterator[tuple[Element, bool]]:
    for each in element.children:
        if each.tag == "table:table-row":
            yield each, is_header
        elif each.tag == _HEADER or each.tag in _ROW_GROUPS:
            yield from _rows(each, is_header=is_header or each.tag == _HEADER)
