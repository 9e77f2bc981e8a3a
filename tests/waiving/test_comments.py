"""Comments in Word accept findings where they stand, or it is told why they do not."""

import datetime as dt
from collections.abc import Sequence

import pytest

from plancheck.model.comment import Comment
from plancheck.model.document import Document, Paragraph, ParagraphRole
from plancheck.model.heading import Heading
from plancheck.model.location import Location
from plancheck.waiving import Remarks, remarks_in

NAME = "volumes/2.docx"
CODES = frozenset({"MO02", "MO03"})


def place(index: int, *section: str) -> Location:
    return Location(NAME, section, block_index=index)


BLOCKS = (
    Paragraph("Apstiprināts", place(0)),
    Heading("Programma", 1, place(1, "Programma")),
    Paragraph("Ievads", place(2, "Programma")),
    Heading("5. Uzraudzība", 2, place(3, "Programma", "5. Uzraudzība")),
    Paragraph("Teksts", place(4, "Programma", "5. Uzraudzība")),
    Paragraph("Nosaukums", place(5, "Programma"), ParagraphRole.TITLE),
)


def remarks(text: str, index: int = 3, author: str = "A. Bērziņa") -> Remarks:
    comment = Comment(text, author, None, BLOCKS[index].location)
    document = Document(NAME, "docx", BLOCKS, comments=(comment,))
    return remarks_in([document], CODES)


def said(found: Remarks) -> Sequence[tuple[str, str, dt.date | None]]:
    waivers = [request.waiver for request in found.requests]
    return [(each.code, str(each.reason), each.until) for each in waivers]


@pytest.mark.parametrize(
    "text",
    [
        "plancheck: ignore MO02 — dati ir 2. sējumā",
        "plancheck: ignore MO02 – dati ir 2. sējumā",
        "plancheck: ignore MO02 - dati ir 2. sējumā",
        "plancheck: ignore MO02: dati ir 2. sējumā",
        "Plancheck:ignorēt mo02— dati ir 2. sējumā",
        "  plancheck : Ignore MO02  --  dati ir 2. sējumā ",
    ],
)
def test_a_comment_asks_in_several_spellings(text: str) -> None:
    found = remarks(text)

    assert said(found) == [("MO02", "dati ir 2. sējumā", None)]
    assert found.requests[0].waiver.author == "A. Bērziņa"
    assert found.requests[0].waiver.origin == NAME
    assert found.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "plancheck: ignore MO02 until 2027-03-01 — vēl top",
        "plancheck: ignorēt MO02 līdz 2027-03-01 — vēl top",
        "plancheck: ignorēt MO02 līdz 01.03.2027. — vēl top",
        "plancheck: ignore MO02 — vēl top, until 2027-03-01",
        "plancheck: ignore MO02 — vēl top (līdz 1.3.2027.)",
    ],
)
def test_an_end_may_stand_before_the_reason_or_after_it(text: str) -> None:
    assert said(remarks(text)) == [("MO02", "vēl top", dt.date(2027, 3, 1))]


def test_a_year_in_the_reason_is_no_end() -> None:
    found = remarks("plancheck: ignore MO02 — dati būs līdz 2027. gada beigām")

    assert said(found) == [("MO02", "dati būs līdz 2027. gada beigām", None)]


def test_several_rules_may_be_named() -> None:
    found = remarks("plancheck: ignore MO02, MO03 — vēl top")

    assert [code for code, _, _ in said(found)] == ["MO02", "MO03"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("plancheck: ignore MO02", "the reason is missing, behind a dash"),
        ("plancheck: ignore MO02 —  ", "the reason is missing, behind a dash"),
        ("plancheck: ignore MO02 vēl top", "the reason is missing, behind a dash"),
        ("plancheck: ignore — vēl top", "it names no rule"),
        ("plancheck: ignore MO99 — vēl top", "there is no rule “MO99”"),
        ("plancheck: ignore MO02 until 2027-13-01 — x", "there is no such day"),
    ],
)
def test_a_comment_that_cannot_be_followed_is_told(text: str, problem: str) -> None:
    found = remarks(text)

    [note] = found.notes
    assert found.requests == ()
    assert problem in str(note)
    assert "A. Bērziņa" in str(note)


@pytest.mark.parametrize(
    "text", ["Vai tas ir plancheck: ignore MO02 — ?", "plancheck ir labs", "", "MO02"]
)
def test_other_comments_ask_for_nothing(text: str) -> None:
    assert remarks(text) == Remarks()


def test_what_plancheck_wrote_itself_asks_for_nothing() -> None:
    assert remarks("plancheck: ignore MO02 — x", author="plancheck") == Remarks()


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, Location(NAME)),
        (1, Location(NAME)),
        (2, place(2, "Programma")),
        (3, Location(NAME, ("Programma", "5. Uzraudzība"))),
        (4, place(4, "Programma", "5. Uzraudzība")),
        (5, Location(NAME)),
    ],
)
def test_a_comment_is_for_its_volume_its_section_or_its_block(
    index: int, expected: Location
) -> None:
    [request] = remarks("plancheck: ignore MO02 — vēl top", index).requests

    assert request.place == expected


@pytest.mark.parametrize(
    "text",
    [
        "plancheck: ignore " + "MO02," * 5000 + " — x",
        "plancheck: ignore MO02 " + "- " * 50_000,
        "plancheck: ignore MO02 — " + "until " * 20_000,
        "plancheck:" + " " * 100_000,
    ],
    ids=["codes", "dashes", "ends", "spaces"],
)
def test_a_hostile_comment_is_read_at_once(text: str) -> None:
    found = remarks(text)

    assert len(found.requests) <= 21
