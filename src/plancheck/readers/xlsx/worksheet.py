"""Reads the cells of a sheet from its XML, in one pass and as they are printed."""

from dataclasses import dataclass
from itertools import chain

from plancheck.readers.archive import Archive, DamagedPartError
from plancheck.readers.xlsx.cellvalues import Shared, ValuePrinter
from plancheck.readers.xlsx.plaincells import (
    Columns,
    OtherwiseWrittenError,
    TextsByAttributes,
    lacks_result,
    plain_rows,
    split_plain,
)
from plancheck.readers.xlsx.sheets import (
    LAST_ROW,
    Area,
    Sheet,
    parse_area,
    valid_column,
)
from plancheck.readers.xlsx.xml import damage_of, is_true, local, new_parser

MAX_MERGED = 200_000
"""Merged areas of one sheet; more are left as single cells."""

_DIGITS = "0123456789"
_FROZEN = frozenset({"frozen", "frozenSplit"})


class FullError(Exception):
    """The workbook has more cells than are read."""


@dataclass(slots=True)
class CellBudget:
    """How many cells with text may still be read of a workbook."""

    left: int


class WorksheetParser:
    """Collects what the XML of one sheet says; what was read stays when parsing fails."""

    def __init__(self, shared: Shared, budget: CellBudget) -> None:
        self._shared = shared
        self._budget = budget
        self._printer = ValuePrinter(shared)
        self._rows: dict[int, dict[int, str]] = {}
        self._hidden_rows: set[int] = set()
        self._unknown_count = 0
        self._row: dict[int, str] = {}
        self._row_index = self._column = -1
        self._row_is_hidden = False
        self._cell: dict[str, str] | None = None
        self._has_formula = self._has_value = self._is_inline = False
        self._pieces: list[str] = []
        self._inline: list[str] = []
        self._hidden_columns: list[tuple[int, int]] = []
        self._merged: list[Area] = []
        self._header_rows: list[int] = []
        self._parser = new_parser()

    def parse(self, archive: Archive, part: str) -> None:
        """Read the part of a sheet, as far as it can be unpacked.

        Raises:
            DamagedPartError: The part cannot be read to its end.
            HostilePartError: It declares a document type.
            FullError: The budget is spent.
        """
        pieces: list[bytes] = []
        damage = None
        try:
            pieces.extend(archive.chunks(part))
        except DamagedPartError as error:
            damage = error
        with damage_of(part):
            rest = self._without_plain_rows(b"".join(pieces))
            self._parser.StartElementHandler = self._start
            self._parser.CharacterDataHandler = self._pieces.append
            try:
                self._parser.Parse(rest, True)  # noqa: FBT003 - expat takes no keywords
                self._finish_cell()
            finally:
                self._cell = None  # of a cell that was begun nobody knows the end
                self._finish_row()
        if damage is not None:
            raise damage

    def add_header_row(self, row_index: int) -> None:
        """Note what another part says of the sheet: this is a table's last header row."""
        self._header_rows.append(row_index)

    def sheet(self, name: str, *, is_hidden: bool) -> Sheet:
        """All that was read."""
        return Sheet(
            name,
            self._rows,
            tuple(self._merged),
            tuple(self._header_rows),
            is_hidden=is_hidden,
            hidden_row_count=len(self._hidden_rows),
            hidden_columns=self._hidden_among_used(),
            unknown_formula_count=self._unknown_count,
            error_count=self._printer.error_count,
        )

    def _hidden_among_used(self) -> tuple[int, ...]:
        """The hidden columns up to the last that has text."""
        if not self._hidden_columns:
            return ()
        last_used = max(chain.from_iterable(self._rows.values()), default=-1)
        hidden: set[int] = set()
        for first, last in self._hidden_columns:
            hidden.update(range(first, min(last, last_used) + 1))
        return tuple(sorted(hidden))

    def _without_plain_rows(self, blob: bytes) -> bytes:
        """The XML that is still to be read when the rows that can be matched are kept."""
        parts = split_plain(blob)
        if parts is None:
            return blob
        left = self._budget.left
        try:
            self._keep_plain_rows(parts[0])
        except OtherwiseWrittenError:
            self._budget.left = left
            self._printer = ValuePrinter(self._shared)
            self._rows, self._hidden_rows, self._unknown_count = {}, set(), 0
            return blob
        return parts[1]

    def _keep_plain_rows(self, xml: bytes) -> None:
        columns, texts = Columns(), TextsByAttributes(self._printer)
        for row in plain_rows(xml):
            found = {}
            for cell, letters, attributes, stored in row.cells:
                if not stored:
                    self._unknown_count += lacks_result(cell, attributes)
                elif text := texts[attributes][stored]:
                    found[columns[letters]] = text
            if found:
                self._keep(row.row_index, found, is_hidden=row.is_hidden)

    def _keep(self, row_index: int, texts: dict[int, str], *, is_hidden: bool) -> None:
        if not 0 <= row_index <= LAST_ROW:
            raise ValueError(row_index)
        self._rows.setdefault(row_index, texts).update(texts)
        if is_hidden:
            self._hidden_rows.add(row_index)
        self._budget.left -= len(texts)
        if self._budget.left < 0:
            raise FullError

    def _start(self, tag: str, values: dict[str, str]) -> None:
        if ":" in tag:
            tag = local(tag)
        if tag == "c":
            self._finish_cell()
            self._cell = values
            self._has_formula = self._has_value = False
        elif tag == "v":
            self._has_value = True
            self._pieces.clear()
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._start_row(values)
        elif tag == "is":
            self._start_inline()
        elif self._is_inline:
            if tag == "t":
                self._pieces.clear()
        else:
            self._finish_row()
            self._start_other(tag, values)

    def _start_row(self, values: dict[str, str]) -> None:
        self._finish_row()
        number = values.get("r")
        self._row_index = int(number) - 1 if number else self._row_index + 1
        self._row_is_hidden = is_true(values.get("hidden"))
        self._column = -1

    def _start_inline(self) -> None:
        """Collect the runs of a text in the cell until it ends; what pronounces it is not."""
        self._has_value = self._is_inline = True
        self._inline.clear()
        self._parser.EndElementHandler = self._end_inline

    def _end_inline(self, tag: str) -> None:
        name = local(tag)
        if name == "t":
            self._inline.append("".join(self._pieces))
        elif name == "rPh" and self._inline:
            self._inline.pop()
        elif name == "is":
            self._is_inline = False
            self._pieces[:] = self._inline
            self._parser.EndElementHandler = None

    def _start_other(self, tag: str, values: dict[str, str]) -> None:
        """What stands around the cells."""
        if tag == "mergeCell" and len(self._merged) < MAX_MERGED:
            area = parse_area(values.get("ref", ""))
            if area and area[:2] != area[2:]:
                self._merged.append(area)
        elif tag == "col" and is_true(values.get("hidden")) and not _is_grouped(values):
            ends = int(values["min"]) - 1, int(values["max"]) - 1
            self._hidden_columns.append(ends)
        elif tag == "pane" and values.get("state") in _FROZEN:
            self._header_rows.append(int(float(values.get("ySplit", "0"))) - 1)
        elif tag == "autoFilter" and (area := parse_area(values.get("ref", ""))):
            self._header_rows.append(area.top)

    def _finish_row(self) -> None:
        """Keep the row that was begun last."""
        self._finish_cell()
        if self._row:
            self._keep(self._row_index, self._row, is_hidden=self._row_is_hidden)
            self._row = {}

    def _finish_cell(self) -> None:
        """Note the text of the cell that was begun last."""
        values = self._cell
        if values is None:
            return
        self._cell = None
        name = values.get("r")
        self._column = valid_column(name.rstrip(_DIGITS)) if name else self._column + 1
        stored = "".join(self._pieces) if self._has_value else ""
        kind = values.get("t", "n")
        if self._has_formula and kind != "str" and not stored.strip():
            self._unknown_count += 1
        elif stored:
            style = int(values.get("s", "0"))
            if text := self._printer.printing(kind, style)(stored):
                self._row[self._column] = text


def _is_grouped(column: dict[str, str]) -> bool:
    """Whether a column is of a group, which is folded up rather than hidden."""
    return column.get("outlineLevel", "0") != "0"
