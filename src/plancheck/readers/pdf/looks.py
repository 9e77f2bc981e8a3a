"""How paragraphs look, and which of them look like headings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.readers.pdf.heading_numbers import without_number
from plancheck.readers.pdf.pages import PageTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.sdk import ParagraphRole, caption_kind

LARGER = 0.7
"""Points by which the letters of a heading are larger than those of the text."""

_MAX_LETTERS, _MAX_WORDS = 160, 22
_SENTENCE_END = (".", ";", ",", ":", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Look:
    """What ranks headings without numbers."""

    size: float
    is_bold: bool
    is_capitals: bool


class Looks:
    """Tells the looks of letters, where names of fonts do not tell bold ones too."""

    def __init__(self, items: Iterable[Item | PageTable], body_size: float) -> None:
        self.body_size = body_size
        lines = [
            line for item in items if isinstance(item, Item) for line in item.lines
        ]
        fonts: Counter[str] = Counter()
        large: Counter[str] = Counter()
        for line in lines:
            fonts[line.font] += len(line.text)
            if line.size > body_size + LARGER:
                large[line.font] += 1
        usual = fonts.most_common(1)[0][0] if fonts else ""
        self._bold_fonts: set[str] = set()
        if not any(line.is_bold for line in lines):
            self._bold_fonts = {font for font in large if font != usual}

    def of(self, item: Item) -> Look:
        """The look of a paragraph's first line."""
        line = item.first
        is_bold = line.is_bold or line.font in self._bold_fonts
        letters = [each for each in item.text if each.isalpha()]
        return Look(line.size, is_bold, bool(letters) and item.text.isupper())


def may_be_heading(item: Item, looks: Looks) -> bool:
    """Whether words and looks are those of a heading."""
    text = item.text
    if (
        item.level
        or item.role is not ParagraphRole.BODY
        or not 3 <= len(text) <= _MAX_LETTERS
        or len(text.split()) > _MAX_WORDS
        or text.endswith(_SENTENCE_END)
        or not text[0].isalnum()
        or text[0].islower()
        or not _is_worded(text)
        or caption_kind(text) is not None
    ):
        return False
    look = looks.of(item)
    is_large = look.size > looks.body_size + LARGER
    return is_large or look.is_bold or look.is_capitals


def _is_worded(text: str) -> bool:
    """Whether more than half of what stands behind a number is letters: `3.2.2 Ezeri`."""
    words = without_number(text)
    return sum(map(str.isalpha, words)) * 2 > len(words)
