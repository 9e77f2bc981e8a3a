"""Texts as they are shown, once the whole document is known: no marks left in them.

PDFium marks hyphens at line ends, and we mark raised digits and words that a narrow cell
may have cut; what each of them stands for, the other words and the footnotes tell.
"""

from collections.abc import Iterable
from functools import lru_cache

from plancheck.readers.pdf.footnotes import without_marks
from plancheck.readers.pdf.hyphens import Hyphens
from plancheck.sdk import lazy_pattern, tidy

_KEPT = 1 << 14
"""Texts that are kept as finished: cells repeat each other."""

_MARKED = lazy_pattern(r"[\ufffe\x02\ufdd0-\ufdda\uf000-\uf0ff]")
_SYMBOLS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf071\uf0a8", "•")
    | dict.fromkeys("\uf02d\uf0be", "–")
)
"""Letters of the fonts Symbol and Wingdings that stand in front of list items."""


def has_marks(text: str) -> bool:
    """Whether a text has anything that only the whole document tells the meaning of."""
    return bool(_MARKED.search(text))


class Finishing:
    """Finishes the texts of one document."""

    def __init__(self, texts: Iterable[str], note_marks: Iterable[str]) -> None:
        """Learn the words of the document.

        Args:
            texts: All that was read of it outside tables, with the marks.
            note_marks: What its footnotes are cited by, such as "3".
        """
        self._hyphens = Hyphens(texts)
        self._note_marks = set(note_marks)
        self.finished = lru_cache(_KEPT)(self._finished)

    def _finished(self, text: str) -> str:
        if has_marks(text):
            text = without_marks(self._hyphens.mended(text), self._note_marks)
            text = text.translate(_SYMBOLS)
        return tidy(text)
