"""Writes the workbooks that the tests read: by openpyxl, or part by part from XML."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

from bench.sheet_xml import FIXED_PARTS, STYLES, relations, workbook

Value = str | float | bool | date | datetime | None
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(path: Path, rows: Sequence[Sequence[Value]], **formats: str) -> Path:
    """A workbook of one sheet; `formats` gives the number format of cells by name."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plāns"
    for row in rows:
        sheet.append(list(row))
    for name, code in formats.items():
        sheet[name].number_format = code
    book.save(path)
    return path


def worksheet(rows: str, after: str = "", before: str = "") -> str:
    """The XML of a sheet from that of its rows."""
    return (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>"
    )


def packed(
    path: Path, sheet: str | bytes, parts: Mapping[str, str | bytes] | None = None
) -> Path:
    """A workbook of one sheet from its XML; a part given replaces the usual one."""
    content: dict[str, str | bytes] = {
        **FIXED_PARTS,
        "xl/workbook.xml": workbook(["Plāns"]),
        "xl/_rels/workbook.xml.rels": relations(1),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>Ielas</t></si></sst>',
        "xl/worksheets/sheet1.xml": sheet,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, each in content.items():
            package.writestr(name, each)
    return path
