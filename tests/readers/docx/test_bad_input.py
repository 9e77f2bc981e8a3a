"""Files that are no Word files, or hostile ones: a sentence, in bounded time and memory."""

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancheck.readers.docx import read_docx
from plancheck.sdk import Document, UnreadableDocumentError
from tests.peak import PEAK_KILOBYTES
from tests.readers.docx.building import NAMESPACES, p, row, run, table, word_file

Read = Callable[..., Document]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(path: Path) -> UnreadableDocumentError:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_docx(path)
    return caught.value


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "programma.docx"
    path.write_bytes(content)
    return path


def archive(tmp_path: Path, parts: dict[str, str]) -> Path:
    path = tmp_path / "programma.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def document_xml(body: str, prolog: str = "") -> str:
    return f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


CONTENTS = {
    "empty": (b"", "the file is empty"),
    "text": (b"Ievads. " * 99, "it is not a Word file"),
    "pdf": (b"%PDF-1.7 ...", "it is a PDF file"),
    "rtf": (b"{\\rtf1 ...", "it is an RTF file"),
    "web page": (b"\n<html><body>", "it is a web page"),
    "old Word": (
        COMPOUND + "WordDocument".encode("utf-16-le"),
        "it is an old Word file (.doc)",
    ),
    "old Excel": (
        COMPOUND + "Workbook".encode("utf-16-le"),
        "it is an old Office file",
    ),
    "damaged locked file": (
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "the file is damaged or incomplete",
    ),
    "start of an archive": (
        b"PK\x03\x04" + b"x" * 99,
        "the file is damaged or incomplete",
    ),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_word_file_says_what_it_is(tmp_path: Path, name: str) -> None:
    content, reason = CONTENTS[name]

    assert refusal(written(tmp_path, content)).reason.startswith(reason)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    error = refusal(tmp_path / "nav.docx")

    assert error.reason == "there is no such file or folder"


def test_a_folder_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path).reason == "it is a folder"


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    whole = word_file(tmp_path / "a.docx", p("Teksts" * 100)).read_bytes()

    assert "damaged" in refusal(written(tmp_path, whole[: len(whole) // 2])).reason


def test_a_flipped_bit_in_the_text_is_damage(tmp_path: Path) -> None:
    path = archive(tmp_path, {"word/document.xml": document_xml(p("Teksts" * 1000))})
    content = bytearray(path.read_bytes())
    content[80] ^= 255

    assert "damaged" in refusal(written(tmp_path, bytes(content))).reason


def test_an_archive_without_a_document_is_none(tmp_path: Path) -> None:
    path = archive(tmp_path, {"a.txt": "x"})

    assert refusal(path).reason == "it is an archive without a Word document inside"


def test_a_workbook_is_one_under_another_name(tmp_path: Path) -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    path = archive(tmp_path, {"_rels/.rels": links, "xl/workbook.xml": "<workbook/>"})

    assert refusal(path).reason == "it is an Excel workbook under another name"


def test_an_opendocument_text_is_one_under_another_name(tmp_path: Path) -> None:
    path = archive(tmp_path, {"mimetype": "x", "content.xml": "<x/>"})

    assert refusal(path).reason == "it is an OpenDocument file under another name"


def test_xml_that_is_none_is_damage(tmp_path: Path) -> None:
    path = archive(tmp_path, {"word/document.xml": "<w:document"})

    assert refusal(path).reason == "its part word/document.xml is damaged"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % x SYSTEM "http://localhost:1/x"> %x;',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_read(
    tmp_path: Path, declaration: str, encoding: str
) -> None:
    prolog = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declaration}]>'
    path = tmp_path / "programma.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "word/document.xml", document_xml(p("x"), prolog).encode(encoding)
        )

    assert refusal(path).reason == "it declares XML entities, which no Word file does"


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
    path = archive(tmp_path, {"word/document.xml": document_xml(deep)})

    assert refusal(path).reason == "its part word/document.xml is damaged"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_the_deepest_nesting_that_is_xml_is_read(
    read: Read, opening: str, closing: str
) -> None:
    depth = 245 // opening.count("<")

    document = read(opening * depth + p("dziļumā") + closing * depth)

    texts = [each.text for each in document.paragraphs]
    texts += [cell.text for found in document.tables for cell in found.cells]
    assert texts.count("dziļumā") == 1


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "programma.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(200):
            part.write(b" " * 1_000_000)
    start = time.process_time()

    assert "larger than those of any real document" in refusal(path).reason
    assert time.process_time() - start < 1


def test_parts_of_millions_of_elements_are_refused_unparsed(tmp_path: Path) -> None:
    path = archive(tmp_path, {"word/document.xml": document_xml("<w:a/>" * 9_000_000)})

    assert "larger than those of any real document" in refusal(path).reason


def test_files_within_a_file_share_its_room(tmp_path: Path) -> None:
    filling = "<!-- {} -->".format("x" * 9_000_000)
    inner = word_file(tmp_path / "inner.docx", filling + p("Iekšā"))
    chunks = {f"chunk{each}.docx": inner.read_bytes() for each in range(20)}
    body = "".join(f'<w:altChunk r:id="{name}"/>' for name in chunks)

    document = read_docx(word_file(tmp_path / "programma.docx", body, chunks))

    assert 1 < len(document.paragraphs) < len(chunks)
    gap = document.gaps[-1]
    assert str(gap.reason) == "A document inserted as a file is not read."


def test_a_file_that_holds_itself_as_often_as_can_be_is_read_once(
    tmp_path: Path,
) -> None:
    inside = word_file(tmp_path / "0.docx", p("Dziļākā rinda"))
    for level in range(1, 40):
        body = p(f"Rinda {level}") + '<w:altChunk r:id="a.docx"/>'
        inside = word_file(
            tmp_path / f"{level}.docx", body, {"a.docx": inside.read_bytes()}
        )

    texts = [each.text for each in read_docx(inside).paragraphs]

    assert texts == ["Rinda 39", "Rinda 38"]


def test_an_archive_of_documents_is_to_be_unpacked(tmp_path: Path) -> None:
    inner = word_file(tmp_path / "inner.docx", p("Teksts"))
    path = tmp_path / "programma.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.write(inner, "1. sējums.docx")

    assert refusal(path).reason == "it is an archive of other files"
    assert "unpack it" in refusal(path).remedy


def test_a_size_that_is_a_lie_is_damage(tmp_path: Path) -> None:
    path = archive(tmp_path, {"word/document.xml": document_xml(p("x") * 100_000)})
    content = path.read_bytes()
    size = len(document_xml(p("x") * 100_000)).to_bytes(4, "little")
    assert content.count(size) == 2

    lied = content.replace(size, (500).to_bytes(4, "little"))

    assert "damaged" in refusal(written(tmp_path, lied)).reason


def test_a_million_empty_cells_are_read_in_bounded_time_and_memory(
    tmp_path: Path,
) -> None:
    rows = ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 1000 + "</w:tr>") * 1000
    path = word_file(tmp_path / "programma.docx", f"<w:tbl>{rows}</w:tbl>")
    reading = (
        "import resource, sys, pathlib; from plancheck.readers.docx import read_docx;"
        "[table] = read_docx(pathlib.Path(sys.argv[1])).tables;"
        "used = resource.getrusage(resource.RUSAGE_SELF);"
        f"print(len(table.cells), used.ru_utime, {PEAK_KILOBYTES})"
    )
    command = [sys.executable, "-c", reading, str(path)]

    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own

    cells, seconds, kilobytes = map(float, printed.split())
    assert cells == 1_000_000
    assert seconds < 20
    assert kilobytes < 1_000_000


@pytest.mark.parametrize(
    "body",
    [
        p(run("a") * 50_000),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000),
        p("Saturs") * 20_000,
        "".join(p(run(f"Virsraksts {number}", "<w:b/>")) for number in range(20_000)),
        p("a", '<w:rPr><w:del w:id="1"/></w:rPr>') * 50_000,
        (p() * 500 + table(row("a", "b"))) * 100,
        table(row("a", "b"), *[row("", "")] * 10_000),
    ],
    ids=["runs", "fields", "titles", "bold lines", "deleted ends", "gaps", "rows"],
)
def test_no_kind_of_repetition_is_slow(read: Read, body: str) -> None:
    start = time.process_time()

    read(body)

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
    body = p("Teksts") + table(row("a", "b")) + p("x", "<w:numPr><w:numId/></w:numPr>")
    content = bytearray(word_file(tmp_path / "a.docx", body).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(
            st.integers(0, 255)
        )

    try:
        read_docx(written(tmp_path, bytes(content)))
    except UnreadableDocumentError as error:
        assert error.remedy  # noqa: PT017 - any other error fails the test
