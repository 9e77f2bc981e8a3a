"""Indicators: what shows that a change came about."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plancheck.programme.fields import Field, Row
from plancheck.text.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class IndicatorLevel(StrEnum):
    """What an indicator counts: what was made, what it changed, what became of the place."""

    OUTPUT = "output"
    RESULT = "result"
    IMPACT = "impact"


@dataclass(frozen=True)
class Indicator(Row):
    """A row of an indicator table, or an indicator's fact sheet.

    `level` is the one that its table states, else the one that its words tell; None
    where they do not.
    """

    level: IndicatorLevel | None = None

    @property
    def unit(self) -> Field:
        """What the number counts."""
        return self.field("unit")

    @property
    def baseline(self) -> Field:
        """The value at the start."""
        return self.field("baseline")

    @property
    def baseline_year(self) -> int | None:
        """The year of the baseline: from its own column, the cell or the header."""
        return self._year("baseline", "baseline year")

    @cached_property
    def target(self) -> Field:
        """The value, or the trend, to be reached."""
        return self.first("target", "trend")

    @property
    def target_year(self) -> int | None:
        """The year of the target: from its own column, the cell or the header."""
        return self._year("target", "target year")

    @property
    def data_source(self) -> Field:
        """Where the data come from."""
        return self.field("data source")

    @property
    def frequency(self) -> Field:
        """How often the data are collected."""
        return self.field("frequency")

    @property
    def responsible(self) -> Field:
        """Who collects or answers for them."""
        return self.first("responsible", "executor")

    def _year(self, concept: str, year_concept: str) -> int | None:
        if found := _YEAR.findall(self.field(year_concept).text):
            return int(found[-1])
        if years := self.field(concept).value.years:
            return years[-1]
        return self.context.years.get(concept) or self.context.years.get(year_concept)
