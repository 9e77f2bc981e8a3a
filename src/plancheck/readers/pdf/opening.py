"""Opens a PDF, or says in a sentence why it cannot be."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plancheck.readers.locked import locked, unknown_lock
from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.bombs import draws_endlessly, unpacks_endlessly
from plancheck.sdk import UnreadableDocumentError, system_reason

_HEAD = 1024
"""A PDF's mark stands somewhere among its first bytes."""

_NEW_COPY = "ask for a new copy, or export it again as PDF"
_KINDS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"PK\x03\x04", "a zip archive, such as a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF text"),
    (b"<", "a web page"),
    (b"%!PS", "a PostScript file"),
)


@contextmanager
def open_pdf(path: Path, password: str | None) -> Iterator[tuple[pdfium.Handle, str]]:
    """The opened document and the SHA-256 of its bytes.

    Raises:
        UnreadableDocumentError: The file is no PDF, is locked, or is damaged.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            stream.seek(0)
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(max(stream.tell() - _HEAD, 0))
            tail = stream.read()
        _refuse_bombs(path, name, password)
    except OSError as error:
        raise UnreadableDocumentError(
            name,
            system_reason(error),
            "check that the file is there and may be read",
        ) from error
    key = password.encode() if password is not None else None
    document = pdfium.load_document(str(path).encode(), key)
    if not document:
        raise _refusal(name, pdfium.last_error(), head, tail, password)
    try:
        if pdfium.page_count(document) < 1:
            raise UnreadableDocumentError(name, "it has no pages", _NEW_COPY)
        yield document, digest
    finally:
        pdfium.close_document(document)


def _refuse_bombs(path: Path, name: str, password: str | None) -> None:
    if unpacks_endlessly(path, password):
        reason = "it unpacks to more than any real programme"
    elif draws_endlessly(path, password):
        reason = "it draws figures within figures without end"
    else:
        return
    raise UnreadableDocumentError(name, reason, _NEW_COPY)


def _refusal(
    name: str, error: int, head: bytes, tail: bytes, password: str | None
) -> UnreadableDocumentError:
    """The error for a document that PDFium does not open."""
    if error == pdfium.WRONG_PASSWORD:
        return locked(name, password)
    if error == pdfium.UNKNOWN_SECURITY:
        return unknown_lock(name)
    if not head.strip():
        return UnreadableDocumentError(name, "it is empty", _NEW_COPY)
    if b"%PDF-" not in head:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        kind = next((kind for mark, kind in _KINDS if start.startswith(mark)), "")
        reason = f"it is not a PDF but {kind}" if kind else "it is not a PDF"
        return UnreadableDocumentError(name, reason, "save it as PDF")
    if b"%%EOF" not in tail:
        reason = "it breaks off before its end"
        return UnreadableDocumentError(name, reason, "download or copy it again")
    return UnreadableDocumentError(name, "it is damaged", _NEW_COPY)
