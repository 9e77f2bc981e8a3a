"""Pages that are pictures without text: scanned sheets, photographs or figures."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.bitmap import drawn
from plancheck.readers.pdf.figures import are_few, is_figure
from plancheck.readers.pdf.pages import PageContent
from plancheck.readers.pdf.photographs import LOOK_DPI, is_photograph

_MAX_PICTURES = 30
"""Pages without text that are looked at; a file with more of them is a scanned one."""

_MAX_PIECES = 200
"""Pictures that a page is laid of; one with more is not drawn."""


def tell_pictures(document: pdfium.Handle, pages: Sequence[PageContent]) -> None:
    """Tell photographs and figures among the pages that were taken for scanned sheets.

    To draw all the pages of a scanned file would take longer than to read it.

    Args:
        document: The open file.
        pages: All of it that is read; the health of those that are no sheets is changed.
    """
    pictures = [
        page
        for page in pages
        if page.health.is_scan and page.image_count <= _MAX_PIECES
    ]
    if len(pictures) > _MAX_PICTURES:
        return
    for page in pictures:
        sheet = drawn(document, page.number - 1, LOOK_DPI)
        if sheet and page.image and is_photograph(sheet.part(*page.image)):
            page.health = replace(page.health, is_scan=False, is_photograph=True)
    scans = [page for page in pictures if page.health.is_scan]
    if not are_few([page.number for page in scans], pdfium.page_count(document)):
        return
    for page in scans:
        if page.image and is_figure(document, page.number - 1, page.image):
            page.health = replace(page.health, is_scan=False, is_figure=True)
