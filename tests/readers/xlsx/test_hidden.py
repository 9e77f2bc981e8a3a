"""What an author hid in a workbook is read as a print shows it: not at all."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Document

ROWS = (
    ("Nr.", "Projekts", "Piezīmes sev", "Atbildīgais", "Summa"),
    ("1.", "Tirgus laukums", "jāpārrunā ar Ilzi", "Būvvalde", "40000"),
    ("2.", "Slēpošanas trase", "", "Sporta skola", "90000"),
)


@pytest.fixture
def sheet() -> Worksheet:
    """A sheet with a plan, to hide some of it."""
    made: Worksheet = Workbook().worksheets[0]
    made.title = "Projekti"
    for row in ROWS:
        made.append(row)
    return made


def read(folder: Path, sheet: Worksheet) -> Document:
    assert sheet.parent is not None
    sheet.parent.save(folder / "plans.xlsx")
    return read_xlsx(folder / "plans.xlsx")


def test_a_hidden_column_is_left_out_and_said(sheet: Worksheet, tmp_path: Path) -> None:
    sheet.column_dimensions["C"].hidden = True

    document = read(tmp_path, sheet)

    [table] = document.tables
    assert table.row_texts(1) == ("1.", "Tirgus laukums", "Būvvalde", "40000")
    [note] = document.notes
    assert "“Projekti”, and not read: columns C. Show those that belong" in str(note)


def test_columns_of_a_folded_group_are_read(sheet: Worksheet, tmp_path: Path) -> None:
    sheet.column_dimensions.group("C", "D", outline_level=1, hidden=True)

    document = read(tmp_path, sheet)

    assert document.tables[0].row_texts(1) == ROWS[1]
    assert not document.notes


def test_a_text_merged_over_a_hidden_column_is_read(
    sheet: Worksheet, tmp_path: Path
) -> None:
    sheet.append(("RV1. Atpūta",))
    sheet.merge_cells("A4:E4")
    sheet.column_dimensions["A"].hidden = True

    [table] = read(tmp_path, sheet).tables

    [banner] = [cell for cell in table.cells if cell.text == "RV1. Atpūta"]
    assert (banner.column_index, banner.column_span) == (0, 4)
    assert table.row_texts(0) == ROWS[0][1:]


def test_a_table_is_named_by_the_cell_where_it_stands(
    sheet: Worksheet, tmp_path: Path
) -> None:
    sheet.column_dimensions["A"].hidden = True

    [table] = read(tmp_path, sheet).tables

    assert table.caption == "B1"


def test_columns_are_read_where_all_are_hidden(
    sheet: Worksheet, tmp_path: Path
) -> None:
    for letter in "ABCDE":
        sheet.column_dimensions[letter].hidden = True

    [table] = read(tmp_path, sheet).tables

    assert table.row_texts(2)[1] == "Slēpošanas trase"
