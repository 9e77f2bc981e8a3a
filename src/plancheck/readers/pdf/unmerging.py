"""Cells that look merged only because no line is drawn between them.

Styles of tables often rule some rows and leave others to the eye. Where a wide cell's
words stand in the columns of the other rows, it is parted there.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plancheck.readers.pdf.cells import FilledCell, FilledTable
from plancheck.readers.pdf.words import Word, in_lines

_GAP = 0.8  # of the height of the words: a narrower gap parts words, not columns


def unmerged(table: FilledTable) -> FilledTable:
    """The table with such cells parted."""
    xs = table.lattice.xs
    cells: list[FilledCell] = []
    for cell in table.cells:
        first, last = cell.span[1], cell.span[3]
        edges = []
        if last - first > 1 and len(cell.words) > 1:
            lines = in_lines(cell.words)
            edges = [
                column for column in range(first + 1, last) if _parts(lines, xs[column])
            ]
        cells += _parted(cell, edges, xs) if edges else [cell]
    return replace(table, cells=tuple(cells))


def _parts(lines: Sequence[Sequence[Word]], x: float) -> bool:
    """Whether a column edge stands in a wide gap of each line that has words beside it."""
    has_gap = False
    for line in lines:
        left = [word for word in line if word.left + word.right < 2 * x]
        right = line[len(left) :]
        if not left or not right:
            if any(word.left < x - 1 and word.right > x + 1 for word in line):
                return False
            continue
        gap = right[0].left - left[-1].right
        if gap < _GAP * (left[-1].bottom - left[-1].top) or left[-1].right > x + 1:
            return False
        has_gap = True
    return has_gap


def _parted(
    cell: FilledCell, edges: Sequence[int], xs: Sequence[float]
) -> list[FilledCell]:
    top, first, bottom, last = cell.span
    columns = [first, *edges, last]
    parts = []
    for start, end in pairwise(columns):
        left = xs[start] if start > first else float("-inf")
        right = xs[end] if end < last else float("inf")
        words = tuple(
            word for word in cell.words if left <= (word.left + word.right) / 2 < right
        )
        parts.append(FilledCell((top, start, bottom, end), words))
    return parts
