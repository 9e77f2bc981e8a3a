"""A programme: one to many documents, answered by meaning."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from plancheck.model.evidence import Absence, Quote
from plancheck.model.message import Message
from plancheck.model.verdict import Verdict
from plancheck.programme.columns import ColumnReader
from plancheck.programme.index import Index
from plancheck.programme.kind import Kind, judge_kind
from plancheck.programme.mentions import Mention, find_mentions
from plancheck.programme.named import Named
from plancheck.programme.named_among import NamedAmong
from plancheck.programme.named_places import (
    names_in_lists,
    names_in_rows,
    printed_within,
)
from plancheck.programme.parts import Part
from plancheck.programme.passages import Passages, read_passages
from plancheck.programme.places import Places, read_places
from plancheck.programme.planned import PlannedProgramme
from plancheck.programme.words import Span

NOT_ITS_OWN = ("planning context", "abbreviations", "previous programme")
"""Parts that speak of other documents, or of words only: what they name is not planned here."""


@dataclass(frozen=True)
class Programme(PlannedProgramme):
    """The documents of a programme with the vocabulary of its language.

    What it is and what it plans, the classes below it tell; here is what its text says.
    """

    @cached_property
    def _kind(self) -> Kind:
        return judge_kind(self)

    @property
    def kind(self) -> str | None:
        """The kind of programme, which is the profile that fits; None where it is none."""
        return self._kind.name

    @property
    def kind_reason(self) -> Message:
        """What was found that makes it a programme, or what was missed."""
        return self._kind.reason

    @cached_property
    def passages(self) -> Passages:
        """All text of the body, heading by heading, paragraph by paragraph, cell by cell."""
        return read_passages(self.documents)

    @cached_property
    def places(self) -> Places:
        """Own territorial units and settlements."""
        return read_places(
            self.index.texts,
            self.vocabulary,
            self.municipality,
            self.facts.units,
            self._settlements,
        )

    @property
    def _settlements(self) -> tuple[str, ...]:
        """The names in columns of places, as far as sentences have them too."""
        tables = chain.from_iterable(each.tables for each in self.documents)
        columns = ColumnReader(self.vocabulary)
        rows = (*self.measures, *self.projects)
        names = (
            *names_in_rows(rows, self.vocabulary),
            *names_in_lists(tables, columns, self.vocabulary),
        )
        return printed_within(names, self.index.texts)

    def mentions(
        self,
        concept: str,
        *,
        within: Part | str | None = None,
        outside: tuple[str, ...] = (),
    ) -> tuple[Mention, ...]:
        """Where a concept of the vocabulary is named, in reading order.

        Args:
            concept: Its name in the vocabulary.
            within: Only in the sections of this part, or of the part of this concept,
                which may not be there.
            outside: Parts left out beside those that speak of other documents.
        """
        found = self._all_mentions(concept)
        if within is not None:
            inside = (
                self.section_ids(within)
                if isinstance(within, str)
                else within.section_ids
            )
            return tuple(mention for mention in found if id(mention.section) in inside)
        barred = self.section_ids(*NOT_ITS_OWN, *outside)
        return tuple(mention for mention in found if id(mention.section) not in barred)

    @cached_property
    def _mention_cache(self) -> dict[str, tuple[Mention, ...]]:
        return {}

    def _all_mentions(self, concept: str) -> tuple[Mention, ...]:
        if concept not in self._mention_cache:
            found = find_mentions(self.named(concept), self.passages, self.vocabulary)
            self._mention_cache[concept] = tuple(found)
        return self._mention_cache[concept]

    @cached_property
    def index(self) -> Index:
        """All text of the body by its words."""
        return Index(self.passages.places)

    def named(self, concept: str) -> Named:
        """Where each text names a concept of the vocabulary; sought when first asked for."""
        named = self._named.get(concept)
        if named is None:
            named = Named(self.vocabulary.concept(concept), self.index)
            self._named[concept] = named
        return named

    @cached_property
    def _named(self) -> dict[str, Named]:
        return {}

    def spans(self, concept: str, text: str) -> tuple[Span, ...]:
        """Where a cell or sentence names a concept: half-open offsets, in reading order."""
        return self.named(concept)[text]

    def named_among(self, concepts: tuple[str, ...], text: str) -> tuple[str, ...]:
        """Which of several concepts a cell or sentence names, in their order."""
        among = self._among.get(concepts)
        if among is None:
            among = NamedAmong(
                {each: self.named(each) for each in concepts}, self.index
            )
            self._among[concepts] = among
        return among[text]

    @cached_property
    def _among(self) -> dict[tuple[str, ...], NamedAmong]:
        return {}

    def has_word(self, name: str, text: str) -> bool:
        """Whether one of the words of a list of the vocabulary stands in a text."""
        named = self._words_named.get(name)
        if named is None:
            named = Named(self.vocabulary.words_as_concept(name), self.index)
            self._words_named[name] = named
        return bool(named[text])

    @cached_property
    def _words_named(self) -> dict[str, Named]:
        return {}

    @cached_property
    def answers(self) -> dict[Callable[..., Any], Any]:
        """What was answered to questions that are asked `once`."""
        return {}

    def absence(
        self, concept: str, *, where: tuple[str, ...] = (), nearest: Quote | None = None
    ) -> Absence:
        """What was sought, in the vocabulary's readable terms, and where."""
        places = where or tuple(document.name for document in self.documents)
        return Absence(self.vocabulary.concept(concept).readable_terms, places, nearest)

    def absent(self, concept: str, message: Message | str) -> Verdict:
        """The verdict that a concept was not found in the supplied files."""
        return Verdict.absent(message, self.absence(concept))

    def only_mentioned(
        self, concept: str, message: Message | str, quote: Quote
    ) -> Verdict:
        """The verdict that a concept is not there, though a quote speaks of it."""
        absence = self.absence(concept, nearest=quote)
        return Verdict.only_mentioned(message, absence, quote)
