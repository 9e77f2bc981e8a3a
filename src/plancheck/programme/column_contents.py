"""What a column is about, told by what stands in it."""

from collections.abc import Iterable

from plancheck.model.table import Table
from plancheck.programme.codes import leading_code
from plancheck.text.patterns import lazy_pattern

_NUMBERED = lazy_pattern(r"^\(?[^\W\d_]{0,4}[ .-]?\d{1,4}(?:\.\d{1,3}){0,4}[.)]?\*?$")
_VALUE = lazy_pattern(r"[\d↑↓→↗↘]")
_LONGEST_VALUE = 25
_FEWEST_VALUES = 2
_FEWEST_CODES = 2


def filled_texts(table: Table, start: int, column_index: int) -> tuple[str, ...]:
    """The texts of a column from a row on, without those that are empty.

    Nor those that begin further left or cross the whole table: a banner says nothing of
    the columns it crosses.

    Args:
        table: Where the column stands.
        start: The row that the body begins at, counted from 0.
        column_index: Of the column.
    """
    cells = (table.grid[row][column_index] for row in range(start, table.row_count))
    own = (
        cell
        for cell in cells
        if cell
        and cell.column_index == column_index
        and not (table.column_count > 2 and cell.column_span == table.column_count)
    )
    return tuple(stripped for cell in own if (stripped := cell.text.strip()))


def are_values(texts: Iterable[str]) -> bool:
    """Whether nearly all that stands in a column is figures and arrows."""
    known = [len(text) <= _LONGEST_VALUE and _VALUE.search(text) for text in texts]
    return len(known) >= _FEWEST_VALUES and sum(map(bool, known)) >= 0.8 * len(known)


def are_numbers_of_rows(texts: Iterable[str]) -> bool:
    """Whether a column only numbers the rows: half of a label, as over `23 | Plant trees`."""
    known = list(map(_NUMBERED.match, texts))
    return bool(known) and all(known)


def are_codes(texts: Iterable[str], *, are_deep: bool = False) -> bool:
    """Whether most texts of a column are codes and nothing else.

    Args:
        texts: Those that are not empty.
        are_deep: Whether plain numbers are too little: `1.1.2.` and `P3` are more.
    """
    codes = [leading_code(text) for text in texts]
    bare = sum(
        code is not None
        and not code[1]
        and not (are_deep and code[0].depth == 1 and not code[0].prefix)
        for code in codes
    )
    return bare >= max(_FEWEST_CODES, 0.6 * len(codes))
