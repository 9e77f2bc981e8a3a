"""PDF files, read to blocks with their pages and boxes."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plancheck.sdk import Box, Document, Note, Reader, ReadingOptions


def read_pdf(
    path: Path, *, password: str | None = None, has_ocr: bool = False
) -> Document:
    """The text and tables of a PDF in reading order.

    Args:
        path: The file.
        password: What opens it.
        has_ocr: Read pages without usable text from their pictures.

    Raises:
        MissingToolError: What reading pictures needs is not installed.
        UnreadableDocumentError: The file is no PDF, is locked, or cannot be opened.
    """
    from plancheck.readers.pdf.reading import (  # noqa: PLC0415 - see below
        read,
    )

    # Loading PDFium takes 0.05 s, which `plancheck --help` need not pay.
    return read(path, password, has_ocr=has_ocr)


def _read_with(path: Path, options: ReadingOptions) -> Document:
    return read_pdf(path, password=options.password, has_ocr=options.has_ocr)


def _draw(
    path: Path, quoted: Mapping[int, Sequence[Box]], options: ReadingOptions
) -> Iterator[tuple[int, bytes]]:
    from plancheck.readers.pdf.pictures import (  # noqa: PLC0415 - as above
        draw_pages,
    )

    return draw_pages(path, quoted, options)


def annotate_pdf(path: Path, notes: Sequence[Note], options: ReadingOptions) -> bytes:
    """A copy of a PDF with notes as highlights and bookmarks, all else as it is.

    Raises:
        AnnotationError: The file is encrypted, or too damaged for a copy.
        UnreadableDocumentError: The file is no PDF, is locked, or cannot be opened.
    """
    from plancheck.readers.pdf.annotating import (  # noqa: PLC0415 - as in `read_pdf`
        annotate,
    )

    return annotate(path, notes, options.password)


READER = Reader(
    "pdf",
    (".pdf",),
    read_pdf,
    _read_with,
    annotate_pdf,
    draw=_draw,
    ocr_programs=("tesseract",),
)

__all__ = ["READER", "annotate_pdf", "read_pdf"]
