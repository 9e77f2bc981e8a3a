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

_WIDEST = 4
_FEWEST_FIELDS = 3
_TITLES = ("indicator", "name", "project")


def is_fact_sheet(table: Table, columns: ColumnReader) -> bool:
    """Whether the first column names fields, more of them than the first row does."""
    if table.column_count > _WIDEST or table.row_count < _FEWEST_FIELDS:
        return False
    down = {
        columns.concept(table.text_at(index, 0)) for index in range(table.row_count)
    }
    across = {columns.concept(text) for text in table.row_texts(0)[1:]}
    return (
        len(down - {None}) >= _FEWEST_FIELDS
        and len(down - {None}) > len(across - {None}) + 1
    )


class FactSheets:
    """Puts records together row by row: a Word table may hold several, a record span several.

    A record begins where a title comes again, or where a table stands apart from the one
    before it.
    """

    def __init__(self, columns: ColumnReader, context: RowContext) -> None:
        self._columns = columns
        self._context = context
        self._places: dict[str, CellPlace] = {}
        self._labels: dict[str, str] = {}

    def add(self, joined: JoinedTable) -> Iterator[PlanTable]:
        """Take in a table; yields the records that are complete."""
        if not joined.is_close:
            yield from self.finish()
        for fragment in joined.fragments:
            for row_index in range(fragment.table.row_count):
                yield from self._add_row(fragment.table, row_index)

    def _add_row(self, table: Table, row_index: int) -> Iterator[PlanTable]:
        label = table.text_at(row_index, 0)
        concept = self._columns.concept(label)
        if concept in _TITLES and self._places.keys() & set(_TITLES):
            yield from self.finish()
        if concept and concept not in self._places:
            self._places[concept] = CellPlace(table, row_index, 1)
            self._labels[concept] = " ".join(label.split())

    def finish(self) -> Iterator[PlanTable]:
        """Yield the record that is open, if it is one."""
        if table := _record(self._places, self._labels, self._context):
            yield table
        self._places, self._labels = {}, {}


def _record(
    places: Mapping[str, CellPlace], labels: Mapping[str, str], context: RowContext
) -> PlanTable | None:
    roles = roles_of(frozenset(places))
    title = next((places[concept] for concept in _TITLES if concept in places), None)
    if not roles or title is None:
        return None
    name = " ".join(title.text.split())
    code = places["code"].text.strip() if "code" in places else ""
    leading = leading_code(name)
    row = ROW_TYPES.get(roles[0], Row)(
        code or (str(leading[0]) if leading else ""),
        name,
        title._replace(column_index=0),
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
