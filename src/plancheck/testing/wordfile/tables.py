"""Tables with true merged cells, repeated header rows and shaded banner rows."""

import re
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Emu

from plancheck.sdk import Cell, Table

from .styles import DARK
from .xml import Element, element, text_element

_WIDE = 9
"""Columns from which a table is put on a landscape page, however short it is."""
_UPRIGHT_HEADERS = 14
"""Columns from which the lower header row is turned to read upwards."""
_BANNERS = ("E3EFED", "C5DEDA", "9CC5BF")
"""Fills of the last banner above the rows, of the one above it, and so on."""
_NUMBER = re.compile(r"[–<>+-]?\d[\d \u00a0]*(?:[.,]\d+)?")
_EMU_A_TWIP = 635
_TOTALS = {"kopā", "total"}


def is_wide(table: Table) -> bool:
    """Whether a table is to stand on a landscape page."""
    is_long = table.row_count > 20 and table.column_count == _WIDE - 1
    return is_long or table.column_count >= _WIDE


def add_table(word: WordDocument, table: Table, width: Emu) -> None:
    """Append a table that fills `width`."""
    widths = _column_widths(table, width // _EMU_A_TWIP)
    made = element("tbl", _table_properties(sum(widths)))
    made.append(
        element("tblGrid", *(element("gridCol", w=str(each)) for each in widths))
    )
    fills = _fills(table)
    for row_index in range(table.row_count):
        made.append(_row(table, row_index, widths, fills.get(row_index)))
    body = word.element.body
    body.insert_element_before(made, "w:sectPr")


def _table_properties(width: int) -> Element:
    margins = [element(side, w="60", type="dxa") for side in ("left", "right")]
    return element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=str(width), type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )


def _row(
    table: Table, row_index: int, widths: Sequence[int], fill: str | None
) -> Element:
    """A row whose merged cells are continued, not repeated."""
    made = element("tr", _row_properties(table, row_index))
    column = 0
    for cell in dict.fromkeys(table.grid[row_index]):
        if cell is None:
            made.append(_empty_cell(widths[column]))
            column += 1
            continue
        width = sum(widths[column : column + cell.column_span])
        made.append(_cell(cell, table, row_index, width, fill))
        column += cell.column_span
    return made


def _row_properties(table: Table, row_index: int) -> Element:
    """Header rows repeat on each page, and no row runs over a page's end."""
    properties = element("trPr", element("cantSplit"))
    last_header = table.header_row_count - 1
    if table.column_count >= _UPRIGHT_HEADERS and row_index == last_header > 0:
        properties.append(element("trHeight", val="1300", hRule="atLeast"))
    if row_index <= last_header:
        properties.append(element("tblHeader"))
    return properties


def _cell(
    cell: Cell, table: Table, row_index: int, width: int, fill: str | None
) -> Element:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if cell.column_span > 1:
        properties.append(element("gridSpan", val=str(cell.column_span)))
    starts = cell.row_index == row_index
    if cell.row_span > 1:
        properties.append(element("vMerge", val="restart" if starts else "continue"))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    is_header = cell.row_index < table.header_row_count
    if is_header and _is_upright(cell, table):
        properties.append(element("textDirection", val="btLr"))
    if is_header:
        properties.append(element("vAlign", val="center"))
    made = element("tc", properties)
    for line in cell.text.split("\n") if starts else [""]:
        made.append(_line(line, cell, table, is_header=is_header))
    return made


def _line(line: str, cell: Cell, table: Table, *, is_header: bool) -> Element:
    style = element("pPr", element("pStyle", val="TableText"))
    if is_header:
        style.append(element("jc", val="center"))
    elif _NUMBER.fullmatch(line):
        style.append(element("jc", val="right"))
    if not line:
        return element("p", style)
    looks = element("rPr")
    if is_header or cell.column_span > 1 or _is_total(cell, table):
        looks.append(element("b"))
    if is_header:
        looks.append(element("color", val="FFFFFF"))
    size = round(_font_size(table.column_count) * 2)
    looks.extend([element("sz", val=str(size)), element("szCs", val=str(size))])
    return element("p", style, element("r", looks, text_element(line)))


def _empty_cell(width: int) -> Element:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    return element("tc", properties, element("p"))


def _is_upright(cell: Cell, table: Table) -> bool:
    """Whether a header cell of many columns reads upwards: the lower row's, and years."""
    return (
        table.column_count >= _UPRIGHT_HEADERS
        and cell.row_index == table.header_row_count - 1 > 0
        and cell.column_span == 1
    )


def _is_total(cell: Cell, table: Table) -> bool:
    """Whether a cell stands in a row whose first cell spans some columns, or says total."""
    first = table.grid[cell.row_index][0]
    return first is not None and (
        1 < first.column_span < table.column_count
        or first.text.split(" ")[-1].casefold() in _TOTALS
    )


def _fills(table: Table) -> dict[int, str]:
    """Colours of header, banner and subtotal rows by row index."""
    fills = dict.fromkeys(range(table.header_row_count), DARK)
    run: list[int] = []
    for row_index in range(table.header_row_count, table.row_count):
        first = table.grid[row_index][0]
        if first is not None and first.column_span == table.column_count > 1:
            run.append(row_index)
            continue
        for depth, banner in enumerate(reversed(run)):
            fills[banner] = _BANNERS[min(depth, len(_BANNERS) - 1)]
        run = []
        if first is not None and _is_total(first, table):
            fills[row_index] = "EDEDED"
    return fills


def _font_size(column_count: int) -> float:
    if column_count >= _UPRIGHT_HEADERS:
        return 6.5
    return 7.5 if column_count >= _WIDE - 1 else 9


def _column_widths(table: Table, width: int) -> list[int]:
    """Twips a column: what its longest word needs, then a share of what is left."""
    needed = [3.0] * table.column_count
    amount = [1.0] * table.column_count
    lengths: list[list[int]] = [[] for _ in range(table.column_count)]
    for cell in table.cells:
        if cell.column_span > 1 or not cell.text:
            continue
        column = cell.column_index
        is_number = _NUMBER.fullmatch(cell.text) is not None
        words = [cell.text] if is_number else re.split(r"[\s/–-]", cell.text)
        if not _is_upright(cell, table):
            longest = max(len(word) for word in words)
            needed[column] = max(needed[column], longest + 0.5)
        if cell.row_index >= table.header_row_count:
            lengths[column].append(len(cell.text))
    for column, texts in enumerate(lengths):
        if texts:
            amount[column] = max(1.0, sum(texts) / len(texts) - needed[column])
    letter = _font_size(table.column_count) * 20 * 0.52
    smallest = [min(need, 17) * letter + 130 for need in needed]
    if sum(smallest) > width:
        smallest = [each * width / sum(smallest) for each in smallest]
    spare = width - sum(smallest)
    return [
        int(least + spare * share / sum(amount))
        for least, share in zip(smallest, amount, strict=True)
    ]
