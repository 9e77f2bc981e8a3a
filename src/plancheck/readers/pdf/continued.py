"""The columns of a table that goes on without them from the page before.

Some producers draw the lines between columns only below the header, and on the next page
nothing but a frame around the rows that are left.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.rulings import Rulings
from plancheck.readers.pdf.words import Word

_NEAR = 3.0  # points that the frame may differ from that of the page before
_TOP = 0.25  # of the page's height: what begins lower goes on from nothing


def with_columns(
    rulings: Rulings, columns: Sequence[float], words: Sequence[Word], height: float
) -> Rulings:
    """The lines of a page with those of the columns of the table that goes on at its top.

    As they were where no frame as wide stands there, where it has columns of its own, or
    where a word stands across one of these.

    Args:
        rulings: Of the page.
        columns: The upright edges of the last table of the page before, from the left.
        words: Of the page.
        height: Of the page, in points.
    """
    left, *inner, right = columns
    frame = _frame(rulings, left, right)
    if frame is None or frame[0] > _TOP * height or not inner:
        return rulings
    top, bottom = frame
    if _has_columns(rulings, (left, top, right, bottom)):
        return rulings
    inside = [word for word in words if top < (word.top + word.bottom) / 2 < bottom]
    if any(word.left < x < word.right for word in inside for x in inner):
        return rulings
    drawn = [(x, top, bottom) for x in columns]
    return replace(rulings, upright=[*rulings.upright, *drawn])


def _frame(rulings: Rulings, left: float, right: float) -> tuple[float, float] | None:
    """The top and bottom of the first rows that lines from edge to edge part."""
    levels = sorted(
        y
        for y, start, end in rulings.level
        if abs(start - left) <= _NEAR and abs(end - right) <= _NEAR
    )
    sides = [
        line
        for line in rulings.upright
        if min(abs(line[0] - left), abs(line[0] - right)) <= _NEAR
    ]
    end = None
    for above, below in pairwise(levels):
        middle = (above + below) / 2
        if not any(start <= middle <= stop for _x, start, stop in sides):
            break
        end = below
    return None if end is None else (levels[0], end)


def _has_columns(rulings: Rulings, box: Corners) -> bool:
    """Whether an upright line or the edge of a shade stands inside a frame."""
    left, top, right, bottom = box
    return any(
        left + _NEAR < x < right - _NEAR and start < bottom and stop > top
        for x, start, stop in (*rulings.upright, *rulings.upright_edges)
    )
