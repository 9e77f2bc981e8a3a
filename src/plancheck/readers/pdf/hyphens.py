"""Words that a line end parted: was it a hyphen of their own, one put there, or a cut?

PDFium gives one mark for both kinds of hyphen, and a narrow cell cuts a word without any.
The document's other words tell which one it was.
"""

import re
from collections.abc import Iterable

from plancheck.readers.pdf.words import LINE_END_HYPHENS, POSSIBLE_CUT

_HYPHENED = re.compile(rf"(?<!\w)(\w++)[{LINE_END_HYPHENS}]\s?(\w*)")
_CUT = re.compile(rf"(?<!\w)(\w++){POSSIBLE_CUT}(\w+)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_HYPHENS = re.compile(f"[{LINE_END_HYPHENS}]")
_AROUND = ".,;:!?()[]„“”«»\"'…/"
_MARKS = re.compile(rf"[{LINE_END_HYPHENS}{POSSIBLE_CUT}]")

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
            for left, right in (*_HYPHENED.findall(word), *_CUT.findall(word)):
                wanted |= {f"{left}{right}", f"{left}-{right}", left, right}
        self._seen = wanted.intersection(each.strip(_AROUND) for each in words - marked)

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
        left, right = match[1], match[2]
        is_word = len(right) > 1 and (
            left.lower() in self._seen
            or (len(right) >= _REST and right.lower() in self._seen)
        )
        is_whole = (left + right).lower() in self._seen
        if not is_whole and (is_word or len(right) > _REST):
            return f"{left} {right}"
        return left + right
