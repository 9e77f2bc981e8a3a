"""Which concepts a text may name, told by one look at each of its words.

Rules ask of each cell and sentence whether it names this concept or that, and the answer is
nearly always no. Words repeat throughout a programme: each is looked up once among the
stems of all terms, and only the terms whose stem is there are followed through the text.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from itertools import chain

from plancheck.programme.terms import Concept
from plancheck.programme.words import WORD, Span, Words


class Lexicon:
    """The stems that the terms of many concepts are told by."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._stems = {stem for concept in concepts for stem in concept.stems}
        self._lengths = sorted(set(map(len, self._stems)))
        self._known = _Known(self._look_up)

    def stems(self, words: Iterable[str]) -> AbstractSet[str]:
        """The stems with which one of the words begins."""
        return set(chain.from_iterable(map(self._known.__getitem__, words)))

    def _look_up(self, word: str) -> tuple[str, ...]:
        beginnings = (word[:length] for length in self._lengths if length <= len(word))
        return tuple(each for each in beginnings if each in self._stems)


class _Known(dict[str, tuple[str, ...]]):
    """The stems of each word met so far; looked up when first asked for."""

    def __init__(self, look_up: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = stems = self._look_up(word)
        return stems


class SearchedText:
    """A text with the concepts that it names; each is sought when first asked for."""

    def __init__(
        self, printed: str, folded: str, lexicon: Lexicon, words: Words | None = None
    ) -> None:
        """Keep what is searched.

        Args:
            printed: The text as printed.
            folded: The text folded.
            lexicon: The stems of all concepts that may be asked for.
            words: The words of the text, where they are known. Else they are looked up
                when needed: of most texts nothing but the stems need be kept.
        """
        self._printed = printed
        self._folded = folded
        self._words = words
        self._stems = lexicon.stems(words.listed if words else WORD.findall(folded))
        self._spans: dict[str, tuple[Span, ...]] = {}

    def spans(self, concept: Concept) -> tuple[Span, ...]:
        """Where the text names a concept: half-open offsets, in reading order."""
        if concept.name not in self._spans:
            self._spans[concept.name] = concept.spans(
                self._folded, self._printed, self._words, self._stems
            )
        return self._spans[concept.name]
