"""A programme says the same to the rules in Excel as in Markdown."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plancheck.programme.fields import Field, Row
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.readers.markdown import parse_markdown
from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Document, Table
from tests.programme.plan import PLAN

COMPLETE = Path(__file__).parents[3] / "sample_docs" / "source" / "complete.md"
SUM = re.compile(r"\d{1,3}(?: \d{3})+$")


def workbook(document: Document, path: Path) -> Path:
    """The sections of a document as sheets, its tables with their merged cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, section in enumerate(document.walk()):
        sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", section.title)[:28])
        if sheet.title in book.sheetnames[:-1]:
            sheet.title = f"{sheet.title[:24]} {number}"
        row = 1
        for block in section.blocks:
            if isinstance(block, Table):
                write_table(sheet, block, row)
                row += block.row_count + 1
            else:
                sheet.cell(row, 1, block.text)
                row += 1
    book.save(path)
    return path


def write_table(sheet: Worksheet, table: Table, top: int) -> None:
    """Numbers as numbers with the format that shows them as the text was."""
    for cell in table.cells:
        row, column = top + cell.row_index, 1 + cell.column_index
        place = sheet.cell(row, column)
        if SUM.match(cell.text):
            place.value = int(cell.text.replace(" ", ""))
            place.number_format = "#,##0"
        elif cell.text.isdecimal():
            place.value = int(cell.text)
        elif re.fullmatch(r"\d+ ?%", cell.text):
            place.value = int(cell.text.rstrip(" %")) / 100
            place.number_format = "0%" if cell.text[-2] != " " else '0" %"'
            if cell.text[-2] == " ":
                place.value = cell.text
        else:
            place.value = cell.text
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )


def programme(document: Document) -> Programme:
    return Programme((document,), load_vocabulary("lv"))


def said(row: Row, *concepts: str) -> list[object]:
    """What a row says, by meaning and without its place."""
    fields: list[Field] = [row.field(concept) for concept in concepts]
    return [
        row.code,
        row.name,
        row.parents,
        [(each.text, each.number, each.value.kind) for each in fields],
    ]


CONCEPTS = {
    "projects": (
        *("amount", "municipal share", "eu share", "state share", "other share"),
        *("term", "start", "responsible", "source", "result", "task"),
    ),
    "measures": ("responsible", "term", "source", "result", "territory"),
    "indicators": ("unit", "baseline", "target", "data source"),
}


@pytest.mark.parametrize("kind", CONCEPTS)
@pytest.mark.parametrize("source", ["small plan", "complete sample"])
def test_rows_say_the_same_in_both_formats(
    tmp_path: Path, kind: str, source: str
) -> None:
    text = PLAN if source == "small plan" else COMPLETE.read_text(encoding="utf-8")
    written = parse_markdown(text, "programma.md")
    read = read_xlsx(workbook(written, tmp_path / "programma.xlsx"))

    in_markdown = getattr(programme(written), kind)
    in_excel = getattr(programme(read), kind)

    assert len(in_excel) >= 2
    concepts = CONCEPTS[kind]
    assert [said(row, *concepts) for row in in_excel] == [
        said(row, *concepts) for row in in_markdown
    ]


def test_a_merged_two_row_header_is_read_by_meaning(tmp_path: Path) -> None:
    written = parse_markdown(PLAN, "programma.md")

    [project, _] = programme(
        read_xlsx(workbook(written, tmp_path / "programma.xlsx"))
    ).projects

    assert (project.name, project.parents) == (
        "Skolas ielas pārbūve",
        ("VTP1", "U1.1.1"),
    )
    assert project.amount.number == 120_000
    assert [share.number for share in project.shares] == [20_000, 100_000]
    assert str(project.quote.location) == "4. Investīciju plāns, table 2, row 4"
