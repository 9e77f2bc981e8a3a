"""Old Word files, OpenDocument and RTF texts, converted by LibreOffice where there is one."""

from pathlib import Path

from plancheck.sdk import Document, Reader, ReadingOptions

SUFFIXES = (".doc", ".odt", ".rtf")
PROGRAMS = ("soffice", "libreoffice")
"""What LibreOffice is called by, the first that there is."""


def read_old_text(path: Path, *, password: str | None = None) -> Document:
    """The document of an old file, as LibreOffice converts it; the file stays as it is.

    Raises:
        UnreadableDocumentError: The file is no such text, there is no LibreOffice, or it
            cannot convert the file.
    """
    from plancheck.readers.oldtexts.reading import (  # noqa: PLC0415 - see below
        read,
    )

    # Few programmes have such a file.
    return read(path, password)


def _read_with(path: Path, options: ReadingOptions) -> Document:
    return read_old_text(path, password=options.password)


READERS = tuple(
    Reader(suffix[1:], (suffix,), read_old_text, _read_with, programs=PROGRAMS)
    for suffix in SUFFIXES
)

__all__ = ["READERS", "read_old_text"]
