"""The names of municipalities in a text, and whether two of them are two municipalities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plancheck.model.evidence import Quote
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS

_NAME = rf"[{CAPITALS}]\w{{1,40}}"


@dataclass(frozen=True, slots=True)
class StatedMunicipality:
    """The municipalities that a document says it is of, and the line that says so."""

    names: tuple[str, ...]
    quote: Quote
    document: str

    def is_other_than(
        self, other: "StatedMunicipality", vocabulary: Vocabulary
    ) -> bool:
        """Whether no municipality of the one can be one of the other."""
        return not any(
            _may_be_same(one, another, vocabulary)
            for one in self.names
            for another in other.names
        )


def municipalities_in(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The municipalities that a text names, in the nominative.

    >>> from plancheck.programme.vocabulary_files import load_vocabulary
    >>> title = "LEJASUPES NOVADA attīstības programma"
    >>> list(municipalities_in(title, load_vocabulary("lv")))
    ['Lejasupes novads']
    >>> title = "Development programme of Alderbrook municipality"
    >>> list(municipalities_in(title, load_vocabulary("en")))
    ['Alderbrook Municipality']
    """
    for kind in ("owning municipality", "municipality"):
        yield from _names_of(text, kind, vocabulary)


def owners_in(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The municipalities that a text names as those that what follows is of.

    Latvian does so in the genitive; English says it behind: `plan of Alderbrook`.
    """
    return _names_of(text, "owning municipality", vocabulary)


def regions_in(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The planning regions that a text names, in the nominative.

    >>> from plancheck.programme.vocabulary_files import load_vocabulary
    >>> title = "DIŽLEJAS PLĀNOŠANAS REĢIONA attīstības programma"
    >>> list(regions_in(title, load_vocabulary("lv")))
    ['Dižlejas plānošanas reģions']
    """
    return _names_of(text, "region", vocabulary)


def _names_of(text: str, kind: str, vocabulary: Vocabulary) -> Iterator[str]:
    for form in vocabulary.names.get(kind, ()):
        for name in _compiled(form.expression).findall(text):
            if name[0].isupper():  # "jaunā novada" names none
                titled = name.title().replace(" Of ", " of ")
                yield form.nominative.format(titled if name.isupper() else name)


@lru_cache(maxsize=64)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace("NAME", _NAME))


def _may_be_same(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two names may be one place: the same name, and not a novads and a city.

    >>> from plancheck.programme.vocabulary_files import load_vocabulary
    >>> latvian = load_vocabulary("lv")
    >>> _may_be_same("Jelgavas pilsēta", "Jelgavas valstspilsēta", latvian)
    True
    >>> _may_be_same("Jelgavas novads", "Jelgavas valstspilsēta", latvian)
    False
    """
    words, others = (set(fold(each).split()) for each in (one, other))
    kinds = _folded(vocabulary, "municipality_kinds")
    if not (words & others) - kinds:
        return False
    return len((words | others) & _folded(vocabulary, "kinds_apart")) <= 1


def _folded(vocabulary: Vocabulary, name: str) -> frozenset[str]:
    return frozenset(fold(term.notation) for term in vocabulary.words.get(name, ()))
