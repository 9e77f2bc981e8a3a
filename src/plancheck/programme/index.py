"""All texts of a programme by their words: what a concept is called is looked up once.

Rules ask of each heading, sentence and cell whether it names this concept or that, and the
answer is nearly always no. So the texts are laid behind each other, each of them once, and
their words are looked up once. Each match of a term has certain words whole, such as one
that begins with `uzraudzib`: where no text has such a word, none has the term, and only the
texts with one of these words are searched for it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import sub

from plancheck.programme.terms import Term
from plancheck.programme.words import LONGEST_BREAK, WORD, Span, Step, Words
from plancheck.text.folding import fold

_BREAK = "\n" * (LONGEST_BREAK + 1)
"""Between two texts: too long for a term to reach over."""

_FEW = 20
"""Texts that are searched one by one; to look up where words begin takes longer."""


class Index:
    """Texts with their words; each text stands in it once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(dict.fromkeys(texts))
        self._folded = tuple(map(fold, self.texts))
        self._numbers_of: dict[str, set[int]] = {}
        self._words_of: dict[str, frozenset[str] | None] = {}

    @cached_property
    def words(self) -> Words:
        """The words of all texts, folded, laid behind each other."""
        return Words(_BREAK.join(self._folded))

    @cached_property
    def _starts(self) -> list[int]:
        """The offset at which each text begins."""
        lengths = (len(text) + len(_BREAK) for text in self.texts)
        return list(accumulate(lengths, initial=0))[:-1]

    def telling(self, term: Term) -> AbstractSet[str] | None:
        """Words of the texts, one of which each of them has that has a term.

        There is none where no text has the term; None says that any words may do.
        """
        fewest: AbstractSet[str] | None = None
        for words in self._needed(term):
            if not words:
                return words
            if fewest is None or len(words) < len(fewest):
                fewest = words
        return fewest

    def _needed(self, term: Term) -> Iterator[AbstractSet[str]]:
        """The words that the texts have for each of those that a match must have."""
        if term.steps is not None:
            for step in term.steps:
                if step.stem and not step.is_optional:
                    yield self.words.like(step)
        elif term.stems:
            yield self.words.beginning_with(term.stems)
        else:
            yield from map(self.words.containing, term.needs)

    def spans(self, terms: Iterable[Term]) -> Mapping[int, list[Span]]:
        """Where any of the terms stands: its spans in each text, by the text's number."""
        found: dict[int, list[Span]] = {}
        for term in terms:
            for number, span in self._spans_of(term):
                found.setdefault(number, []).append(span)
        return found

    def _spans_of(self, term: Term) -> Iterator[tuple[int, Span]]:
        """Only a text that has what the term needs is searched for it."""
        if term.steps is not None:
            return self._spans_of_words(term.steps)
        possible = self._that_may_have(term)
        if term.begins_word and len(possible) > _FEW:
            return self._spans_at_words(term, possible)
        return (
            (number, span)
            for number in sorted(possible)
            for span in term.spans(self._folded[number], self.texts[number])
        )

    def _spans_at_words(
        self, term: Term, possible: AbstractSet[int]
    ) -> Iterator[tuple[int, Span]]:
        """A term that begins with a word is tried only where such words begin."""
        starts = self._starts_in(possible, term.stems)
        for number in sorted(starts):
            for span in term.spans_at(starts[number], self._folded[number]):
                yield number, span

    def _spans_of_words(self, steps: tuple[Step, ...]) -> Iterator[tuple[int, Span]]:
        offsets = self.words.offsets
        for first, last in self.words.matches_of(steps):
            number = self._number_at[first]
            before = self._starts[number]
            yield number, (offsets[2 * first] - before, offsets[2 * last + 1] - before)

    def _that_may_have(self, term: Term) -> AbstractSet[int]:
        """The texts that have all that each match of a term needs."""
        stems = [self.words.beginning_with(term.stems)] if term.stems else ()
        possible: AbstractSet[int] | None = None
        for words in chain(stems, map(self.words.containing, term.needs)):
            having = self.texts_with(words)
            possible = having if possible is None else possible & having
            if not possible:  # as for most terms, by what is quickest to look up
                return possible
        return set(range(len(self.texts))) if possible is None else possible

    def _starts_in(
        self, possible: AbstractSet[int], stems: Iterable[str]
    ) -> Mapping[int, list[int]]:
        """Where words with these stems begin in each of the possible texts, in order."""
        starts: dict[int, list[int]] = {}
        for place in sorted(self.words.places_of(self.words.beginning_with(stems))):
            number = self._number_at[place]
            if number in possible:
                start = self.words.offsets[2 * place] - self._starts[number]
                starts.setdefault(number, []).append(start)
        return starts

    @cached_property
    def _number_at(self) -> Sequence[int]:
        """The number of the text that each word stands in."""
        starts = self.words.offsets[:-1:2]
        first = [bisect_left(starts, start) for start in self._starts]
        lengths = map(sub, (*first[1:], len(starts)), first)
        return list(chain.from_iterable(map(repeat, range(len(first)), lengths)))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each text."""
        return {text: number for number, text in enumerate(self.texts)}

    def texts_with(self, words: Iterable[str]) -> set[int]:
        """The numbers of the texts in which one of the words stands."""
        return set().union(*map(self._texts_of, words))

    def _texts_of(self, word: str) -> set[int]:
        numbers = self._numbers_of.get(word)
        if numbers is None:
            places = self.words.places_of((word,))
            numbers = set(map(self._number_at.__getitem__, places))
            self._numbers_of[word] = numbers
        return numbers

    def words_of(self, text: str) -> frozenset[str] | None:
        """The words of another text; None if it has words that no text of the index has."""
        if text not in self._words_of:
            words = frozenset(WORD.findall(fold(text)))
            self._words_of[text] = words if words <= self.words.known else None
        return self._words_of[text]
