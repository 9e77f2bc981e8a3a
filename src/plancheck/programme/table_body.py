"""The body of a plan table, row by row: rows told from banners and totals, cells filled down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from plancheck.model.evidence import Quote
from plancheck.model.table import Cell, Table
from plancheck.programme.banners import is_above, rank_of
from plancheck.programme.codes import LevelReader, leading_code
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace, Row, RowContext
from plancheck.programme.headers import Header
from plancheck.programme.listed import (
    part_lead_and_partners,
    part_sum_and_source,
)
from plancheck.programme.plan_tables import Banner
from plancheck.programme.row_types import ROW_TYPES
from plancheck.programme.slipped_rows import columns_of_row
from plancheck.programme.spent_years import (
    tell_years,
)
from plancheck.programme.told_shares import tell_shares
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


@dataclass
class TableBody:
    """Collects the body of one table, row by row."""

    roles: tuple[str, ...]
    columns: Mapping[str, int]
    context: RowContext
    header: Header
    vocabulary: Vocabulary
    levels: LevelReader
    reader: ColumnReader
    years_over: Mapping[int, int]
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
        elif given := read_year_row(filled, self.columns.get("target"), self.reader):
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
        part_lead_and_partners(cells)
        tell_years(cells, self.years_over)
        tell_shares(cells, self.reader)
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
