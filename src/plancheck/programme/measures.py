"""Measures and projects: what a municipality means to do, and with what money."""

from dataclasses import dataclass
from functools import cached_property

from plancheck.programme.fields import Field, Row
from plancheck.programme.shares import SHARES

"""The columns that an amount is split into by funding source."""


@dataclass(frozen=True)
class Measure(Row):
    """A row of an action table."""

    @cached_property
    def responsible(self) -> Field:
        """Who carries it out."""
        return self.first("responsible", "executor")

    @cached_property
    def term(self) -> Field:
        """By when, or in which years."""
        return self.first("term", "start", "duration")

    @property
    def source(self) -> Field:
        """Where the money comes from, in words."""
        return self.field("source")

    @property
    def amount(self) -> Field:
        """How much it costs."""
        return self.field("amount")

    @cached_property
    def result(self) -> Field:
        """What is there when it is done, or the indicator that shows it."""
        return self.first("result", "indicator")

    @property
    def territory(self) -> Field:
        """Where it takes place."""
        return self.field("territory")

    @property
    def target_group(self) -> Field:
        """For whom it is done."""
        return self.field("target group")

    @cached_property
    def shares(self) -> tuple[Field, ...]:
        """The amounts or percentages by source, one for each such column."""
        return tuple(
            self.field(concept) for concept in SHARES if self.has_column(concept)
        )

    @cached_property
    def has_source(self) -> bool:
        """Whether a funding source is named or marked in a source column."""
        return bool(self.source) or any(self.shares)


@dataclass(frozen=True)
class Project(Measure):
    """A row of an investment table."""

    @property
    def links(self) -> Field:
        """The goals, priorities or tasks that the project serves, as codes or names."""
        return self.first("priority", "direction", "task", "goal")
