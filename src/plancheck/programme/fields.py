"""The rows of a programme's plan tables, read by meaning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from plancheck.model.evidence import Quote
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.text.values import Value, is_filled, parse_value


class CellPlace(NamedTuple):
    """A position in a table's grid, and whether its value counts for this row by inheritance.

    `said` is the part of the cell's text that is meant, where the cell holds several things.
    """

    table: Table
    row_index: int
    column_index: int
    is_inherited: bool = False
    said: str | None = None

    @property
    def text(self) -> str:
        """The text of the cell that covers the position, or the part of it that is meant."""
        return self.cell_text if self.said is None else self.said

    @property
    def cell_text(self) -> str:
        """The whole text of the cell that covers the position."""
        return self.table.text_at(self.row_index, self.column_index)


class Content(StrEnum):
    """What kind of thing stands in most cells of a column."""

    FIGURES = "figures"
    NAMES = "names"
    TEXT = "text"


class UnreadColumn(NamedTuple):
    """A column that most rows fill, and whose label is nobody's word."""

    label: str
    content: Content


@dataclass(frozen=True, slots=True)
class RowContext:
    """What the rows of one table share.

    `labels` maps a column's concept to its label as printed, which tells currency, scale
    and years; `years` to the year that the label names. `decimal_comma` is how the
    document writes numbers. `unread` are the columns that were not understood.
    """

    labels: Mapping[str, str] = data_field(default_factory=dict)
    years: Mapping[str, int] = data_field(default_factory=dict)
    decimal_comma: bool = True
    unread: tuple[UnreadColumn, ...] = ()


@dataclass(frozen=True)
class Field:
    """A cell of a row: its typed value with its place, read when it is asked for.

    A field is true when it is filled: neither empty nor a placeholder.
    """

    place: CellPlace | None
    label: str = ""
    decimal_comma: bool = True

    @cached_property
    def text(self) -> str:
        """The cell as printed."""
        return self.place.text.strip() if self.place else ""

    @cached_property
    def value(self) -> Value:
        """What the cell says, by itself and by its column's label."""
        return parse_value(self.text, self.label, decimal_comma=self.decimal_comma)

    @property
    def location(self) -> Location:
        """Where the cell stands."""
        if self.place is None:
            return Location()
        return self.place.table.location_of(
            self.place.row_index, self.place.column_index
        )

    @property
    def is_inherited(self) -> bool:
        """Whether the value stands in a merged cell or in the first row of a group.

        It counts for this row too, but sums must not count it again.
        """
        return self.place is not None and self.place.is_inherited

    @property
    def number(self) -> Decimal | None:
        """The number, its currency's scale resolved."""
        return self.value.number

    @property
    def is_number(self) -> bool:
        """Whether the value can be compared and summed."""
        return self.number is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the cell, or there is no such column."""
        return not self.text

    @property
    def quote(self) -> Quote:
        """The cell as printed with its place."""
        return Quote(self.text, self.location)

    def __bool__(self) -> bool:
        return self._is_filled

    @cached_property
    def _is_filled(self) -> bool:
        return is_filled(self.text, self.label)


NO_FIELD = Field(None)

_CONTENTS = MappingProxyType(
    {
        "responsible": Content.NAMES,
        "executor": Content.NAMES,
        "source": Content.NAMES,
        "data source": Content.NAMES,
        "result": Content.TEXT,
        "amount": Content.FIGURES,
        "baseline": Content.FIGURES,
        "target": Content.FIGURES,
    }
)


@dataclass(frozen=True)
class Row:
    """A body row of a plan table, or a whole fact sheet.

    `cells` maps a column's concept to its place in the row; a column that the table does
    not have is missing from it. `parents` are the codes, or else the texts, of the banner
    rows and group cells that the row stands under, outermost first.
    """

    code: str
    name: str
    place: CellPlace
    cells: Mapping[str, CellPlace]
    context: RowContext
    parents: tuple[str, ...] = ()

    def field(self, concept: str) -> Field:
        """The field in a column; an empty one where the table has no such column."""
        known = self._fields.get(concept)
        if known is None:
            known = self._fields[concept] = self._read(concept)
        return known

    @cached_property
    def _fields(self) -> dict[str, Field]:
        """The fields asked for so far: many rules ask for the same."""
        return {}

    def _read(self, concept: str) -> Field:
        place = self.cells.get(concept)
        if place is None:
            return NO_FIELD
        label = self.context.labels.get(concept, "")
        return Field(place, label, self.context.decimal_comma)

    def first(self, *concepts: str) -> Field:
        """The first filled field of several columns, else the first of them."""
        fields = (self.field(concept) for concept in concepts)
        return next((each for each in fields if each), self.field(concepts[0]))

    def says(self, *concepts: str) -> bool:
        """Whether one of several columns is filled."""
        return any(map(self.field, concepts))

    def has_column(self, concept: str) -> bool:
        """Whether the row's table has such a column, filled here or not."""
        return concept in self.cells

    def may_have_column(self, concepts: Iterable[str]) -> tuple[UnreadColumn, ...]:
        """The columns of its table that were not understood and may be one of several.

        They may be where what stands in them is of its kind: names where a body or a
        fund is sought, sentences where a result is. Times, places and units are told by
        what stands in a column, whatever its label.
        """
        kinds = {_CONTENTS.get(each) for each in concepts}
        return tuple(each for each in self.context.unread if each.content in kinds)

    def has_any_column(self, concepts: Iterable[str]) -> bool:
        """Whether the row's table has one of several columns, filled here or not."""
        return not self.cells.keys().isdisjoint(concepts)

    @cached_property
    def quote(self) -> Quote:
        """The row as printed with its place; a fact sheet is quoted by its first line."""
        texts = (
            " ".join(text.split())
            for text in self.place.table.row_texts(self.place.row_index)
        )
        return Quote(
            " | ".join(texts), self.place.table.location_of(self.place.row_index)
        )

    @property
    def text(self) -> str:
        """All that the columns known by meaning hold, in reading order."""
        places = {
            (place.row_index, place.column_index, place.text)
            for place in self.cells.values()
        }
        return " | ".join(text for *_, text in sorted(places))
