"""Files and pages that cannot be read, or only in part: a sentence for each."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plancheck.readers.pdf import read_pdf
from plancheck.sdk import Document, UnreadableDocumentError
from tests.readers.pdf.making import Page, pdf

Read = Callable[..., Document]

SENTENCE = "Novada attīstības programma nosaka mērķus."


def refusal(tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "programma.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(path)
    return caught.value.reason


def test_scanned_pages_are_a_gap_with_their_range(read: Read) -> None:
    text, scan = Page().text(70, 100, SENTENCE), Page().picture()

    document = read(text, scan, scan, text)

    [gap] = document.gaps
    assert str(gap.reason).startswith("Pages 2 to 3 are pictures without text")
    assert gap.location.page_number == 2
    assert document.health.text_pages == 0.5


def test_coloured_picture_within_margins_is_a_figure_among_pages_of_text(
    read: Read,
) -> None:
    text, scheme = Page().text(70, 100, SENTENCE), Page().picture(70, is_coloured=True)

    document = read(*[text] * 10, scheme, *[text] * 10)

    [gap] = document.gaps
    assert gap.is_figure
    assert str(gap.reason).startswith(
        "Page 11 is a picture, such as a map or a diagram"
    )
    assert round(document.health.text_pages, 2) == 0.95


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Page().picture(70), id="grey, as a pasted decision"),
        pytest.param(Page().picture(is_coloured=True), id="as large as the page"),
    ],
)
def test_other_picture_may_be_a_scanned_sheet(read: Read, sheet: Page) -> None:
    text = Page().text(70, 100, SENTENCE)

    [gap] = read(*[text] * 10, sheet, *[text] * 10).gaps

    assert not gap.is_figure


@pytest.mark.parametrize("around", [1, 5])
def test_many_coloured_pictures_are_how_the_file_was_made(
    read: Read, around: int
) -> None:
    text, scheme = Page().text(70, 100, SENTENCE), Page().picture(70, is_coloured=True)

    document = read(*[text] * around, scheme, *[text] * around, scheme, text)

    assert not any(gap.is_figure for gap in document.gaps)


def test_picture_in_strips_is_a_picture(read: Read) -> None:
    text, scan = Page().text(70, 100, SENTENCE), Page().picture(70, strips=4)

    [gap] = read(text, scan, text).gaps

    assert str(gap.reason).startswith("Page 2 is a picture without text")


def test_picture_on_the_cover_is_no_gap(read: Read) -> None:
    text = Page().text(70, 100, SENTENCE)

    assert read(Page().picture(), text, text).gaps == ()


def test_damaged_text_is_a_gap(read: Read) -> None:
    page = Page()
    for index in range(30):
        page.text(70, 60 + 20 * index, "xkcd bcdfg hjklm npqrs tvwxz bbbbb dddd kkkk")

    [gap] = read(page).gaps

    assert str(gap.reason).startswith("Page 1 has damaged text")


def test_contents_list_of_letters_set_apart_for_looks_is_not_damaged(
    read: Read,
) -> None:
    page = Page()
    for index in range(12):
        page.text(70, 60 + 20 * index, "R ī c ī b a s   p l ā n s   u n   m ē r ķ i")

    assert read(page).gaps == ()


def test_letters_whose_gaps_are_all_alike_are_damaged(read: Read) -> None:
    page = Page()
    for index in range(12):
        page.text(70, 60 + 20 * index, "r ī c ī b a s p l ā n s u n m ē r ķ i v i s i")

    [gap] = read(page).gaps

    assert str(gap.reason).startswith("Page 1 has damaged text")


def test_picture_named_pdf_is_said_to_be_one(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(50)) == (
        "it is not a PDF but a picture"
    )


def test_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"") == "it is empty"


def test_file_without_pages_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, pdf()) == "it has no pages"


def test_file_that_breaks_off_is_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    content = pdf(Page().text(70, 100, SENTENCE))

    for length in range(0, len(content), 97):
        path = tmp_path / "programma.pdf"
        path.write_bytes(content[:length])
        try:
            read_pdf(path)
        except UnreadableDocumentError as error:
            assert error.remedy  # noqa: PT017 - any other error fails the test


def test_page_that_is_drawn_over_takes_bounded_time(read: Read) -> None:
    page = Page()
    for index in range(40_000):
        page.rule(index % 590, index % 830, index % 590 + 5, index % 830)
    start = time.process_time()

    document = read(page)

    assert time.process_time() - start < 20
    assert str(document.notes[0]).endswith("too many drawn shapes: 1.")


def test_grid_of_thousands_of_lines_takes_bounded_time(read: Read) -> None:
    page = Page(width=4000, height=4000)
    for index in range(900):
        page.rule(4 * index, 0, 4 * index, 3600).rule(0, 4 * index, 3600, 4 * index)
    start = time.process_time()

    read(page)

    assert time.process_time() - start < 20
