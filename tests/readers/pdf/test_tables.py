"""Tables by their lines, shades or columns, over pages too."""

from collections.abc import Callable, Sequence

from plancheck.sdk import Document, Table
from tests.readers.pdf.making import Page

Read = Callable[..., Document]

XS = (70, 120, 320, 420)
HEADER = ("Kods", "Pasākums", "Termiņš")


def rows_of(table: Table) -> list[tuple[str, ...]]:
    return [table.row_texts(index) for index in range(table.row_count)]


def numbered(first: int, last: int) -> list[tuple[str, ...]]:
    return [
        (f"P{number}", f"Pasākums {number}", str(2020 + number))
        for number in range(first, last + 1)
    ]


def test_ruled_table_has_its_cells_with_boxes(read: Read) -> None:
    document = read(Page().table(XS, 100, [HEADER, *numbered(1, 2)]))

    [table] = document.tables
    assert rows_of(table) == [HEADER, *numbered(1, 2)]
    box = table.cells[0].box
    assert box is not None
    assert (round(box.left), round(box.top)) == (70, 100)


def test_missing_line_makes_a_merged_cell(read: Read) -> None:
    page = Page()
    for x, bottom in ((70, 160), (270, 160), (170, 140)):
        page.rule(x, 100 if x != 170 else 120, x, bottom)
    for y in (100, 120, 140, 160):
        page.rule(70, y, 270, y)
    page.text(75, 114, "Abas slejas").text(75, 134, "Kreisā").text(175, 134, "Labā")
    page.text(75, 154, "Arī abas")

    [table] = read(page).tables

    assert [(cell.text, cell.column_span) for cell in table.cells] == [
        ("Abas slejas", 2),
        ("Kreisā", 1),
        ("Labā", 1),
        ("Arī abas", 2),
    ]


def test_table_over_pages_is_one_without_its_repeated_header(read: Read) -> None:
    first = Page().table(XS, 60, [HEADER, *numbered(1, 35)])
    second = Page().table(XS, 60, [HEADER, *numbered(36, 40)])

    [table] = read(first, second).tables

    assert rows_of(table) == [HEADER, *numbered(1, 40)]
    assert (table.header_row_count, table.row_pages[35:37]) == (1, (1, 2))


def test_row_that_the_page_end_cuts_is_one_row(read: Read) -> None:
    cut = ("P36", "Ielas un", "2027")
    first = Page().table(XS, 60, [HEADER, *numbered(1, 34), cut])
    second = Page().table(XS, 60, [HEADER, ("", "ceļi", ""), *numbered(37, 38)])

    [table] = read(first, second).tables

    assert rows_of(table)[35:37] == [
        ("P36", "Ielas un ceļi", "2027"),
        *numbered(37, 37),
    ]


NARROW = (70, 117, 300)


def narrow(y: float, height: float, lines: Sequence[str], *cells: str) -> Page:
    """A page with one row, whose first column holds a word of eight letters at most."""
    page = Page()
    for x in NARROW:
        page.rule(x, y, x, y + height)
    for edge in (y, y + height):
        page.rule(NARROW[0], edge, NARROW[-1], edge)
    page.lines(NARROW[0] + 4, y + 14, *lines, size=9)
    for text in cells:
        page.text(NARROW[1] + 4, y + 14, text)
    return page


def test_rest_of_a_row_alone_on_the_next_page_is_of_the_row(read: Read) -> None:
    first = narrow(700, 90, ["Ielas un", "ceļi"], "2027")
    second = narrow(60, 40, ["pagastā"])

    document = read(first, second)

    assert rows_of(document.tables[0]) == [("Ielas un ceļi pagastā", "2027")]
    assert document.paragraphs == ()


def test_word_that_a_narrow_cell_and_the_page_end_cut_is_whole(read: Read) -> None:
    first = narrow(700, 90, ["Ielas", "uzlabošan"], "2027")
    second = narrow(60, 40, ["as darbi"]).text(70, 200, "Par ielas uzlabošanas gaitu.")

    [table] = read(first, second).tables

    assert rows_of(table) == [("Ielas uzlabošanas darbi", "2027")]


def test_tables_with_a_caption_between_stay_two(read: Read) -> None:
    first = Page().table(XS, 60, [HEADER, *numbered(1, 35)])
    second = Page().text(70, 60, "2. tabula. Otrais plāns")
    second.table(XS, 80, [HEADER, *numbered(1, 5)])

    captions = [table.caption for table in read(first, second).tables]

    assert captions == ["", "2. tabula. Otrais plāns"]


def test_frame_around_text_is_no_table(read: Read) -> None:
    page = Page()
    for x in (70, 500):
        page.rule(x, 100, x, 160)
    for y in (100, 130, 160):
        page.rule(70, y, 500, y)
    page.text(80, 120, "Novada vīzija ir ierāmēta.")

    document = read(page)

    assert document.tables == ()
    assert [each.text for each in document.paragraphs] == ["Novada vīzija ir ierāmēta."]


def test_shaded_line_inside_a_shaded_cell_is_no_row(read: Read) -> None:
    page = Page()
    for left, right in ((70, 170), (170, 300)):
        page.shade(left, 100, right, 160)
        page.shade(left + 5, 100, right - 5, 114).shade(left + 5, 114, right - 5, 128)
        page.lines(left + 5, 111, "Pirmā rinda", "otrā rinda")

    document = read(page.table((70, 170, 300), 160, [("Kods", "Nosaukums")]))

    [table] = document.tables
    assert rows_of(table) == [
        ("Pirmā rinda otrā rinda", "Pirmā rinda otrā rinda"),
        ("Kods", "Nosaukums"),
    ]


def test_upright_header_in_a_narrow_column_is_read(read: Read) -> None:
    page = Page()
    for x in (70, 100, 200):
        page.rule(x, 100, x, 200)
    for y in (100, 180, 200):
        page.rule(70, y, 200, y)
    page.text(90, 170, "Valsts budžets", angle=90, size=9)
    page.text(105, 150, "Nosaukums").text(75, 195, "12").text(105, 195, "Ielas")

    [table] = read(page).tables

    assert rows_of(table) == [("Valsts budžets", "Nosaukums"), ("12", "Ielas")]


def test_word_cut_by_a_narrow_cell_is_whole(read: Read) -> None:
    page = Page()
    for x in (70, 117, 300):
        page.rule(x, 100, x, 160)
    for y in (100, 140, 160):
        page.rule(70, y, 300, y)
    page.lines(74, 114, "Uzsākšan", "a", size=9).text(121, 114, "Pabeigšana")
    page.text(74, 154, "2022").text(121, 154, "2027")

    [table] = read(page).tables

    assert table.row_texts(0) == ("Uzsākšana", "Pabeigšana")


def test_columns_of_numbers_are_a_table_without_lines(read: Read) -> None:
    page = Page()
    rows = [("Pagasts", "2020", "2021"), ("Upes", "12", "14"), ("Kalna", "7", "9")]
    for index, row in enumerate(rows):
        for x, text in zip((70, 250, 350), row, strict=True):
            page.text(x, 100 + 15 * index, text)

    [table] = read(page).tables

    assert rows_of(table) == rows


def test_prose_in_two_columns_is_no_table(read: Read) -> None:
    page = Page()
    for index in range(12):
        y = 100 + 13.5 * index
        page.text(70, y, "Pašvaldība nosaka mērķus un uzdevumus")
        page.text(320, y, "kuri jāīsteno nākamajos gados kopā")

    assert read(page).tables == ()


def test_edge_of_a_shape_under_the_page_panel_parts_no_text(read: Read) -> None:
    page = Page()
    page.shade(36, 36, 160, 760).shade(60, 60, 540, 740)
    page.shade(60, 60, 540, 80).shade(60, 720, 540, 740)
    page.lines(
        70,
        120,
        "The town has grown along the river, and its plan was made with the residents.",
        "Each sector has one goal and several recommendations that serve this goal.",
    )

    document = read(page)

    assert document.tables == ()
    assert "river, and its plan" in document.paragraphs[0].text


def framed(page: Page, rows: Sequence[Sequence[str]], step: float = 20) -> Page:
    """Rows at the top of a page with lines between them and around, but no columns."""
    bottom = 60 + step * len(rows)
    for index, row in enumerate(rows):
        page.rule(XS[0], 60 + step * index, XS[-1], 60 + step * index)
        for x, text in zip(XS, row, strict=False):
            page.text(x + 4, 60 + step * index + 14, text, size=10)
    page.rule(XS[0], bottom, XS[-1], bottom)
    for x in (XS[0], XS[-1]):
        page.rule(x, 60, x, bottom)
    return page


def test_a_table_that_goes_on_within_a_frame_keeps_its_columns(read: Read) -> None:
    first = Page().table(XS, 600, [HEADER, *numbered(1, 6)])

    document = read(first, framed(Page(), numbered(7, 9)))

    [table] = document.tables
    assert rows_of(table) == [HEADER, *numbered(1, 9)]


def test_a_framed_text_below_a_table_gets_no_columns(read: Read) -> None:
    first = Page().table(XS, 600, [HEADER, *numbered(1, 6)])
    note = [
        (
            "",
            "Šis teksts ir tik garš, ka iet pāri kolonnas malai un tālāk pa lapu",
        )
    ]

    document = read(first, framed(Page(), note * 2))

    assert rows_of(document.tables[0]) == [HEADER, *numbered(1, 6)]
