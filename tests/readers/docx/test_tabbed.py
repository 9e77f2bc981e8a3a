"""Tables pasted as text are read where their columns line up, and known where not."""

import pytest

from plancheck.sdk import Comment, Document, Table
from tests.readers.docx.building import heading, p, run
from tests.readers.docx.conftest import Read
from tests.readers.docx.test_comments import comment, mark

ROWS = (
    "Kods\tPasākums\tAtbildīgais\tTermiņš",
    "2.1.\tUpes krasta nostiprināšana\tVides nodaļa\t2026",
    "2.2.\tPludmales labiekārtošana\tTūrisma centrs\t2027",
    "2.3.\tLaivu piestātne\tTūrisma centrs\t",
)


def tabbed(*rows: str) -> str:
    """A paragraph a row, with `w:tab` for its tabs."""
    return "".join(p(run(row).replace("\t", "</w:t><w:tab/>" + SPACE)) for row in rows)


SPACE = '<w:t xml:space="preserve">'


def texts(document: Document) -> list[tuple[str, ...]]:
    """The rows of the only table."""
    [table] = document.tables
    return [table.row_texts(index) for index in range(table.row_count)]


def test_lines_with_a_tab_for_each_column_are_a_table(read: Read) -> None:
    document = read(heading("Plāns") + tabbed(*ROWS) + p("Teksts pēc tabulas."))

    assert texts(document) == [
        ("Kods", "Pasākums", "Atbildīgais", "Termiņš"),
        ("2.1.", "Upes krasta nostiprināšana", "Vides nodaļa", "2026"),
        ("2.2.", "Pludmales labiekārtošana", "Tūrisma centrs", "2027"),
        ("2.3.", "Laivu piestātne", "Tūrisma centrs", ""),
    ]
    assert not document.gaps


def test_columns_may_be_set_by_spaces(read: Read) -> None:
    lines = (
        "Rādītājs            Bāze     Mērķis",
        "Velceliņi, km       4        19",
        "Šķirotie atkritumi, %   22   60",
    )

    document = read("".join(map(p, lines)))

    assert texts(document)[1] == ("Velceliņi, km", "4", "19")


def test_lines_of_one_paragraph_are_rows(read: Read) -> None:
    one = "<w:br/>".join(
        run(row).replace("\t", "</w:t><w:tab/>" + SPACE) for row in ROWS
    )

    document = read(p(one))

    assert len(texts(document)) == len(ROWS)


def test_a_short_line_between_rows_is_a_banner(read: Read) -> None:
    document = read(tabbed(*ROWS[:2], "RV2. Jūras piekraste", *ROWS[2:]))

    [table] = document.tables
    [banner] = [cell for cell in table.cells if cell.text.startswith("RV2")]
    assert (banner.row_index, banner.column_span) == (2, 4)


def test_columns_that_do_not_line_up_are_a_gap(read: Read) -> None:
    document = read(
        tabbed(
            ROWS[0],
            "2.1.\tUpes krasta\t\tVides nodaļa\t2026",
            "\tnostiprināšana",
            "2.2.\tPludmale\t2027",
            "2.3.\tPiestātne\tTūrisma\tcentrs\tun osta\t2027",
        )
    )

    [gap] = document.gaps
    assert "columns do not line up" in str(gap.reason)
    assert not document.tables
    assert len(document.blocks) == 5


@pytest.mark.parametrize(
    "lines",
    [
        ("1.\tIevads\t3", "2.\tSituācija\t7", "3.\tPlāns\t41", "4.\tBeigas\t90"),
        ("Vārds:\tAnna", "Tālrunis:\t6700", "E-pasts:\ta@b.lv"),
        ("Domes priekšsēdētājs\t\tA. Zariņš\t(paraksts)",),
    ],
)
def test_lists_of_pages_forms_and_signatures_are_no_tables(
    read: Read, lines: tuple[str, ...]
) -> None:
    document = read(tabbed(*lines))

    assert not document.tables
    assert not document.gaps


def test_a_signature_below_the_rows_stays_a_line(read: Read) -> None:
    document = read(tabbed(*ROWS, "Domes priekšsēdētājs\t\tA. Zariņš"))

    kinds = [type(block) is Table for block in document.blocks]
    assert kinds == [True, False]


def test_a_comment_at_such_a_row_has_its_place(read: Read) -> None:
    marked = tabbed(*ROWS).replace("2027</w:t></w:r>", f"2027</w:t></w:r>{mark(1)}", 1)

    document = read(marked, {"comments": comment("kāpēc tik vēlu?")})

    [said] = document.comments
    assert isinstance(said, Comment)
    assert (said.location.table_number, said.location.row_number) == (1, 3)
