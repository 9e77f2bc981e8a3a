"""A page as a picture, for reading what has no text layer."""

from dataclasses import dataclass
from math import ceil

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.drawing import POINTS, drawing

DPI = 300
"""Dots an inch: what Tesseract's models were trained for."""

MAX_DOTS = 60_000_000
"""Dots of one picture: an A2 sheet at 300; a larger page is drawn more coarsely."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Grey dots in rows from the top; 0 is black. `dpi` counts dots an inch."""

    width: int
    height: int
    dpi: float
    dots: bytes

    def part(self, left: float, top: float, right: float, bottom: float) -> "Bitmap":
        """What stands in a box of points from the top left corner of the page."""
        scale = self.dpi / POINTS
        start, end = _dots(left * scale, right * scale, self.width)
        first, last = _dots(top * scale, bottom * scale, self.height)
        rows = range(first * self.width, last * self.width, self.width)
        dots = b"".join(self.dots[row + start : row + end] for row in rows)
        return Bitmap(end - start, last - first, self.dpi, dots)


def _dots(start: float, end: float, count: int) -> tuple[int, int]:
    """The whole dots between two places, of those that there are."""
    return min(max(ceil(start), 0), count), min(max(int(end), 0), count)


def drawn(document: pdfium.Handle, page_index: int, dpi: float = DPI) -> Bitmap | None:
    """A page of an open file, counted from 0; None where it cannot be opened.

    Raises:
        MemoryError: The picture has no room.
    """
    page = pdfium.load_page(document, page_index)
    if not page:
        return None
    try:
        return draw(page, dpi)
    finally:
        pdfium.close_page(page)


def draw(page: pdfium.Handle, dpi: float = DPI) -> Bitmap:
    """The page as a viewer shows it.

    Raises:
        MemoryError: The picture has no room.
    """
    found = drawing(page, pdfium.GREY, dpi, MAX_DOTS)
    return Bitmap(found.width, found.height, found.scale * POINTS, found.dots)
