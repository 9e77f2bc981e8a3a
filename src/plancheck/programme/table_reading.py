"""Plan tables read out of a document: rows told from banners and totals, cells filled down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from plancheck.model.document import Document
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.codes import LevelReader
from plancheck.programme.columns import ColumnReader, column_of
from plancheck.programme.fact_sheets import FactSheets
from plancheck.programme.fields import Row, RowContext, UnreadColumn
from plancheck.programme.fragments import JoinedTable, join_tables
from plancheck.programme.headers import Header
from plancheck.programme.headlines import sheet_headings, template_lines
from plancheck.programme.held_columns import HeldColumns
from plancheck.programme.listed import listed_columns
from plancheck.programme.page_breaks import is_rest_of_row, without_remnants
from plancheck.programme.plan_tables import PlanTable, roles_of
from plancheck.programme.references import without_references
from plancheck.programme.settling import settled, with_codes
from plancheck.programme.source_rows import with_source_rows
from plancheck.programme.spent_years import (
    label_of_term,
    with_year_columns,
    year_columns,
)
from plancheck.programme.sum_rows import without_sums
from plancheck.programme.table_body import TableBody
from plancheck.programme.told_indicators import ToldIndicators
from plancheck.programme.told_scale import ToldScale
from plancheck.programme.told_shares import labels_of_shares
from plancheck.programme.turned_tables import TurnedTables
from plancheck.programme.uncoded import heading_item
from plancheck.programme.unread_columns import UnreadColumns
from plancheck.programme.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the columns of a plan table are about.

    `columns` has the index of each concept and `labels` what stands over it; `years_over`
    has, by index, the year of each column that stands for one.
    """

    roles: tuple[str, ...]
    columns: Mapping[str, int]
    labels: Mapping[str, str]
    years_over: Mapping[int, int]


class TableReader:
    """Reads the plan tables of a programme's documents with one vocabulary."""

    def __init__(
        self, vocabulary: Vocabulary, levels: LevelReader, first_year: int | None = None
    ) -> None:
        """Keep what tables are read by.

        Args:
            vocabulary: The words of the documents' language.
            levels: Tells which level a code stands for.
            first_year: The first year of the programme's period, where it is known.
        """
        self._vocabulary = vocabulary
        self._levels = levels
        self._first_year = first_year
        self._columns = ColumnReader(vocabulary)
        self._held = HeldColumns(vocabulary, self._columns)
        self._unread = UnreadColumns(vocabulary, self._columns)

    def read(self, document: Document) -> tuple[PlanTable, ...]:
        """The plan tables of a document; tables that plan nothing are left out."""
        self._columns.expect(document.tables)
        self._columns.learn(each.text for each in document.paragraphs)
        tables: list[PlanTable] = []
        templates = template_lines(document.tables)
        context = self._context({}, {})
        headed = sheet_headings(document.tables)
        sheets = FactSheets(self._columns, context, self._above, templates, headed)
        turned = TurnedTables(self._columns, context)
        scale = ToldScale(document, self._vocabulary)
        for joined in join_tables(document, self._columns):
            if turned.takes(joined):
                tables += (*sheets.finish(), *turned.add(joined))
                continue
            tables += turned.finish()
            if sheets.takes(joined):
                tables += sheets.add(joined)
            elif joined.header is not None:
                tables += sheets.finish()
                tables += self._read(joined, joined.header, scale)
        tables += (*turned.finish(), *sheets.finish())
        if not any(table.role == "indicator" for table in tables):
            told = ToldIndicators(self._vocabulary, context, self._first_year)
            tables += told.read(document)
        return tuple(tables)

    def _read(
        self, joined: JoinedTable, header: Header, scale: ToldScale
    ) -> Iterator[PlanTable]:
        layout = self._layout(joined, header)
        if layout is None:
            return
        body = self._body(joined, header, layout, scale)
        rows, sums = self._rows(body, joined.first)
        labels = dict(layout.labels)
        for row in rows:
            for concept, place in row.cells.items():
                labels.setdefault(concept, header.labels[place.column_index])
        headed_at = joined.first.location_of(max(0, header.end - 1))
        yield PlanTable(
            layout.roles,
            MappingProxyType(labels),
            rows,
            (*body.totals, *sums),
            tuple(body.banners),
            tuple(fragment.table for fragment in joined.fragments),
            Quote(" | ".join(header.labels), headed_at),
        )

    def _layout(self, joined: JoinedTable, header: Header) -> _Layout | None:
        """What its columns are about; None for a table that plans nothing."""
        concepts = settled(header, self._first_year, self._columns)
        concepts = without_references(concepts, joined, self._vocabulary)
        roles = roles_of(frozenset(filter(None, concepts)))
        concepts = with_codes(concepts, joined)
        concepts = self._held.told(concepts, header.labels, joined.texts, roles)
        roles = roles or roles_of(frozenset(filter(None, concepts)))
        if not roles:
            return None
        years_over = year_columns(header.labels, concepts, roles[0], self._columns)
        named = column_of(with_year_columns(concepts, years_over))
        columns = {**listed_columns(header.labels, named, self._columns), **named}
        labels = {concept: header.labels[index] for concept, index in columns.items()}
        if columns.get("term") in years_over:
            labels["term"] = label_of_term(years_over)
        return _Layout(roles, columns, labels, years_over)

    def _body(
        self, joined: JoinedTable, header: Header, layout: _Layout, scale: ToldScale
    ) -> TableBody:
        """All rows of the table, its totals and its banners."""
        years = {
            concept: year
            for concept, index in layout.columns.items()
            if (year := header.year(index)) is not None
        }
        labels = scale.labels(labels_of_shares(layout.labels), joined.first)
        unread = self._unread.of(joined, header, layout.columns)
        body = TableBody(
            layout.roles,
            layout.columns,
            self._context(labels, years, unread),
            header,
            self._vocabulary,
            self._levels,
            self._columns,
            layout.years_over,
        )
        _fill(body, joined)
        return body

    def _rows(
        self, body: TableBody, first: Table
    ) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """The rows that plan something, and those that only add others up."""
        rows = without_remnants(body.rows)
        if not any(total.says("source") for total in body.totals):
            rows = with_source_rows(rows, self._columns)  # else a total for each source
        rows, sums = without_sums(rows)
        if not any(row.parents for row in rows) and (above := self._above(first)):
            rows = tuple(replace(row, parents=above) for row in rows)
        return rows, sums

    def _above(self, table: Table) -> tuple[str, ...]:
        """What the headings over a table name that its rows belong to: `VTP1. Ceļi`."""
        items = (heading_item(each, self._levels) for each in table.location.section)
        return tuple(str(item.code or item.name) for item in items if item is not None)

    def _context(
        self,
        labels: Mapping[str, str],
        years: Mapping[str, int],
        unread: tuple[UnreadColumn, ...] = (),
    ) -> RowContext:
        decimal_comma = self._vocabulary.language != "en"
        return RowContext(labels, years, decimal_comma, unread)


def _fill(body: TableBody, joined: JoinedTable) -> None:
    """Take in all rows of a table; what a page cut off a row is none of its own."""
    for fragment in joined.fragments:
        start = fragment.body_start
        is_behind_break = bool(body.rows) and start < fragment.table.row_count
        if is_behind_break and is_rest_of_row(fragment.table, start):
            start += 1
        for row_index in range(start, fragment.table.row_count):
            body.add(fragment.table, row_index)
