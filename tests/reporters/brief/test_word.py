import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from plancheck.reporters.brief.word import render
from tests.conftest import Golden
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT


def brief(language: str = "lv") -> Document:
    return docx.Document(BytesIO(render(REPORT, language)))


def test_the_whole_brief_in_word(golden: Golden) -> None:
    with ZipFile(BytesIO(render(REPORT, "lv"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))

    golden(
        "report.lv.brief.xml",
        etree.tostring(body, encoding="unicode", pretty_print=True),
    )


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(REPORT, "lv") == render(REPORT, "lv")


def test_headings_lists_and_tables_are_word_s_own() -> None:
    document = brief("en")

    styles = [
        (each.style.name if each.style else "", each.text)
        for each in document.paragraphs
    ]
    assert ("Title", "Brief for a peer review") in styles
    assert ("Heading 1", "The programme in ten lines") in styles
    assert any(
        style == "Heading 2" and text.startswith("1. ") for style, text in styles
    )
    assert any(style == "List Bullet" for style, _text in styles)
    assert len(document.tables[0].rows) == 10


def test_a_table_s_header_stands_on_every_page() -> None:
    for table in brief().tables[1:]:
        assert table.rows[0]._tr.trPr is not None  # noqa: SLF001 - no other door
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001


@pytest.mark.parametrize(("language", "tag"), [("lv", "lv-LV"), ("en", "en-GB")])
def test_the_document_says_its_language(language: str, tag: str) -> None:
    [languages] = brief(language).styles.element.xpath("w:docDefaults//w:lang")

    assert languages.get(qn("w:val")) == tag


def test_words_of_another_language_say_theirs() -> None:
    [*tags] = brief("en").element.xpath("//w:r[w:rPr/w:lang[@w:val='lv-LV']]")

    assert tags


def test_the_plan_leaves_room_for_who_is_responsible() -> None:
    plan = brief("en").tables[-1]

    assert [cell.text for cell in plan.rows[0].cells] == [
        "Month",
        "What to do",
        "Raises",
        "Responsible",
    ]
    assert {row.cells[3].text for row in plan.rows[1:]} == {""}


@pytest.mark.parametrize("harm", HARMFUL)
def test_harmful_text_makes_no_field_and_no_link(harm: str) -> None:
    report = report_full_of(HARMFUL[harm])
    with ZipFile(BytesIO(render(report, "en"))) as package:
        body = package.read("word/document.xml")
        relations = package.read("word/_rels/document.xml.rels")

    etree.fromstring(body)
    assert b"hyperlink" not in body + relations
    assert b"instrText" not in body


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed."
)
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(render(report_full_of(HARMFUL["script"]), "en"))

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", file.name]
    subprocess.run(  # noqa: S603 - a program of Debian's
        command, cwd=tmp_path, check=True, capture_output=True, timeout=120
    )

    text = (tmp_path / "brief.txt").read_text("utf-8")
    assert "Brief for a peer review" in text
    assert "<script>alert(1)</script>" in text
