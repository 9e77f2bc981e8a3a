"""Tells what kind of workbook a file is, and says in a sentence why it is none."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import IO

from plancheck.readers.archive import (
    Archive,
    DamagedArchiveError,
    Room,
    packed_files,
)
from plancheck.readers.locked import is_locked, unknown_lock, unlocked
from plancheck.sdk import UnreadableDocumentError, system_reason

MAX_XML_BYTES = 150_000_000
"""All parts read of one file; a sheet of 72,000 cells has 4 MB."""

_MAX_OLD_BYTES = 100_000_000
_SAVE_AGAIN = "open it in Excel and save it again as .xlsx"
_NEW_COPY = "get a new copy, or open it in Excel, let Excel repair it, and save it"
_OTHER_FORMATS = (
    (b"%PDF", "it is a PDF file under another name", "name it .pdf"),
    (b"{\\rtf", "it is an RTF file under another name", _SAVE_AGAIN),
    (b"\x89PNG", "it is a picture under another name", _SAVE_AGAIN),
    (b"\xff\xd8\xff", "it is a picture under another name", _SAVE_AGAIN),
    (b"GIF8", "it is a picture under another name", _SAVE_AGAIN),
    (b"<", "it is a web page or an XML file, not a workbook", _SAVE_AGAIN),
)


class Kind(Enum):
    """How a workbook is stored."""

    EXCEL = auto()
    OLD_EXCEL = auto()
    OPEN_DOCUMENT = auto()


@contextmanager
def open_workbook(
    path: Path, password: str | None = None
) -> Iterator[tuple[Kind, Archive | IO[bytes], str]]:
    """The kind of a workbook by its content, the workbook, and the SHA-256 of the file.

    The workbook is the archive of its parts, or the whole stream of an old one.

    Raises:
        UnreadableDocumentError: The file is no workbook, is locked, or cannot be opened.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            content: IO[bytes] | None = stream
            if _is_container(name, stream):
                content = _locked_workbook(name, stream, password)
            if content is None:
                yield Kind.OLD_EXCEL, stream, digest
                return
            archive = Archive(content, Room(MAX_XML_BYTES))
            yield _kind(name, archive), archive, digest
    except DamagedArchiveError as error:
        raise damaged(name) from error
    except OSError as error:
        reason = system_reason(error)
        remedy = "check the name, and that you may read the file"
        raise UnreadableDocumentError(name, reason, remedy) from error


def _is_container(name: str, stream: IO[bytes]) -> bool:
    """Whether a file is in the old Office container; refuses what is no archive either."""
    start = stream.read(4096)
    stream.seek(0)
    if not start:
        reason, remedy = "the file is empty", "get a new copy of it"
        raise UnreadableDocumentError(name, reason, remedy)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    if start.startswith(b"PK"):
        return False
    for magic, reason, remedy in _OTHER_FORMATS:
        if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic):
            raise UnreadableDocumentError(name, reason, remedy)
    reason = "it is not a workbook, or a damaged one"
    raise UnreadableDocumentError(name, reason, _SAVE_AGAIN)


def _locked_workbook(
    name: str, stream: IO[bytes], password: str | None
) -> IO[bytes] | None:
    """The archive locked in a container; None where the container is an old workbook.

    What else is stored in such a container is told by its stream names, and refused.
    """
    content = stream.read(_MAX_OLD_BYTES + 1)
    stream.seek(0)
    if len(content) > _MAX_OLD_BYTES:
        raise too_large(name)
    if is_locked(content):
        return unlocked(name, stream, password)
    if any(each.encode("utf-16-le") in content for each in ("Workbook", "Book")):
        return None
    if "WordDocument".encode("utf-16-le") in content:
        reason = "it is an old Word file (.doc) under another name"
        remedy = "open it in Word and save it as .docx"
        raise UnreadableDocumentError(name, reason, remedy)
    reason = "it is an old Office file, but no workbook"
    raise UnreadableDocumentError(name, reason, _SAVE_AGAIN)


def _kind(name: str, archive: Archive) -> Kind:
    if archive.has_documents and "[Content_Types].xml" not in archive:
        raise packed_files(name)
    if "content.xml" not in archive or "mimetype" not in archive:
        return Kind.EXCEL
    if b"encryption-data" in (archive.blob("META-INF/manifest.xml") or b""):
        raise unknown_lock(name)
    if b"spreadsheet" not in (archive.blob("mimetype") or b""):
        reason = "it is an OpenDocument file, but no workbook"
        raise UnreadableDocumentError(name, reason, "give it its own suffix")
    return Kind.OPEN_DOCUMENT


def damaged(name: str) -> UnreadableDocumentError:
    """The error for a file that cannot be unpacked."""
    reason = "the file is damaged or incomplete"
    return UnreadableDocumentError(name, reason, _NEW_COPY)


def damaged_part(name: str, part: str) -> UnreadableDocumentError:
    """The error for a file that cannot do without a damaged part."""
    reason = f"its part {part} is damaged"
    return UnreadableDocumentError(name, reason, _NEW_COPY)


def hostile(name: str) -> UnreadableDocumentError:
    """The error for a file that attacks its reader."""
    reason = "it declares XML entities, which no workbook does"
    return UnreadableDocumentError(name, reason, _SAVE_AGAIN)


def too_large(name: str) -> UnreadableDocumentError:
    """The error for a file that is larger than what is read."""
    return UnreadableDocumentError(
        name,
        "it is larger than any real workbook of a programme",
        "delete its empty rows and the sheets that are not of the programme",
    )


def no_workbook(name: str, root: str) -> UnreadableDocumentError:
    """The error for an archive of another program, by the root of its main part."""
    remedy = "give it its own suffix"
    if root == "document":
        reason = "it is a Word document under another name"
        return UnreadableDocumentError(name, reason, remedy)
    if root == "presentation":
        reason = "it is a presentation under another name"
        return UnreadableDocumentError(name, reason, remedy)
    if root == "binary":
        reason = "it is a binary workbook (.xlsb)"
        return UnreadableDocumentError(name, reason, _SAVE_AGAIN)
    reason = "it is an archive without a workbook inside"
    return UnreadableDocumentError(name, reason, _SAVE_AGAIN)


def empty(name: str) -> UnreadableDocumentError:
    """The error for a workbook without sheets, or without anything on them."""
    reason = "nothing is written on its sheets"
    return UnreadableDocumentError(name, reason, "check that it is the right file")
