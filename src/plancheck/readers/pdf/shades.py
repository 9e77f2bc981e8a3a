"""Shaded areas: those of cells tell a table's grid, those of lines of text do not."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from plancheck.readers.pdf.corners import Corners

_MAX_SHADES = 1_500
_MEET = 1.5  # points: edges so near are one
_MARGIN = 3.0, 12.0  # points: what text keeps from the side of its cell
_LOW = 32.0  # points: the shade of a line or two is no higher
_PANEL = 0.05  # of the page: what is painted so large is a ground for what follows

Edge = tuple[float, float, float]
"""Where it stands, and from where to where it runs: as the lines of `Rulings`."""


def edges_of_cells(
    shades: Sequence[Corners], lines: Iterable[float], area: float
) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright edges that shaded cells show.

    Args:
        shades: Of one page, in the order in which they are painted.
        lines: Where upright lines stand on it, from the left.
        area: Of the page, in square points.
    """
    painted = {box: number for number, box in enumerate(shades)}
    panels = [
        (number, box)
        for box, number in painted.items()
        if (box[2] - box[0]) * (box[3] - box[1]) >= _PANEL * area
    ]
    level: list[Edge] = []
    upright: list[Edge] = []
    for box in of_cells(shades, lines):
        left, top, right, bottom = box
        above = [panel for number, panel in panels if number > painted[box]]
        spans = [(panel[1], panel[3], panel[0], panel[2]) for panel in above]
        for y in (top, bottom):
            level += _shown((y, left, right), spans)
        spans = [(panel[0], panel[2], panel[1], panel[3]) for panel in above]
        for x in (left, right):
            upright += _shown((x, top, bottom), spans)
    return level, upright


def _shown(edge: Edge, panels: Iterable[Corners]) -> list[Edge]:
    """The pieces of an edge that are not painted over.

    Args:
        edge: As it was painted.
        panels: What is painted above it: from where to where each lies across the edge,
            then along it.
    """
    where, *_ = edge
    pieces = [edge]
    for near, far, start, end in panels:
        if not near + _MEET < where < far - _MEET:
            continue
        pieces = [
            (where, begin, stop)
            for _, first, last in pieces
            for begin, stop in ((first, min(last, start)), (max(first, end), last))
            if stop > begin
        ]
    return pieces


def of_cells(shades: Sequence[Corners], lines: Iterable[float]) -> list[Corners]:
    """The shaded areas without those that shade lines of text inside a cell.

    Args:
        shades: Of one page.
        lines: Where upright lines stand on it, from the left.
    """
    if not 1 < len(shades) <= _MAX_SHADES:
        return list(shades)
    cells = _without_inner(shades)
    edges = sorted([*lines, *_edges_of_cells(cells)])
    return [box for box in cells if not _is_line(box, edges)]


def _without_inner(shades: Sequence[Corners]) -> list[Corners]:
    """The areas but those that keep a cell's margin from the area they stand in."""
    ordered = sorted(shades, key=lambda box: (box[1], box[3]))
    wide = max(box[2] - box[0] for box in shades)
    return [
        box
        for box in shades
        if wide - box[2] + box[0] < _MARGIN[0] or not _is_inner(box, ordered)
    ]


def _is_inner(box: Corners, ordered: Sequence[Corners]) -> bool:
    left, top, right, bottom = box
    for outer in ordered:
        if outer[1] > top + _MEET:
            return False
        insets = left - outer[0], outer[2] - right
        if (
            outer[3] >= bottom - _MEET
            and min(insets) >= -_MEET
            and any(_MARGIN[0] < inset < _MARGIN[1] for inset in insets)
        ):
            return True
    return False


def _edges_of_cells(shades: Sequence[Corners]) -> list[float]:
    """Edges of high areas, and those at which two areas stand side by side."""
    found = []
    for box in shades:
        if box[3] - box[1] > _LOW:
            found += [box[0], box[2]]
    ordered = sorted(shades, key=lambda box: (round(box[1]), box[0]))
    for before, after in pairwise(ordered):
        if abs(before[1] - after[1]) < _MEET and abs(before[2] - after[0]) < _MEET:
            found.append(after[0])
    return found


def _is_line(box: Corners, edges: Sequence[float]) -> bool:
    """Whether an area shades a line: it is low and meets none of the grid's edges."""
    left, top, right, bottom = box
    if bottom - top > _LOW or len(edges) < 2:
        return False
    if not (edges[0] < left and right < edges[-1]):
        return False
    return not (_is_near(left, edges) or _is_near(right, edges))


def _is_near(x: float, edges: Sequence[float]) -> bool:
    index = bisect_left(edges, x - _MEET)
    return index < len(edges) and edges[index] <= x + _MEET
