import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.readers.markdown import READER, parse_markdown, read_markdown
from plancheck.sdk import (
    Document,
    Heading,
    Paragraph,
    ParagraphRole,
    Table,
    UnreadableDocumentError,
)
from plancheck.testing import document


def texts(read: Document) -> list[str]:
    return [
        "\n".join(cell.text for cell in block.cells)
        if isinstance(block, Table)
        else block.text
        for block in read.blocks
    ]


def table(markdown: str) -> Table:
    [only] = document(markdown).tables
    return only


def rows(of: Table) -> list[list[str]]:
    return [
        [of.text_at(row, column) for column in range(of.column_count)]
        for row in range(of.row_count)
    ]


def test_headings_nest_sections_by_their_hashes() -> None:
    read = document("""
        # Programma

        Ievads.

        ## 2. Stratēģiskā daļa ##

        ### 2.1. Mērķi
        """)

    assert [(each.title, len(each.blocks)) for each in read.walk()] == [
        ("Programma", 1),
        ("2. Stratēģiskā daļa", 0),
        ("2.1. Mērķi", 0),
    ]


def test_a_line_below_a_line_makes_a_heading() -> None:
    read = document("Programma\n=====\n\nMērķi\n---\n\nTeksts.")

    assert [
        (block.text, block.level) for block in read.blocks if isinstance(block, Heading)
    ] == [("Programma", 1), ("Mērķi", 2)]


def test_hashes_without_a_space_or_too_many_make_no_heading() -> None:
    assert all(
        isinstance(block, Paragraph) for block in document("#tag\n\n####### x").blocks
    )


def test_lines_up_to_an_empty_one_are_a_paragraph() -> None:
    assert texts(document("viens\ndivi\n\ntrīs")) == ["viens divi", "trīs"]


def test_each_list_item_is_a_paragraph_with_its_number() -> None:
    read = document("Mērķi:\n- ēkas\n  un ielas\n- parki\n\n1. viens\n2. divi")

    items = [
        each.text for each in read.paragraphs if each.role is ParagraphRole.LIST_ITEM
    ]
    assert items == ["ēkas un ielas", "parki", "1. viens", "2. divi"]


def test_a_line_that_begins_with_a_day_goes_on_the_paragraph() -> None:
    assert texts(document("Sēde notika\n18. septembrī.")) == [
        "Sēde notika 18. septembrī."
    ]


def test_marks_of_emphasis_and_links_are_taken_off() -> None:
    [text] = texts(
        document(
            "**Mērķis** ir *labs* un _īss_ ([plāns](https://a.lv/b_(c))), `kods` ~~nē~~"
            " <sup>2</sup> A&amp;B ![Karte](a.png)"
        )
    )

    assert text == "Mērķis ir labs un īss (plāns), kods nē 2 A&B Karte"


def test_stars_and_underscores_that_mark_nothing_stay() -> None:
    [text] = texts(document(r"2*3*4, fails_nosaukums_a, Summa*, \*zvaigzne\*, 5 < 6"))

    assert text == "2*3*4, fails_nosaukums_a, Summa*, *zvaigzne*, 5 < 6"


def test_comments_are_left_out_and_unclosed_ones_stay() -> None:
    assert texts(document("a <!-- b\n\nc --> d\n\n<!-- e")) == ["a d", "<!-- e"]


def test_code_is_a_paragraph_of_lines() -> None:
    assert texts(document("```toml\na = 1\n# b\n```")) == ["a = 1\n# b"]


def test_a_fence_that_is_never_closed_swallows_nothing() -> None:
    assert texts(document("```\n# Mērķi\n\nTeksts.")) == ["Mērķi", "Teksts."]


def test_rulers_and_quote_marks_are_no_text() -> None:
    assert texts(document("---\n\n> citāts\n> tālāk\n\n***")) == ["citāts tālāk"]


def test_footnotes_stand_at_the_end_in_the_section_that_cites_them() -> None:
    read = document("""
        # Viens

        Mērķis[^1] ir.

        [^1]: Piezīme
            par mērķi.

        # Divi
        """)

    *_, note = read.blocks
    assert texts(read) == ["Viens", "Mērķis ir.", "Divi", "Piezīme par mērķi."]
    assert isinstance(note, Paragraph)
    assert note.role is ParagraphRole.FOOTNOTE
    assert note.location.section == ("Viens",)


def test_a_picture_is_its_caption() -> None:
    read = document("![1. attēls. Novads](a.png)\n\n![img-0.jpeg](img-0.jpeg)")

    [caption] = read.paragraphs
    assert (caption.text, caption.role) == ("1. attēls. Novads", ParagraphRole.CAPTION)


def test_rows_above_the_rule_line_are_the_header() -> None:
    read = table("""
        | Nr. | Finanses |
        | a | b |
        | --- | :-: |
        | 1 | 2 |
        """)

    assert read.header_row_count == 2
    assert rows(read) == [["Nr.", "Finanses"], ["a", "b"], ["1", "2"]]


def test_a_table_without_a_rule_line_has_no_header() -> None:
    assert table("| a | b |\n| c | d |").header_row_count == 0


def test_a_row_of_placeholders_is_no_rule_line() -> None:
    read = table("| a | b |\n| --- | --- |\n| - | - |")

    assert rows(read)[1] == ["-", "-"]


def test_adjacent_pipes_make_a_cell_over_several_columns() -> None:
    read = table(
        "| Finanses ||| Termiņš |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |"
    )

    assert [(each.text, each.column_span) for each in read.cells[:2]] == [
        ("Finanses", 3),
        ("Termiņš", 1),
    ]


def test_a_banner_row_is_one_cell() -> None:
    read = table("| a | b | c |\n| --- | --- | --- |\n| VTP1. Pakalpojumi |||")

    assert read.row_texts(1) == ("VTP1. Pakalpojumi",)
    assert read.cells[-1].column_span == 3


def test_a_cell_goes_on_below_where_the_marks_say_so() -> None:
    read = table("""
        | a | b |
        | --- | --- |
        | nodaļa | 1 |
        | ^^ | 2 |
        | ^^ | 3 |
        """)

    assert read.cells[2].row_span == 3
    assert rows(read)[2:] == [["nodaļa", "2"], ["nodaļa", "3"]]


def test_a_wide_cell_goes_on_below_as_one() -> None:
    read = table("| A || b |\n| ^^ || c |\n| ^^ | ^^ | d |")

    assert (read.cells[0].row_span, read.cells[0].column_span) == (3, 2)


def test_nothing_above_means_nothing_goes_on() -> None:
    assert rows(table("| ^^ | a |")) == [["", "a"]]


def test_an_empty_cell_has_a_space() -> None:
    assert rows(table("| a |  | c |")) == [["a", "", "c"]]


def test_escaped_pipes_and_breaks_are_of_the_cell() -> None:
    assert rows(table(r"| a \| b | c<br>d |")) == [["a | b", "c\nd"]]


def test_a_short_row_leaves_its_last_places_empty() -> None:
    read = table("| a | b | c |\n| d |")

    assert read.grid[1][1:] == (None, None)


def test_a_cell_goes_on_in_the_next_lines() -> None:
    read = table("""
        | Nr. | Pasākums |
        | --- | --- |
        | 1 | ielas

        un parki |
        | 2
        a | ēkas |
        """)

    assert rows(read)[1:] == [["1", "ielas\nun parki"], ["2\na", "ēkas"]]


def test_a_machine_may_begin_the_next_line_with_a_pipe() -> None:
    read = table("""
        |  Mērķis | Mērķa
        | gads | Bāzes |
        | gads  |
        | --- | --- | --- |
        |  Ēkas | • viena
        | • otra | 2023  |
        |  Ielas | 2025 | 2023  |
        """)

    assert rows(read) == [
        ["Mērķis", "Mērķa\ngads", "Bāzes\ngads"],
        ["Ēkas", "• viena\n• otra", "2023"],
        ["Ielas", "2025", "2023"],
    ]


def test_rows_that_never_close_stay_rows() -> None:
    read = document("| a | b\n| --- | ---\n| c | d\n\nTeksts.\n\n| e | f |")

    assert [rows(each) for each in read.tables] == [
        [["a", "b"], ["c", "d"]],
        [["e", "f"]],
    ]
    assert read.paragraphs[0].text == "Teksts."


def test_a_second_rule_line_begins_another_table() -> None:
    read = document("""
        | a | b |
        | --- | --- |
        | 1 | 2 |
        | Rādītājs | Vērtība |
        | --- | --- |
        | 3 | 4 |
        """)

    first, second = read.tables
    assert rows(first) == [["a", "b"], ["1", "2"]]
    assert rows(second) == [["Rādītājs", "Vērtība"], ["3", "4"]]
    assert (first.header_row_count, second.header_row_count) == (1, 1)
    assert (first.location.table_number, second.location.table_number) == (1, 2)


def test_a_rule_line_said_twice_begins_nothing() -> None:
    assert rows(table("| a |\n| --- |\n| --- |\n| 1 |")) == [["a"], ["1"]]


def test_a_table_may_do_without_its_outer_pipes() -> None:
    read = table("Nr. | Pasākums\n--- | ---\n1 | ielas")

    assert rows(read) == [["Nr.", "Pasākums"], ["1", "ielas"]]


@pytest.mark.parametrize(
    "caption", ["3. tabula. Rīcības plāns", "Table 3. Action plan"]
)
def test_a_caption_stands_above_its_table(caption: str) -> None:
    read = document(f"{caption}\n\n| a |\n| --- |\n| 1 |")

    assert read.tables[0].caption == caption
    assert read.paragraphs[0].role is ParagraphRole.CAPTION


def test_a_caption_may_stand_below_its_table() -> None:
    read = document("| a |\n| --- |\n\n1. tabula. Plāns\n\nTeksts.")

    assert read.tables[0].caption == "1. tabula. Plāns"


def test_a_caption_between_two_tables_is_of_the_second() -> None:
    read = document("| a |\n\n2. tabula. Plāns\n\n| b |")

    assert [each.caption for each in read.tables] == ["", "2. tabula. Plāns"]


def test_a_label_and_its_title_make_one_caption() -> None:
    read = document("### 3.2. tabula\n\nKlimata riski\n\n| a |")

    assert read.tables[0].caption == "3.2. tabula Klimata riski"
    assert [each.title for each in read.walk()] == [""]


def test_a_sentence_above_a_table_is_no_caption() -> None:
    read = document("1. tabulā ir mērķi.\n\n| a |")

    assert read.tables[0].caption == ""


def test_blocks_know_their_place() -> None:
    read = document("# A\n\n## B\n\nTeksts.\n\n| a |\n\n# C\n\n| b |", "plāns.md")

    assert [
        (each.location.section, each.location.table_number, each.location.block_index)
        for each in read.blocks
    ] == [
        (("A",), None, 0),
        (("A", "B"), None, 1),
        (("A", "B"), None, 2),
        (("A", "B"), 1, 3),
        (("C",), None, 4),
        (("C",), 2, 5),
    ]
    assert {each.location.document for each in read.blocks} == {"plāns.md"}


def test_pages_are_counted_where_there_are_breaks() -> None:
    read = document("a\n\n\\newpage\n\n\\landscape\n\nb\n\n\\portrait\n\n| c |")

    assert read.page_count == 2
    assert [each.location.page_number for each in read.blocks] == [1, 2, 2]


def test_without_breaks_pages_are_not_known() -> None:
    read = document("a")

    assert read.page_count is None
    assert read.blocks[0].location.page_number is None


def test_the_contents_list_is_kept_apart() -> None:
    read = document("""
        # Saturs

        Ievads 5
        1. Esošā situācija 9

        ## 2. Stratēģija 20

        # 3. Rīcības plāns

        Pasākumi 62

        # Ievads

        Programma ir plāns.

        # 3. Rīcības plāns
        """)

    assert [each.text for each in read.contents] == [
        "Saturs",
        "Ievads 5",
        "1. Esošā situācija 9",
        "2. Stratēģija 20",
        "3. Rīcības plāns",
        "Pasākumi 62",
    ]
    assert texts(read) == ["Ievads", "Programma ir plāns.", "3. Rīcības plāns"]


def test_lines_with_dot_leaders_are_contents_anywhere() -> None:
    read = document("Ievads .......... 5\n\nTeksts.")

    assert [each.text for each in read.contents] == ["Ievads .......... 5"]
    assert texts(read) == ["Teksts."]


def test_a_section_called_contents_without_entries_stays() -> None:
    assert texts(document("# Saturs\n\nGalvenie virzieni.")) == [
        "Saturs",
        "Galvenie virzieni.",
    ]


def test_a_title_on_every_page_is_running() -> None:
    title = "Lejasupes novada attīstības programma 2022.–2027. gadam"
    pages = "\n\n".join(f"{title}\n\nSaturs par {word}." for word in "abcdefg")
    read = document(pages)

    assert [each.text for each in read.running] == [title] * 7
    assert title not in texts(read)


@pytest.mark.parametrize(
    "content",
    [
        "# Rīcības plāns".encode(),
        b"\xef\xbb\xbf" + "# Rīcības plāns".encode(),
        "# Rīcības plāns".encode("utf-16"),
        "# Rīcības plāns\r\n".encode("cp1257"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "windows-1257"],
)
def test_encodings(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plāns.md"
    path.write_bytes(content)

    read = READER.read(path)

    assert texts(read) == ["Rīcības plāns"]
    assert read.name == str(path)
    assert read.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "content", [b"a\0b", b"\xff\xfe\x00\xd8", b"\xa1\xa5\xff\x80\x81"]
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plāns.md"
    path.write_bytes(content)

    with pytest.raises(UnreadableDocumentError, match="not written as text"):
        read_markdown(path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="there is no such file"):
        read_markdown(tmp_path / "nav.md")


def test_nothing_makes_an_empty_document() -> None:
    assert parse_markdown("").blocks == ()


WORDS = "αβγδεζηθικμν"
PIECES = st.lists(
    st.sampled_from(
        ["| α | β |", "| γ", "| --- | --- |", "", "δ |", "|", "||", "# ε", "- ζ", "η",
         "```", "---", "===", "[^1]: θ", "ι[^1]", "| ^^ | κ |", "\\newpage", "Saturs",
         "η 5", "1. tabula", "tabula", "<!-- λ -->", "> μ", "![ν](o.png)", "|  α | β"]
    ),
    max_size=25,
)  # fmt: skip


@given(PIECES)
def test_no_order_of_lines_loses_words(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    read = parse_markdown(text)
    kept = " ".join([*texts(read), *(each.text for each in read.contents)])

    assert sorted(filter(WORDS.__contains__, kept)) == sorted(
        filter(WORDS.__contains__, text)
    )


@given(st.text("|-^ab\n #*_[]()`\\<!>", max_size=80))
def test_any_text_is_read_and_its_grids_fit(text: str) -> None:
    for each in parse_markdown(text).tables:
        assert len(each.grid) == each.row_count
        assert all(cell.column_index < each.column_count for cell in each.cells)


@pytest.mark.parametrize(
    "text",
    [
        "|" * 1_000_000,
        "| " * 500_000 + "|",
        "| a | b |\n" * 20_000,
        "| a\n\n" * 20_000,
        "| " * 1000 + "|\n" + "| a |\n" * 20_000,
        "*a " * 300_000,
        "[](" * 300_000,
        "<!--" * 300_000,
        "```\n" * 100_000,
        "# a\n" * 30_000,
        " " * 1_000_000 + "a",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    parse_markdown(text)

    assert time.process_time() - start < 8


def test_five_megabytes_are_read_in_moments() -> None:
    chapter = "## 3. Rīcības plāns\n\n" + "Ielas tiks pārbūvētas. " * 40
    rows_of_plan = "| U1.1 | Pārbūvēt ielu | **2025** | 12 000 EUR |\n" * 60
    text = (
        f"{chapter}\n\n| a | b | c | d |\n| --- | --- | --- | --- |\n{rows_of_plan}\n"
        * 1300
    )
    start = time.process_time()
    read = parse_markdown(text)

    assert len(text.encode()) > 5_000_000
    assert len(read.tables) == 1300
    assert time.process_time() - start < 15


def test_a_letter_spaced_heading_is_read_as_words() -> None:
    [heading] = parse_markdown("# 3.  R ī c ī b a s  p l ā n s\n").blocks

    assert isinstance(heading, Heading)
    assert heading.text == "3. Rīcības plāns"
