"""In what sums count where their columns do not say so: `All amounts are in thousand euro`."""

import re
from collections.abc import Iterable, Mapping

from plancheck.model.document import Document
from plancheck.model.table import Table
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.amounts import CURRENCY, SCALE, currency_in, scale_in
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

_MONEY = SHARE_COLUMNS | {"amount", "running cost"}
_OPENING = 40
"""Characters of a sentence within which it names the sums that it is about."""
_UNIT = lazy_pattern(rf"(?<!\d)(?<!\d )(?:{SCALE} ?{CURRENCY}|{CURRENCY} ?{SCALE})")
_MARKS = (
    *("tukst", "milj", "ml", "mio", "bn", "thousand", "million", "billion", "'000"),
    *("meur", "m€", "teur", "t€", "keur", "k€", "k eur", "k €"),
)
"""Letters one of which every scale has: few texts have one, and only they are searched."""


class ToldScale:
    """Adds to labels of money in what they count, as a caption or the document tells."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        """Keep what the document says of all its sums; nothing, where it says nothing."""
        self._of_all = _told_in((each.text for each in document.paragraphs), vocabulary)

    def labels(self, labels: Mapping[str, str], table: Table) -> Mapping[str, str]:
        """The labels, those of sums that tell neither currency nor scale with both.

        Args:
            labels: By what each column is about.
            table: Where the columns stand; what its caption says goes first.
        """
        own = _unit_in(fold(table.caption))
        unit = (
            own[0] if own else "" if currency_in(fold(table.caption)) else self._of_all
        )
        if not unit:
            return labels
        return {
            concept: f"{label}, {unit}" if _is_open(concept, label) else label
            for concept, label in labels.items()
        }


def _unit_in(folded: str) -> re.Match[str] | None:
    return _UNIT.search(folded) if any(each in folded for each in _MARKS) else None


def _is_open(concept: str, label: str) -> bool:
    folded = fold(label)
    is_told = currency_in(folded) or scale_in(folded) != 1 or "%" in folded
    return concept in _MONEY and not is_told


def _told_in(texts: Iterable[str], vocabulary: Vocabulary) -> str:
    """The scale and currency that a sentence on the sums gives; empty where none does."""
    if "told_sums" not in vocabulary.words:
        return ""
    for text in texts:
        if not _unit_in(fold(text)):
            continue
        for sentence in sentences(text):
            folded = fold(sentence.text)
            unit = _unit_in(folded)
            opening = sentence.text[:_OPENING]
            if unit and vocabulary.has_word("told_sums", fold(opening), opening):
                return unit[0]
    return ""
