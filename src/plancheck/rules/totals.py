"""Totals rows of a table: which rows each of them stands for, and whether they make it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from plancheck.rules.addition import (
    Addend,
    Comparison,
    Level,
    compare,
)
from plancheck.sdk import (
    SHARES,
    Field,
    Finding,
    Message,
    PlanTable,
    Row,
    fold,
    parse_value,
)

_SUMMED = ("amount", *SHARES)
_WORD = re.compile(r"[\w.]+")
_FEWEST_SUBTOTALS = 2


@dataclass(frozen=True)
class TotalsRow:
    """A row that sums up others, in one column.

    `comparison` is the one with the rows that it is most likely to stand for, unless
    another choice makes exactly what it says.
    """

    row: Row
    column: str
    label: str
    comparison: Comparison

    def finding(self, level: Level) -> Finding:
        """What is wrong with it, at a level."""
        sentence = (
            "“{row}” says {stated} for “{column}”, but its rows add up to {sum}."
            if level is Level.DECISIVE
            else "“{row}” says {stated} for “{column}”, its rows add up to {sum}: a "
            "cosmetic difference."
        )
        message = Message.of(
            sentence,
            row=self.row.name or self.row.quote.text.partition(" | ")[0],
            stated=self.row.field(self.column).text,
            column=self.label,
            sum=self._as_printed(self.comparison.added),
        )
        return Finding(message, (self.row.quote,))

    def _as_printed(self, number: Decimal) -> Decimal:
        """A number in the scale of the cell, which may be thousands."""
        field = self.row.field(self.column)
        printed = parse_value(field.text, decimal_comma=field.decimal_comma).number
        stated = self.comparison.stated
        return number / (stated / printed) if printed and stated else number


def totals_rows(tables: Sequence[PlanTable]) -> Iterator[TotalsRow]:
    """The totals rows of tables, each with the column that fits least.

    A column is left out where an amount is no number, or counts for several rows.
    """
    every = [row for table in tables for row in table.rows]
    amounts = _Amounts()
    for table in tables:
        alike = [each for each in tables if each.quote.text == table.quote.text]
        order = _Order(table, [row for each in alike for row in each.rows])
        for total in table.totals:
            choices = [rows for rows in (*order.choices(total), every) if rows]
            compared = [
                TotalsRow(total, column, table.label(column), comparison)
                for column in _SUMMED
                if (comparison := amounts.compared(total, column, choices))
            ]
            if compared:
                yield max(compared, key=_distance)


def _distance(total: TotalsRow) -> Decimal:
    own = total.comparison
    return abs(own.shift) / max(own.stated, own.rounding)


class _Amounts:
    """The sums in the cells of rows, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], Addend | None] = {}

    def compared(
        self, total: Row, column: str, choices: Sequence[Sequence[Row]]
    ) -> Comparison | None:
        """The first choice of rows that makes the number, else the likeliest.

        None where the cell is no sum, or where the likeliest rows cannot be added up.
        """
        if not _is_money(total.field(column)) or not choices:
            return None
        stated = Addend.of(total.field(column))
        likeliest = self._sum(stated, column, choices[0])
        for rows in choices:
            found = self._sum(stated, column, rows)
            if found and found.level(0) is Level.NONE:
                return found
        return likeliest

    def _sum(
        self, stated: Addend, column: str, rows: Sequence[Row]
    ) -> Comparison | None:
        parts = [self._addend(row, column) for row in rows]
        whole = [part for part in parts if part is not None]
        return compare(stated, whole) if len(whole) == len(parts) else None

    def _addend(self, row: Row, column: str) -> Addend | None:
        """What a cell adds; an empty share of a source is nothing, None can't be added."""
        key = (id(row), column)
        if key not in self._known:
            field = row.field(column)
            is_nothing = column != "amount" and not field
            can = not field.is_inherited and (_is_money(field) or is_nothing)
            self._known[key] = Addend.of(field) if can else None
        return self._known[key]


def _is_money(field: Field) -> bool:
    """Whether a cell is one number: no range, no percentage, no 2 685 t of another column."""
    return field.is_number and field.value.upper is None and not field.value.unit


class _Order:
    """The rows of a table and its totals rows in reading order.

    `alike` are the rows of all tables with its header: a table may go on after a text.
    """

    def __init__(self, table: PlanTable, alike: Sequence[Row]) -> None:
        fragments = {id(each): index for index, each in enumerate(table.fragments)}
        self._table = table
        self._alike = alike
        self._place = {
            id(row): (fragments.get(id(row.place.table), 0), row.place.row_index)
            for row in (*table.rows, *table.totals)
        }

    def choices(self, total: Row) -> Iterator[Sequence[Row]]:
        """The rows that a totals row may stand for, the likeliest first."""
        if named := self._named(total):
            yield named
        if paid := self._of_source(total):
            yield paid
        nearest = (self._since_last(total), self._until_next(total))
        whole = self._table.rows
        if total is self._grand:
            yield self._alike
        yield from (*nearest, whole)
        yield [row for row in whole if self._is_before(row, total)]
        if total is self._grand and len(self._table.totals) > _FEWEST_SUBTOTALS:
            yield [row for row in self._table.totals if row is not total]

    @cached_property
    def _grand(self) -> Row:
        """The totals row of the whole table: the one with the largest amount, or the last."""
        numbers = [
            max((row.field(each).number or 0) for each in _SUMMED)
            for row in self._table.totals
        ]
        largest = max(reversed(range(len(numbers))), key=numbers.__getitem__)
        return self._table.totals[largest]

    def _named(self, total: Row) -> list[Row]:
        """The rows that stand under the code or name that the totals row gives."""
        words = set(_WORD.findall(total.quote.text.partition(" | ")[0]))
        return [
            row
            for row in self._table.rows
            if words & {*row.parents, row.field("priority").text}
        ]

    def _of_source(self, total: Row) -> list[Row]:
        """The rows of the source that the totals row gives, where each source has its rows."""
        source = fold(total.field("source").text)
        rows = self._table.rows
        return [
            row for row in rows if source and fold(row.field("source").text) == source
        ]

    def _since_last(self, total: Row) -> list[Row]:
        """The rows between the totals row before and this one."""
        before = [each for each in self._table.totals if self._is_before(each, total)]
        rows = [row for row in self._table.rows if self._is_before(row, total)]
        return [row for row in rows if not before or self._is_before(before[-1], row)]

    def _until_next(self, total: Row) -> list[Row]:
        """The rows between this totals row and the next: some stand above their rows."""
        after = [each for each in self._table.totals if self._is_before(total, each)]
        rows = [row for row in self._table.rows if self._is_before(total, row)]
        return [row for row in rows if not after or self._is_before(row, after[0])]

    def _is_before(self, one: Row, other: Row) -> bool:
        return self._place[id(one)] < self._place[id(other)]
