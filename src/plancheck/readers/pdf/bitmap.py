"""A page as a picture, for reading what has no text layer."""

from ctypes import c_void_p, string_at
from dataclasses import dataclass

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


def draw(page: pdfium.Handle) -> Bitmap:
    """The page as a viewer shows it.

    Raises:
        MemoryError: The picture has no room.
    """
    points_wide, points_high = pdfium.page_width(page), pdfium.page_height(page)
    scale = DPI / _POINTS
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
