"""Adding up money: what parts make, and how far that is from what is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from plancheck.sdk import Field, Measure, fold, scale_in

_HUNDRED = Decimal(100)
_MOST_OTHERS = 6


class Level(StrEnum):
    """How far a printed sum is from what adds up."""

    NONE = "none"
    COSMETIC = "cosmetic"
    DECISIVE = "decisive"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A printed sum beside what its parts make.

    `rounding` is what the two may differ by because each number was rounded.
    """

    stated: Decimal
    added: Decimal
    rounding: Decimal

    @property
    def shift(self) -> Decimal:
        """How much more is printed than adds up."""
        return self.stated - self.added

    def is_shifted_by(self, shift: Decimal) -> bool:
        """Whether the difference is this one, in either direction."""
        return abs(abs(self.shift) - abs(shift)) <= self.rounding

    def level(self, tolerance: float) -> Level:
        """Nothing within rounding, cosmetic within the tolerance, decisive beyond it.

        Args:
            tolerance: Share of the printed sum, from 0 to 1.
        """
        difference = abs(self.shift)
        if difference <= self.rounding:
            return Level.NONE
        if difference <= abs(self.stated) * Decimal(str(tolerance)):
            return Level.COSMETIC
        return Level.DECISIVE


@dataclass(frozen=True, slots=True)
class Addend:
    """A number to add up, and what it may be off by because it was rounded."""

    number: Decimal
    rounding: Decimal

    @classmethod
    def of(cls, field: Field) -> "Addend":
        """The number of a field; nothing where it has none."""
        number = field.number
        if number is None:
            return cls(Decimal(0), Decimal(0))
        return cls(number, _step(field, number) / 2)


def compare(stated: Addend, parts: Iterable[Addend]) -> Comparison:
    """A printed number beside the sum of others."""
    added, rounding = Decimal(0), stated.rounding
    for part in parts:
        added += part.number
        rounding += part.rounding
    return Comparison(stated.number, added, max(Decimal(1), rounding))


def is_split(row: Measure) -> bool:
    """Whether the row's table has at least two columns that the amount is split into."""
    return len(row.shares) >= 2


def has_parts(row: Measure) -> bool:
    """Whether there is something to add up, none of it shared with other rows."""
    numbers = [share for share in row.shares if share.is_number]
    own = not any(share.is_inherited for share in (*row.shares, row.amount))
    return bool(numbers) and own and (is_percent(row) or row.amount.is_number)


def parts_of(row: Measure) -> Comparison:
    """A row's amount, or a hundred percent, beside the sum of its parts.

    A table may have two columns for one kind of source, of which only one is known:
    where other numbers of the row make up the difference, there is none.
    """
    if is_percent(row):
        added = sum((share.number or Decimal(0) for share in row.shares), Decimal(0))
        return Comparison(_HUNDRED, added, Decimal(1))
    own = compare(Addend.of(row.amount), map(Addend.of, row.shares))
    missing = own.stated - own.added
    if missing > own.rounding and _make_up(missing, own.rounding, _others(row)):
        return Comparison(own.stated, own.stated, own.rounding)
    return own


def is_percent(row: Measure) -> bool:
    """Whether the parts are percentages, as they say or as only percentages can be."""
    numbers = [share for share in row.shares if share.number is not None]
    if any(share.value.unit == "%" for share in numbers):
        return True
    small = all((share.number or 0) <= _HUNDRED for share in numbers)
    return small and (row.amount.number or 0) > 1000 and bool(numbers)


def _step(field: Field, number: Decimal) -> Decimal:
    """The last place that a number is printed to: 100 for `45,5` in thousands."""
    scale = max(scale_in(fold(field.text)), scale_in(fold(field.label)))
    return Decimal(1).scaleb(min(0, int(number.as_tuple().exponent))) * scale


def _others(row: Measure) -> list[Decimal]:
    """The numbers beside the parts, in columns that are not known by meaning."""
    split = next((share.place for share in row.shares if share.place), row.place)
    known = {
        place.column_index for place in row.cells.values() if place.table is split.table
    }
    fields = (
        Field(split._replace(column_index=index), row.amount.label)
        for index in range(split.table.column_count)
        if index not in known
    )
    return [field.number for field in fields if field.number][:_MOST_OTHERS]


def _make_up(missing: Decimal, rounding: Decimal, others: list[Decimal]) -> bool:
    return any(
        abs(sum(chosen, Decimal(0)) - missing) <= rounding
        for count in range(1, len(others) + 1)
        for chosen in combinations(others, count)
    )
