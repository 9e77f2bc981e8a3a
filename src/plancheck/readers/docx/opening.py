"""Opens a Word file, or says in a sentence why it cannot be opened."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lxml import etree

from plancheck.readers.archive import DamagedPartError, packed_files
from plancheck.readers.docx.package import (
    MAX_XML_BYTES,
    NEW_COPY,
    SAVE_AGAIN,
    Package,
)
from plancheck.readers.locked import is_locked, unlocked
from plancheck.sdk import UnreadableDocumentError, system_reason

_OTHER_FORMATS = (
    (b"%PDF", "it is a PDF file under another name", "name it .pdf"),
    (b"{\\rtf", "it is an RTF file under another name", SAVE_AGAIN),
    (b"<", "it is a web page or an XML file, not a Word file", SAVE_AGAIN),
)
_NO_WORD = "it is an archive without a Word document inside"
_OWN_SUFFIX = "give it its own suffix"
_OTHER_PROGRAMS = {
    "workbook": ("it is an Excel workbook under another name", _OWN_SUFFIX),
    "presentation": ("it is a presentation under another name", _OWN_SUFFIX),
}

OpenRoot = Callable[[str], etree._Element | None]  # noqa: SLF001 - lxml's public name
"""Gives the root of a part by its name; None where there is no such part."""


@contextmanager
def open_package(
    path: Path, name: str, password: str | None
) -> Iterator[tuple[Package, str]]:
    """The package of a file and the SHA-256 of the file, in hexadecimal.

    Args:
        path: The file.
        name: What the document is called.
        password: What unlocks the file, where it is locked.

    Raises:
        UnreadableDocumentError: The file is no zip archive, or a damaged one.
    """
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            yield Package(name, _archive(name, stream, password)), digest
    except OSError as error:
        reason = system_reason(error)
        remedy = "check the name, and that you may read the file"
        raise UnreadableDocumentError(name, reason, remedy) from error


def main_part(
    package: Package, open_root: OpenRoot | None = None
) -> tuple[str, etree._Element]:
    """Name and root of the part that holds the text.

    Args:
        package: The file.
        open_root: Opens a part, where it is not just to be read.

    Raises:
        UnreadableDocumentError: The package is of another program, or its text is damaged.
    """
    try:
        links = package.relations("").values()
        named = [each.target for each in links if each.kind == "officeDocument"]
        for part in (*named, "word/document.xml"):
            if (root := (open_root or package.root)(part)) is not None:
                return part, _require_word(package, root)
    except DamagedPartError as error:
        reason = f"its part {error.part} is damaged"
        raise UnreadableDocumentError(package.name, reason, NEW_COPY) from error
    if "content.xml" in package and "mimetype" in package:
        reason = "it is an OpenDocument file under another name"
    elif package.has_documents:
        raise packed_files(package.name)
    else:
        reason = _NO_WORD
    raise UnreadableDocumentError(package.name, reason, SAVE_AGAIN)


def _require_word(package: Package, root: etree._Element) -> etree._Element:
    kind = etree.QName(root).localname
    if kind == "document":
        return root
    reason, remedy = _OTHER_PROGRAMS.get(kind, (_NO_WORD, SAVE_AGAIN))
    raise UnreadableDocumentError(package.name, reason, remedy)


def _archive(name: str, stream: IO[bytes], password: str | None) -> IO[bytes]:
    """The zip archive that a file is or, locked, holds; says what another file is."""
    start = stream.read(4096)
    if not start:
        reason, remedy = "the file is empty", "get a new copy of it"
        raise UnreadableDocumentError(name, reason, remedy)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _unlocked(name, stream, password)
    if not start.startswith(b"PK"):
        for magic, reason, remedy in _OTHER_FORMATS:
            if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic):
                raise UnreadableDocumentError(name, reason, remedy)
        if not zipfile.is_zipfile(stream):
            reason = "it is not a Word file, or a damaged one"
            raise UnreadableDocumentError(name, reason, SAVE_AGAIN)
    stream.seek(0)
    return stream


def _unlocked(name: str, stream: IO[bytes], password: str | None) -> IO[bytes]:
    """The archive in an old Office container; which other file it is by its streams."""
    stream.seek(0)
    content = stream.read(MAX_XML_BYTES)
    if is_locked(content):
        return unlocked(name, stream, password)
    if "WordDocument".encode("utf-16-le") in content:
        reason = "it is an old Word file (.doc) under another name"
    else:
        reason = "it is an old Office file under another name, not a .docx"
    raise UnreadableDocumentError(name, reason, SAVE_AGAIN)
