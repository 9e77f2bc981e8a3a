"""Concepts and lists of words: terms that are sought together."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from plancheck.programme.terms import Term
from plancheck.programme.words import WORD, Span, word_beginning

_MANY = 16
"""Stems that take longer to look for in a text than its words to look up."""


@dataclass(frozen=True)
class TermList:
    """Terms that are sought together, each once for each of its openings."""

    terms: tuple[Term, ...]

    @cached_property
    def _in_folded(self) -> Sequence[tuple[str, Term]]:
        return _by_opening(term for term in self.terms if not term.is_exact)

    @cached_property
    def _in_printed(self) -> Sequence[tuple[str, Term]]:
        return _by_opening(term for term in self.terms if term.is_exact)

    @cached_property
    def _is_telling(self) -> Callable[[str], bool] | None:
        """Whether a word may be of a match; None where words do not tell, or few need to."""
        stems = tuple(stem for term in self.terms for stem in term.stems)
        is_told = len(stems) > _MANY and all(term.stems for term in self.terms)
        return word_beginning(stems) if is_told else None

    def possible(self, folded: str, printed: str) -> Collection[Term]:
        """The terms that may stand in a text, by what they begin with."""
        told = self._is_telling
        if told is not None and not any(map(told, WORD.findall(folded))):
            return ()
        found = [term for opening, term in self._in_folded if opening in folded]
        if self._in_printed:
            found += [term for opening, term in self._in_printed if opening in printed]
        return dict.fromkeys(found) if len(found) > 1 else found

    def spans(self, folded: str, printed: str) -> Sequence[Span]:
        """Where any of the terms stands, term by term."""
        possible = self.possible(folded, printed)
        return [span for term in possible for span in term.spans(folded, printed)]

    def is_in(self, folded: str, printed: str) -> bool:
        """Whether one of the terms stands anywhere in the text."""
        return any(
            term.is_in(folded, printed) for term in self.possible(folded, printed)
        )

    @cached_property
    def folded(self) -> "TermList":
        """The terms that are sought in folded text: all but the exact ones."""
        return TermList(tuple(term for term in self.terms if not term.is_exact))

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Matches any of the terms in folded text; exact terms are left out."""
        sources = [f"(?:{term.source})" for term in self.folded.terms]
        return re.compile("|".join(sources)) if sources else None


def _by_opening(terms: Iterable[Term]) -> Sequence[tuple[str, Term]]:
    """The terms with each of the letters that one may begin with."""
    return [(opening, term) for term in terms for opening in term.openings or ("",)]


@dataclass(frozen=True)
class Concept:
    """A thing that programmes speak of, with the terms that they use for it.

    A text that holds one of `exclusions` does not speak of it, whatever else it holds:
    they name the traps, such as `dabas resursi` for resources.
    """

    name: str
    label: str
    terms: tuple[Term, ...]
    exclusions: tuple[Term, ...] = ()

    @property
    def readable_terms(self) -> tuple[str, ...]:
        """The first terms as shown to a user: what was sought."""
        readable = dict.fromkeys(term.readable for term in self.terms if term.readable)
        return tuple(readable)[:6] or (self.label,)

    @cached_property
    def _listed(self) -> TermList:
        return TermList(self.terms)

    @cached_property
    def _barred(self) -> TermList:
        return TermList(self.exclusions)

    def spans(self, folded: str, printed: str) -> tuple[Span, ...]:
        """Where the concept stands, in reading order, exclusions left out.

        Args:
            folded: The text, folded.
            printed: The text as printed, as long as the other.
        """
        found = self._listed.spans(folded, printed)
        barred = self._barred.spans(folded, printed) if found else ()
        return self.told(found, barred)

    def told(self, found: Sequence[Span], barred: Sequence[Span]) -> tuple[Span, ...]:
        """What its terms have found in a text, where no exclusion stands, in order."""
        kept = _without_overlaps(found, barred) if barred else found
        return tuple(sorted(set(kept)) if len(kept) > 1 else kept)


def _without_overlaps(spans: Sequence[Span], barred: Sequence[Span]) -> list[Span]:
    """The spans that share no letter with a barred one."""
    return [span for span in spans if not any(_overlap(span, bar) for bar in barred)]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
