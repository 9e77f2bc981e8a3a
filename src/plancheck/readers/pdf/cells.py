"""Words put into the cells of the tables that they stand in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.lattice import Lattice
from plancheck.readers.pdf.words import Word

_NEAR = 3.0  # points that column edges may differ from page to page
_MANY_CELLS = 40
_FILLED_SHARE = 0.06  # of many cells: a table has more of them filled


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with its words in the file's order."""

    span: tuple[int, int, int, int]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table's grid with the words in it; `at` is the index of its first character."""

    lattice: Lattice
    cells: tuple[FilledCell, ...]
    at: int

    @property
    def is_layout(self) -> bool:
        """Whether it is a frame, not a table: one column, or one cell with text."""
        if len(self.lattice.xs) <= 2:
            return True
        return sum(bool(cell.words) for cell in self.cells) <= 1


def fill(
    lattices: Iterable[Lattice], words: Sequence[Word], columns: Sequence[float] = ()
) -> tuple[list[FilledTable], list[Word]]:
    """The tables with their words, and the words that stand in none.

    A word belongs to the cell that its middle is in; where tables stand in each other, to
    that of the smallest one.

    Args:
        lattices: Of the page.
        words: Of the page.
        columns: The upright edges of a table that may go on from the page before: with
            them, what has text in one cell only is the rest of its last row.
    """
    tables = []
    rest: Sequence[Word] = words
    for lattice in sorted(lattices, key=lambda each: each.area):
        table, left = _filled(lattice, rest)
        is_rest = have_same_columns(lattice.xs, columns) and any(
            cell.words for cell in table.cells
        )
        if (table.is_layout and not is_rest) or _is_drawing(table):
            continue
        tables.append(table)
        rest = left
    return sorted(tables, key=lambda table: table.at), list(rest)


def have_same_columns(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two tables of several columns have their edges at the same places."""
    if len(xs) != len(others) or len(xs) <= 2:
        return False
    return all(abs(x - other) <= _NEAR for x, other in zip(xs, others, strict=True))


def _filled(lattice: Lattice, words: Sequence[Word]) -> tuple[FilledTable, list[Word]]:
    """The table of a grid, and the words that stand in none of its cells.

    Sums of two coordinates are compared, which is twice the middle: each word of a page
    comes here, and most stand in the cell of the word before.
    """
    xs, ys = lattice.xs, lattice.ys
    left, top, right, bottom = xs[0] * 2, ys[0] * 2, xs[-1] * 2, ys[-1] * 2
    cell_at = _cells_by_place(lattice)
    inside: list[list[Word]] = [[] for _ in lattice.spans]
    rest: list[Word] = []
    first = -1
    x0 = y0 = x1 = y1 = 0.0
    own = rest
    for word in words:
        x, y = word[0] + word[2], word[1] + word[3]
        if not (x0 < x < x1 and y0 < y < y1):
            own, x1 = rest, x0
            if left < x < right and top < y < bottom:
                place = bisect_right(ys, y / 2) - 1, bisect_right(xs, x / 2) - 1
                cell = cell_at.get(place)
                if cell is not None:
                    own = inside[cell]
                    row, column, below, after = lattice.spans[cell]
                    x0, x1 = xs[column] * 2, xs[after] * 2
                    y0, y1 = ys[row] * 2, ys[below] * 2
                    if first < 0:
                        first = word.at
        own.append(word)
    cells = tuple(
        FilledCell(span, tuple(each))
        for span, each in zip(lattice.spans, inside, strict=True)
    )
    return FilledTable(lattice, cells, first), rest


def _cells_by_place(lattice: Lattice) -> dict[tuple[int, int], int]:
    """The index of the cell at each row and column of the grid."""
    return {
        (row, column): index
        for index, (first, left, below, after) in enumerate(lattice.spans)
        for row in range(first, below)
        for column in range(left, after)
    }


def _is_drawing(table: FilledTable) -> bool:
    """Whether nearly all of many cells are empty, as in the grid of a chart or a map."""
    filled = sum(bool(cell.words) for cell in table.cells)
    count = len(table.cells)
    return count >= _MANY_CELLS and filled < count * _FILLED_SHARE
