"""Blocks form sections by the levels and numbers of their headings."""

from plancheck.model.document import Document, Paragraph, ParagraphRole
from plancheck.model.heading import Heading, true_levels
from plancheck.model.location import Location
from plancheck.testing import document


def heading(text: str, level: int) -> Heading:
    return Heading(text, level, Location(section=(text,)))


def titles(read: Document) -> list[tuple[str, list[str]]]:
    return [
        (top.title, [each.title for each in top.subsections]) for top in read.sections
    ]


def test_sections_nest_below_their_headings() -> None:
    read = document("# A\n\n## B\n\ntext\n\n## C\n\n# D\n")

    assert titles(read) == [("A", ["B", "C"]), ("D", [])]


def test_what_stands_before_the_first_heading_is_a_section_without_one() -> None:
    first = document("Title page\n\n# A\n").sections[0]

    assert first.heading is None
    assert first.word_count == 2


def test_numbers_correct_the_level_that_a_writer_chose() -> None:
    headings = (
        heading("3. Situation", 1),
        heading("3.1 Energy", 1),
        heading("3.1.1 Heat", 1),
    )

    assert true_levels(headings) == (1, 2, 3)


def test_heading_without_a_number_stays_within_the_chapter_that_goes_on() -> None:
    headings = (
        heading("2. Strategy", 1),
        heading("2.1 Vision", 2),
        heading("Integration", 1),
        heading("2.1.1 Goals", 2),
    )

    assert true_levels(headings) == (1, 2, 3, 3)


def test_heading_without_a_number_before_numbers_that_begin_anew_keeps_its_level() -> (
    None
):
    headings = (heading("1.4 Costs", 2), heading("Part B", 1), heading("1.1 Aims", 2))

    assert true_levels(headings) == (2, 1, 2)


def test_footnote_belongs_to_the_section_that_cites_it() -> None:
    note = Paragraph(
        "1 See the annex.", Location(section=("A",)), ParagraphRole.FOOTNOTE
    )
    read = Document("x.docx", "docx", (heading("A", 1), heading("B", 1), note))

    assert [len(section.blocks) for section in read.sections] == [1, 0]
