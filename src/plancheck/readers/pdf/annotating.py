"""A copy of a PDF with notes in it as highlights, and nothing else changed.

The copy is the file itself with an addition at its end, which holds the marks; where the
file does not allow that, it is written anew. Either is opened and compared before it is
handed out: the same pages with the same text.
"""

import ctypes
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.marks import mark
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.pypdfs import DAMAGE, quiet
from plancheck.readers.pdf.spots import Spot, spots_of
from plancheck.sdk import AnnotationError, Note


def annotate(path: Path, notes: Sequence[Note], password: str | None) -> bytes:
    """The bytes of a copy of a file with the notes in it.

    Raises:
        AnnotationError: The file is encrypted, or so damaged that no copy has its pages.
        UnreadableDocumentError: The file is no PDF, is locked, or cannot be opened.
    """
    with open_pdf(path, password) as (document, _):
        content = path.read_bytes()
        spots = spots_of(document, notes)
        with quiet():
            _require_unencrypted(str(path), content)
            for is_addition in (True, False):
                copy = _copied(content, spots, is_addition=is_addition)
                if copy is not None and _is_same(document, copy, spots):
                    return copy
    reason = "it is damaged, and a copy of it would not have the same pages"
    remedy = "export it again as PDF, and check that file"
    raise AnnotationError(str(path), reason, remedy)


def _require_unencrypted(name: str, content: bytes) -> None:
    """Marks in an encrypted file would be encrypted too, by a key that is not ours."""
    try:
        is_encrypted = PdfReader(BytesIO(content)).is_encrypted
    except DAMAGE:
        return  # to be told when no copy can be made
    if is_encrypted:
        reason = "it is encrypted, and the copy would be open to everybody"
        remedy = "save it without a password and without limits, and check that file"
        raise AnnotationError(name, reason, remedy)


def _copied(
    content: bytes, spots: Sequence[Spot], *, is_addition: bool
) -> bytes | None:
    """The file with the marks, as an addition to its end or written anew; None if damaged."""
    stream = BytesIO()
    try:
        if is_addition:
            writer = PdfWriter(BytesIO(content), incremental=True)
        else:
            writer = PdfWriter(clone_from=BytesIO(content))
        mark(writer, spots)
        writer.write(stream)
    except DAMAGE:
        return None
    copy = stream.getvalue()
    is_whole = copy.startswith(content) or not is_addition
    return copy if is_whole else None


def _is_same(document: pdfium.Handle, copy: bytes, spots: Sequence[Spot]) -> bool:
    """Whether a copy has as many pages, with the same text and all marks on those marked."""
    opened = pdfium.load_bytes(ctypes.c_char_p(copy), len(copy), None)
    if not opened:
        return False
    try:
        if pdfium.page_count(opened) != pdfium.page_count(document):
            return False
        marked = Counter(spot.page_index for spot in spots)
        return all(
            _text(opened, index) == _text(document, index)
            and _mark_count(opened, index) >= count
            for index, count in marked.items()
        )
    finally:
        pdfium.close_document(opened)


def _text(document: pdfium.Handle, index: int) -> str | None:
    with open_page(document, index) as page:
        return page.text if page else None


def _mark_count(document: pdfium.Handle, index: int) -> int:
    with open_page(document, index) as page:
        return int(pdfium.annotation_count(page.handle)) if page else 0
