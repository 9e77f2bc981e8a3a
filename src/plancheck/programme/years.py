"""Years in labels and cells: those that one names, or the one that is all it says."""

from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ALONE = lazy_pattern(r"\W*(?P<year>(?:19|20)\d\d)\.?\s*(?P<noun>\w*)\W*")


def years_in_label(label: str) -> tuple[int, ...]:
    """The years that a label names, in reading order."""
    return tuple(map(int, _YEAR.findall(label)))


def year_alone(text: str, vocabulary: Vocabulary) -> int | None:
    """The year that is all that a text says; None where it says anything else.

    >>> from plancheck.programme.vocabulary_files import load_vocabulary
    >>> year_alone("2027. gads", load_vocabulary("lv"))
    2027
    >>> year_alone("2027 EUR", load_vocabulary("lv")) is None
    True
    """
    found = _ALONE.fullmatch(text)
    if found is None:
        return None
    noun = found["noun"]
    is_alone = not noun or vocabulary.has_word("year_nouns", fold(noun), noun)
    return int(found["year"]) if is_alone else None
