"""The rows of a programme's plan tables, read by meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from plancheck.model.evidence import Quote
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.text.values import Value, ValueKind, parse_value


class CellPlace(NamedTuple):
    """A position in a table's grid, and whether its value counts for this row by inheritance."""

    table: Table
    row_index: int
    column_index: int
    is_inherited: bool = False

    @property
    def text(self) -> str:
        """The text of the cell that covers the position."""
        return self.table.text_at(self.row_index, self.column_index)


@dataclass(frozen=True, slots=True)
class Field:
    """The typed value of one cell with its place.

    `is_inherited` is true when the value stands in a merged cell, a banner row or the
    first row of a group and counts for this row too; sums must not count it again.
    A field is true when it is filled: neither empty nor a placeholder.
    """

    value: Value
    location: Location
    is_inherited: bool = False

    @property
    def text(self) -> str:
        """The cell as printed."""
        return self.value.text

    @property
    def number(self) -> Decimal | None:
        """The number, its currency's scale resolved."""
        return self.value.number

    @property
    def is_number(self) -> bool:
        """Whether the value can be compared and summed."""
        return self.value.number is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the cell, or there is no such column."""
        return self.value.kind is ValueKind.EMPTY

    @property
    def quote(self) -> Quote:
        """The cell as printed with its place."""
        return Quote(self.value.text, self.location)

    def __bool__(self) -> bool:
        return self.value.is_filled


NO_FIELD = Field(parse_value(""), Location())


@dataclass(frozen=True, slots=True)
class RowContext:
    """What the rows of one table share.

    `labels` maps a column's concept to its label as printed, which tells currency, scale
    and years; `years` to the year that the label names. `decimal_comma` is how the
    document writes numbers.
    """

    labels: Mapping[str, str] = data_field(default_factory=dict)
    years: Mapping[str, int] = data_field(default_factory=dict)
    decimal_comma: bool = True


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
        if concept not in self._fields:
            self._fields[concept] = self._read(concept)
        return self._fields[concept]

    def first(self, *concepts: str) -> Field:
        """The first filled field of several columns, else the first of them."""
        candidates = [self.field(concept) for concept in concepts]
        return next((each for each in candidates if each), candidates[0])

    def has_column(self, concept: str) -> bool:
        """Whether the row's table has such a column, filled here or not."""
        return concept in self.cells

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
            (place.row_index, place.column_index): place
            for place in self.cells.values()
        }
        return " | ".join(places[key].text for key in sorted(places))

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {}

    def _read(self, concept: str) -> Field:
        place = self.cells.get(concept)
        if place is None:
            return NO_FIELD
        value = parse_value(
            place.text,
            self.context.labels.get(concept, ""),
            decimal_comma=self.context.decimal_comma,
        )
        location = place.table.location_of(place.row_index, place.column_index)
        return Field(value, location, place.is_inherited)
