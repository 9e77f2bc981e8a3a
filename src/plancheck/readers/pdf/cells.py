"""Words put into the cells of a table, and the text of each cell."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plancheck.readers.pdf.lattice import Lattice
from plancheck.readers.pdf.words import POSSIBLE_CUT, Word, in_lines, joined
from plancheck.sdk import lazy_pattern

_ENDS_IN_DASH = lazy_pattern(r"[^\s–—-][–—/-]$")
"""A dash that no space parts from the word before it joins the one after it."""

_NEAR = 3.0  # points that column edges may differ from page to page
_MINUS = frozenset("-–−")
_WIDE = frozenset("mwMW")  # letters that need more room than others
_BULLETS = frozenset("•·»▪●◦‣►■□➢✓–—-o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc")


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
    xs, ys = lattice.xs, lattice.ys
    left, top, right, bottom = xs[0] * 2, ys[0] * 2, xs[-1] * 2, ys[-1] * 2
    owner: dict[tuple[int, int], int] = {}
    for index, (row, column, below, after) in enumerate(lattice.spans):
        for each_row in range(row, below):
            for each_column in range(column, after):
                owner[each_row, each_column] = index
    inside: list[list[Word]] = [[] for _ in lattice.spans]
    rest: list[Word] = []
    first = -1
    x0 = y0 = x1 = y1 = 0.0  # the cell of the word before, in which most words are
    own = rest
    for word in words:
        x, y = word[0] + word[2], word[1] + word[3]
        if not (x0 < x < x1 and y0 < y < y1):
            own, x1 = rest, x0
            if left < x < right and top < y < bottom:
                place = bisect_right(ys, y / 2) - 1, bisect_right(xs, x / 2) - 1
                cell = owner.get(place)
                if cell is not None:
                    own = inside[cell]
                    row, column, below, after = lattice.spans[cell]
                    x0, y0, x1, y1 = (
                        xs[column] * 2,
                        ys[row] * 2,
                        xs[after] * 2,
                        ys[below] * 2,
                    )
                    if first < 0:
                        first = word.at
        own.append(word)
    cells = tuple(
        FilledCell(span, tuple(each))
        for span, each in zip(lattice.spans, inside, strict=True)
    )
    return FilledTable(lattice, cells, first), rest


_MANY_CELLS = 40
_FILLED_SHARE = 0.06


def _is_drawing(table: FilledTable) -> bool:
    """Whether nearly all of many cells are empty, as in the grid of a chart or a map."""
    filled = sum(bool(cell.words) for cell in table.cells)
    count = len(table.cells)
    return count >= _MANY_CELLS and filled < count * _FILLED_SHARE


def cell_text(words: Sequence[Word], width: float) -> str:
    """The text of a cell, its paragraphs as lines.

    A line goes on in the next one where that one's first word had no room left on it.

    Args:
        words: In the file's order.
        width: What a line of the cell may be wide, in points.
    """
    if not words:
        return ""
    if len(words) == 1:
        return words[0].text
    lines = in_lines(words)
    parts = [joined(lines[0])]
    for above, line in pairwise(lines):
        text = joined(line)
        parts.append(_joint(above, line, text, width))
        parts.append(text)
    return "".join(parts)


def _joint(above: Sequence[Word], line: Sequence[Word], text: str, width: float) -> str:
    """What stands between two lines: nothing, a space or a line end."""
    last = above[-1].text
    if last[-1] in "\ufffe\x02":
        return ""
    if last in _MINUS and text[0].isdigit():
        return ""
    first = line[0]
    used = above[-1].right - above[0].left
    space = 0.25 * (first.bottom - first.top)
    has_room = used + space + first.right - first.left < width - 1
    glue = "" if _ENDS_IN_DASH.search(last) else " "
    if not has_room:
        letter = (first.right - first.left) / len(first.text)
        letter *= 1.5 if text[0] in _WIDE else 1.0
        return cut(last, text) if is_full(above, width, letter) else glue
    is_new = not text[0].islower() or last[-1] in ".;:!?" or first.text in _BULLETS
    return "\n" if is_new else glue


def is_full(line: Sequence[Word], width: float, letter: float) -> bool:
    """Whether a line is one word, behind a bullet at most, that may have been cut there.

    Args:
        line: Of a cell.
        width: What it may be wide, in points.
        letter: How wide the first letters of the next line are.
    """
    last = line[-1]
    is_alone = len(line) == 1 or (len(line) == 2 and line[0].text in _BULLETS)
    letter = max(letter, (last.right - last.left) / len(last.text))
    return is_alone and last.right - line[0].left + 1.3 * letter > width - 1


_CODE_START = lazy_pattern(r"[A-ZĀ-Ž]*\d{1,2}(?:\.\d{1,3})+\.")
_CODE_END = lazy_pattern(r"\d{1,3}\.?")


def is_cut_code(start: str, end: str) -> bool:
    """Whether two pieces are a code that a narrow cell cut, as "1.1.1." and "4."."""
    return bool(_CODE_START.fullmatch(start) and _CODE_END.fullmatch(end))


_LONG_NUMBER, _REST_OF_NUMBER = 5, 3


def _is_cut_number(start: str, end: str) -> bool:
    """Whether a long number goes on in the next line; years and short values do not."""
    is_number = start.isdecimal() and end.isdecimal()
    return is_number and len(start) >= _LONG_NUMBER and len(end) <= _REST_OF_NUMBER


def cut(last: str, text: str) -> str:
    """What joins the lines of a word that fills the cell: it may have been cut there."""
    if is_cut_code(last, text.split(maxsplit=1)[0]) or text[0] in ".,;:)/":
        return ""
    if _ENDS_IN_DASH.search(last):
        return ""
    if _is_cut_number(last, text.split(maxsplit=1)[0]):
        return ""
    goes_on = text[0].islower() or (last.isupper() and text[:2].isupper())
    return POSSIBLE_CUT if last[-1].isalpha() and goes_on else " "


def upright(words: Sequence[Word], quarters: int) -> list[Word]:
    """Words that stand sideways, turned as if they were written from left to right.

    Args:
        words: In the file's order.
        quarters: How they are turned: 1 reads from the top down, 3 from the bottom up.
    """
    if quarters == 1:
        return [
            Word(word.top, -word.right, word.bottom, -word.left, word.text, word.at)
            for word in words
        ]
    return [
        Word(-word.bottom, word.left, -word.top, word.right, word.text, word.at)
        for word in words
    ]


def text_width(
    lattice: Lattice, span: tuple[int, int, int, int], margin: float
) -> float:
    """What a line of a cell may be wide, with a margin on both sides."""
    return lattice.xs[span[3]] - lattice.xs[span[1]] - 2 * margin


def margin_of(table: FilledTable) -> float:
    """How far the text of the cells keeps from their left edges; the smallest counts."""
    xs = table.lattice.xs
    margins = [
        min(word.left for word in cell.words) - xs[cell.span[1]]
        for cell in table.cells
        if cell.words
    ]
    return min(max(min(margins, default=0.0), 0.0), 10.0)
