"""The words of one language: concepts with their terms, read from TOML files."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plancheck import vocabularies
from plancheck.errors import PlancheckError
from plancheck.programme.terms import Concept, Term, TermList

LANGUAGES = ("lv", "en")


class UnknownConceptError(PlancheckError):
    """A rule asks for a concept that the language's vocabulary does not have."""

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        self.language = language
        super().__init__(
            f"The vocabulary of “{language}” has no concept “{name}”; "
            f'add [concepts."{name}"] with its terms to it.'
        )


@dataclass(frozen=True)
class Vocabulary:
    """A language's concepts: parts by heading, columns by header cell, the rest by text."""

    language: str
    parts: Mapping[str, Concept]
    columns: Mapping[str, Concept]
    concepts: Mapping[str, Concept]
    words: Mapping[str, tuple[Term, ...]]
    levels: Mapping[str, tuple[Term, ...]]
    kinds: Mapping[str, tuple[Term, ...]]
    other_kinds: Mapping[str, tuple[Term, ...]]

    def concept(self, name: str) -> Concept:
        """A concept by its name.

        Raises:
            UnknownConceptError: The vocabulary does not have it.
        """
        found = (
            self.concepts.get(name) or self.parts.get(name) or self.columns.get(name)
        )
        if found is None:
            raise UnknownConceptError(name, self.language)
        return found

    def label(self, name: str) -> str:
        """What a concept is called in this language; its own name where it has no entry."""
        known = (
            self.concepts.get(name) or self.parts.get(name) or self.columns.get(name)
        )
        return known.label if known else name

    def has_word(self, name: str, folded: str, printed: str) -> bool:
        """Whether one of the words of a list stands in the text."""
        listed = self._word_lists.get(name)
        return listed is not None and listed.is_in(folded, printed)

    def patterns(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The words of a list as patterns for folded text; empty where there is no list."""
        listed = self._word_lists.get(name)
        return (listed.pattern,) if listed and listed.pattern else ()

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


def load_vocabulary(language: str, extra: Iterable[Path] = ()) -> Vocabulary:
    """The vocabulary of a language, with the terms that plugins add to it.

    Args:
        language: BCP 47, such as "lv".
        extra: TOML files of plugins; those of other languages are left out.
    """
    return _load(language, tuple(extra))


@lru_cache(maxsize=8)
def _load(language: str, extra: tuple[Path, ...]) -> Vocabulary:
    own = sorted(Path(vocabularies.__path__[0]).glob(f"{language}*.toml"))
    tables: dict[str, Any] = {}
    for path in (*own, *extra):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        if read.pop("language", language) == language:
            _merge(tables, read)
    return Vocabulary(
        language,
        parts=_concepts(tables.get("parts", {})),
        columns=_concepts(tables.get("columns", {})),
        concepts=_concepts(tables.get("concepts", {})),
        words=_term_lists(tables.get("words", {})),
        levels=_term_lists(tables.get("levels", {})),
        kinds=_term_lists(tables.get("kinds", {}).get("programme", {})),
        other_kinds=_term_lists(tables.get("kinds", {}).get("other", {})),
    )


def _merge(known: dict[str, Any], added: dict[str, Any]) -> None:
    """Add a file's tables and terms to those of the files before it."""
    for key, value in added.items():
        if isinstance(value, dict):
            _merge(known.setdefault(key, {}), value)
        elif isinstance(value, list):
            known[key] = [*known.get(key, []), *value]
        else:
            known[key] = value


def _terms(notations: Iterable[str]) -> tuple[Term, ...]:
    return tuple(map(Term, notations))


def _concepts(table: Mapping[str, Any]) -> Mapping[str, Concept]:
    return MappingProxyType(
        {
            name: Concept(
                name,
                label=entry.get("label", name),
                terms=_terms(entry.get("terms", ())),
                exclusions=_terms(entry.get("not", ())),
            )
            for name, entry in table.items()
        }
    )


def _term_lists(table: Mapping[str, list[str]]) -> Mapping[str, tuple[Term, ...]]:
    return MappingProxyType({name: _terms(listed) for name, listed in table.items()})
