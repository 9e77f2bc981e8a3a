"""How well a page could be read: no text layer, or a damaged one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plancheck.readers.pdf.rulings import Rulings
from plancheck.readers.pdf.words import Word, in_lines, joined
from plancheck.sdk import Gap, Health, Location, Message, lazy_pattern

_SCAN = 0.5  # of the page: a picture so large is what there is to read on it
_FEW_LETTERS = 60  # a page with a large picture and fewer letters has no text layer
_MIN_LETTERS = 150  # with fewer, shares say nothing
_MIN_WORDS, _MIN_LONG = 100, 20
_SAMPLE = 80  # words of a page that are looked at
_DAMAGED_SHARE = 0.12
_LONE_SHARE = 0.5
_LONG = 15  # letters of a word on average: of lines whose gaps are all alike
_VOWELLESS_SHARE = 0.45

_BROKEN = lazy_pattern(r"[\ufffd\ue000-\uefff\x00-\x08\x0e-\x1f\U000f0000-\U0010fffd]")
_LATIN = lazy_pattern(r"[A-Za-zÀ-ž]")
_VOWEL = lazy_pattern(r"[aeiouyāēīūōäöüéèàáíóúâêîôûåæøąęįųėüő]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageHealth:
    """What a page's text tells of itself; an unopened page is neither scan nor damaged.

    The text of a recognised page was read from its picture. A photograph is no scan:
    there is nothing to read on it. A figure is one whose words were not read.
    """

    letters: int = 0
    is_scan: bool = False
    is_damaged: bool = False
    is_unopened: bool = False
    is_cut: bool = False
    is_recognised: bool = False
    is_photograph: bool = False
    is_figure: bool = False

    @property
    def flaw(self) -> str:
        """What is wrong, by the key of `_FLAWS`; empty where nothing is."""
        if self.is_unopened:
            return "unopened"
        if self.is_scan:
            return "scan"
        if self.is_figure:
            return "figure"
        return "damaged" if self.is_damaged else ""


_FLAWS = {
    "unopened": (
        "Page {first} could not be opened.",
        "Pages {first} to {last} could not be opened.",
    ),
    "scan": (
        "Page {first} is a picture without text, as a scanner makes it.",
        "Pages {first} to {last} are pictures without text, as a scanner makes them.",
    ),
    "figure": (
        "Page {first} is a picture, such as a map or a diagram, whose words are not read.",
        "Pages {first} to {last} are pictures, such as maps, whose words are not read.",
    ),
    "damaged": (
        "Page {first} has damaged text, whose letters cannot be told.",
        "Pages {first} to {last} have damaged text, whose letters cannot be told.",
    ),
}


_PICTURES = frozenset({"scan", "figure"})
RECOGNISABLE = frozenset({"scan", "figure", "damaged"})
"""Flaws of pages that can be read from their pictures."""


def health_of(text: str, words: Sequence[Word], rulings: Rulings) -> PageHealth:
    """The health of a page with this text and these shapes."""
    letters = len(text) - text.count(" ") - text.count("\n") - text.count("\r")
    is_scan = rulings.image_share >= _SCAN and letters < _FEW_LETTERS
    is_damaged = letters >= _MIN_LETTERS and (
        _has_broken_letters(text, words, letters) or _has_no_words(words)
    )
    return PageHealth(letters, is_scan, is_damaged, is_cut=rulings.is_cut)


def _has_broken_letters(text: str, words: Sequence[Word], letters: int) -> bool:
    """Whether many characters are none of a language.

    Bullets are often of the private use area: one that is a word of its own does not
    count.
    """
    if len(_BROKEN.findall(text)) <= _DAMAGED_SHARE * letters:
        return False
    inside = (len(_BROKEN.findall(word.text)) for word in words if len(word.text) > 1)
    return sum(inside) > _DAMAGED_SHARE * letters


def _has_no_words(words: Sequence[Word]) -> bool:
    """Whether the letters form no words: they stand alone, or without vowels."""
    texts = [word.text for word in words[:: len(words) // _SAMPLE + 1]]
    latin = [text for text in texts if _LATIN.search(text)]
    if len(latin) * 2 < len(texts) or len(words) < _MIN_WORDS:
        return False
    lone = sum(len(text) == 1 for text in latin)
    if lone > _LONE_SHARE * len(texts):
        return not _come_together(words)
    long = [text for text in latin if len(text) > 3 and text.isalpha()]
    vowelless = sum(not _VOWEL.search(text) for text in long)
    return len(long) >= _MIN_LONG and vowelless > _VOWELLESS_SHARE * len(long)


def _come_together(words: Sequence[Word]) -> bool:
    """Whether letters set apart for looks are words again by the width of their gaps."""
    parts = [part for line in in_lines(words) for part in joined(line).split()]
    lengths = [len(part) for part in parts if part.isalpha()]
    lone = lengths.count(1)
    return lone < _LONE_SHARE * len(lengths) and sum(lengths) < _LONG * len(lengths)


def gaps(name: str, pages: Sequence[PageHealth]) -> Iterator[Gap]:
    """A gap for each run of pages with the same flaw, but for the pictures of a cover.

    Args:
        name: The document.
        pages: All of it, in order.
    """
    numbered = enumerate(pages, start=1)
    for flaw, run in groupby(numbered, key=lambda each: each[1].flaw):
        numbers = [number for number, _ in run]
        if not flaw or (flaw in _PICTURES and _is_cover(numbers, len(pages))):
            continue
        first, last = numbers[0], numbers[-1]
        one, several = _FLAWS[flaw]
        reason = (
            Message.of(one, first=first)
            if first == last
            else Message.of(several, first=first, last=last)
        )
        place = Location(document=name, page_number=first)
        yield Gap(reason, place, is_figure=flaw == "figure")


def recognition_notes(
    pages: Sequence[PageHealth], *, has_ocr: bool
) -> Iterator[Message]:
    """That pages were read from their pictures, or that they can be."""
    recognised = sum(page.is_recognised for page in pages)
    if recognised:
        yield Message.of(
            "Pages without usable text that Tesseract read from their pictures: {count}; "
            "their words and figures may have mistakes.",
            count=recognised,
        )
    elif not has_ocr and any(page.flaw in RECOGNISABLE for page in pages):
        yield Message("Pages without usable text can be read with --ocr.")


def photograph_notes(pages: Sequence[PageHealth]) -> Iterator[Message]:
    """Which pages were taken for photographs, so that a user may see that they are."""
    numbers = [n for n, page in enumerate(pages, start=1) if page.is_photograph]
    if numbers:
        yield Message.of(
            "Pages taken for photographs, with nothing to read on them: {pages}.",
            pages=", ".join(map(str, numbers)),
        )


def _is_cover(numbers: Sequence[int], count: int) -> bool:
    """Whether a picture alone is the first or the last page of several."""
    return len(numbers) == 1 and numbers[0] in {1, count} and count > 2


def document_health(pages: Sequence[PageHealth]) -> Health:
    """Shares of pages with text, and of pages whose text is damaged."""
    count = max(len(pages), 1)
    without = sum(bool(page.flaw) and not page.is_damaged for page in pages)
    damaged = sum(page.is_damaged for page in pages)
    return Health(text_pages=1 - without / count, damaged=damaged / count)
