"""What a programme plans: its parts, its tables and their rows, its objectives."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Protocol, TypeVar

from plancheck.model.document import Block
from plancheck.model.location import Location
from plancheck.programme.abbreviations import read_abbreviations
from plancheck.programme.codes import (
    LEVELS,
    LevelReader,
    Objective,
    counting_letters,
    leading_code,
)
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import Row
from plancheck.programme.indicator_levels import with_level
from plancheck.programme.indicators import Indicator
from plancheck.programme.level_columns import letters_of_columns
from plancheck.programme.measures import Measure, Project
from plancheck.programme.merging import (
    completed_by,
    completed_by_marks,
    completed_by_money,
    completed_by_reference,
    merge_code_rows,
    merge_fact_sheets,
)
from plancheck.programme.numbered import NumberedMeasures
from plancheck.programme.objectives import read_objectives
from plancheck.programme.parts import Part, PartReader
from plancheck.programme.place_marks import with_marked_places
from plancheck.programme.plan_tables import (
    PlanTable,
    gather,
    without_calendars,
    without_extracts,
)
from plancheck.programme.printed_codes import PrintedCodes
from plancheck.programme.stated import StatedProgramme
from plancheck.programme.steps import without_steps
from plancheck.programme.table_reading import TableReader
from plancheck.programme.uncoded import uncoded_objectives
from plancheck.text.folding import fold

_MONITORING = "monitoring procedure"
_UPPER_LEVELS = ("goal", "priority", "direction")

T = TypeVar("T")


class Keep(Protocol):
    """Gives what was made of the same programme before, by its name, or makes it."""

    def __call__(self, name: str, make: Callable[[], T], /) -> T:
        """What is made, or was before."""
        ...


def make_anew(_name: str, make: Callable[[], T], /) -> T:
    """Keep nothing."""
    return make()


@dataclass(frozen=True)
class PlannedProgramme(StatedProgramme):
    """Documents with their parts, plan tables and objectives read out of them.

    `keep` keeps between runs what takes long to read: half of the time of a check by a
    rule that was changed goes into the tables.
    """

    keep: Keep = field(default=make_anew, repr=False, compare=False, kw_only=True)

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

    def section_ids(self, *concepts: str) -> frozenset[int]:
        """The sections of these parts, as far as they are found, by identity."""
        parts = (part for part in self.parts if part.concept in concepts)
        return frozenset(chain.from_iterable(part.section_ids for part in parts))

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """The programme's own list of abbreviations."""
        own = (part for part in self._headed_parts if part.concept == "abbreviations")
        return read_abbreviations(next(own, None))

    @cached_property
    def levels(self) -> LevelReader:
        """Tells the level of a code, by the programme's own abbreviations first."""
        cells = (
            table.text_at(row_index, 0)
            for document in self.documents
            for table in document.tables
            for row_index in range(table.row_count)
        )
        counting = counting_letters(cells)
        levels = LevelReader(self.vocabulary, self.abbreviations, counting)
        tables = chain.from_iterable(each.tables for each in self.documents)
        columns = ColumnReader(self.vocabulary)

        def level_of(label: str) -> str | None:
            named = levels.level_word(label) or columns.concept(label)
            return named if named in LEVELS else None

        told = letters_of_columns(tables, level_of)
        for prefix in told.keys() - counting:
            levels.learn(prefix, told[prefix])
        return levels

    @cached_property
    def tables(self) -> tuple[PlanTable, ...]:
        """The plan tables of all documents, in reading order."""
        return self.keep("tables", self._read_tables)

    def _read_tables(self) -> tuple[PlanTable, ...]:
        first_year = self.period.first if self.period else None
        reader = TableReader(self.vocabulary, self.levels, first_year)
        tables = tuple(chain.from_iterable(map(reader.read, self.documents)))
        planned = without_calendars(tables, self._monitoring_tables, self._names_month)
        return without_extracts(without_steps(planned))

    def _names_month(self, text: str) -> bool:
        """Whether a text names a month or a quarter; never, where a language lists none."""
        known = "month_names" in self.vocabulary.words
        return known and self.vocabulary.has_word("month_names", fold(text), text)

    @property
    def _monitoring_tables(self) -> frozenset[int]:
        parts = (each for each in self._headed_parts if each.concept == _MONITORING)
        return frozenset(id(table) for part in parts for table in part.tables)

    def tables_of(self, role: str) -> tuple[PlanTable, ...]:
        """The tables that a role is read from.

        A table that is both action and investment plan counts as investment plan only
        where the programme has none of its own. One without a row, such as sums by
        priority, is read only where no other table has the role.
        """
        main = tuple(table for table in self.tables if table.role == role)
        any_of = tuple(table for table in self.tables if role in table.roles)
        with_rows = (tuple(filter(_has_rows, each)) for each in (main, any_of))
        return next(filter(None, with_rows), main)

    def is_plan_table(self, block: Block, *roles: str) -> bool:
        """Whether a plan table was read from a block: of these roles, if any are named."""
        read = self._roles_of_blocks.get(id(block))
        return read is not None and (not roles or not read.isdisjoint(roles))

    @cached_property
    def _roles_of_blocks(self) -> Mapping[int, AbstractSet[str | None]]:
        found: dict[int, set[str | None]] = {}
        for table in self.tables:
            for fragment in table.fragments:
                found.setdefault(id(fragment), set()).add(table.role)
        return found

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
        """The rows of the action tables, with who pays for each and where crosses put it."""
        rows = (row for row in self._merged("action") if isinstance(row, Measure))
        paid = (row for row in self._merged("investment") if isinstance(row, Project))
        completed = completed_by_money(tuple(rows), tuple(paid))
        tables = chain.from_iterable(each.tables for each in self.documents)
        return with_marked_places(completed, tables, self.vocabulary)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The rows of the investment tables, completed from measures that they name."""
        rows = map(_as_project, self._merged("investment"))
        projects = tuple(row for row in rows if row is not None)
        projects = completed_by(projects, self.measures)
        projects = completed_by_marks(projects, self.measures, self.vocabulary)
        return completed_by_reference(projects, self.measures)

    @cached_property
    def plan_rows(self) -> tuple[Measure, ...]:
        """The rows of action and investment tables, a row of a joint table once.

        So is a project whose sheet is a measure, and which a table of money has again.
        """
        rows: dict[Location, Measure] = {}
        known = {_identity(row) for row in self.measures if row.code}
        for row in self.measures:
            rows.setdefault(row.quote.location, row)
        for project in self.projects:
            if _identity(project) not in known:
                rows.setdefault(project.quote.location, project)
        return tuple(rows.values())

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
        lines = merge_code_rows(
            [row for each in tables if not each.is_fact_sheet for row in each.rows]
        )
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

    @cached_property
    def uncoded_objectives(self) -> tuple[Objective, ...]:
        """Goals, priorities and directions that are named without codes.

        Their names stand in for the codes, or the letters that count them. Empty where
        the programme has coded ones.
        """
        if any(each.level in _UPPER_LEVELS for each in self.objectives):
            return ()
        return self._without_codes

    @property
    def lettered_objectives(self) -> tuple[Objective, ...]:
        """Those that letters alone count: `Priority A`, also beside coded ones: `A1`, `A2`."""
        return tuple(each for each in self._without_codes if len(each.code) == 1)

    @cached_property
    def _without_codes(self) -> tuple[Objective, ...]:
        """Each once: a banner may name again, with more words, what a heading names."""
        found = uncoded_objectives(
            self.part("strategic part"),
            self.documents,
            self.tables,
            self.levels,
            self.vocabulary,
        )
        once: dict[tuple[str, str], Objective] = {}
        for each in sorted(found, key=lambda one: len(one.name)):
            once.setdefault((each.level, each.code), each)
        return tuple(each for each in found if once[each.level, each.code] is each)

    @cached_property
    def numbered(self) -> NumberedMeasures:
        """Finds measures by plain numbers, as `5. darbs`; none where they have codes."""
        return NumberedMeasures(self.measures, self.vocabulary)

    def codes_in(self, text: str) -> tuple[str, ...]:
        """The codes of goals, priorities, directions, tasks and measures that a text names."""
        # prefixes are learnt while reading, and never forgotten
        key = text, len(self.levels.prefixes)
        if key not in self._codes_in:
            found = (
                *self.levels.codes_in(text),
                *self._printed_codes.named_in(text),
                *self.numbered.named_in(text),
            )
            self._codes_in[key] = tuple(dict.fromkeys(found))
        return self._codes_in[key]

    @cached_property
    def _printed_codes(self) -> PrintedCodes:
        rows = (row.code for row in self.plan_rows)
        return PrintedCodes(rows, self.levels.codes_in)

    @cached_property
    def _codes_in(self) -> dict[tuple[str, int], tuple[str, ...]]:
        return {}


def _identity(row: Row) -> tuple[str, str]:
    """What a row is the same thing by: its code, and its name without it."""
    own = leading_code(row.name)
    return row.code, fold(own[1] if own else row.name)


def _has_rows(table: PlanTable) -> bool:
    return bool(table.rows)


def _as_project(row: Row) -> Project | None:
    """A row of a table that is action and investment plan at once is a project too."""
    if isinstance(row, Project):
        return row
    if isinstance(row, Measure):
        return Project(
            row.code, row.name, row.place, row.cells, row.context, row.parents
        )
    return None
