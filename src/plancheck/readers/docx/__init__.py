"""Word documents, read to the last character that a reader of the page sees."""

from pathlib import Path

from plancheck.sdk import Document, Reader, ReadingOptions


def read_docx(
    path: Path, *, name: str | None = None, password: str | None = None
) -> Document:
    """The final view of a Word document: insertions in, deletions out, numbers as printed.

    Args:
        path: The file.
        name: What the document is called; without it, as the path.
        password: What opens the file, where it is locked.

    Raises:
        UnreadableDocumentError: The file is no Word document, or one that cannot be opened.
    """
    from plancheck.readers.docx.reading import (  # noqa: PLC0415 - see below
        read,
    )

    # lxml and python-docx take 0.15 s to import, which `plancheck --help` need not pay.
    return read(path, name=name, password=password)


def _read_with(path: Path, options: ReadingOptions) -> Document:
    return read_docx(path, password=options.password)


READER = Reader("docx", (".docx", ".docm"), read_docx, _read_with)

__all__ = ["READER", "read_docx"]
