"""Turned tables: one record a column, the names of the fields in the first column.

A planner turns a table of indicators where a landscape page would be too narrow for it:

    Rādītājs   | Bezdarba līmenis | Tūristu mītņu viesi
    Mērvienība | %                | tūkst.
"""

from collections.abc import Iterator

from plancheck.model.table import Table
from plancheck.programme.columns import MONEY, ColumnReader
from plancheck.programme.fact_sheets import (
    TITLES,
    field_of,
    fields_named,
    is_title,
    name_column,
    record_table,
    says_sentences,
)
from plancheck.programme.fields import CellPlace, RowContext
from plancheck.programme.fragments import JoinedTable
from plancheck.programme.paired_fields import second_names
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.records import VALUED, Record
from plancheck.text.patterns import lazy_pattern

_FEWEST_FIELDS = 4
_FEWEST_RECORDS = 2
_LONGEST_CORNER = 30
_OF_INDICATORS = VALUED | {"value in year"}
_LETTERS = lazy_pattern(r"[^\W\d_]{3}")


def is_turned(table: Table, columns: ColumnReader) -> bool:
    """Whether the first column names fields, and several of the others hold a record each."""
    if table.column_count <= _FEWEST_RECORDS or table.row_count < _FEWEST_FIELDS:
        return False
    if second_names(table, columns) is not None:
        return False
    names = name_column(table, columns)
    down = fields_named(table, names, columns)
    across = {columns.concept(text) for text in table.row_texts(0)[names + 1 :]}
    if len(down) < _FEWEST_FIELDS or len(down) <= len(across - {None}) + 1:
        return False
    if any(
        _is_banner(table, row, names)
        and columns.concept(table.text_at(row, names)) not in MONEY
        for row in range(table.row_count)
    ):
        return False
    if says_sentences(table, names):
        return False
    named = [row for row in range(table.row_count) if _titles(table, row, columns)]
    is_headed = _is_headed(table, names, columns)
    is_named = bool(named) or (is_headed and len(down & _OF_INDICATORS) > 1)
    return is_named and _are_filled(table, names, columns)


def _is_headed(table: Table, names: int, columns: ColumnReader) -> bool:
    """Whether names of records stand across the top: ` | Jobs | Nights`.

    The corner is empty or heads the names of the fields: `Field | Jobs | Nights`.
    """
    corner = table.text_at(0, names).strip()
    texts = [table.text_at(0, index) for index in range(names + 1, table.column_count)]
    if corner:
        known = sum(columns.concept(text) is not None for text in texts)
        is_name = len(corner) <= _LONGEST_CORNER and columns.concept(corner) is None
        if not is_name or 2 * known > len(texts):  # those are the labels of columns
            return False
    named = {" ".join(text.split()) for text in texts if _LETTERS.search(text)}
    return len(named) == len(texts)


def _is_banner(table: Table, row_index: int, names: int) -> bool:
    """Whether a row is one cell across: `Rīcības virziens RV1.1` heads rows, no field.

    `Financing` over the sum and its parts is one too, but in a record.
    """
    cell = table.grid[row_index][names]
    return cell is not None and cell.column_span >= table.column_count - names


def _titles(table: Table, row_index: int, columns: ColumnReader) -> bool:
    """Whether a row names records: a short label of a name, and different texts behind it."""
    names = name_column(table, columns)
    concept, label = field_of(table, row_index, names, columns)
    if concept not in TITLES:
        return False
    places = [
        CellPlace(table, row_index, index)
        for index in range(names + 1, table.column_count)
    ]
    titles = {place.text.strip() for place in places if is_title(label, place)}
    return len(titles) >= _FEWEST_RECORDS and len(titles) == len(places)


def _are_filled(table: Table, names: int, columns: ColumnReader) -> bool:
    """Whether each record fills most fields: beside one record stand remarks on some."""
    fields = [
        row
        for row in range(table.row_count)
        if field_of(table, row, names, columns)[0] is not None
    ]
    return all(
        2 * sum(bool(table.text_at(row, index).strip()) for row in fields) > len(fields)
        for index in range(names + 1, table.column_count)
    )


class TurnedTables:
    """Puts the records of turned tables together, across the pages that cut them."""

    def __init__(self, columns: ColumnReader, context: RowContext) -> None:
        self._columns = columns
        self._context = context
        self._records: list[Record] = []

    def takes(self, joined: JoinedTable) -> bool:
        """Whether a table is turned, or what a page cut off the one before it."""
        return is_turned(joined.first, self._columns) or self._goes_on(joined)

    def _goes_on(self, joined: JoinedTable) -> bool:
        if not self._records:
            return False
        table = joined.first
        names = name_column(table, self._columns)
        is_as_wide = len(self._records) == table.column_count - names - 1
        return (
            joined.is_close
            and is_as_wide
            and bool(fields_named(table, names, self._columns))
        )

    def add(self, joined: JoinedTable) -> Iterator[PlanTable]:
        """Take in a table; yields the records that are complete."""
        if is_turned(joined.first, self._columns):
            yield from self.finish()
        for fragment in joined.fragments:
            table = fragment.table
            if table is not joined.first and is_turned(table, self._columns):
                yield from self.finish()
            names = name_column(table, self._columns)
            if not self._records:
                section = table.location.section
                self._records = [
                    Record(self._columns, section, is_beside_others=True)
                    for _ in range(names + 1, table.column_count)
                ]
            if _is_headed(table, names, self._columns):
                self._name_all(table, names)
            over = ""
            for row_index in range(table.row_count):
                if _is_banner(table, row_index, names):
                    over = table.text_at(row_index, names)
                else:
                    self._add_row(table, row_index, names, over)

    def _name_all(self, table: Table, names: int) -> None:
        """Take the first row as the indicators that it names, its corner being empty."""
        for column_index, record in enumerate(self._records, names + 1):
            place = CellPlace(table, 0, column_index)
            record.title = record.title or "indicator"
            record.keep("indicator", "", place)

    def _add_row(self, table: Table, row_index: int, names: int, over: str) -> None:
        """Take in a row of all records; `over` is the line that it stands below."""
        concept, label = field_of(table, row_index, names, self._columns)
        if over and concept is None:
            concept = self._columns.joined(label, (over,))
        if concept is None:
            return
        for column_index, record in enumerate(self._records, names + 1):
            place = CellPlace(table, row_index, column_index)
            if concept in TITLES and is_title(label, place):
                record.title = record.title or concept
            record.keep(concept, label, place)

    def finish(self) -> Iterator[PlanTable]:
        """Yield the records that are open."""
        for record in self._records:
            if record.title is not None and (
                table := record_table(record, self._context)
            ):
                yield table
        self._records = []
