"""Plan tables read out of a document: rows told from banners and totals, cells filled down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from plancheck.model.document import Document
from plancheck.model.evidence import Quote
from plancheck.model.table import Cell, Table
from plancheck.programme.banners import is_above, rank_of
from plancheck.programme.codes import LevelReader, leading_code
from plancheck.programme.columns import ColumnReader, column_of
from plancheck.programme.fact_sheets import FactSheets
from plancheck.programme.fields import CellPlace, Row, RowContext
from plancheck.programme.fragments import JoinedTable, join_tables
from plancheck.programme.headers import Header
from plancheck.programme.headlines import template_lines
from plancheck.programme.listed import listed_columns, part_sum_and_source
from plancheck.programme.page_breaks import is_rest_of_row, without_remnants
from plancheck.programme.plan_tables import Banner, PlanTable, roles_of
from plancheck.programme.row_types import ROW_TYPES
from plancheck.programme.settling import settled, with_codes
from plancheck.programme.slipped_rows import columns_of_row
from plancheck.programme.sum_rows import without_sums
from plancheck.programme.told_indicators import ToldIndicators
from plancheck.programme.turned_tables import TurnedTables
from plancheck.programme.uncoded import heading_item
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.year_rows import read_year_row
from plancheck.text.cell_words import is_reference
from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_NAMES = MappingProxyType(
    {
        "action": ("measure", "name", "task", "description", "project"),
        "investment": ("project", "measure", "name", "task", "description"),
        "indicator": ("indicator", "name"),
        "proposals": ("proposal",),
        "risk": ("hazard",),
        "implementation risk": ("risk",),
    }
)
_GROUPS = ("goal", "priority", "direction", "task", "measure", "result")
_SHARED_IN_GROUP = frozenset(
    {*_GROUPS, "responsible", "executor", "partner", "term", "source", "territory"}
    | {"target group", "data source", "frequency"}
)
_FEWEST_CELLS = 2
_SHORTEST_PARENT = 4
_ORDINAL = lazy_pattern(r"^\(?\d{1,3}\.?\)?$")
_AMOUNT_IN_ALL = lazy_pattern(r"\d[\d .,]*[^\W\d_]+:?")
"""A value and not the head of a row of totals: `225 kopā`."""
_LETTER = lazy_pattern(r"[^\W\d_]")
_BULLETS = "•·●▪–-»>* "


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

    def read(self, document: Document) -> tuple[PlanTable, ...]:
        """The plan tables of a document; tables that plan nothing are left out."""
        self._columns.expect(document.tables)
        tables: list[PlanTable] = []
        templates = template_lines(document.tables)
        context = self._context({}, {})
        sheets = FactSheets(self._columns, context, self._above, templates)
        turned = TurnedTables(self._columns, context)
        for joined in join_tables(document, self._columns):
            if turned.takes(joined):
                tables += (*sheets.finish(), *turned.add(joined))
                continue
            tables += turned.finish()
            if sheets.takes(joined):
                tables += sheets.add(joined)
            elif joined.header is not None:
                tables += sheets.finish()
                tables += self._read(joined, joined.header)
        tables += (*turned.finish(), *sheets.finish())
        if not any(table.role == "indicator" for table in tables):
            tables += ToldIndicators(self._vocabulary, context).read(document)
        return tuple(tables)

    def _read(self, joined: JoinedTable, header: Header) -> Iterator[PlanTable]:
        concepts = settled(header, self._first_year)
        roles = roles_of(frozenset(concept for concept in concepts if concept))
        concepts = with_codes(concepts, joined)
        if not roles:
            return
        columns = column_of(concepts)
        listed = listed_columns(header.labels, columns, self._columns)
        columns = {**listed, **columns}
        labels = {concept: header.labels[index] for concept, index in columns.items()}
        years = {
            concept: year
            for concept, index in columns.items()
            if (year := header.year(index)) is not None
        }
        body = _Body(
            roles,
            columns,
            self._context(labels, years),
            header,
            self._vocabulary,
            self._levels,
        )
        for fragment in joined.fragments:
            start = fragment.body_start
            is_behind_break = bool(body.rows) and start < fragment.table.row_count
            if is_behind_break and is_rest_of_row(fragment.table, start):
                start += 1
            for row_index in range(start, fragment.table.row_count):
                body.add(fragment.table, row_index)
        first = joined.first
        quote = Quote(
            " | ".join(header.labels), first.location_of(max(0, header.end - 1))
        )
        rows, sums = without_sums(without_remnants(body.rows))
        if not any(row.parents for row in rows) and (above := self._above(first)):
            rows = tuple(replace(row, parents=above) for row in rows)
        yield PlanTable(
            roles,
            MappingProxyType(labels),
            rows,
            (*body.totals, *sums),
            tuple(body.banners),
            tuple(fragment.table for fragment in joined.fragments),
            quote,
        )

    def _above(self, table: Table) -> tuple[str, ...]:
        """What the headings over a table name that its rows belong to: `VTP1. Ceļi`."""
        items = (heading_item(each, self._levels) for each in table.location.section)
        return tuple(str(item.code or item.name) for item in items if item is not None)

    def _context(
        self, labels: Mapping[str, str], years: Mapping[str, int]
    ) -> RowContext:
        return RowContext(
            labels, years, decimal_comma=self._vocabulary.language != "en"
        )


@dataclass
class _Body:
    """Collects the body of one table, row by row."""

    roles: tuple[str, ...]
    columns: Mapping[str, int]
    context: RowContext
    header: Header
    vocabulary: Vocabulary
    levels: LevelReader
    rows: list[Row] = field(default_factory=list)
    totals: list[Row] = field(default_factory=list)
    banners: list[Banner] = field(default_factory=list)
    _open: list[Banner] = field(default_factory=list)
    _was_banner: bool = False
    _lone: Banner | None = None

    def add(self, table: Table, row_index: int) -> None:
        """Take in the next row as what it is."""
        cells = list(_own_cells(table, row_index))
        filled = [cell for cell in cells if cell.text.strip()]
        if not filled or self._repeats_header(cells) or _is_instruction(filled):
            return
        if self._is_total(filled):
            self.totals.append(self._row(table, row_index))
        elif given := read_year_row(filled, self.columns.get("target")):
            years = {**self.context.years, "target": given.target_year}
            self.context = replace(self.context, years=years)
            if text := given.banner:
                quote = Quote(text, table.location_of(row_index))
                self._open_banner(Banner(text, self.levels.item(text), quote))
        elif (banner := self._banner(table, row_index, filled)) is not None:
            self._open_banner(banner)
        else:
            self._add_row(table, row_index, filled)

    def _add_row(self, table: Table, row_index: int, filled: list[Cell]) -> None:
        """Take in a body row; one that had only a code and a name may prove a parent."""
        row = self._row(table, row_index)
        if not _LETTER.search(row.name) or is_reference(fold(row.name)):
            return
        lone = self._lone
        if lone is not None and _counts_on(lone.code, row.code):
            self.rows.pop()
            self._open_banner(lone)
            row = self._row(table, row_index)
        self.rows.append(row)
        self._was_banner = False
        self._lone = None
        if len(filled) <= _FEWEST_CELLS and leading_code(row.code):
            text = " ".join(" ".join(cell.text.split()) for cell in filled)
            self._lone = Banner(text, self.levels.item(text), row.quote)

    def _repeats_header(self, cells: list[Cell]) -> bool:
        texts = [cell.text.strip() for cell in cells if cell.text.strip()]
        if len(texts) > 2 and all(_ORDINAL.match(text) for text in texts):
            numbers = [int(text.strip("().")) for text in texts]
            return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if not {squash(text) for text in texts[:2]} & self.header.known_labels:
            return False
        known = [squash(text) in self.header.known_labels for text in texts]
        return len(known) > 1 and sum(known) >= 0.7 * len(known)

    def _is_total(self, filled: list[Cell]) -> bool:
        return any(
            len(cell.text) < 80
            and not _AMOUNT_IN_ALL.fullmatch(cell.text.strip())
            and self.vocabulary.has_word(
                "totals", fold(cell.text.strip()), cell.text.strip()
            )
            for cell in filled[:3]
        )

    def _banner(
        self, table: Table, row_index: int, filled: list[Cell]
    ) -> Banner | None:
        """The banner that a row is: one cell across, or a code with one cell across."""
        if len(filled) > 2:
            return None
        widest = max(filled, key=lambda cell: cell.column_span)
        is_wide = widest.column_span >= max(2, table.column_count * 0.5)
        text = " ".join(" ".join(cell.text.split()) for cell in filled)
        item = self.levels.item(text)
        if len(filled) == 2 and not (is_wide and item):
            return None
        if not is_wide and not (table.column_count >= 4 and self._is_upper(text)):
            return None
        return Banner(text, item, Quote(text, table.location_of(row_index)))

    def _is_upper(self, text: str) -> bool:
        """Whether a lone cell names what rows stand under, not a row with nothing filled in."""
        item = self.levels.item(text)
        if item is None or item.level in {None, "measure"}:
            return False
        return (
            item.code is None or bool(item.code.prefix) or item.code.depth < self._depth
        )

    @property
    def _depth(self) -> int:
        """How many numbers the codes of the rows so far have; 2 before the first."""
        leading = leading_code(self.rows[-1].code) if self.rows else None
        return leading[0].depth if leading else 2

    def _open_banner(self, banner: Banner) -> None:
        """Close the banners that the new one stands beside or above."""
        rank = rank_of(banner)
        while self._open and not is_above(
            self._open[-1], rank, was_banner=self._was_banner
        ):
            self._open.pop()
        above = tuple(each.code or each.text for each in self._open)
        banner = replace(banner, above=above)
        self._open.append(banner)
        self.banners.append(banner)
        self._was_banner = True

    def _row(self, table: Table, row_index: int) -> Row:
        columns = self.columns
        if self.roles[0] == "indicator":
            columns = columns_of_row(table, row_index, columns, "indicator")
        cells = {
            concept: CellPlace(
                table, row_index, index, _is_merged(table, row_index, index)
            )
            for concept, index in columns.items()
        }
        part_sum_and_source(cells)
        name_place = self._name_place(cells)
        self._inherit(cells, name_place)
        name = " ".join(name_place.text.split()) if name_place else ""
        name = name.lstrip(_BULLETS)
        code, name = self._code(cells, name)
        parents = [banner.code or banner.text for banner in self._open]
        parents += self._group_codes(cells, name_place)
        return ROW_TYPES.get(self.roles[0], Row)(
            code,
            name,
            CellPlace(table, row_index, 0),
            MappingProxyType(cells),
            self.context,
            tuple(dict.fromkeys(parents)),
        )

    def _name_place(self, cells: Mapping[str, CellPlace]) -> CellPlace | None:
        """The cell that a row is called by: the first of its role's names that is filled."""
        wanted = _NAMES[self.roles[0]]
        return next(
            (
                cells[each]
                for each in wanted
                if each in cells and cells[each].text.strip()
            ),
            None,
        )

    def _inherit(
        self, cells: dict[str, CellPlace], name_place: CellPlace | None
    ) -> None:
        """Fill down what the first row of a group says for all of it.

        Tables read by machine have lost their merged cells: a row that leaves the cells
        of its group empty goes on with the group of the row before it.
        """
        if not self.rows or self._was_banner:
            return
        groups = [
            cells[each]
            for each in _GROUPS
            if each in cells and cells[each] != name_place
        ]
        if not groups or any(place.text.strip() for place in groups):
            return
        before = self.rows[-1].cells
        for concept, place in cells.items():
            if (
                concept in _SHARED_IN_GROUP
                and not place.text.strip()
                and concept in before
            ):
                cells[concept] = before[concept]._replace(is_inherited=True)

    def _code(self, cells: Mapping[str, CellPlace], name: str) -> tuple[str, str]:
        """The code from its own column or from the front of the name, which then goes without."""
        own = cells["code"].text.strip() if "code" in cells else ""
        leading = leading_code(name)
        if own:
            found = leading_code(own)
            is_ordinal = leading and not leading[0].prefix and leading[1][:1].islower()
            return (str(found[0]) if found else own), (
                leading[1] if leading and leading[1] and not is_ordinal else name
            )
        if leading and leading[1]:
            return str(leading[0]), leading[1]
        if leading and leading[0].prefix:
            return str(leading[0]), name
        return "", name

    def _group_codes(
        self, cells: Mapping[str, CellPlace], name_place: CellPlace | None
    ) -> Iterator[str]:
        for concept in ("goal", "priority", "direction", "task"):
            place = cells.get(concept)
            if place and place != name_place and (text := place.text.strip()):
                item = self.levels.item(text)
                if item and item.code:
                    yield str(item.code)
                elif len(text) >= _SHORTEST_PARENT:
                    yield " ".join(text.split())


def _is_instruction(filled: list[Cell]) -> bool:
    """Whether a row mostly tells the author what to write: `(indicate name)`, `(norādīt)`."""
    texts = [cell.text.strip() for cell in filled]
    asking = sum(text[0] == "(" and text[-1] == ")" for text in texts)
    return len(texts) > 1 and asking > 0.6 * len(texts)


def _own_cells(table: Table, row_index: int) -> Iterator[Cell]:
    """The cells that begin in a row; a cell merged down from above is not its own."""
    last = None
    for cell in table.grid[row_index]:
        if cell is not None and cell is not last and cell.row_index == row_index:
            yield cell
        last = cell


def _is_merged(table: Table, row_index: int, column_index: int) -> bool:
    cell = table.grid[row_index][column_index]
    return cell is not None and cell.row_index < row_index


def _counts_on(above: str, below: str) -> bool:
    """Whether a code is one of those that count below another: `RR1.1` below `PR1`."""
    one, other = leading_code(above), leading_code(below)
    return bool(one and other and other[0].parent_number == one[0].number)
