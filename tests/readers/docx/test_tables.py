from collections.abc import Callable

import pytest

from plancheck.sdk import Document, Paragraph, ParagraphRole, Table
from tests.readers.docx.building import cell, p, row, run, styled, table

Read = Callable[..., Document]

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def grid(read: Table) -> list[list[str]]:
    return [
        [read.text_at(row_index, column) for column in range(read.column_count)]
        for row_index in range(read.row_count)
    ]


def only_table(document: Document) -> Table:
    [only] = document.tables
    return only


def test_a_plain_table_is_its_rows(read: Read) -> None:
    assert grid(only_table(read(table(row("a", "b"), row("c", "d"))))) == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_paragraphs_of_a_cell_are_lines(read: Read) -> None:
    found = only_table(read(table(row(cell(p("a") + p() + p("b")), "c"))))

    assert found.text_at(0, 0) == "a\nb"


def test_a_cell_over_several_columns_is_one(read: Read) -> None:
    found = only_table(read(table(row(cell("a", span(2)), "b"), row("c", "d", "e"))))

    assert found.cells[0].column_span == 2
    assert grid(found) == [["a", "a", "b"], ["c", "d", "e"]]


def test_a_cell_over_several_rows_is_one(read: Read) -> None:
    found = only_table(
        read(
            table(
                row(cell("a", RESTART), "b"),
                row(cell("", CONTINUE), "c"),
                row("d", "e"),
            )
        )
    )

    assert found.cells[0].row_span == 2
    assert grid(found) == [["a", "b"], ["a", "c"], ["d", "e"]]


def test_text_in_the_hidden_part_of_a_merged_cell_is_kept(read: Read) -> None:
    found = only_table(
        read(table(row(cell("a", RESTART), "b"), row(cell("x", CONTINUE), "c")))
    )

    assert found.text_at(1, 0) == "a\nx"


def test_a_merge_that_nothing_began_begins(read: Read) -> None:
    found = only_table(read(table(row(cell("a", CONTINUE), "b"), row("c", "d"))))

    assert grid(found) == [["a", "b"], ["c", "d"]]


def test_the_old_way_of_merging_columns(read: Read) -> None:
    merged = (
        cell("a", '<w:hMerge w:val="restart"/>'),
        cell("", "<w:hMerge/>"),
        cell("b"),
    )

    found = only_table(read(table(row(*merged), row("c", "d", "e"))))

    assert grid(found) == [["a", "a", "b"], ["c", "d", "e"]]


def test_columns_left_free_before_a_row_stay_free(read: Read) -> None:
    late = row("x", properties='<w:gridBefore w:val="1"/>')

    found = only_table(read(table(row("a", "b"), late)))

    assert found.grid[1][0] is None
    assert found.text_at(1, 1) == "x"


def test_edges_drawn_twice_make_no_column(read: Read) -> None:
    first = row(cell("a", span(1)), cell("b", span(2)))
    second = row(cell("c", span(2)), cell("d", span(1)))

    found = only_table(read(table(first, second, widths=(2000, 40, 2000))))

    assert grid(found) == [["a", "b"], ["c", "d"]]


def test_a_narrow_column_with_a_cell_of_its_own_stays(read: Read) -> None:
    found = only_table(read(table(row("a", "b", "c"), widths=(2000, 40, 2000))))

    assert found.column_count == 3


def test_the_rows_that_word_repeats_are_headers(read: Read) -> None:
    header = "<w:tblHeader/>"
    rows = (
        row("a", "b", properties=header),
        row("c", "d", properties=header),
        row("e", "f"),
        row("g", "h", properties=header),
    )

    assert only_table(read(table(*rows))).header_row_count == 2


def test_a_table_of_header_rows_only_has_none(read: Read) -> None:
    found = only_table(read(table(row("a", "b", properties="<w:tblHeader/>"))))

    assert found.header_row_count == 0


def test_deleted_rows_are_out(read: Read) -> None:
    gone = row("c", "d", properties='<w:del w:id="1"/>')

    assert grid(only_table(read(table(row("a", "b"), gone)))) == [["a", "b"]]


def test_deleted_cells_are_out(read: Read) -> None:
    gone = cell("x", '<w:cellDel w:id="1"/>')

    assert grid(only_table(read(table(row("a", gone, "b"))))) == [["a", "b"]]


def test_rows_and_cells_in_content_controls_are_read(read: Read) -> None:
    def controlled(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    cells = f"<w:tr>{controlled(cell('c'))}{cell('d')}</w:tr>"

    found = only_table(read(table(row("a", "b"), controlled(cells))))

    assert grid(found) == [["a", "b"], ["c", "d"]]


def test_a_nested_table_follows_the_one_around_it(read: Read) -> None:
    inner = table(row("x", "y"))

    outer, nested = read(table(row(cell(p("a") + inner + p("b")), "c"))).tables

    assert outer.text_at(0, 0) == "a\nb"
    assert not outer.is_nested
    assert nested.is_nested
    assert grid(nested) == [["x", "y"]]


def test_a_table_of_one_cell_is_text(read: Read) -> None:
    document = read(table(row(cell(p("a") + p("b")))))

    assert document.tables == ()
    assert [paragraph.text for paragraph in document.paragraphs] == ["a", "b"]


def test_a_word_that_a_line_end_parts_in_a_cell_is_whole(read: Read) -> None:
    by_break = cell(p("<w:r><w:t>Izpil-</w:t><w:br/><w:t>dītājs</w:t></w:r>"))

    [found] = read(table(row(by_break, cell(p("Termi-") + p("ņš"))))).tables

    assert grid(found) == [["Izpildītājs", "Termiņš"]]


def test_a_hyphen_between_names_stays_at_the_end_of_a_line(read: Read) -> None:
    names = cell(p("<w:r><w:t>Talsi-</w:t><w:br/><w:t>Kandava</w:t></w:r>"))

    [found] = read(table(row(names, "b"))).tables

    assert found.text_at(0, 0) == "Talsi-\nKandava"


def test_tables_are_counted_from_one(read: Read) -> None:
    first, second = read(table(row("a", "b")) + p("x") + table(row("c", "d"))).tables

    assert (first.location.table_number, second.location.table_number) == (1, 2)


@pytest.mark.parametrize(
    "caption",
    ["3. tabula. Rīcības plāns", "Tabula Nr. 3. Rīcības plāns", "Table 3. Action plan"],
)
def test_a_caption_stands_above_its_table(read: Read, caption: str) -> None:
    document = read(p("Teksts.") + p(caption) + p() + table(row("a", "b")))

    assert only_table(document).caption == caption
    assert document.paragraphs[1].role is ParagraphRole.CAPTION


def test_a_caption_may_have_its_label_in_a_line_of_its_own(read: Read) -> None:
    document = read(p("3. tabula") + p("Rīcības plāns") + table(row("a", "b")))

    assert only_table(document).caption == "3. tabula Rīcības plāns"
    assert {each.role for each in document.paragraphs} == {ParagraphRole.CAPTION}


def test_a_caption_may_stand_below_its_table(read: Read) -> None:
    document = read(table(row("a", "b")) + p("3. tabula. Rīcības plāns") + p("Teksts."))

    assert only_table(document).caption == "3. tabula. Rīcības plāns"


def test_a_caption_between_two_tables_is_that_of_the_second(read: Read) -> None:
    body = table(row("a", "b")) + p("3. tabula. Rīcības plāns") + table(row("c", "d"))

    first, second = read(body).tables

    assert (first.caption, second.caption) == ("", "3. tabula. Rīcības plāns")


def test_a_sentence_about_a_table_is_no_caption(read: Read) -> None:
    document = read(p("3. tabulā ir doti mērķi.") + table(row("a", "b")))

    assert only_table(document).caption == ""


def test_a_caption_is_known_by_its_style(read: Read) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="caption"/></w:style>'
    )

    document = read(
        styled("P", "Rīcības plāns") + table(row("a", "b")), {"styles": styles}
    )

    assert only_table(document).caption == "Rīcības plāns"


def test_the_alternative_text_is_the_caption_where_there_is_none(read: Read) -> None:
    captioned = table(row("a", "b")).replace(
        "<w:tblPr/>", '<w:tblPr><w:tblCaption w:val="Plāns"/></w:tblPr>'
    )

    assert only_table(read(captioned)).caption == "Plāns"


def test_a_figure_caption_is_no_table_caption(read: Read) -> None:
    document = read(p("2. attēls. Karte") + table(row("a", "b")))

    assert only_table(document).caption == ""
    [figure] = [each for each in document.blocks if isinstance(each, Paragraph)]
    assert figure.role is ParagraphRole.CAPTION


def test_footnotes_cited_in_a_cell_are_read(read: Read) -> None:
    citing = cell(p(run("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>'))
    notes = f'<w:footnote w:id="1">{p("Avots")}</w:footnote>'

    document = read(table(row(citing, "b")), {"footnotes": notes})

    assert [each.text for each in document.paragraphs] == ["1 Avots"]


def test_spans_beyond_all_measure_are_bounded(read: Read) -> None:
    wide = "".join(
        f"<w:tc><w:tcPr>{span(2_000_000_000)}</w:tcPr>{p(str(number))}</w:tc>"
        for number in range(3)
    )

    found = only_table(read(table(f"<w:tr>{wide}</w:tr>")))

    assert grid(found) == [["0", "1", "2"]]
