"""Comments are handed over with their place; they are no text of the programme."""

import datetime as dt

import pytest

from plancheck.sdk import Location
from tests.readers.docx.building import cell, heading, p, row, run, table
from tests.readers.docx.conftest import Read


def mark(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def commented(text: str, number: int = 1) -> str:
    return p(
        f'<w:commentRangeStart w:id="{number}"/>{run(text)}'
        f'<w:commentRangeEnd w:id="{number}"/>{mark(number)}'
    )


def comment(text: str, number: int = 1, facts: str = "") -> str:
    return f'<w:comment w:id="{number}" {facts}>{p(text)}</w:comment>'


BODY = (
    heading("Programma")
    + heading("1. Situācija", 2).replace("</w:p>", f"{mark(1)}</w:p>")
    + p("Teksts")
    + heading("2. Plāns", 2)
    + table(row("Pasākums"), row("Skola"), row(cell(commented("Tilts", 2))))
    + commented("Beigas", 3)
)
COMMENTS = (
    comment("pirmais", 1, 'w:author=" A. Bērziņa" w:date="2026-06-30T10:00:00Z"')
    + comment("otrais", 2)
    + comment("trešais", 3, 'w:author="B" w:date="rīt"')
    + comment("nekur", 4)
)


def test_a_comment_has_its_text_author_and_day(read: Read) -> None:
    first, _, third = read(BODY, {"comments": COMMENTS}).comments

    assert (first.text, first.author, first.date) == (
        "pirmais",
        "A. Bērziņa",
        dt.date(2026, 6, 30),
    )
    assert (third.text, third.author, third.date) == ("trešais", "B", None)


def test_a_comment_stands_at_the_block_that_it_is_on(read: Read) -> None:
    document = read(BODY, {"comments": COMMENTS})
    at_heading, in_cell, at_end = (each.location for each in document.comments)

    assert at_heading == document.blocks[1].location
    assert at_heading.section == ("Programma", "1. Situācija")
    assert in_cell == document.tables[0].location_of(2)
    assert at_end == document.blocks[-1].location


def test_a_comment_on_an_empty_paragraph_belongs_to_the_block_before(
    read: Read,
) -> None:
    body = heading("A") + p("x") + p(mark(1))

    [only] = read(body, {"comments": comment("te")}).comments

    assert only.location.block_index == 1


def test_paragraphs_of_a_comment_are_lines(read: Read) -> None:
    made = f'<w:comment w:id="1">{p("viens")}{p("divi")}</w:comment>'

    [only] = read(commented("x"), {"comments": made}).comments

    assert only.text == "viens\ndivi"


@pytest.mark.parametrize(
    "parts", [{}, {"comments": ""}, {"comments.xml": b"<broken"}], ids=str
)
def test_a_reference_to_no_comment_is_none(read: Read, parts: dict[str, str]) -> None:
    assert read(commented("x"), parts).comments == ()


def test_a_comment_before_any_block_stands_in_the_document(read: Read) -> None:
    [only] = read(p(mark(1)), {"comments": comment("te")}).comments

    assert only.location == Location(document=only.location.document)
