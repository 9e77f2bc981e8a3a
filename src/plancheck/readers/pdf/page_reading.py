"""All pages of an opened file, one after another; those without text from their pictures."""

from collections.abc import Iterator

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.health import RECOGNISABLE, PageHealth
from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.pages import PageContent, read_page
from plancheck.readers.pdf.tags import mark_lines
from plancheck.sdk import MissingToolError

MAX_PAGES = 5_000
"""Pages that are read; the longest real programme met has 700."""


def read_pages(document: pdfium.Handle) -> list[PageContent]:
    """What stands on the pages; nothing for one that is too damaged to be opened."""
    return list(_contents(document))


def _contents(document: pdfium.Handle) -> Iterator[PageContent]:
    is_tagged = bool(pdfium.is_tagged(document))
    before = None
    for index in range(min(pdfium.page_count(document), MAX_PAGES)):
        with open_page(document, index) as page:
            if page is None:
                frame = Frame(0.0, 0.0, 0.0, 0.0)
                health = PageHealth(is_unopened=True)
                yield PageContent(index + 1, frame, health=health)
                continue
            content = read_page(page, index + 1, before=before)
            before = content
            if is_tagged:
                lines = [item for item in content.items if isinstance(item, Line)]
                mark_lines(page, lines)
            yield content


def recognise(document: pdfium.Handle, pages: list[PageContent]) -> None:
    """Put what was read from their pictures in the place of pages without usable text.

    Args:
        document: The open file.
        pages: All that are read, in order.

    Raises:
        MissingToolError: What reading pictures needs is not installed.
    """
    indexes = [
        index for index, page in enumerate(pages) if page.health.flaw in RECOGNISABLE
    ]
    if not indexes:
        return
    try:
        from plancheck.readers.pdf.recognition import (  # noqa: PLC0415 - an extra
            recognised_pages,
        )
    except ImportError as error:
        remedy = 'install it with: pip install "plancheck[ocr]"'
        raise MissingToolError("plancheck[ocr]", remedy) from error

    for content in recognised_pages(document, indexes):
        pages[content.number - 1] = content
