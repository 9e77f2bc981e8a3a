"""Workbooks of LibreOffice: cells say what the author saw, with Latvian marks."""

import zipfile
from pathlib import Path

import pytest

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import UnreadableDocumentError

MIME = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, kind: str = "string", value: str = "", more: str = "") -> str:
    number = f' office:value="{value}"' if value else ""
    return (
        f'<table:table-cell office:value-type="{kind}"{number}{more}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def saved(
    path: Path, rows: str, *, style: str = "", mime: str = MIME, manifest: str = ""
) -> Path:
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"'
        ' xmlns:style="s"><style:style style:name="ta2"><style:table-properties'
        ' table:display="false"/></style:style><office:spreadsheet>'
        f'<table:table table:name="Plāns" table:style-name="{style}">{rows}</table:table>'
        "</office:spreadsheet></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", mime)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return path


HEADER = row(cell("Nr."), cell("Summa"))


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (cell("15%", "percentage", "0.15"), "15%"),
        (cell("1,234.50 €", "currency", "1234.5"), "1 234,50 €"),
        (cell("1,250", "float", "1250"), "1 250"),
        (cell("1.250", "float", "1250"), "1 250"),
        (cell("1.25", "float", "1.25"), "1,25"),
        (cell("1 234 567,8", "float", "1234567.8"), "1 234 567,8"),
        (cell("-1,234", "float", "-1234"), "-1 234"),
        (cell("2024", "float", "2024"), "2024"),
        (cell("24.02.2022", "date"), "24.02.2022"),
        (cell("Skolas<text:s/>iela</text:p><text:p>Tilts"), "Skolas iela\nTilts"),
    ],
)
def test_a_cell_says_what_the_author_saw(tmp_path: Path, xml: str, text: str) -> None:
    path = saved(tmp_path / "a.ods", HEADER + row(cell("1."), xml))

    assert read_xlsx(path).tables[0].text_at(1, 1) == text


def test_merged_and_repeated_cells_keep_their_places(tmp_path: Path) -> None:
    wide = ' table:number-columns-spanned="3" table:number-rows-spanned="1"'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    repeated = ' table:number-columns-repeated="3"'
    rows = row(cell("Plāns", more=wide), covered, cell("x")) + row(
        cell("0", "float", "0", more=repeated), cell("y")
    )

    [table] = read_xlsx(saved(tmp_path / "a.ods", rows)).tables

    assert table.row_texts(0) == ("Plāns", "x")
    assert table.row_texts(1) == ("0", "0", "0", "y")


def test_a_million_empty_rows_cost_nothing(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = row(empty, more=' table:number-rows-repeated="1048000"')
    rows = HEADER + row(cell("1."), cell("5")) + rest + row(cell("z"), cell("y"))

    document = read_xlsx(saved(tmp_path / "a.ods", rows))

    assert [table.row_count for table in document.tables] == [2, 1]


def test_a_million_filled_rows_are_refused(tmp_path: Path) -> None:
    rest = row(cell("x"), cell("y"), more=' table:number-rows-repeated="1048000"')

    with pytest.raises(UnreadableDocumentError, match="larger than any real workbook"):
        read_xlsx(saved(tmp_path / "a.ods", rest))


def test_hidden_sheets_and_rows_are_said(tmp_path: Path) -> None:
    hidden = row(cell("1."), cell("5"), more=' table:visibility="collapse"')

    document = read_xlsx(saved(tmp_path / "a.ods", HEADER + hidden, style="ta2"))

    assert [str(note) for note in document.notes] == [
        "The sheet “Plāns” is hidden; it is read.",
        "Hidden on the sheet “Plāns”, and read: rows 1.",
    ]


def test_comments_are_no_text_of_the_cell(tmp_path: Path) -> None:
    comment = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>Kāpēc?'
        "</text:p></office:annotation><text:p>Tilts</text:p></table:table-cell>"
    )
    path = saved(tmp_path / "a.ods", HEADER + row(cell("1."), comment))

    assert read_xlsx(path).tables[0].text_at(1, 1) == "Tilts"


def test_repeated_header_rows_are_the_header(tmp_path: Path) -> None:
    rows = f"<table:table-header-rows>{HEADER}</table:table-header-rows>"
    path = saved(tmp_path / "a.ods", rows + row(cell("1."), cell("5")))

    assert read_xlsx(path).tables[0].header_row_count == 1


def test_a_text_under_another_name_is_said(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.ods", HEADER, mime="application/vnd.oasis.opendocument.text"
    )

    with pytest.raises(
        UnreadableDocumentError, match="OpenDocument file, but no workbook"
    ):
        read_xlsx(path)


def test_a_password_is_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.ods", HEADER, manifest="<manifest:encryption-data/>")

    with pytest.raises(
        UnreadableDocumentError, match="encrypted in a way that is not known"
    ):
        read_xlsx(path)
