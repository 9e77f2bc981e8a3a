"""Files that are no workbooks, or hostile ones: a sentence, in bounded time and memory."""

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import UnreadableDocumentError
from tests.peak import PEAK_KILOBYTES
from tests.readers.xlsx.building import MAIN, packed, saved, worksheet

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CELL = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
TOO_MANY = "has more cells than a workbook of a programme"


def refusal(path: Path) -> UnreadableDocumentError:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_xlsx(path)
    return caught.value


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "plans.xlsx"
    path.write_bytes(content)
    return path


CONTENTS = {
    "empty": (b"", "the file is empty"),
    "text": (b"Nr.;Projekts\n1.;Tilts\n" * 99, "it is not a workbook"),
    "picture": (b"\x89PNG\r\n\x1a\n....", "it is a picture"),
    "photo": (b"\xff\xd8\xff\xe0....", "it is a picture"),
    "pdf": (b"%PDF-1.7 ...", "it is a PDF file"),
    "rtf": (b"{\\rtf1 ...", "it is an RTF file"),
    "web page": (b"\n<html><table>", "it is a web page"),
    "old Word": (COMPOUND + "WordDocument".encode("utf-16-le"), "it is an old Word file"),
    "old something": (COMPOUND, "it is an old Office file, but no workbook"),
    "damaged locked file": (
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "the file is damaged or incomplete",
    ),
    "damaged old Excel": (
        COMPOUND + "Workbook".encode("utf-16-le"),
        "the file is damaged or incomplete",
    ),
    "start of an archive": (b"PK\x03\x04" + b"x" * 99, "the file is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_workbook_says_what_it_is(tmp_path: Path, name: str) -> None:
    content, reason = CONTENTS[name]

    assert refusal(written(tmp_path, content)).reason.startswith(reason)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    error = refusal(tmp_path / "nav.xlsx")

    assert error.reason == "there is no such file or folder"


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.xlsx", [["a", "b"]] * 100).read_bytes()

    assert "damaged" in refusal(written(tmp_path, whole[: len(whole) // 2])).reason


@pytest.mark.parametrize(
    ("root", "reason"),
    [
        ("document", "it is a Word document under another name"),
        ("presentation", "it is a presentation under another name"),
        ("x", "it is an archive without a workbook inside"),
    ],
)
def test_archives_of_other_programs_are_told(
    tmp_path: Path, root: str, reason: str
) -> None:
    path = packed(tmp_path / "a.xlsx", "", {"xl/workbook.xml": f"<{root}/>"})

    assert refusal(path).reason == reason


def test_a_binary_workbook_is_told(tmp_path: Path) -> None:
    links = (
        '<Relationships><Relationship Id="a" Type="x/officeDocument" '
        'Target="xl/workbook.bin"/></Relationships>'
    )
    path = packed(tmp_path / "a.xlsx", "", {"_rels/.rels": links})

    assert refusal(path).reason == "it is a binary workbook (.xlsb)"


@pytest.mark.parametrize("sheets", ["", '<sheet name="A" sheetId="1" r:id="rId9"/>'])
def test_a_workbook_without_sheets_is_said(tmp_path: Path, sheets: str) -> None:
    book = f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets>{sheets}</sheets></workbook>'
    path = packed(tmp_path / "a.xlsx", "", {"xl/workbook.xml": book})

    assert refusal(path).reason == "nothing is written on its sheets"


def test_an_empty_workbook_is_said(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", worksheet(""))

    assert refusal(path).reason == "nothing is written on its sheets"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, part: str, encoding: str) -> None:
    entities = '<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entities}]><x>&b;</x>'
    parts: dict[str, str | bytes] = {"xl/worksheets/sheet1.xml": worksheet(CELL)}
    parts[part] = xml.encode(encoding)
    path = packed(tmp_path / "a.xlsx", "", parts)

    assert refusal(path).reason == "it declares XML entities, which no workbook does"


def test_a_damaged_sheet_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = worksheet(CELL + '<row r="2"><c r="A2"><v>12</v></c></row>')

    document = read_xlsx(
        packed(tmp_path / "a.xlsx", whole[: whole.index("2</v></c></row></")])
    )

    assert document.tables[0].row_texts(0) == ("1", "2")
    assert document.tables[0].row_count == 1
    assert "damaged; only what stands before" in str(document.gaps[0].reason)


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1"><v>viens</v></c></row>',
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="9999999"><c r="A9999999"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        "<c><v>1</v></c>",
    ],
)
def test_cells_that_cannot_be_are_damage(tmp_path: Path, row: str) -> None:
    [gap] = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(row))).gaps

    assert "damaged" in str(gap.reason)


def test_damaged_styles_leave_numbers_as_stored(tmp_path: Path) -> None:
    rows = CELL.replace('"B1"', '"B1" s="2"').replace("<v>2<", "<v>0.5<")
    path = packed(
        tmp_path / "a.xlsx", worksheet(rows), {"xl/styles.xml": "<styleSheet"}
    )

    assert read_xlsx(path).tables[0].row_texts(0) == ("1", "0,5")


def test_two_cells_at_the_ends_of_a_sheet_are_two_lines(tmp_path: Path) -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    rows = first + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'

    document = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(rows)))

    assert [paragraph.text for paragraph in document.paragraphs] == ["1", "2"]


def test_merged_areas_without_end_stay_within_the_sheet(tmp_path: Path) -> None:
    areas = '<mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:B1"/>' * 1000
    merged = f"<mergeCells>{areas}</mergeCells>"
    rows = CELL + CELL.replace("1", "3")

    document = read_xlsx(packed(tmp_path / "a.xlsx", worksheet(rows, merged)))

    assert len(document.blocks) >= 2


def test_a_cross_as_large_as_a_sheet_is_not_read_to_its_end(tmp_path: Path) -> None:
    across = "".join(
        f'<c r="{chr(65 + one)}{chr(65 + two)}{chr(65 + three)}1"><v>1</v></c>'
        for one in range(23) for two in range(26) for three in range(26)
    )  # fmt: skip
    down = "".join(f'<row r="{row}"><c r="AAA{row}"><v>1</v></c></row>'
                   for row in range(2, 9000))  # fmt: skip
    sheet = worksheet(f'<row r="1">{across}</row>{down}')

    [gap] = read_xlsx(packed(tmp_path / "a.xlsx", sheet)).gaps

    assert TOO_MANY in str(gap.reason)


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "plans.xlsx"
    packed(path, worksheet(CELL))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/calcChain.xml", "w", force_zip64=True) as part,
    ):
        part.write(b" ")
    bomb = packed(tmp_path / "b.xlsx", b" " * 300_000_000)
    start = time.process_time()

    assert read_xlsx(path).tables
    [gap] = read_xlsx(bomb).gaps
    assert TOO_MANY in str(gap.reason)
    assert time.process_time() - start < 1


def test_an_archive_of_documents_is_to_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "plans.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("investīciju plāns.xlsx", b"x")

    with pytest.raises(UnreadableDocumentError, match="archive of other files"):
        read_xlsx(path)


MEASURED = (
    "import resource, sys, pathlib; from plancheck.readers.xlsx import read_xlsx;"
    "document = read_xlsx(pathlib.Path(sys.argv[1]));"
    "used = resource.getrusage(resource.RUSAGE_SELF);"
    "print(sum(len(each.cells) for each in document.tables),"
    f" used.ru_utime, {PEAK_KILOBYTES})"
)


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("".join(f'<row r="{row}" spans="1:5" ht="15"/>' for row in range(2, 300_001)), 2),
        ("".join(f'<row r="{row}">' + "".join(
            f'<c r="{letter}{row}"><v>{row}</v></c>' for letter in "ABCDEFGHIJ"
        ) + "</row>" for row in range(2, 30_002)), 300_010),
        ("".join(f'<row r="{row}">' + "".join(
            f'<c s="1" r="{letter}{row}"><v>{row}</v></c>' for letter in "ABCDEFGHIJ"
        ) + "</row>" for row in range(2, 10_002)), 100_010),
        ("".join(f'<row r="{row}">' + "".join(
            f'<c r="{letter}{row}" s="1"/>' for letter in "ABCDEFGHIJ"
        ) + "</row>" for row in range(2, 60_002)), 2),
    ],
    ids=["blank rows", "many cells", "cells for Expat", "blank cells"],
)  # fmt: skip
def test_the_longest_sheets_are_read_in_bounded_time_and_memory(
    tmp_path: Path, rows: str, cells: int
) -> None:
    path = packed(tmp_path / "a.xlsx", worksheet(CELL + rows))
    command = [sys.executable, "-c", MEASURED, str(path)]

    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own

    count, seconds, kilobytes = map(float, printed.split())
    assert count == cells
    assert seconds < 6
    assert kilobytes < 400_000


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{2 * n}"><c r="A{2 * n}"><v>1</v></c><c r="B{2 * n}"><v>1</v></c></row>'
                for n in range(1, 20_000)),
        "".join(f'<row r="{n}"><c r="{"AB"[n % 2]}{n}"><v>1</v></c></row>'
                for n in range(1, 20_000)),
        '<row r="1">' + "".join(
            f'<c r="{chr(65 + one)}{chr(65 + two)}{chr(65 + three)}1"><v>1</v></c>'
            for one in range(20) for two in range(26) for three in range(0, 26, 3)
        ) + "</row>",
    ],
    ids=["tables of a row", "a staircase", "tables side by side"],
)  # fmt: skip
def test_no_kind_of_repetition_is_slow(tmp_path: Path, rows: str) -> None:
    merged = "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(1, 20_000, 2))
    sheet = worksheet(rows, f"<mergeCells>{merged}</mergeCells>")
    path = packed(tmp_path / "a.xlsx", sheet)
    start = time.process_time()

    read_xlsx(path)

    assert time.process_time() - start < 10


@given(st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_damage_anywhere_is_said_or_survived(
    tmp_path: Path, data: st.DataObject
) -> None:
    merged = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    sheet = worksheet(CELL + CELL.replace("1", "2"), merged)
    content = bytearray(packed(tmp_path / "a.xlsx", sheet).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(
            st.integers(0, 255)
        )

    try:
        read_xlsx(written(tmp_path, bytes(content)))
    except UnreadableDocumentError as error:
        assert error.remedy  # noqa: PT017 - any other error fails the test
