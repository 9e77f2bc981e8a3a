"""The same work for many items, by several processes at once."""

from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import TypeVar, cast

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")

_WORK: list[Callable[[int], object]] = []
"""What the children of a pool do; they inherit it, as a closure cannot be sent to them."""


def spread(
    do: Callable[[_Item], _Made], items: Sequence[_Item], jobs: int
) -> Iterator[_Made]:
    """What `do` makes of each item, in the order of the items.

    Args:
        do: May close over anything; what it makes has to be picklable.
        items: What is to be done.
        jobs: Processes. They are forked, so more than one needs a system that can.
    """
    if jobs == 1:
        yield from map(do, items)
        return
    _WORK.append(lambda place: do(items[place]))
    try:
        with get_context("fork").Pool(jobs) as pool:
            for made in pool.imap(_work, range(len(items))):
                yield cast("_Made", made)
    finally:
        _WORK.pop()


def _work(place: int) -> object:
    return _WORK[-1](place)
