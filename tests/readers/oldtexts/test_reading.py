"""Old texts are converted by LibreOffice where there is one, and say what to do where not."""

import hashlib
import shutil
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as WordDocument

from plancheck.readers.oldtexts import office as office_module
from plancheck.readers.oldtexts import read_old_text
from plancheck.sdk import Document, UnreadableDocumentError

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
RTF = rb"{\rtf1\ansi {\b Situ\u257?cija}\par Novad\u257? dz\u299?vo 14 764 cilv\u275?ki.\par}"

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed."
)


def zipped(**parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", ".", 1), content)
    return stream.getvalue()


def refusal(path: Path, content: bytes) -> UnreadableDocumentError:
    path.write_bytes(content)
    with pytest.raises(UnreadableDocumentError) as info:
        read_old_text(path)
    assert path.read_bytes() == content
    return info.value


@pytest.fixture
def programs(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder in which all programs are that can be found."""
    folder = tmp_path_factory.mktemp("programs")
    for name in ("sh", "sleep"):
        (folder / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(programs: Path, script: str) -> None:
    program = programs / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


CONTENTS = {
    "empty": (b"", "the file is empty"),
    "text": (b"Teksts " * 99, "it is not a text that Word or LibreOffice wrote"),
    "pdf": (b"%PDF-1.7 ...", "it is a PDF file"),
    "web page": (b"\n<html><body>", "it is a web page"),
    "old Excel": (COMPOUND + "Workbook".encode("utf-16-le"), "it is an old Office file"),
    "start of an archive": (b"PK\x03\x04" + b"x" * 99, "the file is damaged"),
    "sheet": (
        zipped(
            mimetype="application/vnd.oasis.opendocument.spreadsheet",
            content_xml="<x/>",
        ),
        "it is an OpenDocument file, but no text",
    ),
    "locked": (
        zipped(
            mimetype="application/vnd.oasis.opendocument.text",
            content_xml="?",
            **{"META-INF/manifest_xml": "<x><encryption-data/></x>"},
        ),
        "it is encrypted in a way that is not known",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_old_text_says_what_it_is(tmp_path: Path, name: str) -> None:
    content, reason = CONTENTS[name]

    assert refusal(tmp_path / "a.doc", content).reason.startswith(reason)


@pytest.mark.usefixtures("programs")
def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path) -> None:
    error = refusal(tmp_path / "a.rtf", RTF)

    assert str(error) == (
        f"{tmp_path / 'a.rtf'} cannot be read: it is an RTF text (.rtf); open it in Word "
        "and save it as .docx, or install LibreOffice, by which it is then converted."
    )


def test_a_conversion_that_fails_is_said(tmp_path: Path, programs: Path) -> None:
    install(programs, "exit 1")

    assert refusal(tmp_path / "a.rtf", RTF).reason == "LibreOffice cannot convert it"


def test_a_conversion_that_hangs_is_stopped_with_all_that_it_started(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_module, "MAX_SECONDS", 0.5)
    install(programs, f"sleep 600 & echo $! > {tmp_path / 'child'}\nwait")
    start = time.monotonic()

    error = refusal(tmp_path / "a.rtf", RTF)

    assert error.reason == "LibreOffice takes too long to convert it"
    assert time.monotonic() - start < 10
    assert has_ended(int((tmp_path / "child").read_text(encoding="utf-8")))


def has_ended(process_id: int) -> bool:
    for _ in range(50):
        state = Path(f"/proc/{process_id}/stat")
        if not state.exists() or ") Z " in state.read_text(encoding="utf-8"):
            return True
        time.sleep(0.1)
    return False


def test_the_password_is_not_told_to_libreoffice(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCHECK_PASSWORD", "Zāle-2027")
    install(programs, f'echo "<$PLANCHECK_PASSWORD>" > {tmp_path / "told"}')

    refusal(tmp_path / "a.rtf", RTF)

    assert (tmp_path / "told").read_text(encoding="utf-8") == "<>\n"


@pytest.mark.usefixtures("programs")
def test_a_word_file_of_today_under_an_old_name_needs_no_conversion(
    tmp_path: Path,
) -> None:
    word = WordDocument()
    word.add_paragraph("Teksts")
    word.save(str(tmp_path / "a.doc"))

    document = read_old_text(tmp_path / "a.doc")

    assert (document.format, texts(document)) == ("docx", ["Teksts"])


@needs_office
def test_a_converted_file_is_read_said_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "sējums 1.rtf"
    path.write_bytes(RTF)

    document = read_old_text(path)

    assert texts(document)[-1] == "Novadā dzīvo 14 764 cilvēki."
    assert (document.name, document.format) == (str(path), "rtf")
    assert {block.location.document for block in document.blocks} == {str(path)}
    assert document.sha256 == hashlib.sha256(RTF).hexdigest()
    assert "LibreOffice converted" in str(document.notes[0])
    assert list(tmp_path.iterdir()) == [path]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]
