"""Each thing that a text may hold is read, or is said to be left out."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from odt_texts import Reading, write

from plancheck.sdk import Heading, ParagraphRole, UnreadableDocumentError
from plancheck_odt.plugin import read_odt

NOTE = (
    '<text:note text:id="n1" text:note-class="footnote">'
    "<text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>Dati par 2021. gadu.</text:p></text:note-body></text:note>"
)


def test_headings_have_the_levels_and_the_numbers_of_the_outline(
    reading: Reading,
) -> None:
    document = reading(
        '<text:h text:outline-level="1">Stratēģiskā daļa</text:h>',
        '<text:h text:outline-level="2">Vīzija</text:h>',
        "<text:p>Zaļš novads.</text:p>",
    )

    [part] = document.sections
    assert [each.title for each in part.walk()] == [
        "1. Stratēģiskā daļa",
        "1.1. Vīzija",
    ]
    assert document.paragraphs[0].location.section[-1] == "1.1. Vīzija"


def test_white_space_elements_are_spaces(reading: Reading) -> None:
    document = reading(
        '<text:p>1.<text:tab/>Ceļi<text:s text:c="2"/>un <text:span>tilti</text:span>'
        "<text:soft-page-break/>.</text:p>"
    )

    assert document.paragraphs[0].text == "1. Ceļi un tilti."


def test_a_footnote_stands_in_the_section_that_cites_it(reading: Reading) -> None:
    document = reading(
        '<text:h text:outline-level="1">Iedzīvotāji</text:h>',
        f"<text:p>Novadā dzīvo 9 812 cilvēki{NOTE}.</text:p>",
        '<text:h text:outline-level="1">Ceļi</text:h>',
    )

    text, note = document.paragraphs
    assert text.text == "Novadā dzīvo 9 812 cilvēki."
    assert (note.text, note.role) == ("1 Dati par 2021. gadu.", ParagraphRole.FOOTNOTE)
    assert note.location.section == ("1. Iedzīvotāji",)


def test_a_merged_cell_covers_the_cells_beside_and_below_it(reading: Reading) -> None:
    document = reading(
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>Nr.</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-spanned="2">'
        "<text:p>Pasākums</text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-rows-spanned="2"><text:p>1.</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="2">'
        "<text:p>Tilts</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:covered-table-cell/>"
        "<table:table-cell><text:p>Ceļš</text:p></table:table-cell>"
        "<table:table-cell/></table:table-row></table:table>"
    )

    [table] = document.tables
    assert (table.row_count, table.column_count, table.header_row_count) == (3, 3, 1)
    assert [table.text_at(row, 0) for row in range(3)] == ["Nr.", "1.", "1."]
    assert [table.text_at(0, column) for column in (1, 2)] == ["Pasākums", "Pasākums"]
    assert table.row_texts(1) == ("1.", "Tilts", "Tilts")


def test_a_table_in_a_cell_follows_its_table(reading: Reading) -> None:
    inner = (
        "<table:table><table:table-row><table:table-cell><text:p>Iekšā</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    document = reading(
        "<table:table><table:table-row><table:table-cell><text:p>Ārā</text:p>"
        f"{inner}</table:table-cell></table:table-row></table:table>"
    )

    assert [(each.text_at(0, 0), each.is_nested) for each in document.tables] == [
        ("Ārā", False),
        ("Iekšā", True),
    ]


def test_the_caption_above_a_table_is_its_own(reading: Reading) -> None:
    document = reading(
        "<text:p>3. tabula. Rīcības plāns</text:p>",
        "<table:table><table:table-row><table:table-cell><text:p>Nr.</text:p>"
        "</table:table-cell></table:table-row></table:table>",
    )

    assert document.tables[0].caption == "3. tabula. Rīcības plāns"


def test_lists_are_numbered_level_by_level(reading: Reading) -> None:
    document = reading(
        '<text:list text:style-name="Numbering_20_1">'
        "<text:list-item><text:p>Ceļi</text:p></text:list-item>"
        "<text:list-item><text:p>Tilti</text:p><text:p>un laipas</text:p>"
        "</text:list-item></text:list>",
    )

    texts = [each.text for each in document.paragraphs]
    assert texts == ["1. Ceļi", "2. Tilti", "un laipas"]
    assert document.paragraphs[0].role is ParagraphRole.LIST_ITEM


def test_a_contents_list_is_kept_apart(reading: Reading) -> None:
    document = reading(
        "<text:table-of-content><text:index-body><text:index-title>"
        "<text:p>Saturs</text:p></text:index-title>"
        "<text:p>Vīzija<text:tab/>7</text:p></text:index-body></text:table-of-content>",
        '<text:h text:outline-level="1">Vīzija</text:h>',
    )

    assert [each.text for each in document.contents] == ["Saturs", "Vīzija 7"]
    [heading] = document.blocks
    assert isinstance(heading, Heading)


def test_sections_are_read_through_and_hidden_ones_left_out(reading: Reading) -> None:
    document = reading(
        '<text:section text:name="A"><text:p>Redzams.</text:p></text:section>',
        '<text:section text:name="B" text:display="none"><text:p>Slēpts.</text:p>'
        "</text:section>",
    )

    assert [each.text for each in document.paragraphs] == ["Redzams."]
    assert [str(note) for note in document.notes] == [
        "Hidden sections are left out: 1."
    ]


def test_comments_are_no_text_and_text_boxes_are(reading: Reading) -> None:
    document = reading(
        "<text:p>Ceļi<office:annotation><text:p>Vai tiešām?</text:p>"
        "</office:annotation><draw:frame><draw:text-box><text:p>Kaste</text:p>"
        "</draw:text-box></draw:frame>.</text:p>"
    )

    assert [(each.text, each.role) for each in document.paragraphs] == [
        ("Ceļi.", ParagraphRole.BODY),
        ("Kaste", ParagraphRole.TEXT_BOX),
    ]
    assert str(document.notes[0]) == "1 comments are not read as part of the text."


def test_deleted_text_is_left_out_and_said(reading: Reading) -> None:
    document = reading(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        "<text:p>Vecais.</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>",
        "<text:p>Jaunais.</text:p>",
    )

    assert [each.text for each in document.paragraphs] == ["Jaunais."]
    assert "1 deletions are left out" in str(document.notes[0])


def test_an_embedded_spreadsheet_is_a_gap(reading: Reading) -> None:
    document = reading(
        "<text:p>Budžets:<draw:frame><draw:object/></draw:frame></text:p>"
    )

    [gap] = document.gaps
    assert str(gap.reason).startswith("Embedded objects are not read: 1")


REFUSED = {
    "empty": (b"", "the file is empty"),
    "text": (b"Teksts", "it is no OpenDocument text"),
    "damaged": (b"PK\x03\x04xxxx", "the file is damaged or incomplete"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_text_says_what_it_is(tmp_path: Path, name: str) -> None:
    content, reason = REFUSED[name]
    path = tmp_path / "a.odt"
    path.write_bytes(content)

    with pytest.raises(UnreadableDocumentError) as info:
        read_odt(path)

    assert info.value.reason == reason


def test_a_locked_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<x><encryption-data/></x>")
        archive.writestr("content.xml", "?")

    with pytest.raises(UnreadableDocumentError) as info:
        read_odt(path)

    assert info.value.reason == "a password locks it"


def test_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt", ("<text:p>Teksts</text:p>",))
    before = path.read_bytes()

    read_odt(path)

    assert path.read_bytes() == before
