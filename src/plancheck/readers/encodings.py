"""The text of a file, whatever it is encoded in."""

import codecs
import hashlib
from pathlib import Path

from plancheck.sdk import UnreadableDocumentError, system_reason

MAX_BYTES = 10_000_000
"""The largest text that is read; the longest real programme met has 3 MB of text."""


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file and the SHA-256 of its bytes.

    UTF-8 and UTF-16 are told by their marks; what is not UTF-8 is taken for Windows-1257,
    in which older Latvian files are written.

    Raises:
        UnreadableDocumentError: The file cannot be opened, is no text or has none.
    """
    try:
        is_too_large = path.stat().st_size > MAX_BYTES
        content = b"" if is_too_large else path.read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(
            str(path),
            system_reason(error),
            "check that the file is there and may be read",
        ) from error
    if is_too_large:
        raise UnreadableDocumentError(
            str(path),
            "it is larger than the text of any real programme",
            "split it into volumes, or check that it is the right file",
        )
    try:
        text = _decoded(content)
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(
            str(path), "it is not written as text", "save it as UTF-8 text"
        ) from error
    if not text.strip():  # every part would be missing from it, and nobody wrote that
        raise UnreadableDocumentError(
            str(path), "the file is empty", "get a new copy of it"
        )
    return text, hashlib.sha256(content).hexdigest()


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1257")
    if "\0" in text:
        raise UnicodeDecodeError("utf-8", content[:1], 0, 1, "a zero byte")
    return text
