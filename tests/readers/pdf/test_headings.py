"""Headings by bookmarks, by the contents list, by number and look."""

from collections.abc import Callable

from plancheck.sdk import Document, Heading
from tests.readers.pdf.making import Page

Read = Callable[..., Document]

TEXT = (
    "Novada attīstības programma nosaka, ka pašvaldība kopā ar kaimiņiem sakārto ielas"
)


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, block.text)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def chapter(title: str, *, size: float = 11, bold: bool = False) -> Page:
    page = Page().text(70, 100, title, size=size, bold=bold)
    return page.lines(70, 140, TEXT, TEXT, "un ceļus.")


def test_bookmarks_tell_headings_that_look_like_text(read: Read) -> None:
    titles = ("Ievads", "Esošā situācija", "Mērķi")

    document = read(
        *map(chapter, titles),
        bookmarks=[(title, index) for index, title in enumerate(titles)],
    )

    assert headings(document) == [(1, title) for title in titles]


def test_contents_list_is_set_apart_and_tells_headings(read: Read) -> None:
    titles = ("1. Ievads", "2. Esošā situācija", "2.1. Iedzīvotāji")
    contents = Page().text(70, 80, "SATURS", bold=True)
    for index, title in enumerate(titles):
        contents.text(70, 110 + 15 * index, f"{title} {'.' * 60} {index + 2}")

    document = read(contents, *map(chapter, titles))

    assert headings(document) == list(zip((1, 1, 2), titles, strict=True))
    assert len(document.contents) == 4
    assert "SATURS" not in [paragraph.text for paragraph in document.paragraphs]


def test_wrapped_heading_is_one(read: Read) -> None:
    title = (
        "Vidēja termiņa prioritātes un rīcības virzieni visam novadam un tā pagastiem"
    )
    page = Page().lines(
        70, 100, title[:52].strip(), title[52:].strip(), size=16, pitch=19
    )

    document = read(page.lines(70, 180, TEXT, TEXT), bookmarks=[(title, 0)])

    assert headings(document) == [(1, title)]


def test_large_and_bold_lines_are_headings_where_nothing_else_tells(read: Read) -> None:
    document = read(
        chapter("1. Ievads", size=16, bold=True),
        chapter("1.1. Mērķis", size=13, bold=True),
        chapter("2. Situācija", size=16, bold=True),
    )

    assert headings(document) == [
        (1, "1. Ievads"),
        (2, "1.1. Mērķis"),
        (1, "2. Situācija"),
    ]


def test_short_title_behind_a_long_number_is_a_heading(read: Read) -> None:
    document = read(
        chapter("3. Daba", size=16, bold=True),
        chapter("3.2.2. Upe", size=13, bold=True),
    )

    assert headings(document) == [(1, "3. Daba"), (3, "3.2.2. Upe")]


def test_bold_sentence_is_no_heading(read: Read) -> None:
    assert headings(read(chapter("Dome apstiprina programmu.", bold=True))) == []


def test_blocks_know_the_headings_they_stand_under(read: Read) -> None:
    document = read(
        chapter("1. Ievads", size=16, bold=True),
        chapter("1.1. Mērķis", size=13, bold=True),
        chapter("2. Situācija", size=16, bold=True),
    )

    sections = [paragraph.location.section for paragraph in document.paragraphs]

    assert sections == [
        ("1. Ievads",),
        ("1. Ievads", "1.1. Mērķis"),
        ("2. Situācija",),
    ]


def test_text_that_ends_with_a_number_is_no_entry_of_the_contents_list(
    read: Read,
) -> None:
    titles = ("1. Ievads", "2. Esošā situācija", "2.1. Iedzīvotāji")
    contents = Page().text(70, 80, "SATURS", bold=True)
    for index, title in enumerate(titles):
        contents.text(70, 110 + 15 * index, f"{title} {'.' * 60} {index + 2}")
    body = Page().text(70, 100, titles[0], size=16, bold=True)
    body.lines(70, 140, "No jebkura ciema līdz darbam var nokļūt 45", "minūtēs.")

    document = read(contents, body, *map(chapter, titles[1:]))

    assert len(document.contents) == 4
    assert (1, titles[0]) in headings(document)


def test_numbers_that_begin_anew_stand_below_the_chapters(read: Read) -> None:
    document = read(
        chapter("IEVADS", size=18, bold=True),
        chapter("I KUR ESAM", size=18, bold=True),
        chapter("1. Darba vietas", size=14, bold=True),
        chapter("2. Darbs", size=14, bold=True),
        chapter("II KO GRIBAM", size=18, bold=True),
        chapter("1. Plans", size=14, bold=True),
    )

    levels = {title: level for level, title in headings(document)}
    assert levels["II KO GRIBAM"] < levels["1. Plans"] == levels["2. Darbs"]


def test_entries_without_a_page_number_of_their_own_line_end_where_the_next_counts_on(
    read: Read,
) -> None:
    titles = (
        "1. Dzīve novadā",
        "2. Kurp ejam",
        "2.1. Mērķi",
        "3. Nauda",
        "4. Uzskaite",
    )
    contents = Page().text(70, 80, "SATURS", bold=True)
    printed = ("1. Dzīve novadā", "4", "2. Kurp ejam9", "2.1. Mērķi    10")
    for index, line in enumerate((*printed, "3. Nauda    12", "4. Uzskaite    15")):
        contents.text(70, 110 + 15 * index, line)

    document = read(contents, *(chapter(title, bold=True) for title in titles))

    assert headings(document) == list(zip((1, 1, 2, 1, 1), titles, strict=True))
