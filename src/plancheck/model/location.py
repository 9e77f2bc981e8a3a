"""Where something stands, so that a reader finds it again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document, as exact as its reader could tell.

    `section` holds the headings that the place stands under, outermost first, as printed.
    `table_number` counts the tables of one document, `row_number` the rows of the table
    with its header, both from 1. `page_number` is None where the file does not tell; in a
    Word file it is approximate, because only Word itself lays the pages out.
    """

    document: str = ""
    section: tuple[str, ...] = ()
    page_number: int | None = None
    page_label: str | None = None
    page_is_approximate: bool = False
    table_number: int | None = None
    row_number: int | None = None
    column_number: int | None = None
    block_index: int | None = None
    box: Box | None = None

    def __str__(self) -> str:
        """Section, table, row: what a person looks for first."""
        parts = [self.section[-1]] if self.section else []
        if self.table_number is not None:
            parts.append(f"table {self.table_number}")
        if self.row_number is not None:
            parts.append(f"row {self.row_number}")
        return ", ".join(parts) or self.document
