"""The words of one language: concepts with their terms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from plancheck.errors import PlancheckError
from plancheck.programme.concepts import Concept, TermList
from plancheck.programme.terms import Term
from plancheck.text.folding import fold


class UnknownConceptError(PlancheckError):
    """A rule asks for a concept that the language's vocabulary does not have."""

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        self.language = language
        super().__init__(
            "The vocabulary of the language “{language}” has no words for “{concept}”.",
            language=language,
            concept=name,
        )


class NameForm(NamedTuple):
    """How a language writes a name: an expression for text as printed, and its nominative.

    `NAME` stands in the expression for a word with a capital, and `{}` in the nominative
    for what the first group has found.
    """

    expression: str
    nominative: str


@dataclass(frozen=True)
class Vocabulary:
    """A language's concepts: parts by heading, columns by header cell, the rest by text.

    `is_of_region` is true for the words of a planning region's programme, whose units are
    municipalities and whose neighbours are regions.
    """

    language: str
    parts: Mapping[str, Concept]
    columns: Mapping[str, Concept]
    concepts: Mapping[str, Concept]
    words: Mapping[str, tuple[Term, ...]]
    levels: Mapping[str, tuple[Term, ...]]
    kinds: Mapping[str, tuple[Term, ...]]
    other_kinds: Mapping[str, tuple[Term, ...]]
    names: Mapping[str, tuple[NameForm, ...]]
    is_of_region: bool = False

    def concept(self, name: str) -> Concept:
        """A concept by its name.

        Raises:
            UnknownConceptError: The vocabulary does not have it.
        """
        found = self._by_name.get(name)
        if found is None:
            raise UnknownConceptError(name, self.language)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Concept]:
        """All concepts; what text speaks of comes before parts, and these before columns."""
        return {**self.columns, **self.parts, **self.concepts}

    def label(self, name: str) -> str:
        """What a concept is called in this language; its own name where it has no entry."""
        known = self._by_name.get(name)
        return known.label if known else name

    @property
    def labels(self) -> tuple[str, ...]:
        """What all its concepts are called in this language."""
        tables = (self.parts, self.columns, self.concepts)
        return tuple(each.label for table in tables for each in table.values())

    def has_word(self, name: str, folded: str, printed: str) -> bool:
        """Whether one of the words of a list stands in the text.

        Raises:
            UnknownConceptError: The vocabulary has no such list.
        """
        return self._has_word(name, folded, printed)

    @cached_property
    def _has_word(self) -> Callable[[str, str, str], bool]:
        """Names and units repeat, and each is asked for the same words again."""

        @lru_cache(maxsize=4096)
        def has_word(name: str, folded: str, printed: str) -> bool:
            return self._word_list(name).is_in(folded, printed)

        return has_word

    def patterns(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The words of a list as patterns for folded text.

        Raises:
            UnknownConceptError: The vocabulary has no such list.
        """
        pattern = self._word_list(name).pattern
        return (pattern,) if pattern else ()

    @cached_property
    def is_plain(self) -> Callable[[str], bool]:
        """Tells whether a text neither denies nor promises anything; texts are asked often."""

        @lru_cache(maxsize=4096)
        def is_plain(text: str) -> bool:
            folded = fold(text)
            return not self._denying_or_promising.is_in(folded, folded)

        return is_plain

    @cached_property
    def _denying_or_promising(self) -> TermList:
        """Both lists as one, so that a text is looked through once."""
        lists = map(self._word_list, ("negation", "promise"))
        return TermList(tuple(term for each in lists for term in each.folded.terms))

    def denies(self, folded: str) -> bool:
        """Whether a word stands in folded text that says of a thing that it is not so."""
        return self._word_list("negation").folded.is_in(folded, folded)

    def promises(self, folded: str) -> bool:
        """Whether a word stands in folded text that puts a thing off."""
        return self._word_list("promise").folded.is_in(folded, folded)

    def words_as_concept(self, name: str) -> Concept:
        """The words of a list as a concept, to be sought as others are.

        Raises:
            UnknownConceptError: The vocabulary has no such list.
        """
        return Concept(name, name, self._word_list(name).terms)

    def _word_list(self, name: str) -> TermList:
        if name not in self._word_lists:
            raise UnknownConceptError(name, self.language)
        return self._word_lists[name]

    @cached_property
    def _word_lists(self) -> Mapping[str, TermList]:
        return {name: TermList(terms) for name, terms in self.words.items()}

    @cached_property
    def code_prefixes(self) -> Mapping[str, str]:
        """The level that each code prefix stands for, such as "RV" for direction."""
        return MappingProxyType(
            {
                term.notation[1:]: level
                for level, terms in self.levels.items()
                for term in terms
                if term.is_exact
            }
        )
