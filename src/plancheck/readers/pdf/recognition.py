"""Reads pages without a usable text layer by Tesseract, as pages with a text layer.

Tesseract gives each page as a PDF of its own with an invisible text layer, so that what
reads every other page reads these too. Its models are on the machine: no page leaves it.
"""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytesseract
from PIL import Image

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.bitmap import Bitmap, drawn
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.pages import PageContent, read_page
from plancheck.readers.pdf.rulings import Rulings
from plancheck.readers.pdf.scanned_lines import scanned_rulings, without_lines
from plancheck.sdk import MissingToolError

LANGUAGES = ("lav", "eng")
"""What Tesseract calls the languages that programmes are written in."""

PAGE_SECONDS = 180
"""Time that one page may take; a dense table takes some ten seconds."""

_LEAST_LETTERS = 20  # a picture with fewer is a photograph with specks

_WORKERS = os.cpu_count() or 1


def recognised_pages(
    document: pdfium.Handle, page_indexes: Sequence[int]
) -> Iterator[PageContent]:
    """What stands on pages, read from their pictures; without those that hold no text.

    Args:
        document: The open file; PDFium draws its pages in this thread.
        page_indexes: Which pages, counted from 0.

    Raises:
        MissingToolError: Tesseract or its Latvian model is not installed.
    """
    models = "+".join(_models())
    with ThreadPoolExecutor(_WORKERS) as pool:
        # Only so many pictures at a time as are read: each takes nine megabytes.
        waiting: deque[tuple[int, Rulings, Future[bytes]]] = deque()
        for index in page_indexes:
            if len(waiting) > _WORKERS:
                yield from _content(*waiting.popleft())
            bitmap = drawn(document, index)
            if bitmap is not None:
                rulings = scanned_rulings(bitmap)
                read = pool.submit(_read, without_lines(bitmap, rulings), models)
                waiting.append((index, rulings, read))
        while waiting:
            yield from _content(*waiting.popleft())


def _content(
    page_index: int, rulings: Rulings, read: Future[bytes]
) -> Iterator[PageContent]:
    """The content of one page, as that of any other with a text layer."""
    content = read.result()
    document = pdfium.load_bytes(content, len(content), None)
    if not document:
        return
    try:
        with open_page(document, 0) as page:
            if page is not None:
                found = read_page(page, page_index + 1, rulings)
                if found.health.letters >= _LEAST_LETTERS:
                    found.health = replace(found.health, is_recognised=True)
                    yield found
    finally:
        pdfium.close_document(document)


def _read(bitmap: Bitmap, models: str) -> bytes:
    """The page as a PDF with a text layer; empty where Tesseract gave up."""
    size = bitmap.width, bitmap.height
    picture = Image.frombuffer("L", size, bitmap.dots, "raw", "L", 0, 1)
    config = f"--dpi {round(bitmap.dpi)} -c textonly_pdf=1"
    try:
        return bytes(
            pytesseract.image_to_pdf_or_hocr(
                picture, lang=models, config=config, timeout=PAGE_SECONDS
            )
        )
    except (RuntimeError, pytesseract.TesseractError):  # it took too long, or failed
        return b""


def _models() -> list[str]:
    """The installed models for our languages.

    Raises:
        MissingToolError: There is no Tesseract, or it does not know Latvian.
    """
    remedy = "install the packages tesseract-ocr and tesseract-ocr-lav"
    os.environ.setdefault(
        "OMP_THREAD_LIMIT", "1"
    )  # pages run beside each other instead
    try:
        installed = pytesseract.get_languages()
    except pytesseract.TesseractNotFoundError as error:
        raise MissingToolError("Tesseract", remedy) from error
    found = [each for each in LANGUAGES if each in installed]
    if LANGUAGES[0] not in found:
        raise MissingToolError("Latvian for Tesseract", remedy)
    return found
