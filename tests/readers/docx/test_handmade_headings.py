"""Headings made by hand in a document where others have a heading style."""

from collections.abc import Callable

from plancheck.sdk import Document, Heading
from tests.readers.docx.building import bold, heading, p, row, run, table

Read = Callable[..., Document]

SENTENCE = "The county is one of the largest, and more than ten thousand people live in it now."
STYLED = (
    heading("Chapter 1. Opening")
    + p(SENTENCE)
    + heading("Chapter 2. Aims")
    + p(SENTENCE)
    + heading("Chapter 3. Delivery")
)


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, block.text)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def test_large_bold_lines_with_text_below_each_are_headings(read: Read) -> None:
    made = "".join(bold(name, 28) + p(SENTENCE) for name in ("Water", "Roads", "Risks"))

    found = headings(read(STYLED + made))

    assert [name for _, name in found[-3:]] == ["Water", "Roads", "Risks"]
    assert {level for level, _ in found[-3:]} == {2}


def test_a_table_below_is_as_good_as_text(read: Read) -> None:
    made = "".join(
        bold(name, 28) + table(row("Task", "Who"))
        for name in ("Water", "Roads", "Risks")
    )

    assert len(headings(read(STYLED + made))) == 6


def test_two_such_lines_are_no_series(read: Read) -> None:
    made = "".join(bold(name, 28) + p(SENTENCE) for name in ("Water", "Roads"))

    assert len(headings(read(STYLED + made))) == 3


def test_bold_lines_as_large_as_the_text_are_none(read: Read) -> None:
    body = p(run(SENTENCE, '<w:sz w:val="24"/>'))
    made = "".join(bold(name, 26) + body for name in ("Water", "Roads", "Risks"))

    assert len(headings(read(STYLED + body * 4 + made))) == 3


def test_lines_above_each_other_are_those_of_a_cover(read: Read) -> None:
    made = "".join(bold(name, 28) for name in ("Water", "Roads", "Risks"))

    assert len(headings(read(STYLED + made + p(SENTENCE)))) == 3


def test_a_line_that_counts_with_styled_headings_has_their_level(read: Read) -> None:
    made = bold("Chapter 4 – Money", 30) + p(SENTENCE)

    assert headings(read(STYLED + made))[-1] == (1, "Chapter 4 – Money")


def test_numbers_that_begin_anew_stand_below_the_chapters(read: Read) -> None:
    made = "".join(
        bold(chapter, 32) + "".join(bold(each, 26) + p(SENTENCE) for each in below)
        for chapter, below in {
            "I PORTRAIT": ("1. People", "2. Jobs"),
            "II STRATEGY": ("1. Vision", "2. Goals"),
        }.items()
    )

    assert headings(read(p(SENTENCE) + made)) == [
        (1, "I PORTRAIT"),
        (2, "1. People"),
        (2, "2. Jobs"),
        (1, "II STRATEGY"),
        (2, "1. Vision"),
        (2, "2. Goals"),
    ]


def test_numbers_that_count_on_below_titles_stay_chapters(read: Read) -> None:
    made = "".join(
        bold(chapter, 32) + "".join(bold(each, 26) + p(SENTENCE) for each in below)
        for chapter, below in {
            "PORTRAIT": ("1. People", "2. Jobs"),
            "STRATEGY": ("3. Vision", "4. Goals"),
        }.items()
    )

    assert {level for level, _ in headings(read(p(SENTENCE) + made))} == {1}
