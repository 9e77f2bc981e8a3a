"""Finds the words of a quote in the runs of a paragraph as it stands in the file.

A quote is text as a reader of the page sees it: tidied, with the number that Word prints
in front, over runs, links and insertions. It is sought by its letters and digits alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.sdk import squash, squash_with_offsets

_UNSEEN = frozenset(
    {
        tags.P_PROPERTIES,
        tags.DELETED,
        tags.MOVED_FROM,
        tags.ALTERNATE,
        tags.DRAWING,
        tags.PICTURE,
        tags.OBJECT,
        tags.TBL,
        tags.P,
        tags.RUBY_TEXT,
    }
)
"""What a paragraph may hold that is no text of its own."""

_LONGEST_LABEL = 3
"""Words in front of a quote that may be printed by numbering and stand in no run."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place between two characters: in a text node, `offset` characters from its start."""

    text: etree._Element
    offset: int


class Words:
    """The words of a quote, to be sought in paragraphs."""

    def __init__(self, quote: str) -> None:
        self._quote = quote
        self._words = quote.split()
        label = sum(map(len, self._words[: _LONGEST_LABEL - 1]))
        self._shortest = max(sum(map(str.isalnum, quote)) - label, 1)

    def find(self, paragraph: etree._Element) -> tuple[Point, Point] | None:
        """Where the quote begins and ends in a paragraph; None where it is not in it."""
        texts = list(_texts(paragraph))
        pieces = [each.text or "" for each in texts]
        found = self._span("".join(pieces))
        if found is None:
            return None
        first, last = found
        ends = list(accumulate(map(len, pieces)))
        start = next(index for index, end in enumerate(ends) if first < end)
        stop = next(index for index, end in enumerate(ends) if last <= end)
        begins = [0, *ends]
        return (
            Point(texts[start], first - begins[start]),
            Point(texts[stop], last - begins[stop]),
        )

    def _span(self, whole: str) -> tuple[int, int] | None:
        """Half-open offsets of the quote in a text, found as it is or by its letters."""
        if len(whole) < self._shortest:
            return None
        start = whole.find(self._quote)
        if start >= 0:
            return start, start + len(self._quote)
        letters, offsets = squash_with_offsets(whole)
        for label_length in range(min(_LONGEST_LABEL, len(self._words))):
            sought = squash(" ".join(self._words[label_length:]))
            start = letters.find(sought)
            if sought and start >= 0:
                return offsets[start], offsets[start + len(sought) - 1] + 1
        return None


def _texts(element: etree._Element) -> Iterator[etree._Element]:
    """The text nodes that a paragraph shows, those of what is anchored in it left out."""
    for each in element:
        if each.tag == tags.T:
            yield each
        elif each.tag not in _UNSEEN and len(each):
            yield from _texts(each)
