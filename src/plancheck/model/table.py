"""A table as printed: each cell once with its spans, the grid derived."""

from dataclasses import dataclass, field
from functools import cached_property

from plancheck.model.location import Box, Location


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, at the row and column of its top left corner, both from 0.

    `text` keeps the cell's paragraphs as lines.
    """

    text: str
    row_index: int
    column_index: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None


@dataclass(frozen=True)
class Table:
    """Cells in reading order, with what the file tells about them.

    `header_row_count` is the number of header rows that the file itself declares; 0 when
    it declares none, which does not mean that there are none. `row_pages` holds the page
    number of each row, or is empty when the file does not tell. `is_nested` is true for
    a table that stood inside a cell of the table before it.
    """

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    location: Location = field(default_factory=Location)
    header_row_count: int = 0
    caption: str = ""
    row_pages: tuple[int | None, ...] = ()
    is_nested: bool = False

    @cached_property
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """For each grid position the cell that covers it; None where no cell does."""
        rows: list[list[Cell | None]] = [
            [None] * self.column_count for _ in range(self.row_count)
        ]
        for cell in self.cells:
            for row_index in range(
                cell.row_index, min(cell.row_index + cell.row_span, self.row_count)
            ):
                for column_index in range(
                    cell.column_index,
                    min(cell.column_index + cell.column_span, self.column_count),
                ):
                    rows[row_index][column_index] = cell
        return tuple(map(tuple, rows))

    def text_at(self, row_index: int, column_index: int) -> str:
        """The text of the cell that covers a grid position; empty where none does."""
        cell = self.grid[row_index][column_index]
        return cell.text if cell else ""

    def row_texts(self, row_index: int) -> tuple[str, ...]:
        """The texts of a row's own cells, a merged cell once."""
        own = {id(cell): cell for cell in self.grid[row_index] if cell is not None}
        return tuple(cell.text for cell in own.values())

    def location_of(self, row_index: int, column_index: int | None = None) -> Location:
        """The place of a row, or of one of its cells."""
        page = self.row_pages[row_index] if row_index < len(self.row_pages) else None
        cell = self.grid[row_index][column_index] if column_index is not None else None
        own = self.location
        return Location(  # not dataclasses.replace, which is ten times slower
            document=own.document,
            section=own.section,
            page_number=page if page is not None else own.page_number,
            page_label=own.page_label,
            page_is_approximate=own.page_is_approximate,
            table_number=own.table_number,
            row_number=row_index + 1,
            column_number=None if column_index is None else column_index + 1,
            block_index=own.block_index,
            box=cell.box if cell and cell.box else own.box,
        )
