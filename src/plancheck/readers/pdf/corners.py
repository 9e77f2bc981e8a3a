"""Boxes on a page, as four numbers: thousands of them are made a page."""

from collections.abc import Iterable

Corners = tuple[float, float, float, float]
"""Left, top, right and bottom, in points; of a box in the file, bottom comes before top."""


def around(boxes: Iterable[Corners]) -> Corners:
    """The box around boxes, at least one, all on the page as shown or all in the file."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
