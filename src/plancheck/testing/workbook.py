"""Writes a volume as an Excel workbook: a sheet for each heading."""

import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plancheck.sdk import Document, Table

_WHOLE = re.compile(r"\d{1,3}(?: \d{3})*")
_LONGEST_TITLE = 28


def write_workbook(document: Document, path: Path) -> None:
    """Write sections as sheets, with their text above their tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, section in enumerate(document.walk()):
        title = re.sub(r"[\\/*?:\[\]]", " ", section.title)[:_LONGEST_TITLE].strip()
        taken = {sheet.title.lower() for sheet in book.worksheets}
        free = (
            title if title and title.lower() not in taken else f"{title[:24]} {number}"
        )
        _write(book.create_sheet(free.strip()), section.title, section.blocks)
    book.save(path)


def _write(sheet: Worksheet, title: str, blocks: tuple[object, ...]) -> None:
    row = 1
    if title:
        sheet.cell(row, 1, title)
        row += 2
    for block in blocks:
        if isinstance(block, Table):
            _write_table(sheet, block, row)
            row += block.row_count + 1
        else:
            sheet.cell(row, 1, getattr(block, "text", ""))
            row += 1


def _write_table(sheet: Worksheet, table: Table, top: int) -> None:
    """Whole numbers as numbers, shown with a space between thousands as they were."""
    for cell in table.cells:
        row, column = top + cell.row_index, 1 + cell.column_index
        place = sheet.cell(row, column)
        if _WHOLE.fullmatch(cell.text):
            place.value = int(cell.text.replace(" ", ""))
            place.number_format = "#,##0" if " " in cell.text else "0"
        else:
            place.value = cell.text or None
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )
