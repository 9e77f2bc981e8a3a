"""Words with their places, and how they are put together to a text again."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

LINE_END_HYPHENS = ("\ufffe", "\x02")
"""What PDFium writes for a hyphen at the end of a line."""

POSSIBLE_CUT = "\ufdda"
"""Between two lines of a cell: the end of a word, or a place where a long one was cut."""

RAISED_DIGITS = {each: chr(0xFDD0 + int(each)) for each in "0123456789"}
"""Stand-ins for raised digits, until it is known which of them cite a footnote.

They are noncharacters of Unicode, which no text has.
"""

_GLUED = 0.08  # of a line's height: a narrower gap is none
_SMALL = 0.85  # of a word's height: what is lower is raised or lowered
_MIN_SPACED = 4  # one-letter words in a row: letters set apart
_WORD_GAP = 1.45  # of the usual gap between letters set apart


class Word(NamedTuple):
    """A word with its box in points from the top left; `at` is its first character's index."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    at: int

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def joined(words: Sequence[Word]) -> str:
    """The text of the words of one line.

    Gaps that only a change of font made are closed, raised digits stand as
    `RAISED_DIGITS`, letters set apart are words again.
    """
    if len(words) == 1:
        return words[0].text
    if len(words) >= _MIN_SPACED and _has_spaced(words):
        words = _unspaced(words)
    first = words[0]
    parts = [first.text]
    end, bottom, height = first.right, first.bottom, first.bottom - first.top
    for left, top, right, below, text, _ in words[1:]:
        own = below - top
        is_glued = left - end < _GLUED * height and left > end - height
        if own < _SMALL * height and is_glued and below < bottom - 0.1 * height:
            parts.append(_raised(text))
        elif is_glued:
            parts.append(text)
            if own >= _SMALL * height:
                bottom, height = below, own
        else:
            parts.append(" ")
            parts.append(text)
            bottom, height = below, own
        end = right
    return "".join(parts)


def _raised(text: str) -> str:
    digits = text.strip(",;)( ")
    if digits.isdecimal() and digits.isascii() and len(digits) <= 3:
        return "".join(RAISED_DIGITS[each] for each in digits)
    return text


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha()


def _has_spaced(words: Sequence[Word]) -> bool:
    run = 0
    for word in words:
        run = run + 1 if _is_letter(word) else 0
        if run >= _MIN_SPACED:
            return True
    return False


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """The words, runs of single letters made whole words by the width of their gaps."""
    found: list[Word] = []
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and _is_letter(words[end]):
            end += 1
        if end - index >= _MIN_SPACED:
            found += _whole(words[index:end])
            index = end
        else:
            found.append(words[index])
            index += 1
    return found


def _whole(letters: Sequence[Word]) -> list[Word]:
    gaps = [max(after.left - before.right, 0.0) for before, after in pairwise(letters)]
    limit = max(sorted(gaps)[len(gaps) // 2] * _WORD_GAP, 0.5)
    words, start = [], 0
    for index, gap in enumerate([*gaps, float("inf")], start=1):
        if gap > limit:
            words.append(_merged(letters[start:index]))
            start = index
    return words


def _merged(letters: Sequence[Word]) -> Word:
    """One word of letters; it ends with the last of them, wherever a wide one ended."""
    return Word(
        letters[0].left,
        min(letter.top for letter in letters),
        letters[-1].right,
        max(letter.bottom for letter in letters),
        "".join(letter.text for letter in letters),
        letters[0].at,
    )


def in_lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of one cell or column as lines, each from left to right.

    The order in the file is kept where it is the order of reading, as it nearly always is.
    """
    lines: list[list[Word]] = []
    line: list[Word] = []
    end = bottom = middle_above = 0.0
    for word in words:
        middle = (word.top + word.bottom) / 2
        if not line or middle > bottom:
            if line and word.bottom < middle_above:
                return _sorted_lines(words)
            line = [word]
            lines.append(line)
            bottom = word.bottom
        elif middle < line[0].top or word.left < end - 2:
            return _sorted_lines(words)
        else:
            line.append(word)
            bottom = max(bottom, word.bottom)
        end, middle_above = word.right, middle
    return lines


def _sorted_lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        middle = (word.top + word.bottom) / 2
        if lines and middle <= bottom:
            lines[-1].append(word)
            continue
        lines.append([word])
        # Half of the first word's height is left to what stands on its line.
        bottom = max(word.bottom - (word.bottom - word.top) * 0.2, middle)
    for line in lines:
        line.sort()
    return lines
