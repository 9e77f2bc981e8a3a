"""The text of a table's cell: its lines joined as they were before the cell broke them."""

from collections.abc import Sequence
from itertools import pairwise

from plancheck.readers.pdf.cells import FilledTable
from plancheck.readers.pdf.lattice import Lattice
from plancheck.readers.pdf.words import (
    LINE_END_HYPHENS,
    POSSIBLE_CUT,
    Word,
    in_lines,
    joined,
)
from plancheck.sdk import lazy_pattern

_ENDS_IN_DASH = lazy_pattern(r"[^\s–—-][–—/-]$")
"""A dash that no space parts from the word before it joins the one after it."""

_MINUS = frozenset("-–−")
_WIDE = frozenset("mwMW")  # letters that need more room than others
_BULLETS = frozenset("•·»▪●◦‣►■□➢✓–—-o\uf0b7\uf0a7\uf0d8\uf02d\uf0fc")
_CODE_START = lazy_pattern(r"[A-ZĀ-Ž]*\d{1,2}(?:\.\d{1,3})+\.")
_CODE_END = lazy_pattern(r"\d{1,3}\.?")
_LONG_NUMBER, _REST_OF_NUMBER = 5, 3  # digits
_WIDEST_MARGIN = 10.0  # points


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
    if last.endswith(LINE_END_HYPHENS):
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


def is_cut_code(start: str, end: str) -> bool:
    """Whether two pieces are a code that a narrow cell cut, as "1.1.1." and "4."."""
    return bool(_CODE_START.fullmatch(start) and _CODE_END.fullmatch(end))


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
    return min(max(min(margins, default=0.0), 0.0), _WIDEST_MARGIN)
