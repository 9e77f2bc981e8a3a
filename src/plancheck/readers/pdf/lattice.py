"""Tables by their ruling lines: lines that meet make corners, corners make cells.

The rules and tolerances are pdfplumber's (MIT), on lines sorted by position, so that a
page of thousands of cells costs no more a cell than a small one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from plancheck.readers.pdf.rulings import Rulings

MAX_LINES = 4_000
"""Joined lines of one page and direction; more are a drawing, in which no table is sought."""

MAX_TRIES = 400_000
"""Pairs of corners that are tried on one page before its cells are given up."""

_MAX_MERGED = 200  # columns that one cell may span
_SNAP = 3.0  # points: lines nearer than this are one
_JOIN = 3.0  # points: pieces of a line with a smaller gap are one
_MEET = 3.0  # points: a line that ends so near another one meets it
_SHORTEST = 3.0  # points: joined lines that are shorter rule nothing

Line = tuple[float, float, float]
"""Position, start and end."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """A table's grid: the edges of its columns and rows, and its cells as grid spans.

    A span is (first row, first column, row after the last, column after the last).
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spans: tuple[tuple[int, int, int, int], ...]

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def lattices(rulings: Rulings) -> list[Lattice]:
    """The tables of a page, each of two cells at least, from the top down.

    The edges of shaded areas count where no line is drawn.
    """
    uprights, levels = _joined(rulings.upright), _joined(rulings.level)
    upright_edges = _added(rulings.upright_edges, uprights)
    level_edges = _added(rulings.level_edges, levels)
    if upright_edges or level_edges:
        uprights = _joined([*rulings.upright, *upright_edges])
        levels = _joined([*rulings.level, *level_edges])
    return _found_in(uprights, levels)


def _added(edges: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The edges that no line stands on already."""
    positions = [line[0] for line in lines]
    found = []
    for edge in edges:
        position, start, end = edge
        first = bisect_left(positions, position - _SNAP)
        last = bisect_right(positions, position + _SNAP)
        if not any(
            line[1] <= start + _JOIN and line[2] >= end - _JOIN
            for line in lines[first:last]
        ):
            found.append(edge)
    return found


def _found_in(uprights: Sequence[Line], levels: Sequence[Line]) -> list[Lattice]:
    if not (1 < len(uprights) <= MAX_LINES and 1 < len(levels) <= MAX_LINES):
        return []
    groups = _connected(_cells(uprights, levels), len(levels))
    found = [_lattice(cells, uprights, levels) for cells in groups if len(cells) > 1]
    return sorted(found, key=lambda each: (each.ys[0], each.xs[0]))


def _joined(lines: Iterable[Line]) -> list[Line]:
    """The lines snapped to common positions, their pieces joined."""
    groups: list[list[Line]] = []
    for line in sorted(lines):
        if not groups or line[0] - groups[-1][-1][0] > _SNAP:
            groups.append([])
        groups[-1].append(line)
    return [line for group in groups for line in _pieced(group)]


def _pieced(group: Sequence[Line]) -> Iterator[Line]:
    """The lines that pieces at one position make, without those that are too short."""
    position = sum(line[0] for line in group) / len(group)
    pieces = sorted((start, end) for _, start, end in group)
    start, end = pieces[0]
    for next_start, next_end in (*pieces[1:], (inf, inf)):
        if next_start <= end + _JOIN:
            end = max(end, next_end)
            continue
        if end - start >= _SHORTEST:
            yield position, start, end
        start, end = next_start, next_end


_Cell = tuple[int, int, int, int]
"""Indexes of the lines around it: left, upper, right and lower."""


def _cells(uprights: Sequence[Line], levels: Sequence[Line]) -> list[_Cell]:
    """The smallest boxes whose four corners are joined by lines."""
    along: list[list[int]] = [[] for _ in levels]
    down: list[list[int]] = [[] for _ in uprights]
    corners: dict[int, tuple[int, int]] = {}
    heights = [line[0] for line in levels]
    count = len(levels)
    for left, (x, top, bottom) in enumerate(uprights):
        first = bisect_left(heights, top - _MEET)
        last = bisect_right(heights, bottom + _MEET)
        own = down[left]
        for upper in range(first, last):
            _, start, end = levels[upper]
            if start - _MEET <= x <= end + _MEET:
                corners[left * count + upper] = (len(along[upper]), len(own))
                own.append(upper)
                along[upper].append(left)
    found: list[_Cell] = []
    tries = 0
    for corner, (place_along, place_down) in corners.items():
        left, upper = divmod(corner, count)
        rights, lowers = along[upper], down[left]
        for index in range(place_down + 1, len(lowers)):
            lower = lowers[index]
            right = _closing(rights, place_along + 1, lower, corners, count)
            tries += 1
            if right >= 0:
                found.append((left, upper, right, lower))
                break
        if tries > MAX_TRIES:
            return []
    return found


def _closing(
    rights: Sequence[int],
    start: int,
    lower: int,
    corners: Container[int],
    count: int,
) -> int:
    """The nearest line to the right that meets the lower one; -1 for none."""
    for index in range(start, min(len(rights), start + _MAX_MERGED)):
        if rights[index] * count + lower in corners:
            return rights[index]
    return -1


def _connected(cells: Sequence[_Cell], count: int) -> list[list[_Cell]]:
    """The cells in groups that hang together by their corners."""
    groups: dict[int, tuple[list[_Cell], list[int]]] = {}
    group_of: dict[int, int] = {}
    for number, cell in enumerate(cells):
        left, upper, right, lower = cell
        left, right = left * count, right * count
        corners = (left + upper, left + lower, right + upper, right + lower)
        known = {group_of[corner] for corner in corners if corner in group_of}
        own = max(known, key=lambda each: len(groups[each][0])) if known else number
        inside, edges = groups.setdefault(own, ([], []))
        for other in known - {own} if len(known) > 1 else ():
            more, more_corners = groups.pop(other)
            inside += more
            edges += more_corners
            group_of.update(dict.fromkeys(more_corners, own))
        inside.append(cell)
        for corner in corners:
            if corner not in group_of:
                group_of[corner] = own
                edges.append(corner)
    return [inside for inside, _ in groups.values()]


def _lattice(
    cells: Sequence[_Cell], uprights: Sequence[Line], levels: Sequence[Line]
) -> Lattice:
    """The grid of cells; pieces of lines at one position are one edge."""
    boxes = [
        (levels[upper][0], uprights[left][0], levels[lower][0], uprights[right][0])
        for left, upper, right, lower in cells
    ]
    ys = sorted({y for box in boxes for y in (box[0], box[2])})
    xs = sorted({x for box in boxes for x in (box[1], box[3])})
    column = {x: index for index, x in enumerate(xs)}
    row = {y: index for index, y in enumerate(ys)}
    spans = sorted(
        (row[y0], column[x0], row[y1], column[x1]) for y0, x0, y1, x1 in boxes
    )
    return Lattice(tuple(xs), tuple(ys), tuple(spans))
