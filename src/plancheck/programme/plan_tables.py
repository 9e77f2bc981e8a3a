"""The tables that a programme plans with: action, investment, indicators, proposals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.codes import Item, leading_code
from plancheck.programme.fields import Row, UnreadColumn
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.text.patterns import lazy_pattern

_DUTY = ("responsible", "term")
_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")
_PAID = SHARE_COLUMNS | {"source", "amount"}
_YIELD = _PAID | {"result", "indicator"}
"""What measures cost and bring, which a calendar does not tell."""


@dataclass(frozen=True, slots=True)
class Banner:
    """A row across the table that the rows below it belong to, such as a priority."""

    text: str
    item: Item | None
    quote: Quote
    above: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Its code in the normal form; empty where it has none."""
        return str(self.item.code) if self.item and self.item.code else ""

    @property
    def level(self) -> str | None:
        """The level that it stands for; None where neither code nor words tell."""
        return self.item.level if self.item else None


@dataclass(frozen=True)
class PlanTable:
    """One table as its author meant it: fragments joined, header read, rows told apart.

    `roles` says what the table is for; one table may be both action and investment plan.
    `columns` maps each concept to the label as printed. `rows` leaves out header rows,
    banner rows and totals. `gathered` are the tables that it was put together from, where
    it is several that are read as one.
    """

    roles: tuple[str, ...]
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    banners: tuple[Banner, ...]
    fragments: tuple[Table, ...]
    quote: Quote
    is_fact_sheet: bool = False
    gathered: tuple["PlanTable", ...] = ()

    @property
    def role(self) -> str | None:
        """What the table is for above all."""
        return self.roles[0] if self.roles else None

    @property
    def section_path(self) -> tuple[str, ...]:
        """The headings that the table stands under, outermost first."""
        return self.fragments[0].location.section

    @property
    def number(self) -> int | None:
        """The number of its first fragment in the document, from 1."""
        return self.fragments[0].location.table_number

    @property
    def caption(self) -> str:
        """The caption of its first fragment."""
        return self.fragments[0].caption

    def has(self, *concepts: str) -> bool:
        """Whether the table has a column for one of the concepts."""
        return any(concept in self.columns for concept in concepts)

    def may_have(self, *concepts: str) -> tuple[UnreadColumn, ...]:
        """The columns that were not understood and may be one of several."""
        found = (each for row in self.rows for each in row.may_have_column(concepts))
        return tuple(dict.fromkeys(found))

    def label(self, concept: str) -> str:
        """The column's label as printed; empty where there is no such column."""
        return self.columns.get(concept, "")

    def filled(self, *concepts: str) -> float:
        """The share of the rows with such a column that fill it, from 0 to 1."""
        rows = [row for row in self.rows if row.has_any_column(concepts)]
        if not rows:
            return 0.0
        return sum(row.says(*concepts) for row in rows) / len(rows)

    def covered(self, *concepts: str) -> float:
        """The share of all rows that have one of the columns, filled or not."""
        if not self.rows:
            return 0.0
        having = sum(row.has_any_column(concepts) for row in self.rows)
        return having / len(self.rows)

    def column_quote(self, *concepts: str) -> Quote | None:
        """The labels of the columns, at the header of the first table that has one."""
        tables = self.gathered or (self,)
        home = next((table for table in tables if table.has(*concepts)), None)
        if home is None:
            return None
        labels = (home.label(concept) for concept in concepts)
        text = " | ".join(dict.fromkeys(label for label in labels if label))
        return Quote(text, home.quote.location)


def gather(tables: Sequence[PlanTable], rows: Sequence[Row]) -> PlanTable | None:
    """Tables of one role read as one, as fact sheets are: all their columns and rows.

    Args:
        tables: In reading order; the one with most rows comes first in what is quoted.
        rows: Their rows, each thing once.
    """
    if not tables:
        return None
    ordered = sorted(tables, key=lambda table: len(table.rows), reverse=True)
    columns: dict[str, str] = {}
    for table in ordered:
        for concept, label in table.columns.items():
            columns.setdefault(concept, label)
    return PlanTable(
        ordered[0].roles,
        MappingProxyType(columns),
        tuple(rows),
        tuple(total for table in tables for total in table.totals),
        tuple(banner for table in tables for banner in table.banners),
        tuple(fragment for table in tables for fragment in table.fragments),
        ordered[0].quote,
        all(table.is_fact_sheet for table in tables),
        tuple(ordered),
    )


def roles_of(concepts: frozenset[str]) -> tuple[str, ...]:
    """What a table with these columns is for, its main role first.

    An indicator table wins over an action table: it often names measure and responsible
    body too. A table that heads its rows as projects is an investment table first.
    `risk` is a table of climate hazards, `implementation risk` one of what could keep the
    programme from being carried out.
    """
    has_indicator = "indicator" in concepts
    valued = concepts & {"baseline", "target", "trend"}
    supported = concepts & {"data source", "frequency", "responsible"}
    if "hazard" in concepts and concepts & {"risk level", "risk", "impact"}:
        return ("risk",)
    if "risk" in concepts and concepts & {"risk level", "impact", "mitigation"}:
        return ("implementation risk",)
    if has_indicator and (valued or ("unit" in concepts and supported)):
        return ("indicator",)
    if {"proposal", "decision"} <= concepts:
        return ("proposals",)
    return tuple(_plan_roles(concepts))


def _plan_roles(concepts: frozenset[str]) -> Iterator[str]:
    """Action or investment table, or both; a project column beside measures is a reference.

    Measures with what they cost, but with nobody and no time, are an investment table
    first: the action plan only of a programme that has no other.

    What recurs each month or quarter is a calendar, as monitoring has one, and no plan; what
    people came to is past.
    """
    if "month" in concepts or _tells_of_events(concepts):
        return
    has_money = "amount" in concepts or len(concepts & SHARE_COLUMNS) >= 2
    has_duty = bool(concepts & {"responsible", "executor", "term", "start"})
    has_measure = bool(concepts & {"measure", "name"})
    has_outcome = {"measure", "result"} <= concepts and not has_money
    if "project" in concepts and not ("measure" in concepts and not has_money):
        if has_money or has_duty or "source" in concepts:
            yield "investment"
        if "measure" in concepts and has_duty:
            yield "action"
        return
    if ((has_measure or "task" in concepts) and has_duty) or has_outcome:
        yield "action"
    if has_measure and has_money:
        yield "investment"
        if (
            "measure" in concepts and not has_duty
        ):  # a plan of its own, if there is no other
            yield "action"


def _tells_of_events(concepts: frozenset[str]) -> bool:
    """Whether a table says who came, and neither who will do something nor what it costs."""
    is_of_plans = concepts & {"responsible", "executor", "amount", "source", "code"}
    return "participants" in concepts and not is_of_plans


def without_calendars(
    tables: Sequence[PlanTable],
    monitoring: frozenset[int],
    names_month: Callable[[str], bool],
) -> tuple[PlanTable, ...]:
    """The tables without those that say of monitoring what is done, by whom and when.

    Args:
        tables: As they were read.
        monitoring: The tables of the part on monitoring, by identity.
        names_month: Whether a text names a month or a quarter.
    """
    return tuple(
        table
        for table in tables
        if table.roles != ("action",)
        or not (_is_yearly(table, names_month) or _only_monitors(table, monitoring))
    )


def _only_monitors(table: PlanTable, monitoring: frozenset[int]) -> bool:
    is_there = any(id(each) in monitoring for each in table.fragments)
    return (
        is_there and not table.has(*_YIELD) and not any(row.code for row in table.rows)
    )


def _is_yearly(table: PlanTable, names_month: Callable[[str], bool]) -> bool:
    """Whether most rows say a month without a year: what comes again each year, not once.

    Measures may recur too: their codes count through what they serve, as `1.1`.
    """
    codes = (leading_code(row.code) for row in table.rows)
    is_coded = any(code and (code[0].prefix or code[0].depth > 1) for code in codes)
    if is_coded or table.has(*_PAID):
        return False
    terms = [row.first("term", "start").text for row in table.rows]
    recurring = sum(names_month(term) and not _YEAR.search(term) for term in terms)
    return bool(terms) and recurring > 0.6 * len(terms)


def without_extracts(tables: Sequence[PlanTable]) -> tuple[PlanTable, ...]:
    """The tables without those that only repeat rows of a larger one, such as its climate measures.

    A table repeats when eight in ten of its rows carry codes of the larger table. A fact
    sheet says more of its row than the table does, a table with bodies or years more
    than one of costs, and projects with what each source pays more than measures.
    """
    return tuple(
        table
        for table in tables
        if not _is_extract(table, [other for other in tables if other is not table])
    )


def _is_extract(table: PlanTable, others: Sequence[PlanTable]) -> bool:
    if any(_repeats(table, other) for other in others):
        return True
    return any(other.role == "investment" for other in others) and _sums_up(table)


def _sums_up(table: PlanTable) -> bool:
    """Whether a table only adds projects up: `RV1 | P-1, P-2, P-3 | 4 860`."""
    if table.role != "investment":
        return False
    lists = [
        [leading_code(each.strip()) for each in row.field("project").text.split(",")]
        for row in table.rows
    ]
    several = sum(
        len(codes) > 1 and all(code is not None and not code[1] for code in codes)
        for codes in lists
    )
    return several > len(table.rows) / 2


def _names_projects(table: PlanTable) -> bool:
    """Whether a table has projects by name; codes beside measures only refer to them."""
    leading = (leading_code(row.field("project").text) for row in table.rows)
    return table.has("project") and any(code is None or code[1] for code in leading)


def _repeats(table: PlanTable, other: PlanTable) -> bool:
    says_more = any(table.has(each) and not other.has(each) for each in _DUTY)
    says_more |= _names_projects(table) and not other.has("project")
    if table.is_fact_sheet or says_more:
        return False
    if len(table.rows) >= len(other.rows) or not set(table.roles) & {
        "action",
        "investment",
    }:
        return False
    codes = {row.code for row in other.rows if len(row.code) > 2}
    known = sum(row.code in codes for row in table.rows)
    return bool(known) and known >= 0.8 * len(table.rows)
