"""Lines become paragraphs in reading order, without what stands on every page."""

from collections.abc import Callable

import pytest

from plancheck.sdk import Document, Paragraph, ParagraphRole
from tests.readers.pdf.making import Page

Read = Callable[..., Document]

FULL = (
    "Novada attīstības programma nosaka, ka pašvaldība kopā ar kaimiņiem sakārto ielas"
)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def filled(page: Page, top: float = 140, count: int = 20) -> Page:
    return page.lines(70, top, *[FULL] * (count - 1), "un ceļus.")


def test_lines_of_a_paragraph_are_joined(read: Read) -> None:
    page = Page().lines(70, 100, FULL, "un ceļus līdz 2027. gadam.", "Otrais teikums.")

    assert texts(read(page)) == [
        f"{FULL} un ceļus līdz 2027. gadam.",
        "Otrais teikums.",
    ]


def test_paragraph_goes_on_over_the_page_end(read: Read) -> None:
    first = Page().lines(70, 700, FULL, FULL)
    second = Page().lines(70, 100, "turpinās otrajā lapā.")

    [text] = texts(read(first, second))

    assert text.endswith("ielas turpinās otrajā lapā.")


def test_lines_of_a_title_page_that_stand_apart_are_not_joined(read: Read) -> None:
    title = Page()
    lines = ("Upes novada attīstības programma", "2022.–2027. gadam", "Upe, 2022")
    for index, (x, text) in enumerate(zip((180, 230, 255), lines, strict=True)):
        title.text(x, 300 + 24 * index, text, size=13)

    found = texts(read(title, filled(Page())))

    # The period goes on from the title; what begins with a capital does not.
    assert found[:2] == [" ".join(lines[:2]), "Upe, 2022"]


def test_place_is_page_and_box_from_the_top_left(read: Read) -> None:
    document = read(Page(), Page().text(70, 100, "Viena rinda."))

    [paragraph] = document.paragraphs
    box = paragraph.location.box
    assert paragraph.location.page_number == 2
    assert box is not None
    assert (round(box.left), box.top < 100 < box.bottom) == (70, True)


@pytest.mark.parametrize(
    ("elsewhere", "word"),
    [
        ("Sociālie un ekonomiskie.", "videspolitika"),
        ("Ir vides-politika.", "vides-politika"),
    ],
)
def test_hyphen_at_a_line_end_goes_by_the_other_words(
    read: Read, elsewhere: str, word: str
) -> None:
    page = Page().lines(70, 100, f"{FULL} vides-", "politika.")
    page.text(70, 300, elsewhere)

    assert texts(read(page))[0].endswith(f" {word}.")


def test_dash_at_a_line_end_keeps_its_neighbours(read: Read) -> None:
    page = Page().lines(70, 100, f"{FULL} 2022.–", "2027. gadam.")

    assert texts(read(page))[0].endswith("2022.–2027. gadam.")


def test_list_items_stand_alone(read: Read) -> None:
    page = Page().lines(70, 100, "Pasākumi ir šādi:", "• ielas;", "• ceļi.")

    roles = [paragraph.role for paragraph in read(page).paragraphs]

    assert roles == [
        ParagraphRole.BODY,
        ParagraphRole.LIST_ITEM,
        ParagraphRole.LIST_ITEM,
    ]


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    page = Page()
    page.lines(70, 100, "Kreisā sleja sākas šeit", "un turpinās zemāk.")
    page.lines(320, 100, "Labā sleja sākas šeit", "un beidzas zemāk.")

    assert texts(read(page)) == [
        "Kreisā sleja sākas šeit un turpinās zemāk.",
        "Labā sleja sākas šeit un beidzas zemāk.",
    ]


def test_box_written_last_is_read_where_it_stands(read: Read) -> None:
    page = Page().text(70, 100, "Pirms kastes.").text(70, 200, "Pēc kastes.")
    page.text(90, 150, "Kastē.")

    assert texts(read(page)) == ["Pirms kastes.", "Kastē.", "Pēc kastes."]


def test_header_and_page_number_are_set_apart(read: Read) -> None:
    pages = [
        filled(Page().text(70, 40, "Lejasupes novads").text(290, 810, str(number)))
        for number in range(5, 9)
    ]

    document = read(*pages)

    assert "Lejasupes novads" not in texts(document)
    assert [each.text for each in document.running] == ["Lejasupes novads", "5"]
    assert document.paragraphs[0].location.page_label == "5"


def test_chapters_at_the_top_of_pages_are_not_running(read: Read) -> None:
    pages = []
    for number in (1, 2, 3, 4):
        chapter = Page().text(70, 60, f"{number}. nodaļa", size=16, bold=True)
        pages += [filled(chapter), filled(Page())]

    document = read(*pages)

    assert document.running == ()


def test_footnote_is_set_apart_and_its_mark_is_no_part_of_a_number(read: Read) -> None:
    page = filled(Page(), count=10)
    page.text(70, 500, "Mērķa gads ir 2027", mark="1")
    page.text(70, 760, "1", size=6).text(76, 763, "Sk. 3. pielikumu.", size=9)

    document = read(page)

    assert "Mērķa gads ir 2027" in texts(document)
    note = document.blocks[-1]
    assert isinstance(note, Paragraph)
    assert (note.text, note.role) == ("1 Sk. 3. pielikumu.", ParagraphRole.FOOTNOTE)


def test_raised_digit_that_cites_nothing_stays(read: Read) -> None:
    page = Page().text(70, 100, "Platība ir 12 m", mark="2")

    assert texts(read(page)) == ["Platība ir 12 m2"]


def test_letters_set_apart_are_words(read: Read) -> None:
    page = Page().text(70, 100, "RĪCĪBAS PLĀNS", size=14, spacing=6)

    assert texts(read(filled(page, top=200)))[0] == "RĪCĪBAS PLĀNS"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_read_upright(read: Read, turn: int) -> None:
    page = Page(width=595, height=842, turn=turn)
    angle = {90: 90, 180: 180, 270: 270}[turn]
    x, y = {90: (300, 700), 180: (500, 100), 270: (300, 100)}[turn]
    page.text(x, y, "Teksts uz pagrieztas lapas.", angle=angle)

    [paragraph] = read(page).paragraphs

    box = paragraph.location.box
    assert paragraph.text == "Teksts uz pagrieztas lapas."
    assert box is not None
    assert box.right - box.left > 5 * (box.bottom - box.top)


def test_box_of_text_set_sideways_is_where_a_viewer_shows_it(read: Read) -> None:
    [paragraph] = read(Page().text(300, 700, "Sānis rakstīts.", angle=90)).paragraphs

    box = paragraph.location.box
    assert paragraph.text == "Sānis rakstīts."
    assert box is not None
    assert (round(box.bottom), box.left < 300 < box.right + 5) == (700, True)
