"""Which of several concepts a text names, such as the sectors of a municipality's work.

A text is asked once for all of them: its words, or those of the index that it stands in,
tell which few it may name, and only these are looked for.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from plancheck.programme.index import Index
from plancheck.programme.named import Named


class NamedAmong(dict[str, tuple[str, ...]]):
    """The concepts that each text names, in the order in which they are given."""

    def __init__(self, concepts: Mapping[str, Named], index: Index) -> None:
        super().__init__()
        self._concepts = concepts
        self._index = index

    def __missing__(self, text: str) -> tuple[str, ...]:
        possible = self._possible(text)
        found = tuple(
            name
            for name, named in self._concepts.items()
            if name in possible and named[text]
        )
        self[text] = found
        return found

    def _possible(self, text: str) -> Iterable[str]:
        """The concepts that may be named, by the number of a text or by its words."""
        number = self._index.numbers.get(text)
        if number is not None:
            return {*self._always, *self._by_number.get(number, ())}
        words = self._index.words_of(text)
        if words is None:
            return self._concepts.keys()
        known = self._by_word
        return {
            *self._always,
            *(name for word in words for name in known.get(word, ())),
        }

    @cached_property
    def _always(self) -> Sequence[str]:
        """The concepts that any words may name."""
        return [name for name, each in self._concepts.items() if each.telling is None]

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for name, each in self._concepts.items():
            for word in each.telling or ():
                found.setdefault(word, []).append(name)
        return found

    @cached_property
    def _by_number(self) -> Mapping[int, Sequence[str]]:
        found: dict[int, list[str]] = {}
        for name, each in self._concepts.items():
            for number in self._index.texts_with(each.telling or ()):
                found.setdefault(number, []).append(name)
        return found
