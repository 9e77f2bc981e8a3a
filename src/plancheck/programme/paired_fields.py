"""Sheets that hold two fields a row: `Lead | Roads Office | Partners | County`."""

from collections.abc import Iterator

from plancheck.model.table import Table
from plancheck.programme.columns import ColumnReader

_WIDTH = 4
_SECOND = 2
_FEWEST = 2
_MAY_COME_AGAIN = frozenset({None, "term"})
"""`Year` stands behind the baseline and behind the target."""


def second_names(table: Table, columns: ColumnReader) -> int | None:
    """The column of the names of the second fields; None where a row holds one field alone.

    Both columns of names must name fields, different ones, in most of their own cells.
    """
    if table.column_count != _WIDTH or table.row_count < _FEWEST:
        return None
    first, second = (set(_named(table, index, columns)) for index in (0, _SECOND))
    is_paired = (
        len(second - {None}) >= _FEWEST and not (first & second) - _MAY_COME_AGAIN
    )
    both = [*_named(table, 0, columns), *_named(table, _SECOND, columns)]
    known = [concept for concept in both if concept is not None]
    return _SECOND if is_paired and len(known) > 0.7 * len(both) else None


def _named(table: Table, index: int, columns: ColumnReader) -> Iterator[str | None]:
    """What the filled cells of a column name, those that begin further left left out."""
    for row_index in range(table.row_count):
        if is_own(table, row_index, index):
            text = " ".join(table.text_at(row_index, index).split())
            if text:
                yield columns.concept(text)


def is_own(table: Table, row_index: int, index: int) -> bool:
    """Whether a cell begins in a column, and does not reach into it from the left."""
    cell = table.grid[row_index][index]
    return cell is not None and cell.column_index == index
