"""Finds the words of a quote among those of a page, by their letters alone.

A quote is what reading made of a page: hyphens at line ends are gone, cells of a row are
joined, spaces are where words end. The letters and digits are those of the page.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from plancheck.readers.pdf.corners import Corners, around
from plancheck.readers.pdf.words import Word
from plancheck.sdk import fold, lazy_pattern

_PARTED = lazy_pattern(r" \| |\[…\]|…")
_LEAST = 12
"""Letters of the beginning of a quote by which it is known where its end is elsewhere."""

_MOST_TRIED = 40
"""Places at which a row is looked for; a page has hardly more rows."""


class WordFinder:
    """The words of one page, asked for quotes."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = [word for word in words if _letters(word.text)]
        letters = [_letters(word.text) for word in self._words]
        self._starts = [0, *accumulate(map(len, letters))]
        self._text = "".join(letters)

    def find(self, quote: str, box: Corners | None, *, is_row: bool) -> list[Word]:
        """The words of a quote; nothing where the page does not have them.

        Args:
            quote: As a reader of the page quotes it.
            box: Where it should stand, as exactly as that is known.
            is_row: Whether it is the cells of a row.
        """
        pieces = [_letters(each) for each in _PARTED.split(quote)]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            return []
        if is_row:
            return self._row(pieces)
        found = [word for piece in pieces for word in self._piece(piece, box)]
        return list(dict.fromkeys(found))

    def _piece(self, piece: str, box: Corners | None) -> Sequence[Word]:
        """The occurrence in the box, else the first; of its beginning, if there is no other."""
        length = len(piece)
        while length >= min(_LEAST, len(piece)):
            found = list(self._occurrences(piece[:length]))
            if found:
                inside = (each for each in found if box and _is_inside(each, box))
                return next(inside, found[0])
            length //= 2
        return []

    def _row(self, cells: Sequence[str]) -> list[Word]:
        """The cells that stand beside the longest one, where most of them do."""
        anchor = max(cells, key=len)
        others = list(cells)
        others.remove(anchor)
        best: list[Word] = []
        for found in islice(self._occurrences(anchor), _MOST_TRIED):
            row = [*found, *self._beside(found, others)]
            if len(row) > len(best):
                best = row
        return best or list(self._piece(anchor, None))

    def _beside(self, anchor: Sequence[Word], cells: Sequence[str]) -> Iterator[Word]:
        top = min(word.top for word in anchor)
        bottom = max(word.bottom for word in anchor)
        taken = set(anchor)
        for cell in cells:
            for found in islice(self._occurrences(cell), _MOST_TRIED * 5):
                middles = ((word.top + word.bottom) / 2 for word in found)
                if taken.isdisjoint(found) and all(top < y < bottom for y in middles):
                    taken.update(found)  # another cell may say the same
                    yield from found
                    break

    def _occurrences(self, letters: str) -> Iterator[Sequence[Word]]:
        """Runs of words that these letters begin in and end in, from the first on.

        A run begins with a word, so that "3" is not found in "2023".
        """
        at = self._text.find(letters)
        while at >= 0:
            first = bisect_right(self._starts, at) - 1
            last = bisect_right(self._starts, at + len(letters) - 1) - 1
            is_whole = self._starts[first] == at and self._starts[last + 1] == at + len(
                letters
            )
            if is_whole or len(letters) >= _LEAST:
                yield self._words[first : last + 1]
            at = self._text.find(letters, at + 1)


def lines_of(words: Sequence[Word]) -> list[Corners]:
    """The boxes of words, those of one line as one."""
    lines: list[Corners] = []
    for word in words:
        box = (word.left, word.top, word.right, word.bottom)
        if lines and _goes_on(lines[-1], box):
            lines[-1] = around((lines[-1], box))
        else:
            lines.append(box)
    return lines


def _goes_on(line: Corners, box: Corners) -> bool:
    """Whether a box stands behind a line, at its height and not far."""
    height = max(line[3] - line[1], 1)
    shared = min(line[3], box[3]) - max(line[1], box[1])
    gap = box[0] - line[2]
    return shared > height / 2 and -height / 2 < gap < height * 2


def _is_inside(words: Sequence[Word], box: Corners) -> bool:
    """Whether the middle of the first word stands in a box."""
    left, top, right, bottom = box
    x = (words[0].left + words[0].right) / 2
    y = (words[0].top + words[0].bottom) / 2
    return left <= x <= right and top <= y <= bottom


def _letters(text: str) -> str:
    return "".join(each for each in fold(text) if each.isalnum())
