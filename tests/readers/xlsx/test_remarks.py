"""What the reader says of hidden parts, formulas, errors, comments and drawings."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Document, ParagraphRole
from tests.readers.xlsx.building import packed, worksheet

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def small() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Plāns"
    for row in (["Nr.", "Projekts"], ["1.", "Tilts"], ["2.", "Skola"]):
        sheet.append(row)
    return book


def read(tmp_path: Path, book: Workbook) -> Document:
    path = tmp_path / "plans.xlsx"
    book.save(path)
    return read_xlsx(path)


def notes(document: Document) -> list[str]:
    return [str(note) for note in document.notes]


def test_nothing_is_said_of_a_plain_workbook(tmp_path: Path) -> None:
    document = read(tmp_path, small())

    assert (document.notes, document.gaps) == ((), ())


def test_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    book = small()
    book.worksheets[0].row_dimensions[2].hidden = True
    book.worksheets[0].row_dimensions[9].hidden = True

    document = read(tmp_path, book)

    assert notes(document) == ["Hidden on the sheet “Plāns”, and read: rows 1."]
    assert document.tables[0].row_texts(1) == ("1.", "Tilts")


def test_a_hidden_sheet_is_left_out_and_said(tmp_path: Path) -> None:
    book = small()
    book.create_sheet("Saraksti")["A1"] = "x"
    book.worksheets[1].sheet_state = "veryHidden"

    document = read(tmp_path, book)

    assert notes(document) == ["The sheet “Saraksti” is hidden, and not read."]
    assert len(document.tables) == 1


def test_a_hidden_sheet_is_read_where_no_other_has_text(tmp_path: Path) -> None:
    book = small()
    book.create_sheet("Tukša")
    book.worksheets[0].sheet_state = "hidden"

    document = read(tmp_path, book)

    assert notes(document) == ["The sheet “Plāns” is hidden; it is read."]
    assert len(document.tables) == 1


def test_a_formula_without_a_result_is_a_gap(tmp_path: Path) -> None:
    book = small()
    book.worksheets[0]["C2"] = "=SUM(A2:A3)"

    [gap] = read(tmp_path, book).gaps

    assert str(gap.reason).startswith(
        "Formulas of the sheet “Plāns” without a stored result: 1."
    )
    assert gap.location.section == ("Plāns",)


def test_an_empty_text_is_the_result_of_a_formula(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
    path = packed(tmp_path / "a.xlsx", worksheet(f'<row r="1">{cells}</row>'))

    assert read_xlsx(path).gaps == ()


def test_errors_are_read_as_shown_and_counted(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>'
    rows = "".join(
        f'<row r="{row}">{cells.replace("1", str(row))}</row>' for row in "12"
    )

    document = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(rows)))

    assert document.tables[0].text_at(1, 1) == "#REF!"
    [note] = notes(document)
    assert note.endswith("in place of a value: 2.")


def test_comments_are_said(tmp_path: Path) -> None:
    book = small()
    book.worksheets[0]["B2"].comment = Comment("Precizēt", "AN")

    assert notes(read(tmp_path, book)) == [
        "Comments on cells of the sheet “Plāns” are not read."
    ]


def test_a_sheet_of_charts_only_is_a_gap(tmp_path: Path) -> None:
    book = small()
    book.create_sheet("Diagramma").add_chart(BarChart(), "A1")
    book.create_chartsheet("Lapa").add_chart(BarChart())

    gaps = read(tmp_path, book).gaps

    assert [gap.location.section for gap in gaps] == [("Diagramma",), ("Lapa",)]
    assert "only pictures or charts" in str(gaps[0].reason)


def test_the_text_of_a_text_box_is_read(tmp_path: Path) -> None:
    drawing = (
        '<wsDr xmlns:a="a"><sp><txBody><a:p><a:r><a:t>Apstiprināts </a:t></a:r><a:r>'
        "<a:t>domē</a:t></a:r></a:p></txBody></sp></wsDr>"
    )
    links = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="x/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": links,
        "xl/drawings/drawing1.xml": drawing,
    }

    document = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(rows), parts))

    [box] = document.paragraphs
    assert (box.text, box.role) == ("Apstiprināts domē", ParagraphRole.TEXT_BOX)


def test_links_to_other_files_are_said(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    parts = {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}

    document = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(rows), parts))

    assert notes(document)[0].startswith(
        "The workbook takes values from other files (1)"
    )
