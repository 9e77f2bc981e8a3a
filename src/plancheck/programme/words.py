"""Finds the words of a term in a text without a pattern for each term.

A vocabulary has some two thousand terms, and to compile a pattern for each takes longer
than to read a programme. Words are looked up by their stems, and a term of several words
is followed from word to word.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from plancheck.text.folding import fold

GAP = "…"
"""Stands in a term for up to `LONGEST_GAP` words between."""

LONGEST_GAP = 4

Span = tuple[int, int]
"""Half-open offsets."""

WORD = re.compile(r"[^\W_]+")
"""A word in folded text."""

LONGEST_BREAK = 4
"""Characters between the words of a term."""

_FEW = 200
"""Words of a text that is searched word by word; to sort more of them takes less."""
_BREAK = re.compile(r"([\W_]+)")
_WORD_OF_TERM = re.compile(r"\*?[^\W_]++\*?\??")


class Step(NamedTuple):
    """One word of a term, or the gap `…`, which has no stem."""

    stem: str
    is_open_before: bool = False
    is_open_after: bool = False
    is_optional: bool = False


class Sought(NamedTuple):
    """A step of a term with the places of the words that it stands for in one text."""

    places: AbstractSet[int]
    is_optional: bool = False
    is_gap: bool = False


class Words:
    """The words of a folded text, `listed` in reading order, with their places.

    Before a break that the text begins with, and after one that it ends with, stands an
    empty word, which no term has.
    """

    def __init__(self, folded: str) -> None:
        self._has_underscore = "_" in folded
        self._pieces = _BREAK.split(folded)
        self.listed = self._pieces[::2]
        self._found: dict[Step, AbstractSet[int]] = {}
        self._words_like: dict[str, AbstractSet[str]] = {}
        self._words_containing: dict[str, AbstractSet[str]] = {}

    @cached_property
    def offsets(self) -> list[int]:
        """Where each word and each break begins, and where the last of them ends."""
        return list(accumulate(map(len, self._pieces), initial=0))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places = defaultdict[str, list[int]](list)
        for index, word in enumerate(self.listed):
            places[word].append(index)
        return dict(places)

    def spans_of(self, steps: tuple[Step, ...]) -> Iterator[Span]:
        """Where a term of these words stands, in reading order, each match apart."""
        offsets = self.offsets
        for first, last in self.matches_of(steps):
            yield offsets[2 * first], offsets[2 * last + 1]

    def matches_of(self, steps: tuple[Step, ...]) -> Iterator[tuple[int, int]]:
        """The first and the last word of each match: their indexes in `listed`."""
        sought = self._sought(steps)
        follows = 0
        for first in sorted(_beginnings(sought)):
            if first < follows:
                continue
            last = first if len(sought) == 1 else self._follow(sought, 0, first)
            if last is not None:
                follows = last + 1
                yield first, last

    @cached_property
    def known(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self._places)

    def places_of(self, words: Iterable[str]) -> Sequence[int]:
        """Where the words stand: their indexes in `listed`."""
        return list(chain.from_iterable(map(self._places.__getitem__, words)))

    def beginning_with(self, openings: Iterable[str]) -> AbstractSet[str]:
        """The words that begin with one of these, each once."""
        return set(chain.from_iterable(map(self._like, openings)))

    def like(self, step: Step) -> AbstractSet[str]:
        """The words that a step stands for, each once."""
        if step.is_open_before:
            having = self._containing(step.stem)
            return {word for word in having if _is_word_like(word, step)}
        if step.is_open_after:
            return self._like(step.stem)
        return {step.stem} & self.known

    def containing(self, letters: Iterable[str]) -> AbstractSet[str]:
        """The words in which some of the letters stand, each once."""
        return set().union(*map(self._containing, letters))

    def _containing(self, letters: str) -> AbstractSet[str]:
        found = self._words_containing.get(letters)
        if found is None:
            starts = offsets_of(letters, self._each_once)
            places = {bisect_right(self._starts_of_each, start) - 1 for start in starts}
            found = {self._sorted[place] for place in places}
            self._words_containing[letters] = found
        return found

    @cached_property
    def _each_once(self) -> str:
        return " ".join(self._sorted)

    @cached_property
    def _starts_of_each(self) -> list[int]:
        lengths = (len(word) + 1 for word in self._sorted)
        return list(accumulate(lengths, initial=0))

    def _like(self, opening: str) -> AbstractSet[str]:
        """The words that begin so, each once."""
        found = self._words_like.get(opening)
        if found is None:
            start = bisect_left(self._sorted, opening)
            end = bisect_left(self._sorted, opening + "\U0010ffff", lo=start)
            found = self._words_like[opening] = set(self._sorted[start:end])
        return found

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    def _sought(self, steps: tuple[Step, ...]) -> list[Sought]:
        """The steps with the words for each; none where a word that must be there is not."""
        if len(steps) > 1 and not all(map(self._may_have, steps)):
            return []
        sought = []
        for step in steps:
            if not step.stem:
                sought.append(Sought(frozenset(), is_gap=True))
                continue
            places = self._places_of_step(step)
            if not places and not step.is_optional:
                return []
            sought.append(Sought(places, is_optional=step.is_optional))
        return sought

    def _may_have(self, step: Step) -> bool:
        """Whether one of many words is as a step has it, or it need not be there."""
        need_not_be = step.is_optional or not step.stem
        return need_not_be or len(self.listed) <= _FEW or bool(self.like(step))

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
        between = 2 * index + 1
        return (
            between < len(self._pieces) and len(self._pieces[between]) <= LONGEST_BREAK
        )

    def _places_of_step(self, step: Step) -> AbstractSet[int]:
        """The places of the words that a step stands for."""
        places = self._found.get(step)
        if places is None:
            places = self._places_like(step)
            if self._has_underscore:
                places = {place for place in places if self._is_whole(place, step)}
            self._found[step] = places
        return places

    def _places_like(self, step: Step) -> AbstractSet[int]:
        stem, listed = step.stem, enumerate(self.listed)
        if len(self.listed) > _FEW:
            return self._places_of(self.like(step))
        if step.is_open_before:
            return {index for index, word in listed if _is_word_like(word, step)}
        if step.is_open_after:
            return {index for index, word in listed if word.startswith(stem)}
        return {index for index, word in listed if word == stem}

    def _places_of(self, words: Iterable[str]) -> AbstractSet[int]:
        return set().union(*map(self._places.__getitem__, words))

    def _is_whole(self, index: int, step: Step) -> bool:
        """Whether no underscore, which is a letter to what ends a word, goes on with it."""
        at = 2 * index
        before = self._pieces[at - 1] if at else ""
        after = self._pieces[at + 1] if at + 1 < len(self._pieces) else ""
        return (step.is_open_before or not before.endswith("_")) and (
            step.is_open_after or not after.startswith("_")
        )


def spans_of_word(step: Step, folded: str) -> Iterator[Span]:
    """Where a word of a term stands that begins with its stem: `plān*`, `tika`."""
    for start in offsets_of(step.stem, folded):
        if not begins_word(folded, start) or folded.endswith("_", 0, start):
            continue
        end = start + len(step.stem)
        if step.is_open_after:
            yield start, _end_of_word(folded, end)
        elif not folded.startswith("_", end) and end == _end_of_word(folded, end):
            yield start, end


def _end_of_word(folded: str, inside: int) -> int:
    found = WORD.match(folded, inside)
    return found.end() if found else inside


def begins_word(folded: str, start: int) -> bool:
    """Whether a word, or what follows an underscore, begins at an offset of a letter."""
    return start == 0 or not folded[start - 1].isalnum()


def offsets_of(letters: str, text: str) -> Iterator[int]:
    """Where the letters stand in a text, in order."""
    start = text.find(letters)
    while start >= 0:
        yield start
        start = text.find(letters, start + 1)


def _beginnings(sought: Sequence[Sought]) -> AbstractSet[int]:
    """The words that a match may begin with: where the rarest of its words is in reach."""
    if not sought:
        return frozenset()
    first, *others = sought
    least = most = 1
    rarest, reach = first.places, range(1)
    for each in others:
        must_be = not (each.is_gap or each.is_optional)
        if must_be and len(each.places) < len(rarest):
            rarest, reach = each.places, range(least, most + 1)
        least += must_be
        most += LONGEST_GAP if each.is_gap else 1
    found = {place - words for place in rarest for words in reach} & first.places
    return found | _beginnings(others) if first.is_optional else found


def _is_word_like(word: str, step: Step) -> bool:
    """Whether a word has the stem, with letters around it only where the step allows."""
    at = word.find(step.stem)
    if at < 0:
        return False
    if not step.is_open_before:
        is_begun = word.startswith(step.stem)
        return is_begun and (step.is_open_after or len(word) == len(step.stem))
    return step.is_open_after or word.endswith(step.stem)


@lru_cache(maxsize=64)
def word_beginning(stems: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells of a word whether it begins with one of many stems; words repeat."""

    @lru_cache(maxsize=8192)
    def is_begun(word: str) -> bool:
        return word.startswith(stems)

    return is_begun


@lru_cache(maxsize=4096)
def words_of(folded: str) -> Words:
    """The words of a short text; cells and names repeat, and each is asked many things."""
    return Words(folded)


def steps_of(notation: str) -> tuple[Step, ...] | None:
    """The words of a term; None for one that only its pattern can find.

    >>> [step.stem for step in steps_of("uzraudzīb* un? … kārtīb*") or ()]
    ['uzraudzib', 'un', '', 'kartib']
    """
    words = fold(notation).split()
    if not words or words[0] == GAP or notation.endswith((GAP, "?")):
        return None
    steps = [_step(word) for word in words]
    return tuple(step for step in steps if step) if all(steps) else None


@lru_cache(maxsize=4096)
def _step(word: str) -> Step | None:
    """A word of a notation; None for one that is more than letters and marks."""
    if word == GAP:
        return Step("")
    if not _WORD_OF_TERM.fullmatch(word):
        return None
    bare = word.removesuffix("?")
    return Step(
        bare.strip("*"),
        is_open_before=bare.startswith("*"),
        is_open_after=bare.endswith("*"),
        is_optional=word.endswith("?"),
    )
