from collections.abc import Callable

import pytest

from plancheck.sdk import Document, Heading, ParagraphRole
from tests.readers.docx.building import (
    STYLES,
    bold,
    cell,
    heading,
    numbering,
    p,
    row,
    run,
    styled,
    table,
)

Read = Callable[..., Document]

SENTENCE = (
    "Novads ir viens no lielākajiem valstī, un tajā dzīvo pāri par desmit tūkstošiem."
)


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, block.text)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def style(style_id: str, name: str, inside: str = "", base: str = "") -> str:
    based_on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"{based_on}{inside}</w:style>"
    )


def test_a_heading_is_known_by_its_style(read: Read) -> None:
    document = read(heading("Ievads") + p(SENTENCE) + heading("Mērķi", 2))

    assert headings(document) == [(1, "Ievads"), (2, "Mērķi")]


@pytest.mark.parametrize("name", ["heading 2", "Virsraksts 2", "Heading 2 Char", "H2"])
def test_a_heading_is_known_by_the_name_of_its_style(read: Read, name: str) -> None:
    document = read(styled("X", "Mērķi"), {"styles": style("X", name)})

    assert headings(document) == [(2, "Mērķi")]


def test_a_style_based_on_a_heading_is_one(read: Read) -> None:
    styles = STYLES + style("Mans", "Novada virsraksts", base="Virsraksts2")

    assert headings(read(styled("Mans", "Mērķi"), {"styles": styles})) == [(2, "Mērķi")]


def test_styles_based_on_each_other_end(read: Read) -> None:
    styles = style("A", "a", base="B") + style("B", "b", base="A")

    assert headings(read(styled("A", SENTENCE), {"styles": styles})) == []


def test_a_style_may_take_the_heading_level_away(read: Read) -> None:
    body_text = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    styles = STYLES + style("Mans", "Teksts", body_text, base="Virsraksts2")

    assert headings(read(styled("Mans", "Mērķi"), {"styles": styles})) == []


def test_a_file_without_styles_names_them_by_their_ids(read: Read) -> None:
    assert headings(read(styled("Heading3", "Mērķi"), {"styles": ""})) == [(3, "Mērķi")]


def test_a_paragraph_with_an_outline_level_is_a_heading(read: Read) -> None:
    assert headings(read(p("Mērķi", '<w:outlineLvl w:val="1"/>'))) == [(2, "Mērķi")]


def test_a_long_paragraph_in_a_heading_style_is_text(read: Read) -> None:
    assert headings(read(heading(SENTENCE * 5))) == []


def test_a_letter_spaced_heading_is_read_as_words(read: Read) -> None:
    [heading_read] = read(heading("R ī c ī b a s  p l ā n s")).blocks

    assert isinstance(heading_read, Heading)
    assert heading_read.text == "Rīcības plāns"


def test_an_empty_heading_is_none(read: Read) -> None:
    assert read(heading("  ")).blocks == ()


def test_a_heading_has_its_automatic_number(read: Read) -> None:
    lists = numbering(("decimal", "%1."), ("decimal", "%1.%2."))
    numbered = (
        "<w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    )
    styles = style("A", "heading 1", numbered.format(0)) + style(
        "B", "heading 2", numbered.format(1)
    )
    body = styled("A", "Ievads") + styled("B", "Mērķi") + styled("B", "Rīcības")

    document = read(body, {"styles": styles, "numbering": lists})

    assert headings(document) == [
        (1, "1. Ievads"),
        (2, "1.1. Mērķi"),
        (2, "1.2. Rīcības"),
    ]


def test_a_title_is_no_heading(read: Read) -> None:
    document = read(
        styled("T", "Attīstības programma"), {"styles": style("T", "Title")}
    )

    [title] = document.paragraphs
    assert title.role is ParagraphRole.TITLE


def test_titles_used_for_chapters_are_headings(read: Read) -> None:
    chapters = "".join(
        styled("T", name) + p(SENTENCE)
        for name in ("Programma", "Ievads", "Mērķi", "Plāns")
    )

    document = read(chapters, {"styles": style("T", "Title")})

    assert headings(document) == [(1, "Ievads"), (1, "Mērķi"), (1, "Plāns")]


def test_bold_lines_are_headings_where_no_style_is_used(read: Read) -> None:
    body = "".join(
        bold(name, size) + p(SENTENCE)
        for name, size in (("Ievads", 32), ("Iedzīvotāji", 26), ("Mērķi", 32))
    )

    assert headings(read(body)) == [(1, "Ievads"), (2, "Iedzīvotāji"), (1, "Mērķi")]


def test_capitals_are_headings_where_no_style_is_used(read: Read) -> None:
    body = p("IEVADS") + p(SENTENCE) + p("MĒRĶI UN PRIORITĀTES") + p(SENTENCE)

    assert headings(read(body)) == [(1, "IEVADS"), (1, "MĒRĶI UN PRIORITĀTES")]


def test_the_level_of_a_bold_line_comes_from_its_number(read: Read) -> None:
    body = "".join(
        bold(name) + p(SENTENCE)
        for name in ("1. Ievads", "1.1. Novads", "1.1.1. Daba", "2. Plāns")
    )

    assert [level for level, _ in headings(read(body))] == [1, 2, 3, 1]


@pytest.mark.parametrize(
    "line",
    [
        "Atbildīgā institūcija:",
        "Šis ir vesels teikums, kas ir izcelts.",
        "pirmais vārds ar mazo burtu",
        "– domuzīme sākumā",
        "2027 – 2034",
    ],
)
def test_a_bold_line_that_does_not_read_like_one_is_no_heading(
    read: Read, line: str
) -> None:
    body = bold("Ievads") + p(SENTENCE) + bold(line) + p(SENTENCE)

    assert headings(read(body)) == [(1, "Ievads")]


def test_a_line_that_is_bold_in_part_is_no_heading(read: Read) -> None:
    line = p(run("Mērķis", "<w:b/>") + run(" ir skaidrs"))

    assert headings(read(bold("Ievads") + p(SENTENCE) + line)) == [(1, "Ievads")]


def test_a_cover_page_has_no_headings(read: Read) -> None:
    cover = bold("LEJASUPES NOVADS", 40) + bold("Attīstības programma", 36)

    document = read(cover + bold("Ievads", 28) + p(SENTENCE))

    assert headings(document) == [(1, "Ievads")]


def test_bold_lines_count_little_among_styled_headings(read: Read) -> None:
    styled_headings = "".join(heading(name) + p(SENTENCE) for name in "ABC")

    document = read(styled_headings + bold("Svarīgi") + p(SENTENCE))

    assert [text for _, text in headings(document)] == ["A", "B", "C"]


def test_a_bold_line_that_goes_on_counting_is_a_heading_among_styled_ones(
    read: Read,
) -> None:
    body = heading("1. Ievads") + heading("1.1. Novads", 2) + heading("2. Plāns")

    document = read(body + bold("2.1. Mērķi") + p(SENTENCE) + bold("7.4. Cits"))

    assert headings(document)[-1] == (2, "2.1. Mērķi")


def test_a_bold_cell_is_no_heading(read: Read) -> None:
    document = read(table(row(cell(bold("Mērķis")), "x")) + p(SENTENCE))

    assert headings(document) == []


def test_a_heading_in_a_one_cell_table_is_one(read: Read) -> None:
    document = read(table(row(cell(heading("Ievads") + p(SENTENCE)))))

    assert headings(document) == [(1, "Ievads")]
    assert document.tables == ()


BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def test_a_heading_alone_in_a_text_box_is_one(read: Read) -> None:
    document = read(p(BOX.format(heading("Saimniecība"))) + p(SENTENCE))

    assert headings(document) == [(1, "Saimniecība")]


def test_a_heading_in_a_text_box_with_text_heads_nothing_outside(read: Read) -> None:
    aside = BOX.format(heading("Vai zināji?") + p(SENTENCE))

    document = read(heading("Saimniecība") + p(aside) + p(SENTENCE))

    assert headings(document) == [(1, "Saimniecība")]


def test_a_bold_line_alone_in_a_table_of_one_cell_is_a_heading(read: Read) -> None:
    bars = [
        table(row(cell(bold(each, 30)))) for each in ("1. Ievads", "2. Iedzīvotāji")
    ]

    document = read("".join(bar + p(SENTENCE) for bar in bars))

    assert headings(document) == [(1, "1. Ievads"), (1, "2. Iedzīvotāji")]


def test_a_bold_line_over_text_in_a_table_of_one_cell_is_none(read: Read) -> None:
    frame = table(row(cell(bold("Svarīgi") + p(SENTENCE))))

    assert headings(read(heading("Ievads") + frame + p(SENTENCE))) == [(1, "Ievads")]


def test_a_heading_with_its_number_in_a_cell_beside_it_is_one(read: Read) -> None:
    bar = table(row(bold("2.1."), cell(heading("Iedzīvotāji", 2))))

    document = read(heading("Novads") + bar + p(SENTENCE))

    assert headings(document) == [(1, "Novads"), (2, "Iedzīvotāji")]
    assert document.tables == ()


def test_a_heading_with_words_in_a_cell_beside_it_stays_in_its_table(
    read: Read,
) -> None:
    document = read(table(row(cell(heading("Iedzīvotāji")), "14 764")) + p(SENTENCE))

    assert headings(document) == []


def test_every_place_has_the_headings_above_it(read: Read) -> None:
    document = read(heading("Ievads") + heading("Novads", 2) + p(SENTENCE))

    [paragraph] = document.paragraphs
    assert paragraph.location.section == ("Ievads", "Novads")
    assert paragraph.location.block_index == 2


LISTED = (
    p("Saturs")
    + p("1. Ievads 3")
    + p("2. Mērķi un uzdevumi 5")
    + p("pielikums: Normatīvo aktu apkopojums 9")
    + heading("1. Ievads")
    + p(SENTENCE)
    + heading("2. Mērķi un uzdevumi")
    + p(SENTENCE)
    + p("pielikums: Normatīvo aktu apkopojums")
    + p(SENTENCE)
)


def test_a_line_that_the_contents_list_names_is_a_heading(read: Read) -> None:
    assert headings(read(LISTED))[-1] == (1, "pielikums: Normatīvo aktu apkopojums")


def test_words_of_an_entry_that_stand_twice_are_no_heading(read: Read) -> None:
    twice = LISTED + p("pielikums: Normatīvo aktu apkopojums") + p(SENTENCE)

    assert len(headings(read(twice))) == 2


def test_a_numbered_heading_stands_below_the_number_it_extends(read: Read) -> None:
    document = read(
        heading("3. Situācija") + heading("3.1. Vide") + heading("3.1.1. Ūdens", 2)
    )

    assert [level for level, _ in headings(document)] == [1, 2, 3]
    last = document.blocks[-1].location.section
    assert last == ("3. Situācija", "3.1. Vide", "3.1.1. Ūdens")
