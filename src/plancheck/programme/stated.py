"""What the documents of a programme say that they are: whose, for which years, since when."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from plancheck.model.day import today
from plancheck.model.document import Document, Section
from plancheck.model.evidence import Quote
from plancheck.programme import identity
from plancheck.programme.approval import Approval, find_approval
from plancheck.programme.facts import Facts
from plancheck.programme.identity import StatedPeriod
from plancheck.programme.municipalities import StatedMunicipality
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import Vocabulary


@dataclass(frozen=True)
class StatedProgramme:
    """Documents by what their title pages and running lines say.

    `as_of` is the day of the check: what must be yearly or up to date is judged by it.
    Each answer is worked out when it is first asked for and kept.
    """

    documents: tuple[Document, ...]
    vocabulary: Vocabulary
    facts: Facts = field(default_factory=Facts)
    as_of: dt.date = field(default_factory=today)

    def walk(self) -> Iterator[Section]:
        """Every section of its documents, in reading order."""
        for document in self.documents:
            yield from document.walk()

    @property
    def language(self) -> str:
        """The language that it is written in, BCP 47."""
        return self.vocabulary.language

    @cached_property
    def title(self) -> Quote | None:
        """The line that says what the documents are."""
        kinds = self._title_terms
        titles = (
            identity.find_title(document, kinds, self.vocabulary)
            for document in self.documents
        )
        return next((title for title in titles if title), None)

    @property
    def _title_terms(self) -> tuple[Term, ...]:
        """What kinds of documents are called, programmes and others."""
        others = chain(*self.vocabulary.other_kinds.values())
        return (*self.vocabulary.kinds.get("title", ()), *others)

    @cached_property
    def municipality(self) -> str | None:
        """Whose programme it is, in the nominative."""
        if given := self.facts.municipality:
            return given
        if self.is_of_region:
            return identity.find_region(self.documents, self.vocabulary)
        return identity.find_municipality(self.documents, self.vocabulary)

    @property
    def is_of_region(self) -> bool:
        """Whether it is a planning region's: its units are municipalities."""
        return self.vocabulary.is_of_region

    @cached_property
    def municipalities(self) -> tuple[StatedMunicipality, ...]:
        """Whose programme each document says it is, for those that do."""
        kinds = self._title_terms
        found = (
            identity.stated_municipality(document, kinds, self.vocabulary)
            for document in self.documents
        )
        return tuple(stated for stated in found if stated)

    @cached_property
    def periods(self) -> tuple[StatedPeriod, ...]:
        """The period that each document states, for those that do."""
        found = (
            identity.stated_period(document, self.vocabulary)
            for document in self.documents
        )
        return tuple(period for period in found if period)

    @property
    def period(self) -> StatedPeriod | None:
        """The period that the first document states."""
        return self.periods[0] if self.periods else None

    @cached_property
    def approved(self) -> Approval | None:
        """The decision that adopted it, on the title page or near it; None in a draft."""
        return find_approval(self.documents, self.vocabulary, self.period)

    @property
    def law_day(self) -> dt.date:
        """The day whose law applies: that of its approval, before it `as_of`."""
        return self.approved.date if self.approved else self.as_of
