"""Reads .ods workbooks, whose cells hold the text that the author saw."""

from dataclasses import dataclass, field

from plancheck.readers.archive import Archive
from plancheck.readers.xlsx.numberformats import unambiguous
from plancheck.readers.xlsx.sheets import LAST_COLUMN, LAST_ROW, Area, Sheet
from plancheck.readers.xlsx.worksheet import CellBudget, FullError
from plancheck.readers.xlsx.xml import local, walk
from plancheck.sdk import lazy_pattern, tidy

_CONTENT = "content.xml"
_NOT_OF_THE_CELL = frozenset({"annotation", "shapes", "frame", "custom-shape"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_NUMBERS = frozenset({"float", "percentage", "currency"})
_DIGITS = lazy_pattern(r"\d(?:[\d\s.,'’]*\d)?")
_SEPARATORS = lazy_pattern(r"[\s.,'’]+")


@dataclass(slots=True)
class _Cell:
    """A cell while it is read; a covered one is hidden below a merged one."""

    values: dict[str, str]
    is_covered: bool
    paragraphs: list[str] = field(default_factory=list)

    def count(self, name: str) -> int:
        """A number of columns or rows; 1 where the cell does not say."""
        return max(int(self.values.get(name, "1")), 1)

    @property
    def text(self) -> str:
        """The text as shown, numbers with the marks that are used in Latvia."""
        text = tidy("\n".join(self.paragraphs))
        if self.values.get("value-type") not in _NUMBERS or "value" not in self.values:
            return text
        number = abs(float(self.values["value"]))
        is_percentage = self.values["value-type"] == "percentage"
        return _repunctuated(text, number * 100 if is_percentage else number)


def read_open_sheets(archive: Archive, budget: CellBudget) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        DamagedPartError: The content is no XML.
        FullError: The budget is spent.
    """
    parser = _ContentParser(budget)
    walk(archive, _CONTENT, parser.start, parser.text, parser.end)
    return parser.sheets


class _ContentParser:
    """Collects the sheets of one content.xml."""

    def __init__(self, budget: CellBudget) -> None:
        self.sheets: list[Sheet] = []
        self._budget = budget
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._table_depth = self._skipped = 0
        self._rows: dict[int, dict[int, str]] = {}
        self._merged: list[Area] = []
        self._header_rows: list[int] = []
        self._row_index = self._column = self._repeated = 0
        self._row: dict[int, str] = {}
        self._row_is_hidden = False
        self._cell: _Cell | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        values = {local(name): value for name, value in attributes.items()}
        if self._skipped or tag in _NOT_OF_THE_CELL:
            self._skipped += 1
        elif tag == "style":
            self._style = values.get("name", "")
        elif tag == "table-properties" and values.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "table":
            self._start_table(values)
        elif self._table_depth != 1:
            return
        elif tag == "table-row":
            self._row, self._column = {}, 0
            self._repeated = int(values.get("number-rows-repeated", "1"))
            self._row_is_hidden = values.get("visibility", "visible") != "visible"
        elif tag in _CELLS:
            self._cell = _Cell(values, is_covered=tag != "table-cell")
        elif self._cell is not None:
            self._start_text(tag, self._cell.paragraphs)

    def _start_table(self, values: dict[str, str]) -> None:
        self._table_depth += 1
        if self._table_depth > 1:
            return
        self._rows, self._merged, self._header_rows = {}, [], []
        self._row_index = 0
        sheet = Sheet(tidy(values.get("name", "")), self._rows)
        sheet.is_hidden = values.get("style-name") in self._hidden_styles
        self.sheets.append(sheet)

    def _start_text(self, tag: str, paragraphs: list[str]) -> None:
        if tag == "p":
            paragraphs.append("")
        elif paragraphs and tag in {"s", "tab"}:
            paragraphs[-1] += " "
        elif paragraphs and tag == "line-break":
            paragraphs[-1] += "\n"

    def text(self, piece: str) -> None:
        if self._cell is not None and self._cell.paragraphs and not self._skipped:
            self._cell.paragraphs[-1] += piece

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag == "table":
            self._table_depth -= 1
            if not self._table_depth:
                self.sheets[-1].merged = tuple(self._merged)
                self.sheets[-1].header_rows = tuple(self._header_rows)
        elif self._table_depth != 1:
            return
        elif tag in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "table-row":
            self._end_row()
        elif tag == "table-header-rows":
            self._header_rows.append(self._row_index - 1)

    def _end_cell(self, cell: _Cell) -> None:
        first = self._column
        count = cell.count("number-columns-repeated")
        self._column = min(first + count, LAST_COLUMN + 1)
        if cell.is_covered:
            return
        text = cell.text
        if not text:
            if "formula" in cell.values and "value-type" not in cell.values:
                self.sheets[-1].unknown_formula_count += 1
            return
        for column in range(first, self._column):
            self._row[column] = text
        height = cell.count("number-rows-spanned")
        width = cell.count("number-columns-spanned")
        if height * width > 1:
            bottom = min(self._row_index + height - 1, LAST_ROW)
            right = min(first + width - 1, LAST_COLUMN)
            self._merged.append(Area(self._row_index, first, bottom, right))

    def _end_row(self) -> None:
        first, self._row_index = self._row_index, self._row_index + self._repeated
        if not self._row or first > LAST_ROW:
            return
        for index in range(first, min(self._row_index, LAST_ROW + 1)):
            self._rows[index] = self._row
            self.sheets[-1].hidden_row_count += self._row_is_hidden
            self._budget.left -= len(self._row)
            if self._budget.left < 0:
                raise FullError


def _repunctuated(text: str, number: float) -> str:
    """The text of a number with a decimal comma and spaces between thousands.

    Which of the marks is the decimal one, the number tells: LibreOffice prints them as
    usual where the author was.

    >>> _repunctuated("€1,234.50", 1234.5), _repunctuated("1,250", 1250)
    ('€1 234,50', '1 250')
    """
    found = _DIGITS.search(text)
    if found is None:
        return text
    *groups, last = _SEPARATORS.split(found[0])
    whole = "".join(groups)
    as_decimal = float(f"{whole or 0}.{last}")
    as_whole = float(whole + last)
    if groups and abs(as_decimal - number) < abs(as_whole - number):
        digits = unambiguous(f"{' '.join(groups)},{last}")
    else:
        digits = " ".join((*groups, last))
    return text[: found.start()] + digits + text[found.end() :]
