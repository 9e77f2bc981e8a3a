"""Which of many concepts a short text names: the label of a column, or a heading."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from plancheck.programme.concepts import Concept
from plancheck.programme.index import Index
from plancheck.programme.terms import SHORTEST_SQUASHED, Term
from plancheck.programme.words import Span
from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
_KEY = 3
_SHORTEST_GLUED = 9
_GLUED_WORD = 12

_Squashed = tuple[tuple[str, Term], ...]
"""Terms, each with what its matches in squashed text begin with."""


class Naming:
    """Looks up the concepts of a vocabulary by the words of a text.

    Terms are kept by their first letters, so that a text is compared with the few that
    could stand in it and not with all of them.
    """

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._concepts = concepts
        self._named: dict[str, dict[str, list[Span]]] = {}
        self._by_opening: dict[str, list[tuple[str, Term]]] = {}
        self._expressions: dict[str, list[int]] = {}
        for name, concept in concepts.items():
            for term in concept.terms:
                key = fold(term.opening)[:_KEY]
                known = self._by_opening.setdefault(key, [])
                if not key:
                    for stem in term.stems or ("",):
                        self._expressions.setdefault(stem[:_KEY], []).append(len(known))
                known.append((name, term))

    def expect(self, texts: Iterable[str]) -> None:
        """Look through many texts at once for which concepts each of them may name.

        Most name none, and would else be compared with all terms that may begin anyhow.
        """
        index = Index(texts)
        self._named.update((text, {}) for text in index.texts)
        for name, concept in self._concepts.items():
            for number, spans in index.spans(concept.terms).items():
                self._named[index.texts[number]][name] = spans

    def letters(self, text: str) -> dict[str, int]:
        """For each concept that the text names, the most letters of it that say so.

        Words are looked for first. Squashed text is searched only where no word is
        found, and for long terms only, unless the text is letter-spaced: `piesaiste` is
        not `iesaiste`.
        """
        found = self._by_words(text)
        return self._by_squashed(text) if not found and _is_broken(text) else found

    def _by_words(self, text: str) -> dict[str, int]:
        named = self._named.get(text)
        if named is not None and not named:
            return {}
        folded = fold(text)
        found: dict[str, int] = {}
        for name, (start, end) in self._spans(folded, text, named):
            found[name] = max(found.get(name, 0), len(squash(folded[start:end])))
        return {
            name: count
            for name, count in found.items()
            if not any(
                each.is_in(folded, text) for each in self._concepts[name].exclusions
            )
        }

    def _spans(
        self, folded: str, text: str, named: Mapping[str, Iterable[Span]] | None
    ) -> Iterator[tuple[str, Span]]:
        """Where terms stand in a text, with their concepts; in `named`, what is known."""
        if named is not None and len(named) == 1:
            [(name, spans)] = named.items()
            yield from ((name, span) for span in spans)
            return
        for name, term in self._by_beginnings(folded):
            if named is None or name in named:
                yield from ((name, span) for span in term.spans(folded, text))

    def _by_beginnings(self, folded: str) -> Iterator[tuple[str, Term]]:
        keys = dict.fromkeys(  # no set: its order would decide between equal labels
            word[:length]
            for word in _WORD.findall(folded)
            for length in range(1, _KEY + 1)
        )
        told = {
            place for key in ("", *keys) for place in self._expressions.get(key, ())
        }
        for place in sorted(told):
            yield self._by_opening[""][place]
        for key in keys:
            yield from self._by_opening.get(key, ())

    def _by_squashed(self, text: str) -> dict[str, int]:
        squashed = squash(text)
        shortest = SHORTEST_SQUASHED if _is_spaced(text) else _SHORTEST_GLUED
        found: dict[str, int] = {}
        for name, terms in self._in_squashed.items():
            count = _squashed_letters(terms, squashed, shortest)
            exclusions = _in_squashed(self._concepts[name].exclusions) if count else ()
            if count and not _squashed_letters(exclusions, squashed, shortest):
                found[name] = count
        return found

    @cached_property
    def _in_squashed(self) -> Mapping[str, _Squashed]:
        return {
            name: _in_squashed(concept.terms)
            for name, concept in self._concepts.items()
        }


def _is_broken(text: str) -> bool:
    """Whether words could be split, or glued together to uncommonly long ones."""
    return _is_spaced(text) or any(len(word) >= _GLUED_WORD for word in text.split())


def _is_spaced(text: str) -> bool:
    """Whether words are broken into pieces: `Ī S T E N O Š A N A`, `ATT ĪST ĪBAS`."""
    words = text.split()
    return sum(len(word) <= 3 for word in words) * 2 >= len(words) > 3


def _in_squashed(terms: Iterable[Term]) -> _Squashed:
    """The terms that are long enough to be looked for in squashed text."""
    return tuple((squash(term.opening), term) for term in terms if term.is_squashable)


def _squashed_letters(terms: _Squashed, squashed: str, shortest: int) -> int:
    """The most letters that one of the terms covers; 0 where none stands in the text."""
    return max(
        (
            letters_in_squashed(term, squashed)
            for opening, term in terms
            if opening in squashed and term.letter_count >= shortest
        ),
        default=0,
    )


def letters_in_squashed(term: Term, squashed: str) -> int:
    """The letters of a term's first match in squashed text; 0 where it is not in it."""
    # Asked before a pattern is compiled: of 264 in a check of 200 pages six are left.
    if not all(piece in squashed for piece in term.squashed_pieces):
        return 0
    found = term.squashed.search(squashed) if term.squashed else None
    return len(found.group()) if found else 0
