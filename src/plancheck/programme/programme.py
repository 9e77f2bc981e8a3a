"""A programme: one to many documents, answered by meaning."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from plancheck.model.document import Document, Section
from plancheck.model.evidence import Absence, Quote
from plancheck.model.message import Message
from plancheck.model.verdict import Verdict
from plancheck.programme import identity
from plancheck.programme.abbreviations import read_abbreviations
from plancheck.programme.approval import Approval, find_approval
from plancheck.programme.codes import LevelReader, Objective, codes_in
from plancheck.programme.facts import Facts
from plancheck.programme.fields import Row
from plancheck.programme.identity import StatedPeriod
from plancheck.programme.indicator_levels import with_level
from plancheck.programme.indicators import Indicator
from plancheck.programme.kind import Kind, judge_kind
from plancheck.programme.measures import Measure, Project
from plancheck.programme.mentions import Mention, find_mentions
from plancheck.programme.merging import merge_fact_sheets
from plancheck.programme.municipalities import StatedMunicipality
from plancheck.programme.objectives import read_objectives
from plancheck.programme.parts import Part, PartReader
from plancheck.programme.passages import Passages, read_passages
from plancheck.programme.places import Places, read_places
from plancheck.programme.plan_tables import PlanTable, gather, without_extracts
from plancheck.programme.table_reading import TableReader
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import Vocabulary

NOT_ITS_OWN = ("planning context", "abbreviations", "previous programme")
"""Parts that speak of other documents, or of words only: what they name is not planned here."""


def today() -> dt.date:
    """The day where the user sits."""
    return dt.datetime.now().astimezone().date()


@dataclass(frozen=True)
class Programme:
    """The documents of a programme with the vocabulary of its language.

    `as_of` is the day of the check: what must be yearly or up to date is judged by it.
    Each answer is worked out when it is first asked for and kept.
    """

    documents: tuple[Document, ...]
    vocabulary: Vocabulary
    facts: Facts = field(default_factory=Facts)
    as_of: dt.date = field(default_factory=today)

    @property
    def language(self) -> str:
        """The language that it is written in, BCP 47."""
        return self.vocabulary.language

    @cached_property
    def title(self) -> Quote | None:
        """The line that says what the documents are."""
        kinds = self._title_terms
        titles = (identity.find_title(document, kinds) for document in self.documents)
        return next((title for title in titles if title), None)

    @property
    def _title_terms(self) -> tuple[Term, ...]:
        """What kinds of documents are called, programmes and others."""
        others = chain(*self.vocabulary.other_kinds.values())
        return (*self.vocabulary.kinds.get("title", ()), *others)

    @cached_property
    def municipality(self) -> str | None:
        """Whose programme it is, in the nominative."""
        given = self.facts.municipality
        return given or identity.find_municipality(self.documents, self.language)

    @cached_property
    def municipalities(self) -> tuple[StatedMunicipality, ...]:
        """Whose programme each document says it is, for those that do."""
        kinds, language = self._title_terms, self.language
        found = (
            identity.stated_municipality(document, kinds, language)
            for document in self.documents
        )
        return tuple(stated for stated in found if stated)

    @cached_property
    def periods(self) -> tuple[StatedPeriod, ...]:
        """The period that each document states, for those that do."""
        kinds = self.vocabulary.kinds.get("title", ())
        others = tuple(chain(*self.vocabulary.other_kinds.values()))
        found = (
            identity.stated_period(document, kinds, others)
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
    def _part_reader(self) -> PartReader:
        return PartReader(self.vocabulary)

    @cached_property
    def _headed_parts(self) -> tuple[Part, ...]:
        return self._part_reader.by_heading(self.documents)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All parts found."""
        return self._part_reader.read(self._headed_parts, self.documents, self.tables)

    def part(self, concept: str) -> Part | None:
        """A part by its concept, such as "action plan"; None where it is not found."""
        return next((part for part in self.parts if part.concept == concept), None)

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """The programme's own list of abbreviations."""
        own = (part for part in self._headed_parts if part.concept == "abbreviations")
        return read_abbreviations(next(own, None))

    @cached_property
    def levels(self) -> LevelReader:
        """Tells the level of a code, by the programme's own abbreviations first."""
        return LevelReader(self.vocabulary, self.abbreviations)

    @cached_property
    def tables(self) -> tuple[PlanTable, ...]:
        """The plan tables of all documents, in reading order."""
        first_year = self.period.first if self.period else None
        reader = TableReader(self.vocabulary, self.levels, first_year)
        return without_extracts(
            tuple(chain.from_iterable(map(reader.read, self.documents)))
        )

    def tables_of(self, role: str) -> tuple[PlanTable, ...]:
        """The tables that a role is read from.

        A table that is both action and investment plan counts as investment plan only
        where the programme has none of its own.
        """
        main = tuple(table for table in self.tables if table.role == role)
        return main or tuple(table for table in self.tables if role in table.roles)

    def table_of(self, role: str) -> PlanTable | None:
        """All tables of a role read as one: their columns together, each row once.

        Fact sheets are a table each, and none of them has all that the others say. None
        where the programme has no such table.
        """
        return gather(self.tables_of(role), self._rows_of(role))

    def _rows_of(self, role: str) -> tuple[Row, ...]:
        if role == "action":
            return self.measures
        return self.projects if role == "investment" else self._merged(role)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The rows of the action tables, completed from the measures' fact sheets."""
        return tuple(row for row in self._merged("action") if isinstance(row, Measure))

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The rows of the investment tables."""
        rows = map(_as_project, self._merged("investment"))
        return tuple(row for row in rows if row is not None)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the indicator tables, completed from the indicators' fact sheets."""
        rows = self._merged("indicator")
        own = (row for row in rows if isinstance(row, Indicator))
        return tuple(with_level(row, self.vocabulary) for row in own)

    @cached_property
    def proposals(self) -> tuple[Row, ...]:
        """The rows of the tables of proposals with what was decided on them."""
        return tuple(row for table in self.tables_of("proposals") for row in table.rows)

    def _merged(self, role: str) -> tuple[Row, ...]:
        tables = self.tables_of(role)
        lines = [row for each in tables if not each.is_fact_sheet for row in each.rows]
        sheets = [row for each in tables if each.is_fact_sheet for row in each.rows]
        return merge_fact_sheets(lines, sheets)

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """Goals, priorities, directions, tasks and measures with their codes."""
        return read_objectives(
            self.part("strategic part"),
            self.part("planning context"),
            self.tables,
            self.levels,
        )

    def codes_in(self, text: str) -> tuple[str, ...]:
        """The codes of goals, priorities, directions and tasks that a text names."""
        return codes_in(text, self.levels.prefixes)

    @cached_property
    def passages(self) -> Passages:
        """All text of the body, heading by heading, paragraph by paragraph, cell by cell."""
        return read_passages(self.documents)

    @cached_property
    def places(self) -> Places:
        """Own territorial units and settlements."""
        texts = (passage.text for passage in self.passages.passages)
        return read_places(texts, self.vocabulary, self.municipality, self.facts.units)

    def mentions(
        self, concept: str, *, within: Part | None = None, outside: tuple[str, ...] = ()
    ) -> tuple[Mention, ...]:
        """Where a concept of the vocabulary is named, in reading order.

        Args:
            concept: Its name in the vocabulary.
            within: Only in the sections of this part.
            outside: Parts left out beside those that speak of other documents.
        """
        found = self._all_mentions(concept)
        if within is not None:
            inside = _ids(within.sections)
            return tuple(mention for mention in found if id(mention.section) in inside)
        barred = self._sections_of((*NOT_ITS_OWN, *outside))
        return tuple(mention for mention in found if id(mention.section) not in barred)

    @cached_property
    def _mention_cache(self) -> dict[str, tuple[Mention, ...]]:
        return {}

    def _all_mentions(self, concept: str) -> tuple[Mention, ...]:
        if concept not in self._mention_cache:
            known = self.vocabulary.concept(concept)
            self._mention_cache[concept] = tuple(
                find_mentions(known, self.passages, self.vocabulary)
            )
        return self._mention_cache[concept]

    def _sections_of(self, concepts: Iterable[str]) -> frozenset[int]:
        wanted = frozenset(concepts)
        parts = (part for part in self.parts if part.concept in wanted)
        return frozenset(chain.from_iterable(_ids(part.sections) for part in parts))

    def absence(
        self, concept: str, *, where: tuple[str, ...] = (), nearest: Quote | None = None
    ) -> Absence:
        """What was sought, in the vocabulary's readable terms, and where."""
        places = where or tuple(document.name for document in self.documents)
        return Absence(self.vocabulary.concept(concept).readable_terms, places, nearest)

    def absent(self, concept: str, message: Message | str) -> Verdict:
        """The verdict that a concept was not found in the supplied files."""
        return Verdict.absent(message, self.absence(concept))


def _ids(sections: Iterable[Section]) -> frozenset[int]:
    """Sections by identity: two with equal text stand at different places."""
    return frozenset(id(below) for section in sections for below in section.walk())


def _as_project(row: Row) -> Project | None:
    """A row of a table that is action and investment plan at once is a project too."""
    if isinstance(row, Project):
        return row
    if isinstance(row, Measure):
        return Project(
            row.code, row.name, row.place, row.cells, row.context, row.parents
        )
    return None
