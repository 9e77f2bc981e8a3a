"""The tables that a programme plans with: action, investment, indicators, proposals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.fields import Row

SHARE_COLUMNS = frozenset(
    {"municipal share", "eu share", "state share", "private share", "other share"}
)


@dataclass(frozen=True, slots=True)
class Banner:
    """A row across the table that the rows below it belong to, such as a priority."""

    text: str
    code: str
    level: str | None
    quote: Quote
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanTable:
    """One table as its author meant it: fragments joined, header read, rows told apart.

    `roles` says what the table is for; one table may be both action and investment plan.
    `columns` maps each concept to the label as printed. `rows` leaves out header rows,
    banner rows and totals.
    """

    roles: tuple[str, ...]
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    banners: tuple[Banner, ...]
    fragments: tuple[Table, ...]
    quote: Quote
    is_fact_sheet: bool = False

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

    def label(self, concept: str) -> str:
        """The column's label as printed; empty where there is no such column."""
        return self.columns.get(concept, "")

    def filled(self, *concepts: str) -> float:
        """The share of rows in which one of the columns is filled, from 0 to 1."""
        if not self.rows:
            return 0.0
        return sum(bool(row.first(*concepts)) for row in self.rows) / len(self.rows)


def roles_of(concepts: frozenset[str]) -> tuple[str, ...]:
    """What a table with these columns is for, its main role first.

    An indicator table wins over an action table: it often names measure and responsible
    body too. A table that heads its rows as projects is an investment table first.
    """
    has_indicator = "indicator" in concepts
    valued = concepts & {"baseline", "target", "trend"}
    supported = concepts & {"data source", "frequency", "responsible"}
    if has_indicator and (valued or ("unit" in concepts and supported)):
        return ("indicator",)
    if {"proposal", "decision"} <= concepts:
        return ("proposals",)
    if {"hazard", "risk level"} <= concepts:
        return ("risk",)
    return tuple(_plan_roles(concepts))


def _plan_roles(concepts: frozenset[str]) -> Iterator[str]:
    has_money = "amount" in concepts or len(concepts & SHARE_COLUMNS) >= 2
    has_duty = concepts & {"responsible", "executor", "term", "start"}
    has_measure = concepts & {"measure", "name", "description"} or (
        "task" in concepts and "project" not in concepts
    )
    if "project" in concepts and (has_money or has_duty or "source" in concepts):
        yield "investment"
    if has_measure and has_duty:
        yield "action"
    if has_measure and has_money and "project" not in concepts:
        yield "investment"
