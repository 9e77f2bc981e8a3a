"""Finds the words of a term in a text without a pattern for each term.

A vocabulary has some two thousand terms, and to compile a pattern for each takes longer
than to read a programme. Words are looked up by their stems, and a term of several words
is followed from word to word.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from plancheck.text.folding import fold

GAP = "…"
"""Stands in a term for up to `LONGEST_GAP` words between."""

LONGEST_GAP = 4

Span = tuple[int, int]
"""Half-open offsets."""

WORD = re.compile(r"[^\W_]+")
"""A word in folded text."""

_FEW = 200
"""Words of a text that is searched word by word; to sort more of them takes less."""
_LONGEST_BREAK = 4  # characters between the words of a term
_LONGEST_ENDING = 40  # letters that `*` may stand for
_SIMPLE = re.compile(r"\*?[^\W_]+\*?\??")


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a term, or the gap `…`, which has no stem."""

    stem: str
    is_open_before: bool = False
    is_open_after: bool = False
    is_optional: bool = False


Found = dict[int, None]
"""Places of words in order, looked up quickly."""


class Sought(NamedTuple):
    """A step of a term with the places of the words that it stands for in one text."""

    places: Found
    is_optional: bool = False
    is_gap: bool = False


class Words:
    """The words of a folded text, `listed` in reading order, with their places."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self.listed = WORD.findall(folded)
        self._found: dict[tuple[str, bool, bool], Found] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in WORD.finditer(self._folded)]

    @cached_property
    def _ends(self) -> list[int]:
        lengths = map(len, self.listed)
        return [
            start + length for start, length in zip(self._starts, lengths, strict=True)
        ]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {word: [] for word in self.listed}
        for index, word in enumerate(self.listed):
            places[word].append(index)
        return places

    @cached_property
    def _has_underscore(self) -> bool:
        return "_" in self._folded

    def spans_of(self, steps: tuple[Step, ...]) -> Iterator[Span]:
        """Where a term of these words stands, in reading order, each match apart."""
        sought = self._sought(steps)
        last_end = 0
        for index in _candidates(sought):
            if self._starts[index] < last_end:
                continue
            last = self._follow(sought, 0, index)
            if last is not None:
                last_end = self._ends[last]
                yield self._starts[index], last_end

    def beginning_with(self, openings: tuple[str, ...]) -> list[int]:
        """The offsets of the words that begin with one of these, in order."""
        if len(self.listed) <= _FEW:
            places = enumerate(self.listed)
            return [
                self._starts[at] for at, word in places if word.startswith(openings)
            ]
        steps = (Step(stem, is_open_after=True) for stem in openings)
        words = {word for step in steps for word in self._like(step)}
        return sorted(
            self._starts[index] for word in words for index in self._places[word]
        )

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    def _sought(self, steps: tuple[Step, ...]) -> list[Sought]:
        """The steps with the words for each; none where a word that must be there is not."""
        sought = []
        for step in steps:
            if not step.stem:
                sought.append(Sought({}, is_gap=True))
                continue
            places = self._words_like(step)
            if not places and not step.is_optional:
                return []
            sought.append(Sought(places, is_optional=step.is_optional))
        return sought

    def _follow(self, sought: list[Sought], at: int, index: int) -> int | None:
        """The last word of a match whose step `at` stands at a word; None for no match."""
        places, is_optional, is_gap = sought[at]
        is_last = at + 1 == len(sought)
        if is_gap:
            return self._over_gap(sought, at + 1, index)
        if index in places:
            if is_last:
                return index
            if self._is_joined(index):
                found = self._follow(sought, at + 1, index + 1)
                if found is not None:
                    return found
        return (
            self._follow(sought, at + 1, index) if is_optional and not is_last else None
        )

    def _over_gap(self, sought: list[Sought], at: int, index: int) -> int | None:
        """As many words as may stand between, the most first."""
        most = 0
        while most < LONGEST_GAP and self._is_joined(index + most):
            most += 1
        for skipped in range(most, -1, -1):
            found = self._follow(sought, at, index + skipped)
            if found is not None:
                return found
        return None

    def _is_joined(self, index: int) -> bool:
        """Whether a word is near enough to the next one to stand in one term with it."""
        if index + 1 >= len(self._starts):
            return False
        return self._starts[index + 1] - self._ends[index] <= _LONGEST_BREAK

    def _words_like(self, step: Step) -> Found:
        """The places of the words that a step stands for, in order."""
        key = step.stem, step.is_open_before, step.is_open_after
        if key not in self._found:
            places = self._places_like(step)
            if self._has_underscore:
                places = [place for place in places if self._is_whole(place, step)]
            self._found[key] = dict.fromkeys(places)
        return self._found[key]

    def _places_like(self, step: Step) -> list[int]:
        if len(self.listed) > _FEW:
            words = self._like(step)
            return sorted(chain.from_iterable(self._places[word] for word in words))
        stem, listed = step.stem, enumerate(self.listed)
        if step.is_open_before:
            return [index for index, word in listed if _is_word_like(word, step)]
        if step.is_open_after:
            return [index for index, word in listed if word.startswith(stem)]
        return [index for index, word in listed if word == stem]

    def _is_whole(self, index: int, step: Step) -> bool:
        """Whether no underscore, which is a letter to what ends a word, goes on with it."""
        start, end = self._starts[index], self._ends[index]
        before, after = self._folded[start - 1 : start], self._folded[end : end + 1]
        return (before != "_" or step.is_open_before) and (
            after != "_" or step.is_open_after
        )

    def _like(self, step: Step) -> list[str]:
        stem = step.stem
        if step.is_open_before:
            return [word for word in self._places if _is_word_like(word, step)]
        if not step.is_open_after:
            return [stem] if stem in self._places else []
        start = bisect_left(self._sorted, stem)
        end = bisect_left(self._sorted, stem + "\U0010ffff", lo=start)
        return self._sorted[start:end]


def _candidates(sought: Sequence[Sought]) -> Iterable[int]:
    """The words that a match may begin with, in order."""
    if not sought:
        return ()
    first, *others = sought
    if not first.is_optional or not others:
        return first.places
    return sorted({*first.places, *_candidates(others)})


def _is_word_like(word: str, step: Step) -> bool:
    """Whether a word has the stem, with letters around it only where the step allows."""
    at = word.find(step.stem)
    if at < 0:
        return False
    if not step.is_open_before:
        is_begun = word.startswith(step.stem)
        return is_begun and (step.is_open_after or len(word) == len(step.stem))
    return step.is_open_after or word.endswith(step.stem)


@lru_cache(maxsize=4096)
def words_of(folded: str) -> Words:
    """The words of a short text; cells and names repeat, and each is asked many things."""
    return Words(folded)


def steps_of(notation: str) -> tuple[Step, ...] | None:
    """The words of a term; None for one that only its pattern can find.

    >>> [step.stem for step in steps_of("uzraudzīb* un? … kārtīb*") or ()]
    ['uzraudzib', 'un', '', 'kartib']
    """
    words = notation.split()
    if words[0] == GAP or words[-1] == GAP or words[-1].endswith("?"):
        return None
    if not all(word == GAP or _SIMPLE.fullmatch(word) for word in words):
        return None
    return tuple(map(_step, words))


def _step(word: str) -> Step:
    if word == GAP:
        return Step("")
    bare = word.removesuffix("?")
    return Step(
        fold(bare.strip("*")),
        is_open_before=bare.startswith("*"),
        is_open_after=bare.endswith("*"),
        is_optional=word.endswith("?"),
    )
