"""Tells what a file is that is no .docx, has it converted, and reads what comes of it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from plancheck.readers.archive import (
    Archive,
    DamagedArchiveError,
    DamagedPartError,
    OversizeError,
    Room,
)
from plancheck.readers.docx import read_docx
from plancheck.readers.locked import unknown_lock, unlocked_old
from plancheck.readers.oldtexts.office import (
    ConversionError,
    NoOfficeError,
    SlowConversionError,
    converted,
)
from plancheck.sdk import (
    Document,
    Message,
    UnreadableDocumentError,
    system_reason,
)

MAX_BYTES = 150_000_000
"""The largest file that is converted; with pictures a programme has 50 MB."""

_SAVE_AGAIN = "open it in Word and save it as .docx"
_INSTALL = (
    "open it in Word and save it as .docx, or install LibreOffice, by which it is then "
    "converted"
)
_OTHER_FORMATS = (
    (b"%PDF", "it is a PDF file under another name", "name it .pdf"),
    (b"<", "it is a web page or an XML file, not a Word file", _SAVE_AGAIN),
)
_SUFFIX_WORDS = {
    ".doc": "it is an old Word file (.doc)",
    ".odt": "it is an OpenDocument text (.odt)",
    ".rtf": "it is an RTF text (.rtf)",
}


def read(path: Path, password: str | None) -> Document:
    """The document of a file; see `read_old_text`."""
    name = str(path)
    with _refusing(name):
        if path.stat().st_size > MAX_BYTES:
            raise OversizeError
        content = path.read_bytes()
        suffix = _suffix(name, content)
    if suffix == ".docx":
        return read_docx(path, password=password)
    digest = hashlib.sha256(content).hexdigest()
    if suffix == ".doc":
        content = unlocked_old(name, content, password)
    note = Message.of("LibreOffice converted the file to Word to have it read.")
    document = _converted(name, content, suffix)
    notes = (note, *document.notes)
    return replace(document, format=suffix[1:], sha256=digest, notes=notes)


def _converted(name: str, content: bytes, suffix: str) -> Document:
    """What LibreOffice makes of a file, read."""
    try:
        with converted(BytesIO(content), suffix) as word:
            return read_docx(word, name=name)
    except NoOfficeError as error:
        raise UnreadableDocumentError(name, _SUFFIX_WORDS[suffix], _INSTALL) from error
    except SlowConversionError as error:
        reason = "LibreOffice takes too long to convert it"
        raise UnreadableDocumentError(name, reason, _SAVE_AGAIN) from error
    except ConversionError as error:
        reason = "LibreOffice cannot convert it"
        raise UnreadableDocumentError(name, reason, _SAVE_AGAIN) from error


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except (DamagedArchiveError, DamagedPartError) as error:
        reason, remedy = "the file is damaged or incomplete", "get a new copy of it"
        raise UnreadableDocumentError(name, reason, remedy) from error
    except OversizeError as error:
        reason = "it is larger than any real document"
        remedy = "split it into volumes, or remove what is embedded in it"
        raise UnreadableDocumentError(name, reason, remedy) from error
    except OSError as error:
        reason = system_reason(error)
        remedy = "check the name, and that you may read the file"
        raise UnreadableDocumentError(name, reason, remedy) from error


def _suffix(name: str, content: bytes) -> str:
    """What a file is by its content, whatever it is called."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not start:
        reason, remedy = "the file is empty", "get a new copy of it"
        raise UnreadableDocumentError(name, reason, remedy)
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _in_container(name, content)
    if start.startswith(b"PK"):
        return _in_archive(name, content)
    for magic, reason, remedy in _OTHER_FORMATS:
        if start.startswith(magic):
            raise UnreadableDocumentError(name, reason, remedy)
    reason = "it is not a text that Word or LibreOffice wrote"
    raise UnreadableDocumentError(name, reason, _SAVE_AGAIN)


def _in_container(name: str, content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return ".docx"
    if "WordDocument".encode("utf-16-le") in content:
        return ".doc"
    reason = "it is an old Office file under another name, and no text"
    raise UnreadableDocumentError(name, reason, "give it its own suffix")


def _in_archive(name: str, content: bytes) -> str:
    archive = Archive(BytesIO(content), Room(MAX_BYTES))
    if "content.xml" not in archive or "mimetype" not in archive:
        return ".docx"
    if b"encryption-data" in (archive.blob("META-INF/manifest.xml") or b""):
        raise unknown_lock(name)
    archive.admit("content.xml")  # LibreOffice would unpack whatever it is
    if b"opendocument.text" in (archive.blob("mimetype") or b""):
        return ".odt"
    reason = "it is an OpenDocument file, but no text"
    raise UnreadableDocumentError(name, reason, "give it its own suffix")
