"""Terms as a planner writes them, compiled to patterns that survive inflection.

A term is written in the natural language: `koordinācij* mehānism*` stands for any
ending, `*teritorij*` for any beginning too, `un?` for a word that may be missing, ` … `
for up to four words between, `=ERAF` for exact letters, `/…/` for a regular expression on
folded text. Terms are matched on folded text (lower case, no diacritics), headings on
squashed text too, so that letter-spacing and glued words do not hide them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plancheck.text.folding import fold, squash

_GAP = "…"
_LETTERS = r"[^\W_]{0,40}"
_BETWEEN_WORDS = r"[\W_]{1,4}"
_UP_TO_FOUR_WORDS = r"(?:[^\W_]{1,40}[\W_]{1,4}){0,4}"
_LONGEST_ENDING = 6
_SHORTEST_SQUASHED = 6
_SHORTEST_GLUED = 9


@dataclass(frozen=True)
class Term:
    """One term of a concept, compiled when it is first sought."""

    notation: str

    @property
    def is_exact(self) -> bool:
        """Whether letters must agree in case and diacritics."""
        return self.notation.startswith("=")

    @property
    def is_expression(self) -> bool:
        """Whether the term is a regular expression."""
        return self.notation.startswith("/")

    @cached_property
    def readable(self) -> str:
        """The term as shown to a user, `…` for any ending; empty for an expression.

        >>> Term("uzraudzīb* un? … kārtīb*").readable
        'uzraudzīb… un kārtīb…'
        """
        if self.is_expression:
            return ""
        words = [word.strip("?=").replace("*", _GAP) for word in self.notation.split()]
        return " ".join(word for word in words if word != _GAP)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches in folded text; in the text as printed where the term is exact."""
        if self.is_exact:
            return re.compile(rf"(?<!\w){re.escape(self.notation[1:])}(?!\w)")
        if self.is_expression:
            return re.compile(self.notation[1:-1])
        return re.compile(_folded_expression(self.notation))

    @cached_property
    def squashed(self) -> re.Pattern[str] | None:
        """Matches in squashed text; None where a term is too short to be safe there."""
        if (
            self.is_exact
            or self.is_expression
            or self.letter_count < _SHORTEST_SQUASHED
        ):
            return None
        pieces = [
            f"(?:{_squashed_word(word)})?"
            if word.endswith("?")
            else _squashed_word(word)
            for word in self.notation.split()
        ]
        return re.compile("".join(pieces))

    @cached_property
    def letter_count(self) -> int:
        """The letters that each match must have, endings and optional words left out."""
        words = (word for word in self.notation.split() if not word.endswith("?"))
        return sum(len(squash(word)) for word in words)

    @cached_property
    def _literal(self) -> str:
        """What each match must begin with, so that most text is skipped by a plain search."""
        if self.is_expression:
            return ""
        if self.is_exact:
            return self.notation[1:]
        first = self.notation.split()[0]
        return (
            ""
            if first.startswith("*") or first.endswith("?")
            else fold(first.strip("*"))
        )

    def spans(self, folded: str, printed: str) -> Iterator[tuple[int, int]]:
        """Where the term stands: half-open offsets, which are the same in both texts."""
        text = printed if self.is_exact else folded
        if not self._literal:
            for match in self.pattern.finditer(text):
                yield match.span()
            return
        start = text.find(self._literal)
        while start >= 0:
            found = self.pattern.match(text, start)
            if found:
                yield found.span()
            start = text.find(self._literal, found.end() if found else start + 1)

    def is_in(self, folded: str, printed: str) -> bool:
        """Whether the term stands anywhere in the text."""
        return next(self.spans(folded, printed), None) is not None


def _folded_expression(notation: str) -> str:
    pieces: list[str] = []
    words = notation.split()
    for index, word in enumerate(words):
        is_last = index == len(words) - 1
        if word == _GAP:
            pieces.append(_UP_TO_FOUR_WORDS)
            continue
        piece = _folded_word(word.removesuffix("?"))
        if not is_last:
            piece += _BETWEEN_WORDS
        pieces.append(f"(?:{piece})?" if word.endswith("?") else piece)
    return "".join(pieces)


def _folded_word(word: str) -> str:
    before = _LETTERS if word.startswith("*") else r"(?<!\w)"
    after = _LETTERS if word.endswith("*") else r"(?!\w)"
    return before + re.escape(fold(word.strip("*"))) + after


def _squashed_word(word: str) -> str:
    if word == _GAP:
        return r"\w{0,40}?"
    bare = word.removesuffix("?")
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if bare.endswith("*") else ""
    return re.escape(squash(bare)) + ending


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

    def spans(self, folded: str, printed: str) -> tuple[tuple[int, int], ...]:
        """Where the concept stands, in reading order, exclusions left out."""
        found = [span for term in self.terms for span in term.spans(folded, printed)]
        if found and self.exclusions:
            barred = [
                span for term in self.exclusions for span in term.spans(folded, printed)
            ]
            found = [
                span for span in found if not any(_overlap(span, bar) for bar in barred)
            ]
        return tuple(sorted(set(found)))

    def label_match(self, printed: str) -> int:
        """How many characters of a short text, such as a column head, speak of it; 0 for none."""
        folded = fold(printed)
        if any(term.is_in(folded, printed) for term in self.exclusions):
            return 0
        spans = [span for term in self.terms for span in term.spans(folded, printed)]
        return max((end - start for start, end in spans), default=0)

    def squashed_match(self, printed: str) -> float:
        """The share of a heading's letters that speak of it, however it is spaced.

        Words are looked for first. Squashed text is searched only for what words do not
        show, and for long terms unless the heading is letter-spaced: `piesaiste` is not
        `iesaiste`.
        """
        squashed = squash(printed)
        folded = fold(printed)
        shortest = _SHORTEST_SQUASHED if _is_spaced(printed) else _SHORTEST_GLUED
        if not squashed or _letters(
            self.exclusions, folded, printed, squashed, shortest
        ):
            return 0.0
        longest = _letters(self.terms, folded, printed, squashed, shortest)
        return min(1.0, longest / len(squashed))


def _is_spaced(printed: str) -> bool:
    """Whether words are broken into pieces: `Ī S T E N O Š A N A`, `ATT ĪST ĪBAS`."""
    words = printed.split()
    return sum(len(word) <= 3 for word in words) * 2 >= len(words) > 3


def _letters(
    terms: tuple[Term, ...], folded: str, printed: str, squashed: str, shortest: int
) -> int:
    """The most letters that one of the terms covers in a heading; 0 where none stands in it."""
    longest = 0
    for term in terms:
        spans = [
            len(squash(folded[slice(*span)])) for span in term.spans(folded, printed)
        ]
        if not spans and term.squashed is not None and term.letter_count >= shortest:
            spans = [len(match.group()) for match in term.squashed.finditer(squashed)]
        longest = max([longest, *spans])
    return longest


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
