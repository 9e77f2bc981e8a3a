"""The tables of a sheet, what stands around them, and what their cells span."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.worksheet import Worksheet

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Document, Heading, Paragraph, ParagraphRole, Table

HEADER = ["Nr.", "Projekts", "Summa", "Atbildīgais"]
ROWS = [["1.", "Skolas iela", 120000, "AN"], ["2.", "Tilts", 80000, "AN"]]


class Book:
    """A workbook that a test fills cell by cell."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "plans.xlsx"
        self.book = Workbook()
        self.sheet = self.add("Plāns")
        self.book.remove(self.book.worksheets[0])

    def add(self, name: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(name)
        return sheet

    def put(
        self,
        name: str,
        rows: Sequence[Sequence[object]],
        sheet: Worksheet | None = None,
    ) -> None:
        """Write rows from a cell on; None leaves a cell empty."""
        start = (sheet or self.sheet)[name]
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                if value is not None:
                    start.offset(down, right).value = value

    def read(self) -> Document:
        self.book.save(self._path)
        return read_xlsx(self._path)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def kinds(document: Document) -> list[str]:
    """Each block in short: a heading, a line of text, or a table with its size."""
    return [
        f"table {block.row_count}x{block.column_count}"
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]


def texts(table: Table) -> list[tuple[str, ...]]:
    return [table.row_texts(index) for index in range(table.row_count)]


def test_a_sheet_is_a_section_with_its_table(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])

    document = book.read()

    [section] = document.sections
    assert section.title == "Plāns"
    assert texts(document.tables[0])[1] == ("1.", "Skolas iela", "120000", "AN")
    assert str(document.tables[0].location_of(1)) == "Plāns, table 1, row 2"


def test_each_sheet_begins_a_section_in_the_order_of_the_tabs(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])
    book.put("A1", [HEADER, *ROWS], book.add("Rādītāji"))

    document = book.read()

    assert [section.title for section in document.sections] == ["Plāns", "Rādītāji"]
    assert [table.location.table_number for table in document.tables] == [1, 2]


def test_empty_rows_part_tables(book: Book) -> None:
    book.put("B2", [HEADER, *ROWS])
    book.put("B7", [["Rādītājs", "Bāze"], ["Negadījumi", 14]])

    assert kinds(book.read()) == ["Plāns", "table 3x4", "table 2x2"]


def test_two_empty_columns_part_tables(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])
    book.put("G1", [["Rādītājs", "Bāze"], ["Negadījumi", 14]])

    assert kinds(book.read()) == ["Plāns", "table 3x4", "table 2x2"]


def test_tables_of_different_height_side_by_side_are_two(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])
    book.put("F1", [["Rādītājs", "Bāze"], ["Negadījumi", 14]])

    assert kinds(book.read()) == ["Plāns", "table 3x4", "table 2x2"]


def test_one_empty_column_within_a_table_does_not_part_it(book: Book) -> None:
    book.put("A1", [["Nr.", "Projekts", None, "Summa"], ["1.", "Tilts", None, 80000]])

    assert kinds(book.read()) == ["Plāns", "table 2x4"]


def test_lines_above_a_table_are_paragraphs_and_its_caption(book: Book) -> None:
    book.put("A1", [["Lejasupes novada investīciju plāns"], ["2022.–2027. gadam"]])
    book.put("A4", [HEADER, *ROWS])

    document = book.read()

    assert kinds(document)[1:3] == [
        "Lejasupes novada investīciju plāns",
        "2022.–2027. gadam",
    ]
    assert (
        document.tables[0].caption
        == "Lejasupes novada investīciju plāns 2022.–2027. gadam"
    )


def test_a_numbered_caption_has_the_role_of_one(book: Book) -> None:
    book.put("A1", [["1. tabula. Investīciju plāns"], HEADER, *ROWS])

    [caption] = book.read().paragraphs

    assert caption.role is ParagraphRole.CAPTION


def test_a_table_without_a_caption_names_its_first_cell(book: Book) -> None:
    book.put("B4", [HEADER, *ROWS])

    assert book.read().tables[0].caption == "B4"


def test_a_title_merged_over_the_table_is_no_row_of_it(book: Book) -> None:
    book.put("A1", [["Investīciju plāns"], HEADER, *ROWS])
    book.sheet.merge_cells("A1:D1")

    assert kinds(book.read()) == ["Plāns", "Investīciju plāns", "table 3x4"]


def test_a_group_label_over_some_columns_is_part_of_the_header(book: Book) -> None:
    book.put("C1", [["Finansējums"]])
    book.put("A2", [["Nr.", "Projekts", "PB", "ES"], ["1.", "Tilts", 8, 2]])
    book.sheet.merge_cells("C1:D1")

    [table] = book.read().tables

    assert texts(table)[0] == ("", "", "Finansējums")


def test_notes_below_a_table_are_paragraphs(book: Book) -> None:
    note = "* PB – pašvaldības budžets"
    long = "Summas ir indikatīvas un tiks precizētas, kad būs zināmi projektu konkursi."
    book.put("A1", [HEADER, *ROWS, [note], [long]])

    assert kinds(book.read()) == ["Plāns", "table 3x4", note, long]


def test_an_unfinished_last_row_stays_a_row(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS, [None, "Bibliotēka"]])

    assert kinds(book.read()) == ["Plāns", "table 4x4"]


def test_merged_cells_span_and_what_they_hide_is_left_out(book: Book) -> None:
    book.put("A1", [["Nr.", "Finansējums", None], [None, "PB", "ES"], ["1.", 5, 6]])
    book.put("A4", [["VTP1. Ceļi", None, None], ["2.", 7, 8]])
    for area in ("A1:A2", "B1:C1", "A4:C4"):
        book.sheet.merge_cells(area)

    [table] = book.read().tables

    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["Nr."] == (2, 1)
    assert spans["Finansējums"] == (1, 2)
    assert spans["VTP1. Ceļi"] == (1, 3)
    assert table.row_texts(1) == ("Nr.", "PB", "ES")
    assert all(cell is not None for row in table.grid for cell in row)


def test_a_cell_merged_over_an_empty_row_holds_the_table_together(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])
    book.put("A5", [["3.", "Skola", 5, None]])
    book.sheet.merge_cells("D3:D5")

    assert kinds(book.read()) == ["Plāns", "table 5x4"]


def test_banners_go_on_in_the_table_after_an_empty_row(book: Book) -> None:
    book.put("A1", [HEADER, ["VTP1. Ceļi"], *ROWS])
    book.put("A6", [["VTP2. Skolas"], *ROWS])

    document = book.read()

    assert kinds(document) == ["Plāns", "table 4x4", "table 3x4"]
    assert document.tables[1].row_texts(0)[0] == "VTP2. Skolas"


@pytest.mark.parametrize("way", ["frozen", "filter", "titles", "table"])
def test_header_rows_that_the_file_declares_are_counted(book: Book, way: str) -> None:
    book.put("A1", [["Plāns"], HEADER, *ROWS])
    if way == "frozen":
        book.sheet.freeze_panes = "C3"
    elif way == "filter":
        book.sheet.auto_filter.ref = "A2:D4"
    elif way == "titles":
        book.sheet.print_title_rows = "1:2"
    else:
        book.sheet.add_table(ExcelTable(displayName="Plans", ref="A2:D4"))

    assert book.read().tables[0].header_row_count == 1


def test_a_table_without_such_a_mark_declares_no_header(book: Book) -> None:
    book.put("A1", [HEADER, *ROWS])

    assert book.read().tables[0].header_row_count == 0


def test_a_sheet_of_text_is_paragraphs(book: Book) -> None:
    book.put("A1", [["Ievads"], ["Plānu apstiprina dome."], [None], ["2022. gads"]])

    document = book.read()

    assert kinds(document) == [
        "Plāns",
        "Ievads",
        "Plānu apstiprina dome.",
        "2022. gads",
    ]
    assert [type(block) for block in document.blocks] == [Heading, *[Paragraph] * 3]


def test_places_count_the_blocks(book: Book) -> None:
    book.put("A1", [["Virsraksts"], HEADER, *ROWS])

    document = book.read()

    places = [block.location for block in document.blocks]
    assert [place.block_index for place in places] == [0, 1, 2]
    assert {place.document for place in places} == {document.name}
    assert {place.section for place in places} == {("Plāns",)}
