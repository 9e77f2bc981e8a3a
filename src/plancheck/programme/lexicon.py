"""Which concepts a text may name, told by one look at each of its words.

Rules ask of each cell and sentence whether it names this concept or that, and the answer is
nearly always no. Words repeat throughout a programme: each is looked up once among the
stems of all terms, and only the terms whose stem is there are followed through the text.
"""

from collections.abc import Iterable

from plancheck.programme.terms import Concept
from plancheck.programme.words import Span, Words


class Lexicon:
    """The stems that the terms of many concepts are told by."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._stems = {stem for concept in concepts for stem in concept.stems}
        self._lengths = sorted(set(map(len, self._stems)))
        self._known: dict[str, tuple[str, ...]] = {}

    def stems(self, words: Iterable[str]) -> set[str]:
        """The stems with which one of the words begins."""
        found: set[str] = set()
        known = self._known
        for word in words:
            found.update(known[word] if word in known else self._look_up(word))
        return found

    def _look_up(self, word: str) -> tuple[str, ...]:
        beginnings = (word[:length] for length in self._lengths if length <= len(word))
        self._known[word] = tuple(each for each in beginnings if each in self._stems)
        return self._known[word]


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
            words: The words of the text, where they are known.
        """
        self._printed = printed
        self._folded = folded
        self._words = words or Words(folded)
        self._stems = lexicon.stems(self._words.listed)
        self._spans: dict[str, tuple[Span, ...]] = {}

    def spans(self, concept: Concept) -> tuple[Span, ...]:
        """Where the text names a concept: half-open offsets, in reading order."""
        if concept.name not in self._spans:
            self._spans[concept.name] = concept.spans(
                self._folded, self._printed, self._words, self._stems
            )
        return self._spans[concept.name]
