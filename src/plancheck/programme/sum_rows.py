"""Rows of a plan that sum up the rows above them, told by their figures and not by words.

As `Capital works together` or `The whole plan`, which no list of words could foresee.
"""

from collections.abc import Sequence
from decimal import Decimal

from plancheck.programme.fields import Row
from plancheck.programme.shares import SHARES

_FEWEST_ROWS = 3
_MONEY = ("amount", *SHARES)


def without_sums(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows that plan something, and behind them those that only sum them up.

    They stand at the end, where codes have ended; the first of them has the sum of all rows
    above in a column of money. Where no row has a code only the last row may be a sum.

    Returns:
        The rows without sums, and the sum of them. What stands below that sum, as the sum
        of the whole programme with what the table leaves out, is neither.
    """
    start = _first_without_code(rows)
    above, below = tuple(rows[:start]), tuple(rows[start:])
    if len(above) < _FEWEST_ROWS or not below or not _sums_up(below[0], above):
        return tuple(rows), ()
    return above, below[:1]


def _first_without_code(rows: Sequence[Row]) -> int:
    """The index of the first of the last rows that have no code, though others have."""
    coded = [index for index, row in enumerate(rows) if row.code]
    return coded[-1] + 1 if coded else len(rows) - 1


def _sums_up(row: Row, above: Sequence[Row]) -> bool:
    """Whether at least half of the columns of money have the sum of the figures above."""
    sums = [
        (own, [number for each in above if (number := each.field(concept).number)])
        for concept in _MONEY
        if (own := row.field(concept).number)
    ]
    told = [
        own == sum(parts, Decimal(0))
        for own, parts in sums
        if len(parts) >= _FEWEST_ROWS
    ]
    return any(told) and sum(told) * 2 >= len(told)
