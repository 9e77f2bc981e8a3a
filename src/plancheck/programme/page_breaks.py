"""What a page break leaves of a row at the head of the next page, which is no row of its own."""

from collections.abc import Sequence

from plancheck.model.table import Table
from plancheck.programme.fields import Row
from plancheck.programme.shares import SHARES

_FIGURES = ("amount", "baseline", "target", *SHARES)
_MOST_REMNANTS = 0.25


def is_rest_of_row(table: Table, row_index: int) -> bool:
    """Whether a page's first row holds nothing but one cell behind an empty first one.

    Where a cell is longer than the page, its last lines stand so on the next.
    """
    own = {
        cell.column_index: cell
        for cell in table.grid[row_index]
        if cell is not None and cell.row_index == row_index and cell.text.strip()
    }
    return (
        len(own) == 1
        and 0 not in own
        and all(cell.column_span == 1 for cell in own.values())
    )


def without_remnants(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without what a page break cut off the row before: `un uzturēšana`.

    Only where names begin with a capital does a small letter tell.
    """
    small = [
        row.name[:1].islower() and not row.code and not row.says(*_FIGURES)
        for row in rows
    ]
    if sum(small) > _MOST_REMNANTS * len(rows):
        return tuple(rows)
    return tuple(row for index, row in enumerate(rows) if not (index and small[index]))
