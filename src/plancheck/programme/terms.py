"""Terms as a planner writes them, compiled to patterns that survive inflection.

A term is written in the natural language: `koordinācij* mehānism*` stands for any
ending, `*teritorij*` for any beginning too, `un?` for a word that may be missing, ` … `
for up to four words between, `=ERAF` for exact letters, `/…/` for a regular expression on
folded text, in which `*` and `+` mean up to forty. Terms are matched on folded text
(lower case, no diacritics), headings on squashed text too, so that letter-spacing and
glued words do not hide them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from plancheck.programme.expressions import Beginning, beginning, bounded, needed
from plancheck.programme.words import (
    GAP,
    WORD,
    Span,
    Step,
    begins_word,
    offsets_of,
    spans_of_word,
    steps_of,
    words_of,
)
from plancheck.text.folding import fold, squash

_LETTERS = r"[^\W_]{0,40}"
_BETWEEN_WORDS = r"[\W_]{1,4}"
_UP_TO_FOUR_WORDS = r"(?:[^\W_]{1,40}[\W_]{1,4}){0,4}"
_LONGEST_ENDING = 6
_TELLING = 3
"""Letters that stand in few words."""
SHORTEST_SQUASHED = 6
"""Letters that a term must have to be looked for in squashed text."""


@dataclass(frozen=True)
class Term:
    """One term of a concept, compiled when it is first sought."""

    notation: str

    @cached_property
    def is_exact(self) -> bool:
        """Whether letters must agree in case and diacritics."""
        return self.notation.startswith("=")

    @cached_property
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
        words = [word.strip("?=").replace("*", GAP) for word in self.notation.split()]
        return " ".join(word for word in words if word != GAP)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches in folded text; in the text as printed where the term is exact."""
        return re.compile(self.source)

    @property
    def source(self) -> str:
        """The pattern as it is written."""
        if self.is_exact:
            return rf"(?<!\w){re.escape(self.notation[1:])}(?!\w)"
        if self.is_expression:
            return bounded(self.notation[1:-1])
        return _folded_expression(self.notation)

    @property
    def is_squashable(self) -> bool:
        """Whether it is looked for in squashed text: a short term is not safe there."""
        is_of_words = not (self.is_exact or self.is_expression)
        return is_of_words and self.letter_count >= SHORTEST_SQUASHED

    @cached_property
    def squashed(self) -> re.Pattern[str] | None:
        """Matches in squashed text; None for a term that is not looked for there."""
        if not self.is_squashable:
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
        return sum(map(len, self.squashed_pieces))

    @cached_property
    def squashed_pieces(self) -> tuple[str, ...]:
        """What stands in each squashed text that has the term, in any order."""
        words = (word for word in self.notation.split() if not word.endswith("?"))
        return tuple(map(squash, words))

    @cached_property
    def opening(self) -> str:
        """What each match must begin with, as matched; empty where that is not known."""
        if self.is_expression:
            return ""
        if self.is_exact:
            return self.notation[1:]
        first = self.notation.split()[0]
        is_open = first.startswith("*") or first.endswith("?")
        return "" if is_open else fold(first.strip("*"))

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """What a match may begin with, one of these; empty where that is not known."""
        if self.is_expression:
            return self._beginning.letters
        return (self.opening,) if self.opening else ()

    @cached_property
    def _beginning(self) -> Beginning:
        return beginning(self.notation[1:-1])

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """A word of each match begins with one of these, folded; empty if none is known.

        Of several words that each match has, the longest tells the most.

        >>> Term("uzraudzīb* un? … kārtīb*").stems
        ('uzraudzib',)
        """
        if self.is_expression:
            return self.openings if self._beginning.at_word else ()
        if self.steps is not None:
            must_be = (each for each in self.steps if not each.is_optional)
            known = [each.stem for each in must_be if not each.is_open_before]
        else:
            notation = self.notation.removeprefix("=")
            words = (each for each in fold(notation).split() if not each.endswith("?"))
            known = [stem for word in words for stem in _stems_of(word)]
        longest = max(known, key=len, default="")
        return (longest,) if longest else ()

    @cached_property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """What else an expression has in each match: of each group one, in one word."""
        return needed(self.notation[1:-1]) if self.is_expression else ()

    @property
    def begins_word(self) -> bool:
        """Whether each match of an expression begins with a word with one of its stems."""
        return self.is_expression and bool(self.stems) and not self._beginning.at_text

    @cached_property
    def steps(self) -> tuple[Step, ...] | None:
        """Its words one by one; None for a term that only its pattern can find."""
        if self.is_exact or self.is_expression:
            return None
        return steps_of(self.notation)

    def spans(self, folded: str, printed: str) -> Iterator[Span]:
        """Where the term stands: half-open offsets, which are the same in both texts.

        Args:
            folded: The text, folded.
            printed: The text as printed, as long as the other.
        """
        if self.is_expression:
            return self._spans_of_expression(folded)
        if self.steps is not None:
            return self._spans_of_words(self.steps, folded)
        return self._spans_by_opening(printed if self.is_exact else folded)

    def _spans_of_words(self, steps: tuple[Step, ...], folded: str) -> Iterator[Span]:
        """A text is parted into its words only where it may have several of them."""
        if not all(piece in folded for piece in self._pieces):
            return iter(())
        if len(steps) == 1 and not steps[0].is_open_before:
            return spans_of_word(steps[0], folded)
        return words_of(folded).spans_of(steps)

    def _spans_of_expression(self, folded: str) -> Iterator[Span]:
        """Nothing is compiled where the text has not all that a match must have."""
        letters, at_word, at_text = self._beginning
        if at_text:
            is_begun = folded.startswith(letters or "") and self._may_be_in(folded)
            return self.spans_at((0,) if is_begun else (), folded)
        if letters and not any(each in folded for each in letters):
            return iter(())
        if not self._may_be_in(folded):
            return iter(())
        if letters and at_word:
            offsets = _offsets(letters, folded)
            begun = (each for each in offsets if begins_word(folded, each))
            return self.spans_at(begun, folded)
        if letters and min(map(len, letters)) >= _TELLING:
            return self.spans_at(_offsets(letters, folded), folded)
        return (match.span() for match in self.pattern.finditer(folded))

    def _may_be_in(self, folded: str) -> bool:
        """Whether the text has all the letters that each match of an expression has."""
        return all(any(each in folded for each in group) for group in self.needs)

    def spans_at(self, starts: Iterable[int], folded: str) -> Iterator[Span]:
        """The matches that begin at one of these offsets, each apart from the others."""
        last_end = 0
        for start in starts:
            if start >= last_end and (found := self.pattern.match(folded, start)):
                last_end = found.end()
                yield start, last_end

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        """What stands in each folded text that has the term, in any order."""
        if self.is_exact or self.is_expression:
            return ()
        if self.steps is not None:
            return tuple(each.stem for each in self.steps if not each.is_optional)
        words = (word for word in self.notation.split() if not word.endswith("?"))
        return tuple(fold(word.strip("*")) for word in words if word != GAP)

    def _spans_by_opening(self, text: str) -> Iterator[Span]:
        if not all(piece in text for piece in self._pieces):
            return
        if not self.opening:
            for match in self.pattern.finditer(text):
                yield match.span()
            return
        start = text.find(self.opening)
        while start >= 0:
            found = self.pattern.match(text, start)
            if found:
                yield found.span()
            start = text.find(self.opening, found.end() if found else start + 1)

    def is_in(self, folded: str, printed: str) -> bool:
        """Whether the term stands anywhere in the text."""
        return next(self.spans(folded, printed), None) is not None


def _stems_of(word: str) -> Iterable[str]:
    """The beginnings of words in a word of a notation, such as `co-benefit*`."""
    bare = word.strip("*")
    is_open = word.startswith("*")
    if bare.isalnum():
        return () if is_open else (bare,)
    found = WORD.finditer(bare)
    return (each.group() for each in found if each.start() or not is_open)


def _offsets(openings: Iterable[str], folded: str) -> list[int]:
    """Where one of these stands in a text, in order."""
    found = (offsets_of(opening, folded) for opening in openings)
    return sorted(set(chain.from_iterable(found)))


def _folded_expression(notation: str) -> str:
    pieces: list[str] = []
    words = notation.split()
    for index, word in enumerate(words):
        is_last = index == len(words) - 1
        if word == GAP:
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
    if word == GAP:
        return r"\w{0,40}?"
    bare = word.removesuffix("?")
    ending = rf"\w{{0,{_LONGEST_ENDING}}}" if bare.endswith("*") else ""
    return re.escape(squash(bare)) + ending
