"""Words that a line end parted: was it a hyphen of their own, one put there, or a cut?

PDFium gives one mark for both kinds of hyphen, and a narrow cell cuts a word without any.
The document's other words tell which one it was.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancheck.readers.pdf.words import LINE_END_HYPHENS, POSSIBLE_CUT
from plancheck.sdk import lazy_pattern

_EITHER = f"[{''.join(LINE_END_HYPHENS)}]"

_RUN = lazy_pattern(rf"(?<!\w)\w++(?:(?:{_EITHER}\s?|{POSSIBLE_CUT})\w++){{1,60}}")
_PIECE = lazy_pattern(rf"({_EITHER}\s?|{POSSIBLE_CUT})?(\w++)")
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)\S+")
_HYPHENS = lazy_pattern(_EITHER)
_AROUND = ".,;:!?()[]„“”«»\"'…/"
_MARKS = lazy_pattern(rf"{_EITHER}|{POSSIBLE_CUT}")

_ENDING = 2  # letters: what inflection changes of a long word
_LONG_WORD = 7
_MOST_PIECES = 16
_REST = 4  # letters: what a cut leaves of a word is seldom longer


class _Piece(NamedTuple):
    """A piece of a word, and whether a hyphen, not a cut, stands before it."""

    text: str
    is_hyphened: bool


class Hyphens:
    """Mends the words of one document.

    Args:
        texts: All that was read of it, with the marks.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = set("\n".join(texts).lower().split())
        # A word may stand in the document only as a part of "energy/heat".
        words |= {part for word in words if "/" in word for part in word.split("/")}
        self._seen = {each.strip(_AROUND) for each in words if not _MARKS.search(each)}
        self._stems = {
            each[:length]
            for each in self._seen
            for length in range(
                max(len(each) - 2 * _ENDING, _LONG_WORD - _ENDING), len(each) + 1
            )
        }

    def mended(self, text: str) -> str:
        """The text with each mark resolved."""
        if not _MARKS.search(text):
            return text
        text = _ADDRESS.sub(lambda match: _HYPHENS.sub("-", match[0]), text)
        text = _RUN.sub(self._run, text)
        return _HYPHENS.sub("-", text).replace(POSSIBLE_CUT, " ")

    def _run(self, match: re.Match[str]) -> str:
        """The pieces of a run joined to the longest words that the document has."""
        pieces = _pieces(match[0])
        words: list[str] = []
        while pieces:
            first = pieces[0]
            count, word = self._longest(pieces)
            if not words:
                words.append(word)
            elif first.is_hyphened:
                words[-1] = self._hyphened(words[-1], word)
            elif count == 1 and not self._are_two(words[-1], first.text):
                words[-1] += word
            else:
                words.append(word)
            pieces = pieces[count:]
        return " ".join(words)

    def _hyphened(self, left: str, right: str) -> str:
        whole, hyphened = left + right, f"{left}-{right}"
        is_known = whole.lower() in self._seen
        if is_known == (hyphened.lower() in self._seen):
            is_known = left[-1].islower() and right[0].islower()
        return whole if is_known else hyphened

    def _longest(self, pieces: Sequence[_Piece]) -> tuple[int, str]:
        """How many pieces from the first make a known word, and that; 1 where none do."""
        counts = range(min(len(pieces), _MOST_PIECES), 1, -1)
        words = [(count, [*_spellings(pieces[:count])]) for count in counts]
        for count, spellings in words:
            for word in spellings:
                if word.lower() in self._seen:
                    return count, word
        for count, spellings in words:
            if pieces[count - 1].text.lower() in self._seen:
                continue
            for word in spellings:
                if len(word) >= _LONG_WORD and word[:-_ENDING].lower() in self._stems:
                    return count, word
        return 1, pieces[0].text

    def _are_two(self, left: str, right: str) -> bool:
        """Whether two pieces that make no known word are words of their own."""
        is_word = len(right) > 1 and (
            left.lower() in self._seen
            or (len(right) >= _REST and right.lower() in self._seen)
        )
        return is_word or len(right) > _REST


def _pieces(run: str) -> list[_Piece]:
    return [
        _Piece(text, mark.startswith(LINE_END_HYPHENS))
        for mark, text in _PIECE.findall(run)
    ]


def _spellings(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The pieces as one word, then as one with its hyphens, then with but one of them."""
    texts = [piece.text for piece in pieces]
    yield "".join(texts)
    places = [
        index for index, piece in enumerate(pieces) if index and piece.is_hyphened
    ]
    for kept in [places] * (len(places) > 1) + [[place] for place in places]:
        yield "".join(
            f"-{text}" if index in kept else text for index, text in enumerate(texts)
        )
