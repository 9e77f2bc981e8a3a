"""The order in which a page is read.

A file's own order is nearly always that of reading, also in columns. Only what was added
late, as a text box is, stands in it at the wrong place: it is moved to where it has room.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

_TOLERANCE = 2.0  # points that boxes may overlap
_FREE = 30.0  # points


class Placed(Protocol):
    """What has a box on the page, and a place in the file's order."""

    @property
    def at(self) -> int:
        """The index of its first character."""

    @property
    def left(self) -> float:
        """In points from the left."""

    @property
    def right(self) -> float:
        """In points from the left."""

    @property
    def top(self) -> float:
        """In points from the top."""

    @property
    def bottom(self) -> float:
        """In points from the top."""


Item = TypeVar("Item", bound=Placed)


def in_reading_order(items: Sequence[Item]) -> list[Item]:
    """The items of a page in the order of reading."""
    found: list[Item] = []
    for run in _runs(sorted(items, key=lambda item: item.at)):
        for piece in _pieces(run) if found else [run]:
            place = _gap_for(piece, found)
            found[place:place] = piece
    return found


def _pieces(run: Sequence[Item]) -> list[list[Item]]:
    """A run parted where much is left free: several boxes may have been added late."""
    pieces = [[run[0]]]
    for above, item in pairwise(run):
        if item.top - above.bottom > _FREE:
            pieces.append([])
        pieces[-1].append(item)
    return pieces


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Items that follow each other down the page."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and item.bottom > runs[-1][-1].top + _TOLERANCE:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _gap_for(run: Sequence[Item], found: Sequence[Item]) -> int:
    """Where a run stands: between what is above it and below it, else at the end."""
    top = min(item.top for item in run) + _TOLERANCE
    bottom = max(item.bottom for item in run) - _TOLERANCE
    place = 0
    for index, item in enumerate(found):
        if item.bottom <= top:
            place = index + 1
        elif item.top < bottom:
            return len(found)
    if all(item.top >= bottom for item in found[place:]):
        return place
    return len(found)
