"""How a number moved or will move, told in a sentence without the word trend or forecast."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import speaks_of
from plancheck.sdk import Paragraph, Part, Programme, Quote, sentences

_YEAR = re.compile(r"(?:19|20)\d\d\.?")
_HEADER_ROWS = 2
_LONGEST_LABEL = 30
_COUNTED = "counted thing"
_AMOUNT = "amount of change"
_TIMES = {"trend": "time gone by", "forecast": "time to come"}
"""Concept of the vocabulary, and the one by which a sentence says when."""


def told_changes(programme: Programme, part: Part, concept: str) -> Iterator[Quote]:
    """The sentences of a part that tell a trend, or a forecast, of something counted.

    Each says what is counted, over which time, and by how much it changes; the programme's
    own work is none of that, nor is what nobody knows.
    """
    for paragraph in part.paragraphs:
        if not isinstance(paragraph, Paragraph):
            continue
        for sentence in sentences(paragraph.text):
            text = sentence.text
            wanted = (_TIMES[concept], _COUNTED, _AMOUNT)
            if all(speaks_of(programme, each, text) for each in wanted):
                if not programme.vocabulary.is_plain(text):
                    continue
                yield Quote(text, paragraph.location)
    if concept == "trend":
        yield from _shown_changes(programme, part)


def _shown_changes(programme: Programme, part: Part) -> Iterator[Quote]:
    """The headers of tables that show a change between two years: `2019 | 2025 | Change, %`."""
    for table in part.tables:
        for row_index in range(min(_HEADER_ROWS, table.row_count)):
            texts = tuple(dict.fromkeys(filter(None, table.row_texts(row_index))))
            years = sum(bool(_YEAR.fullmatch(text.strip())) for text in texts)
            labels = [text for text in texts if len(text) <= _LONGEST_LABEL]
            if years > 1 and any(
                speaks_of(programme, "change over years", label) for label in labels
            ):
                yield Quote(" | ".join(texts), table.location_of(row_index))
