"""Headings whose numbers begin anew in each chapter: `II STRATEGY`, `1. Vision`, `2. Goals`."""

from collections.abc import Iterable

_FEWEST = 2
_MOST = 3
"""Levels that sizes tell apart; where there are more of them they are decoration."""


def levels_above(headings: Iterable[tuple[float, tuple[int, ...]]]) -> int:
    """How many levels stand over the numbers in digits.

    A number alone is that of a chapter. Where `1.` comes again below larger headings
    without a number in digits, these are the chapters.

    Args:
        headings: The size of each heading and its number, in reading order.

    >>> levels_above([(16, ()), (13, (1,)), (13, (2,)), (16, ()), (13, (1,))])
    1
    >>> levels_above([(16, ()), (13, (1,)), (13, (2,)), (16, ()), (13, (3,))])
    0
    """
    above: float | None = None
    sizes: set[float] = set()
    begun: list[float] = []
    for size, number in headings:
        sizes.add(size)
        if not number:
            above = size if above is None else above
        elif len(number) == 1:
            if number == (1,) and above is not None and above > size:
                begun.append(above)
            above = None
    if len(begun) < _FEWEST:
        return 0
    levels = sum(size >= min(begun) for size in sizes)
    return levels if levels <= _MOST else 0
