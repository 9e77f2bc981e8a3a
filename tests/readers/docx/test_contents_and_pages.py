from collections.abc import Callable

from plancheck.sdk import Document, Heading, ParagraphRole
from tests.readers.docx.building import cell, field, heading, p, row, run, styled, table

Read = Callable[..., Document]

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
TURN = '<w:r><w:br w:type="page"/></w:r>'


def contents(document: Document) -> list[str]:
    return [line.text for line in document.contents]


def pages(document: Document) -> list[int | None]:
    return [paragraph.location.page_number for paragraph in document.paragraphs]


def test_the_contents_field_of_word_is_no_text(read: Read) -> None:
    lines = p(field("TOC \\o", run("Ievads 3") + "</w:p><w:p>" + run("Mērķi 5")))

    document = read(lines + heading("Ievads") + p("Teksts."))

    assert contents(document) == ["Ievads 3", "Mērķi 5"]
    assert [block.location.section for block in document.blocks] == [("Ievads",)] * 2


def test_the_contents_control_of_word_is_no_text(read: Read) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('Saturs')}{p('Ievads 3')}"
        "</w:sdtContent></w:sdt>"
    )

    document = read(control + p("Teksts."))

    assert contents(document) == ["Saturs", "Ievads 3"]
    assert [each.text for each in document.paragraphs] == ["Teksts."]


def test_a_heading_that_slid_into_the_contents_control_is_one(read: Read) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('Ievads 3')}{heading('Ievads')}"
        f"{p('Teksts.')}</w:sdtContent></w:sdt>"
    )

    document = read(control)

    assert contents(document) == ["Ievads 3"]
    assert isinstance(document.blocks[0], Heading)


def test_contents_are_known_by_their_style(read: Read) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="toc 1"/></w:style>'
    )

    assert contents(read(styled("S", "Ievads"), {"styles": styles})) == ["Ievads"]


def test_typed_contents_are_known_by_dots_and_page_numbers(read: Read) -> None:
    lines = "".join(
        p(f"{name} ........ {page}") for name, page in zip("ABC", "357", strict=True)
    )

    document = read(heading("Saturs") + lines + heading("A") + p("Teksts."))

    assert len(document.contents) == 4
    assert [section.title for section in document.sections] == ["A"]


def test_typed_contents_are_known_by_tabs_and_page_numbers(read: Read) -> None:
    lines = "".join(
        p(f"{run(name)}<w:r><w:tab/></w:r>{run(page)}")
        for name, page in zip(("Ievads", "Mērķi", "Plāns"), "357", strict=True)
    )

    assert contents(read(lines + p("Teksts."))) == ["Ievads 3", "Mērķi 5", "Plāns 7"]


def test_lines_with_numbers_below_no_title_are_text(read: Read) -> None:
    lines = "".join(
        p(f"{name} {page}") for name, page in zip("ABC", "357", strict=True)
    )

    assert contents(read(lines)) == []


def test_pages_are_unknown_where_word_left_no_breaks(read: Read) -> None:
    document = read(p("a") + p(TURN) + p("b"))

    assert pages(document) == [None, None]
    assert document.page_count is None


def test_pages_are_counted_by_the_breaks_that_word_left(read: Read) -> None:
    document = read(p("a") + p(BREAK + run("b")))

    assert pages(document) == [1, 2]
    assert document.paragraphs[1].location.page_is_approximate
    assert document.page_count == 2


def test_a_break_by_hand_and_the_rendered_one_after_it_are_one(read: Read) -> None:
    assert pages(read(p(run("a") + TURN) + p(BREAK + run("b")))) == [1, 2]


def test_a_paragraph_that_starts_a_page_is_on_the_next(read: Read) -> None:
    body = p("a") + p(BREAK + run("b"), "<w:pageBreakBefore/>") + p("c")

    assert pages(read(body)) == [1, 2, 2]


def test_a_section_that_ends_turns_the_page(read: Read) -> None:
    body = p("a", "<w:sectPr/>") + p("b") + p(BREAK + run("c"))

    assert pages(read(body)) == [1, 2, 3]


def test_the_rows_of_a_table_have_their_pages(read: Read) -> None:
    second = row(cell(p(BREAK + run("c"))), cell(p(BREAK + run("d"))))

    [found] = read(table(row("a", "b"), second, row("e", "f"))).tables

    assert found.row_pages == (1, 2, 2)


def test_a_break_inside_a_row_counts_once(read: Read) -> None:
    broken = cell(p("a") + p(BREAK + run("b")))

    document = read(table(row(broken, broken)) + p("x"))

    assert pages(document) == [2]
    assert document.tables[0].row_pages == (1,)


def test_contents_have_their_role(read: Read) -> None:
    [line] = read(p(field("TOC", run("Ievads 3")))).contents

    assert line.role is ParagraphRole.CONTENTS
