"""Words that a line end parted: was it a hyphen of their own, one put there, or a cut?

PDFium gives one mark for both kinds of hyphen, and a narrow cell cuts a word without any.
The document's other words tell which one it was.
"""

import re
from collections.abc import Iterable, Iterator

from plancheck.readers.pdf.words import LINE_END_HYPHENS, POSSIBLE_CUT
from plancheck.sdk import lazy_pattern

_HYPHENED = lazy_pattern(rf"(?<!\w)(\w++)[{LINE_END_HYPHENS}]\s?(\w*)")
_CUT = lazy_pattern(rf"(?<!\w)\w++(?:{POSSIBLE_CUT}\w++)+")
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)\S+")
_HYPHENS = lazy_pattern(f"[{LINE_END_HYPHENS}]")
_AROUND = ".,;:!?()[]„“”«»\"'…/"
_MARKS = lazy_pattern(rf"[{LINE_END_HYPHENS}{POSSIBLE_CUT}]")

_ENDING = 2  # letters: what inflection changes of a long word
_LONG_WORD = 7
_MOST_PIECES = 8
_REST = 4  # letters: what a cut leaves of a word is seldom longer


class Hyphens:
    """Mends the words of one document.

    Args:
        texts: All that was read of it, with the marks.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = set("\n".join(texts).lower().split())
        marked = {word for word in words if _MARKS.search(word)}
        wanted: set[str] = set()
        for word in marked:
            for left, right in _HYPHENED.findall(word):
                wanted |= {f"{left}{right}", f"{left}-{right}", left, right}
            for run in _CUT.findall(word):
                wanted |= set(_joins(run.split(POSSIBLE_CUT)))
        stems = {each[:-_ENDING] for each in wanted if len(each) >= _LONG_WORD}
        whole = {each.strip(_AROUND) for each in words - marked}
        self._seen = wanted & whole
        self._stems = stems & {
            each[:length]
            for each in whole
            for length in range(
                max(len(each) - 2 * _ENDING, _LONG_WORD - _ENDING), len(each)
            )
        }

    def mended(self, text: str) -> str:
        """The text with each mark resolved."""
        if not _MARKS.search(text):
            return text
        text = _ADDRESS.sub(lambda match: _HYPHENS.sub("-", match[0]), text)
        text = _HYPHENED.sub(self._hyphened, text)
        text = _CUT.sub(self._cut, text)
        return (
            text.replace("\ufffe", "-").replace("\x02", "-").replace(POSSIBLE_CUT, " ")
        )

    def _hyphened(self, match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        whole, hyphened = left + right, f"{left}-{right}"
        if not right:
            return f"{left}-"
        is_known = whole.lower() in self._seen
        if is_known == (hyphened.lower() in self._seen):
            is_known = left[-1].islower() and right[0].islower()
        return whole if is_known else hyphened

    def _cut(self, match: re.Match[str]) -> str:
        """The pieces of a run joined to the longest words that the document has."""
        pieces = match[0].split(POSSIBLE_CUT)
        words: list[str] = []
        while pieces:
            count = self._longest(pieces)
            if count == 1 and words and not self._are_two(words[-1], pieces[0]):
                words[-1] += pieces[0]
            else:
                words.append("".join(pieces[:count]))
            pieces = pieces[count:]
        return " ".join(words)

    def _longest(self, pieces: list[str]) -> int:
        """How many pieces from the first make a known word; 1 where none do."""
        for count in range(len(pieces), 1, -1):
            word = "".join(pieces[:count]).lower()
            if word in self._seen:
                return count
            is_word = pieces[count - 1].lower() in self._seen
            if (
                len(word) >= _LONG_WORD
                and not is_word
                and word[:-_ENDING] in self._stems
            ):
                return count
        return 1

    def _are_two(self, left: str, right: str) -> bool:
        """Whether two pieces that make no known word are words of their own."""
        is_word = len(right) > 1 and (
            left.lower() in self._seen
            or (len(right) >= _REST and right.lower() in self._seen)
        )
        return is_word or len(right) > _REST


def _joins(pieces: list[str]) -> Iterator[str]:
    """The pieces of a word, and all that follow each other put together."""
    for start in range(len(pieces)):
        for end in range(start + 1, min(len(pieces), start + _MOST_PIECES) + 1):
            yield "".join(pieces[start:end])
