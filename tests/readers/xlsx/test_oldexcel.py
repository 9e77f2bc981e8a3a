"""What an old workbook (.xls) tells, and what is said to be lost."""

import datetime as dt
import shutil
import subprocess

import pytest
from openpyxl import Workbook

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Document

OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice, which makes the .xls file, is not installed."
)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("old")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Projekts", "Summa", "Daļa", "Datums", "Kopā", "Kļūda"])
    sheet.append(["Skola", 120_000.5, 0.15, dt.date(2024, 5, 3), "=B2*2", "=1/0"])
    sheet["B2"].number_format = '#,##0.00 "€"'
    sheet["C2"].number_format = "0%"
    sheet["D2"].number_format = "dd.mm.yyyy"
    book.create_sheet("Slēpta").sheet_state = "hidden"
    book["Slēpta"]["A1"] = "Teksts"
    book.save(folder / "plans.xlsx")
    subprocess.run(  # noqa: S603 - our own command
        [
            str(OFFICE),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xls"),
            *("--outdir", str(folder), str(folder / "plans.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return read_xlsx(folder / "plans.xls")


def test_values_dates_and_results_are_read_without_their_formats(
    document: Document,
) -> None:
    [table] = document.tables

    assert table.row_texts(1) == (
        "Skola",
        "120000,5",
        "0,15",
        "03.05.2024",
        "240001",
        "",
    )


def test_what_is_lost_is_said(document: Document) -> None:
    lost, hidden = map(str, document.notes)

    assert "15% is read as 0.15, a cell with an error as empty" in lost
    assert hidden == "The sheet “Slēpta” is hidden, and not read."
