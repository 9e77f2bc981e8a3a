"""All texts of a programme by their words: what a concept is called is looked up once.

Rules ask of each heading, sentence and cell whether it names this concept or that, and the
answer is nearly always no. So the texts are laid behind each other, each of them once, and
their words are looked up once; a concept is then sought in all of them together, and to ask
of one is a look into a table. A sentence or a row that a rule takes from them is
searched by itself, but only where one of its words may belong to the concept.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import sub

from plancheck.programme.terms import Concept, Term
from plancheck.programme.words import LONGEST_BREAK, WORD, Span, Step, Words
from plancheck.text.folding import fold
from plancheck.text.sentences import sentences

_BREAK = "\n" * (LONGEST_BREAK + 1)
"""Between two texts: too long for a term to reach over."""

_SHORT = 60
"""Characters of a text that is hardly ever of several sentences."""

_FEW = 20
"""Texts that are searched one by one; to search all takes no longer than twice as many."""


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
            yield from self._spans_of_words(term.steps)
            return
        possible = self._that_may_have(term)
        starts = self._starts_in(possible, term.stems) if term.begins_word else {}
        for number in sorted(starts if term.begins_word else possible):
            folded, printed = self._folded[number], self.texts[number]
            for span in term.spans(folded, printed, starts.get(number)):
                yield number, span

    def _spans_of_words(self, steps: tuple[Step, ...]) -> Iterator[tuple[int, Span]]:
        offsets = self.words.offsets
        for first, last in self.words.matches_of(steps):
            number = self._numbers[first]
            before = self._starts[number]
            yield number, (offsets[2 * first] - before, offsets[2 * last + 1] - before)

    def _that_may_have(self, term: Term) -> AbstractSet[int]:
        """The texts that have all that each match of a term needs."""
        words = [self.words.containing(letters) for letters in term.needs]
        if term.stems:
            words.append(self.words.beginning_with(term.stems))
        if not words:
            return set(range(len(self.texts)))
        return set.intersection(*map(self.texts_with, words))

    def _starts_in(
        self, possible: AbstractSet[int], stems: Iterable[str]
    ) -> Mapping[int, list[int]]:
        """Where words with these stems begin in each of the possible texts, in order."""
        starts: dict[int, list[int]] = {}
        for place in sorted(self.words.places_of(self.words.beginning_with(stems))):
            number = self._numbers[place]
            if number in possible:
                start = self.words.offsets[2 * place] - self._starts[number]
                starts.setdefault(number, []).append(start)
        return starts

    @cached_property
    def _numbers(self) -> Sequence[int]:
        """The number of the text that each word stands in."""
        starts = self.words.offsets[:-1:2]
        first = [bisect_left(starts, start) for start in self._starts]
        lengths = map(sub, (*first[1:], len(starts)), first)
        return list(chain.from_iterable(map(repeat, range(len(first)), lengths)))

    def has(self, text: str) -> bool:
        """Whether a text stands in the index."""
        return text in self._number_of

    def number(self, text: str) -> int | None:
        """The number of a text, or of a long one that has it for a sentence; else None."""
        number = self._number_of.get(text)
        return self._number_around.get(text) if number is None else number

    @cached_property
    def _number_of(self) -> Mapping[str, int]:
        return {text: number for number, text in enumerate(self.texts)}

    @cached_property
    def _number_around(self) -> Mapping[str, int]:
        return {
            sentence.text: number
            for number, text in enumerate(self.texts)
            if len(text) > _SHORT
            for sentence in sentences(text)
        }

    def texts_with(self, words: Iterable[str]) -> set[int]:
        """The numbers of the texts in which one of the words stands."""
        return set().union(*map(self._texts_of, words))

    def _texts_of(self, word: str) -> set[int]:
        numbers = self._numbers_of.get(word)
        if numbers is None:
            places = self.words.places_of((word,))
            numbers = set(map(self._numbers.__getitem__, places))
            self._numbers_of[word] = numbers
        return numbers

    def words_of(self, text: str) -> frozenset[str] | None:
        """The words of another text; None if it has words that no text of the index has."""
        if text not in self._words_of:
            words = frozenset(WORD.findall(fold(text)))
            self._words_of[text] = words if words <= self.words.known else None
        return self._words_of[text]


class Named(dict[str, tuple[Span, ...]]):
    """Where each text names a concept: half-open offsets, in reading order.

    All texts of the index are searched together, when one of them is first asked for; any
    other text by itself, if it is a sentence of one that may name the concept, or has such
    words.
    """

    def __init__(self, concept: Concept, index: Index) -> None:
        super().__init__()
        self._concept = concept
        self._index = index
        self._asked = 0

    @cached_property
    def indexed(self) -> Mapping[str, tuple[Span, ...]]:
        """The texts of the index that name it, in reading order."""
        concept, texts = self._concept, self._index.texts
        found = self._index.spans(concept.terms)
        barred = self._index.spans(concept.exclusions) if found else {}
        told = (
            (number, concept.told(found[number], barred.get(number, ())))
            for number in sorted(found)
        )
        return {texts[number]: spans for number, spans in told if spans}

    def __missing__(self, text: str) -> tuple[Span, ...]:
        spans = self[text] = self._spans_of(text)
        return spans

    def _spans_of(self, text: str) -> tuple[Span, ...]:
        if not self._may_name(text):
            return ()
        if self._index.has(text):
            self._asked += 1
            if self._asked > _FEW:
                return self.indexed.get(text, ())
        return self._concept.spans(fold(text), text)

    def _may_name(self, text: str) -> bool:
        if self._telling is None:
            return True
        number = self._index.number(text)
        if number is not None:
            return number in self._possible
        words = self._index.words_of(text)
        return words is None or not self._telling.isdisjoint(words)

    @cached_property
    def _possible(self) -> AbstractSet[int]:
        """The texts of the index that have one of the telling words."""
        return self._index.texts_with(self._telling or ())

    @cached_property
    def _telling(self) -> AbstractSet[str] | None:
        """The words of which a text must have one; None where that is not known."""
        terms = self._concept.terms
        if not all(term.stems or term.needs for term in terms):
            return None
        words = self._index.words
        told = (
            words.beginning_with(term.stems)
            if term.stems
            else words.containing(term.needs[0])
            for term in terms
        )
        return set().union(*told)
