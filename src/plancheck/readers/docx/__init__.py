"""Word documents, read to the last character that a reader of the page sees."""

from collections.abc import Sequence
from pathlib import Path

from plancheck.sdk import Document, Note, Reader, ReadingOptions


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


def annotate_docx(path: Path, notes: Sequence[Note], _options: ReadingOptions) -> bytes:
    """A copy of a Word document with notes as comments, all else as it is.

    Raises:
        AnnotationError: A password locks the file, or a part of it is damaged.
        UnreadableDocumentError: The file is no Word document.
    """
    from plancheck.readers.docx.annotating import (  # noqa: PLC0415 - as in `read_docx`
        annotate,
    )

    return annotate(path, notes)


READER = Reader("docx", (".docx", ".docm"), read_docx, _read_with, annotate_docx)

__all__ = ["READER", "annotate_docx", "read_docx"]
