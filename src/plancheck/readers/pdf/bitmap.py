"""A page as a picture, for reading what has no text layer."""

from ctypes import c_void_p, string_at
from dataclasses import dataclass
from math import ceil

from plancheck.readers.pdf import pdfium

DPI = 300
"""Dots an inch: what Tesseract's models were trained for."""

MAX_DOTS = 60_000_000
"""Dots of one picture: an A2 sheet at 300; a larger page is drawn more coarsely."""

_POINTS = 72
_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Grey dots in rows from the top; 0 is black. `dpi` counts dots an inch."""

    width: int
    height: int
    dpi: float
    dots: bytes

    def part(self, left: float, top: float, right: float, bottom: float) -> "Bitmap":
        """What stands in a box of points from the top left corner of the page."""
        scale = self.dpi / _POINTS
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
    points_wide, points_high = pdfium.page_width(page), pdfium.page_height(page)
    scale = dpi / _POINTS
    dots = points_wide * points_high * scale * scale
    if dots > MAX_DOTS:
        scale *= (MAX_DOTS / dots) ** 0.5
    width = max(round(points_wide * scale), 1)
    height = max(round(points_high * scale), 1)
    handle = pdfium.new_bitmap(width, height, pdfium.GREY, None, 0)
    if not handle:
        raise MemoryError
    try:
        pdfium.fill_bitmap(handle, 0, 0, width, height, _WHITE)
        pdfium.draw_page(handle, page, 0, 0, width, height, 0, pdfium.WITH_MARKS)
        stride = pdfium.bitmap_stride(handle)
        rows = string_at(c_void_p(pdfium.bitmap_buffer(handle)), stride * height)
    finally:
        pdfium.close_bitmap(handle)
    if stride != width:
        starts = range(0, stride * height, stride)
        rows = b"".join(rows[start : start + width] for start in starts)
    return Bitmap(width, height, scale * _POINTS, rows)
