"""Where the texts of a programme name one concept, whatever text a rule asks of.

Of the terms of a concept most have no word in a programme, and are left out of all that
follows. Of the texts most have no word of the terms that are left, and are not searched.
Both are exact: what is left out could not have been found.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from plancheck.programme.concepts import Concept
from plancheck.programme.index import Index
from plancheck.programme.terms import Term
from plancheck.programme.words import Span
from plancheck.text.folding import fold

_FEW = 20
"""Texts that are searched one by one; to search all takes no longer than twice as many."""


class Named(dict[str, tuple[Span, ...]]):
    """Where each text names a concept: half-open offsets, in reading order.

    A text is looked at when it is first asked for: one of the index, or any other one,
    such as a sentence or a row. After a few texts of the index all of them are searched
    together.
    """

    def __init__(self, concept: Concept, index: Index) -> None:
        super().__init__()
        self._whole = concept
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
        number = self._index.numbers.get(text)
        spans = self._in_other(text) if number is None else self._in_text(text, number)
        self[text] = spans
        return spans

    def _in_text(self, text: str, number: int) -> tuple[Span, ...]:
        """Where a text of the index names it."""
        if self._possible is not None and number not in self._possible:
            return ()
        self._asked += 1
        if self._asked > _FEW:
            return self.indexed.get(text, ())
        return self._concept.spans(fold(text), text)

    def _in_other(self, text: str) -> tuple[Span, ...]:
        """Where a text names it that may have words which no text of the index has."""
        words = self._index.words_of(text)
        if words is None:
            return self._whole.spans(fold(text), text)
        if self.telling is not None and self.telling.isdisjoint(words):
            return ()
        return self._concept.spans(fold(text), text)

    @cached_property
    def _living(self) -> Sequence[tuple[Term, AbstractSet[str] | None]]:
        """The terms that texts of these words may have, each with the words that tell."""
        told = ((term, self._index.telling(term)) for term in self._whole.terms)
        return [each for each in told if each[1] is None or each[1]]

    @cached_property
    def _concept(self) -> Concept:
        """The concept with these terms: in texts of these words it is what the whole is."""
        return replace(self._whole, terms=tuple(term for term, _ in self._living))

    @cached_property
    def telling(self) -> AbstractSet[str] | None:
        """The words of which a text must have one; None where that is not known."""
        told = [words for _, words in self._living if words is not None]
        return set().union(*told) if len(told) == len(self._living) else None

    @cached_property
    def _possible(self) -> AbstractSet[int] | None:
        """The texts of the index that have one of these words; None for all."""
        return None if self.telling is None else self._index.texts_with(self.telling)
