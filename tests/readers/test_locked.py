"""Files that a password locks are opened by it, or say what is wrong."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from msoffcrypto.format.ooxml import (  # type: ignore[import-untyped]  # it has no types
    OOXMLFile,
)
from openpyxl import Workbook

from plancheck.readers import locked
from plancheck.readers.docx import READER as WORD
from plancheck.readers.docx import read_docx
from plancheck.readers.xlsx import READER as EXCEL
from plancheck.readers.xlsx import read_xlsx
from plancheck.sdk import Reader, ReadingOptions, UnreadableDocumentError

PASSWORD = "Zāle-2027"  # noqa: S105 - of a file that the test makes


def word_file(path: Path) -> None:
    document = WordDocument()
    document.add_paragraph("Slepens teksts")
    document.save(str(path))


def workbook(path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Slepens teksts"
    book.save(path)


@pytest.fixture(params=[(word_file, WORD), (workbook, EXCEL)], ids=["Word", "Excel"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Reader]:
    """A locked file and its reader."""
    write, reader = request.param
    path = tmp_path / f"slepens{reader.suffixes[0]}"
    write(path)
    lock(path, PASSWORD)
    return path, reader


def write_locked(path: Path, password: str) -> None:
    """A Word file that a password locks."""
    word_file(path)
    lock(path, password)


def lock(path: Path, password: str) -> None:
    encrypted = BytesIO()
    with path.open("rb") as stream:
        OOXMLFile(stream).encrypt(password, encrypted)
    path.write_bytes(encrypted.getvalue())


def refusal(
    path: Path, reader: Reader, password: str | None
) -> UnreadableDocumentError:
    with pytest.raises(UnreadableDocumentError) as info:
        reader.document(path, ReadingOptions(password))
    return info.value


def test_the_password_opens_the_file(kept: tuple[Path, Reader]) -> None:
    path, reader = kept

    document = reader.document(path, ReadingOptions(PASSWORD))

    [paragraph] = document.paragraphs
    assert paragraph.text == "Slepens teksts"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_without_a_password_the_option_is_named(kept: tuple[Path, Reader]) -> None:
    error = refusal(*kept, None)

    assert error.reason == "it is protected by a password"
    assert "--password" in error.remedy


def test_a_wrong_password_is_said_and_not_told(kept: tuple[Path, Reader]) -> None:
    error = refusal(*kept, "cita parole")

    assert error.reason == "it is protected by another password than the one given"
    assert "cita parole" not in str(error)


def test_a_lock_that_takes_too_long_is_refused(
    kept: tuple[Path, Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked, "MAX_SPINS", 99_999)

    assert "not known" in refusal(*kept, PASSWORD).reason


def test_a_damaged_lock_is_said(kept: tuple[Path, Reader]) -> None:
    path, reader = kept
    content = path.read_bytes()
    path.write_bytes(content[:2000] + bytes(3000) + content[5000:])

    assert refusal(path, reader, PASSWORD).reason in {
        "the file is damaged or incomplete",
        "it is encrypted in a way that is not known",
        "it is protected by another password than the one given",
    }


def test_excels_own_password_is_no_password(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path)
    lock(path, "VelvetSweatshop")

    assert read_xlsx(path).blocks


def test_a_password_is_no_hindrance_for_a_file_without(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    word_file(path)

    assert read_docx(path, password="x").blocks  # noqa: S106 - no secret


def test_options_do_not_print_the_password() -> None:
    assert PASSWORD not in repr(ReadingOptions(PASSWORD))
