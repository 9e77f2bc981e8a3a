"""Fact sheets: tables that hold one record, their field names in the first column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from plancheck.model.document import Paragraph
from plancheck.model.evidence import Quote
from plancheck.model.table import Cell, Table
from plancheck.programme.codes import leading_code
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace, Row, RowContext
from plancheck.programme.fragments import JoinedTable
from plancheck.programme.headlines import (
    headline_of,
    parted_label,
    told_above,
)
from plancheck.programme.listed import listed_columns
from plancheck.programme.paired_fields import is_own, second_names
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.records import VALUED, Record
from plancheck.programme.row_types import ROW_TYPES
from plancheck.programme.sheet_roles import ABOVE, FEWEST_FIELDS, roles_of_sheet
from plancheck.text.patterns import lazy_pattern

WIDEST = 4
"""Columns that a fact sheet may have: headings, field names, values, remarks."""

TITLES = ("indicator", "name", "measure", "project")
_LONGEST_FIELD = 10
"""Words that name a field: `Comments on implementation, resources needed, milestones`."""
_LONGEST_TITLE_LABEL = 6
"""Words over the name of what a sheet is about: `Code and title of the project`."""
_BAR = " | "
_LONGEST_ASIDE = 120
_LONGEST_VALUE = 60
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = lazy_pattern(r"\d")
_LETTERS = lazy_pattern(r"[^\W\d_]{3}")


def is_fact_sheet(table: Table, columns: ColumnReader) -> bool:
    """Whether a column names fields, more of them than the first row does."""
    if table.column_count > WIDEST or table.row_count < FEWEST_FIELDS:
        return False
    if second_names(table, columns) is not None:
        return True
    names = name_column(table, columns)
    down = fields_named(table, names, columns)
    across = {columns.concept(text) for text in table.row_texts(0)[1:]}
    if says_sentences(table, names):
        return False
    return len(down) >= FEWEST_FIELDS and len(down) > len(across - {None}) + 1


def says_sentences(table: Table, names: int) -> bool:
    """Whether most of a column is too long to name fields, as a list of measures is."""
    texts = (table.text_at(row, names).split() for row in range(table.row_count))
    lengths = sorted(len(words) for words in texts if words)
    return bool(lengths) and lengths[len(lengths) // 2] > _LONGEST_FIELD


def begins_fact_sheet(table: Table, columns: ColumnReader) -> bool:
    """Whether a small table gives something its name: the first piece of a sheet cut by pages."""
    if table.column_count > WIDEST:
        return False
    names = name_column(table, columns)
    if names + 1 >= table.column_count or _is_listing(table, names, columns):
        return False
    for row_index in range(table.row_count):
        concept, label = field_of(table, row_index, names, columns)
        if concept not in {None, "code"}:
            value = CellPlace(table, row_index, names + 1)
            return concept in TITLES and is_title(label, value)
    return False


def _is_listing(table: Table, names: int, columns: ColumnReader) -> bool:
    """Whether most rows are a name with a figure: statistics with `Indicator` over them."""
    rows = range(1, table.row_count)
    values = [table.text_at(row, names + 1).strip() for row in rows]
    filled = [text for text in values if text]
    figures = sum(not _LETTERS.search(text) for text in filled)
    named = sum(field_of(table, row, names, columns)[0] is not None for row in rows)
    return len(rows) >= FEWEST_FIELDS and 2 * max(named, len(filled) - figures) < len(
        filled
    )


def name_column(table: Table, columns: ColumnReader) -> int:
    """The column of the field names: the first, or the second beside a column of headings."""
    if table.column_count < 3:
        return 0
    first, second = (len(fields_named(table, index, columns)) for index in (0, 1))
    return 1 if second >= max(first, 1) else 0


def fields_named(table: Table, index: int, columns: ColumnReader) -> set[str]:
    """The concepts that the cells of a column name; a cell across the table heads rows."""
    fields = (
        field_of(table, row, index, columns)
        for row in range(table.row_count)
        if (cell := table.grid[row][index]) is None
        or cell.column_span < table.column_count
        or table.column_count == 1
    )
    return {concept for concept, _ in fields if concept is not None}


def field_of(
    table: Table, row_index: int, names: int, columns: ColumnReader
) -> tuple[str | None, str]:
    """What a row of a sheet is about, with its label; a question names no field."""
    label = " ".join(table.text_at(row_index, names).split())
    concept = None if "?" in label else columns.concept(label)
    if concept == "result" and _is_of_values(table, columns):
        concept = "indicator"
    return concept, label


def _is_of_values(table: Table, columns: ColumnReader) -> bool:
    """Whether a sheet has baseline, target or unit, but nothing else that gives it a name."""
    known = {columns.concept(" ".join(cell.text.split())) for cell in table.cells}
    return len(known & VALUED) > 1 and known.isdisjoint(TITLES)


class FactSheets:
    """Puts records together row by row: a Word table may hold several, a record span several.

    A record begins where its title comes again. It ends at a heading, unless the next
    table follows it closely, and at a table with a header of its own.
    """

    def __init__(
        self,
        columns: ColumnReader,
        context: RowContext,
        above: Callable[[Table], tuple[str, ...]] = lambda _: (),
        templates: AbstractSet[str] = frozenset(),
        headed: AbstractSet[tuple[str, ...]] = frozenset(),
    ) -> None:
        """Keep what sheets are read by.

        Args:
            columns: Tells what a field is about.
            context: What the rows of all sheets share.
            above: What the headings over a sheet name that it belongs to.
            templates: First rows of several sheets, which name none of them.
            headed: Sections that hold a sheet each and give it its name.
        """
        self._templates = templates
        self._headed = headed
        self._columns = columns
        self._context = context
        self._above = above
        self._record = Record(columns, ())

    def takes(self, joined: JoinedTable) -> bool:
        """Whether a table is a fact sheet, the beginning of one, or what a page cut off."""
        if is_fact_sheet(joined.first, self._columns):
            return True
        if joined.header is not None:
            return False
        return begins_fact_sheet(joined.first, self._columns) or self._goes_on(joined)

    def _goes_on(self, joined: JoinedTable) -> bool:
        """Whether a small table is a piece of the record that is open."""
        table = joined.first
        if self._record.title is None or table.column_count > WIDEST:
            return False
        if joined.is_close:
            return True
        names = name_column(table, self._columns)
        is_named = bool(fields_named(table, names, self._columns))
        return is_named and table.location.section == self._record.section

    def add(self, joined: JoinedTable) -> Iterator[PlanTable]:
        """Take in a table; yields the records that are complete."""
        section = joined.first.location.section
        if section == self._record.section and self._record.title is not None:
            self._add_lines(joined.between)
        is_apart = section != self._record.section or begins_fact_sheet(
            joined.first, self._columns
        )
        if not joined.is_close and is_apart:
            yield from self.finish()
        if not joined.is_close and not self._record.places:
            self._record.above = told_above(joined, self._headed)
        self._record.section = section
        for fragment in joined.fragments:
            names = name_column(fragment.table, self._columns)
            headline = headline_of(fragment.table, self._columns)
            if headline and " ".join(headline.text.split()) not in self._templates:
                yield from self.finish()
                self._record.headline = headline
            second = second_names(fragment.table, self._columns)
            for row_index in range(fragment.table.row_count):
                yield from self._add_row(fragment.table, row_index, names)
                if second is not None and is_own(fragment.table, row_index, second):
                    yield from self._add_row(fragment.table, row_index, second)

    def _numbers_another(self, place: CellPlace) -> bool:
        """Whether a sheet begins with its number, where the last one has its own."""
        own = self._record.places.get("code")
        is_first = place.row_index == 0 and self._record.title is not None
        return is_first and own is not None and own.text.strip() != place.text.strip()

    def _add_lines(self, paragraphs: Iterable[Paragraph]) -> None:
        """Take in what stands between two pieces as lines: `Responsible body | Council`."""
        for paragraph in paragraphs:
            cells = tuple(
                Cell(text.strip(), 0, index)
                for index, text in enumerate(paragraph.text.split(_BAR)[-2:])
            )
            if len(cells) == 2:
                table = Table(cells, 1, 2, paragraph.location)
                concept, label = field_of(table, 0, 0, self._columns)
                if concept is not None and concept not in TITLES:
                    self._record.keep(concept, label, CellPlace(table, 0, 1))

    def _add_row(self, table: Table, row_index: int, names: int) -> Iterator[PlanTable]:
        concept, label = field_of(table, row_index, names, self._columns)
        if names + 1 < table.column_count and concept != "baseline":
            self._add_asides(table, row_index, names + 1)
        if concept is None or names + 1 >= table.column_count:
            return
        place = CellPlace(table, row_index, names + 1)
        if concept == "code" and self._numbers_another(place):
            yield from self.finish()
        if concept in TITLES and is_title(label, place):
            if self._record.is_titled_by(concept, label):
                yield from self.finish()
            elif concept == self._record.title:
                self._record.keep("description", label, place)
            self._record.title = self._record.title or concept
        elif concept in {"indicator", "name"}:
            return
        self._record.keep(concept, label, place)
        for listed in listed_columns((label,), {concept: 0}, self._columns):
            self._record.keep(listed, label, place)

    def _add_asides(self, table: Table, row_index: int, first: int) -> None:
        """Take in a baseline that another field's cell tells: `Calculation | Baseline 2018: 40`."""
        for text in table.row_texts(row_index)[first:]:
            for line in re.split(r"[\n;]", text):
                head, _, value = (each.strip() for each in line.partition(":"))
                is_short = len(head) <= _LONGEST_ASIDE and len(value) <= _LONGEST_VALUE
                if (
                    is_short
                    and _DIGIT.search(value)
                    and self._columns.concept(head) == "baseline"
                ):
                    self._keep_aside(table, head, value)

    def _keep_aside(self, table: Table, head: str, value: str) -> None:
        """Keep a value that stands beside others in a cell, and the year in front of it."""
        year = _YEAR.search(head)
        fields = {"baseline": value, "baseline year": year[0] if year else ""}
        for concept, text in fields.items():
            if text:
                cells = (Cell(head, 0, 0), Cell(text, 0, 1))
                aside = Table(cells, 1, 2, table.location)
                self._record.keep(concept, head, CellPlace(aside, 0, 1))

    def finish(self) -> Iterator[PlanTable]:
        """Yield the record that is open, if it is one."""
        record = self._record
        record.settle_title()
        if record.title is not None:
            above = self._above(record.places[record.title].table)
            if table := record_table(record, self._context, above):
                yield table
        self._record = Record(self._columns, record.section)


def is_title(label: str, value: CellPlace) -> bool:
    """Whether a field names the record: a short label with words behind it."""
    is_short = len(label.split()) <= _LONGEST_TITLE_LABEL
    return is_short and bool(_LETTERS.search(value.text))


def record_table(
    record: Record, context: RowContext, above: tuple[str, ...] = ()
) -> PlanTable | None:
    """The sheet as a table of one row; None where it plans nothing."""
    title = record.places[record.title or ""]
    _settle_source(record)
    record.settle_years()
    record.settle_target()
    roles = roles_of_sheet(record)
    if not roles:
        return None
    labels = MappingProxyType(record.labels)
    years = {
        concept: int(found[0])
        for concept, label in labels.items()
        if (found := _YEAR.search(label))
    }
    own = RowContext(labels, years, context.decimal_comma)
    tables = {id(place.table): place.table for place in record.places.values()}
    return PlanTable(
        roles,
        labels,
        (_row(roles, _name(record, title), record, own, above),),
        (),
        (),
        tuple(tables.values()),
        Quote(
            " | ".join(filter(None, labels.values())),
            title.table.location_of(title.row_index),
        ),
        is_fact_sheet=True,
    )


def _settle_source(record: Record) -> None:
    """Take the sources of a sheet with a sum for those of the money, as in a table."""
    places, labels = record.places, record.labels
    is_of_money = "amount" in places and not places.keys() & VALUED
    if is_of_money and "data source" in places and "source" not in places:
        places["source"] = places.pop("data source")
        labels["source"] = labels.pop("data source")


def _name(record: Record, title: CellPlace) -> str:
    """What the record is called: its title, which may stand in pieces side by side."""
    if title == record.headline:
        return " ".join(title.text.split())
    texts = title.table.row_texts(title.row_index)
    if record.is_beside_others or title.text not in texts:
        return " ".join(title.text.split())
    return " ".join(" ".join(texts[texts.index(title.text) :]).split())


def _row(
    roles: tuple[str, ...],
    name: str,
    record: Record,
    context: RowContext,
    above: tuple[str, ...],
) -> Row:
    places, title = record.places, record.places[record.title or ""]
    code = (
        places["code"].text.strip() if "code" in places else _own_code(places, record)
    )
    code = code.strip(".") if code.replace(".", "").isdigit() else code
    leading = leading_code(name)
    if leading is None and not code:
        numbered = leading_code(parted_label(record.labels[record.title or ""])[1])
        code = str(numbered[0]) if numbered is not None else ""
    if leading is not None:
        code, name = code or str(leading[0]), leading[1] or name
    return ROW_TYPES.get(roles[0], Row)(
        code,
        name,
        title._replace(column_index=max(0, title.column_index - 1)),
        MappingProxyType(dict(places)),
        context,
        tuple(_parents(title, places)) or above,
    )


def _own_code(places: Mapping[str, CellPlace], record: Record) -> str:
    """The code that stands alone where the kind of thing is named: `Project | P-1`."""
    known = places.get("project")
    leading = (
        leading_code(known.text.strip()) if known and record.title == "name" else None
    )
    return str(leading[0]) if leading and not leading[1] else ""


def _parents(title: CellPlace, places: Mapping[str, CellPlace]) -> Iterator[str]:
    """What the record says that it belongs to: `Field of action | Mobility`."""
    for concept in ABOVE:
        place = places.get(concept)
        if place is not None and place != title and place.text.strip():
            yield " ".join(place.text.split())
