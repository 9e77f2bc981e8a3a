"""Fact sheets: tables that hold one record, their field names in the first column."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.codes import leading_code
from plancheck.programme.fields import CellPlace, Row, RowContext
from plancheck.programme.fragments import JoinedTable
from plancheck.programme.headers import ColumnReader
from plancheck.programme.plan_tables import PlanTable, roles_of
from plancheck.programme.row_types import ROW_TYPES

WIDEST = 4
"""Columns that a fact sheet may have: headings, field names, values, remarks."""

_FEWEST_FIELDS = 3
_TITLES = ("indicator", "name", "measure", "project")
_LONGEST_TITLE_LABEL = 4


def is_fact_sheet(table: Table, columns: ColumnReader) -> bool:
    """Whether a column names fields, more of them than the first row does."""
    if table.column_count > WIDEST or table.row_count < _FEWEST_FIELDS:
        return False
    names = _name_column(table, columns)
    down = _fields_named(table, names, columns)
    across = {columns.concept(text) for text in table.row_texts(0)[1:]}
    return len(down) >= _FEWEST_FIELDS and len(down) > len(across - {None}) + 1


def begins_fact_sheet(table: Table, columns: ColumnReader) -> bool:
    """Whether a small table gives something its name: the first piece of a sheet cut by pages."""
    if table.column_count > WIDEST:
        return False
    names = _name_column(table, columns)
    if names + 1 >= table.column_count:
        return False
    for row_index in range(table.row_count):
        label = " ".join(table.text_at(row_index, names).split())
        if columns.concept(label) in _TITLES:
            return _is_title(label, CellPlace(table, row_index, names + 1))
    return False


def _name_column(table: Table, columns: ColumnReader) -> int:
    """The column of the field names: the first, or the second beside a column of headings."""
    if table.column_count < 3:
        return 0
    first, second = (len(_fields_named(table, index, columns)) for index in (0, 1))
    return 1 if second > first else 0


def _fields_named(table: Table, index: int, columns: ColumnReader) -> set[str]:
    texts = (table.text_at(row_index, index) for row_index in range(table.row_count))
    return {concept for text in texts if (concept := columns.concept(text)) is not None}


class FactSheets:
    """Puts records together row by row: a Word table may hold several, a record span several.

    A record begins where its title comes again, or where a table stands apart from the one
    before it.
    """

    def __init__(self, columns: ColumnReader, context: RowContext) -> None:
        self._columns = columns
        self._context = context
        self._places: dict[str, CellPlace] = {}
        self._labels: dict[str, str] = {}
        self._title: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether a record has been begun."""
        return self._title is not None

    def add(self, joined: JoinedTable) -> Iterator[PlanTable]:
        """Take in a table; yields the records that are complete."""
        if not joined.is_close:
            yield from self.finish()
        for fragment in joined.fragments:
            names = _name_column(fragment.table, self._columns)
            for row_index in range(fragment.table.row_count):
                yield from self._add_row(fragment.table, row_index, names)

    def _add_row(self, table: Table, row_index: int, names: int) -> Iterator[PlanTable]:
        label = " ".join(table.text_at(row_index, names).split())
        concept = self._columns.concept(label)
        if concept is None or names + 1 >= table.column_count:
            return
        place = CellPlace(table, row_index, names + 1)
        if concept in _TITLES and _is_title(label, place):
            if concept == self._title:
                yield from self.finish()
            self._title = self._title or concept
        elif concept in {"indicator", "name"}:
            return
        if concept not in self._places:
            self._places[concept] = place
            self._labels[concept] = label

    def finish(self) -> Iterator[PlanTable]:
        """Yield the record that is open, if it is one."""
        if self._title is not None:
            title = self._places[self._title]
            if table := _record(title, self._places, self._labels, self._context):
                yield table
        self._places, self._labels, self._title = {}, {}, None


def _is_title(label: str, value: CellPlace) -> bool:
    """Whether a field names the record: a short label, not a question, and something in it."""
    words = len(label.split())
    return (
        words <= _LONGEST_TITLE_LABEL and "?" not in label and bool(value.text.strip())
    )


def _record(
    title: CellPlace,
    places: Mapping[str, CellPlace],
    labels: Mapping[str, str],
    context: RowContext,
) -> PlanTable | None:
    roles = roles_of(frozenset(places))
    if not roles:
        return None
    name = " ".join(title.text.split())
    code = places["code"].text.strip() if "code" in places else ""
    leading = leading_code(name)
    row = ROW_TYPES.get(roles[0], Row)(
        code or (str(leading[0]) if leading else ""),
        name,
        title._replace(column_index=title.column_index - 1),
        MappingProxyType(dict(places)),
        RowContext(MappingProxyType(dict(labels)), {}, context.decimal_comma),
    )
    tables = {id(place.table): place.table for place in places.values()}
    return PlanTable(
        roles,
        MappingProxyType(dict(labels)),
        (row,),
        (),
        (),
        tuple(tables.values()),
        Quote(" | ".join(labels.values()), title.table.location_of(title.row_index)),
        is_fact_sheet=True,
    )
