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

_BREAK = "\n" * (LONGEST_BREAK + 1)
"""Between two texts: too long for a term to reach over."""


class Index:
    """Texts with their words; each text stands in it once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(dict.fromkeys(texts))
        self._folded = tuple(map(fold, self.texts))
        self._others: dict[str, frozenset[str] | None] = {}

    def __contains__(self, text: str) -> bool:
        """Whether this is one of the texts."""
        return text in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.texts)

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
        """The texts that have the rarest of what each match of a term needs."""
        words = [self.words.containing(letters) for letters in term.needs]
        if term.stems:
            words.append(self.words.beginning_with(term.stems))
        if not words:
            return set(range(len(self.texts)))
        places = min(map(self.words.places_of, words), key=len)
        return set(map(self._numbers.__getitem__, places))

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

    def words_of(self, text: str) -> frozenset[str] | None:
        """The words of a text that the index does not hold; None if it has one of its own."""
        if text not in self._others:
            words = frozenset(WORD.findall(fold(text)))
            self._others[text] = words if self.words.have(words) else None
        return self._others[text]


class Named(dict[str, tuple[Span, ...]]):
    """Where each text names a concept: half-open offsets, in reading order.

    What the texts of an index name is known from the first; any other text is searched
    when it is asked for.
    """

    def __init__(self, concept: Concept, index: Index) -> None:
        found = index.spans(concept.terms)
        barred = index.spans(concept.exclusions) if found else {}
        spans = {
            index.texts[number]: concept.told(found[number], barred.get(number, ()))
            for number in sorted(found)
        }
        super().__init__((text, own) for text, own in spans.items() if own)
        self._concept = concept
        self._index = index
        self.indexed = tuple(self)
        """The texts of the index that name it, in reading order."""

    def __missing__(self, text: str) -> tuple[Span, ...]:
        is_sought = text not in self._index and self._may_name(text)
        spans = self._concept.spans(fold(text), text) if is_sought else ()
        self[text] = spans
        return spans

    def _may_name(self, text: str) -> bool:
        words = self._index.words_of(text)
        return (
            words is None
            or self._telling is None
            or not self._telling.isdisjoint(words)
        )

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
