"""Places the cells of a table on the fewest columns that tell them apart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from plancheck.sdk import Cell

SLIVER = 140
"""Twentieths of a point (7 pt): an edge so near to the last one is the same, drawn twice."""

MAX_AREA = 5_000_000
"""Grid positions of a table; spans that make more are ignored."""


@dataclass(slots=True)
class Box:
    """A cell on the file's own grid, whose spans may still grow; `end` is exclusive.

    `element` is the `w:tc`, the first one of those that are merged.
    """

    text: str
    row: int
    column: int
    end: int
    row_span: int = 1
    element: etree._Element | None = None

    def extend_right(self, span: int, text: str) -> None:
        """Merge the next cell of the row into this one."""
        self.end += span
        self._append(text)

    def extend_down(self, row: int, text: str) -> None:
        """Merge the cell below into this one."""
        self.row_span = row - self.row + 1
        self._append(text)

    def _append(self, text: str) -> None:
        if text:
            self.text = f"{self.text}\n{text}" if self.text else text


def place(
    boxes: Sequence[Box], widths: Sequence[int], row_count: int
) -> tuple[tuple[Cell, ...], int]:
    """The cells with their columns, and how many columns there are.

    Word draws a grid line for every edge of any cell, so that edges a millimetre apart
    make a column of their own and shift all that follow. Such edges count as one here,
    unless a cell lies between them.

    Args:
        boxes: The cells in reading order.
        widths: Of the file's grid columns, in twentieths of a point; may be empty.
        row_count: To bound the grid.
    """
    index = _columns(boxes, widths)
    column_count = max(index.values(), default=0)
    if column_count * row_count > max(MAX_AREA, 4 * len(boxes)):
        return _without_spans(boxes)
    cells = tuple(
        Cell(
            box.text,
            box.row,
            index[box.column],
            box.row_span,
            index[box.end] - index[box.column],
        )
        for box in boxes
    )
    return cells, column_count


def _columns(boxes: Sequence[Box], widths: Sequence[int]) -> dict[int, int]:
    """For each edge on the file's grid its number among those that differ."""
    starts_of = defaultdict(set)
    for start, end in {(box.column, box.end) for box in boxes}:
        starts_of[end].add(start)
    edges = sorted(starts_of.keys() | set().union(*starts_of.values()))
    positions = _positions(edges, widths)
    index: dict[int, int] = {}
    group: list[int] = []
    number = -1
    for edge in edges:
        starts = starts_of.get(edge, ())
        near = group and positions[edge] - positions[group[0]] < SLIVER
        if not near or any(start in starts for start in group):
            group = []
            number += 1
        group.append(edge)
        index[edge] = number
    return index


def _positions(edges: Sequence[int], widths: Sequence[int]) -> dict[int, int]:
    """Where the edges lie; far apart where the file does not say."""
    positions = {}
    position = before = 0
    for edge in edges:
        known = widths[before:edge]
        position += sum(known) + (edge - before - len(known)) * SLIVER
        positions[edge] = position
        before = edge
    return positions


def _without_spans(boxes: Sequence[Box]) -> tuple[tuple[Cell, ...], int]:
    """The cells of each row beside each other."""
    filled: dict[int, int] = defaultdict(int)
    cells = []
    for box in boxes:
        cells.append(Cell(box.text, box.row, filled[box.row]))
        filled[box.row] += 1
    return tuple(cells), max(filled.values(), default=0)
