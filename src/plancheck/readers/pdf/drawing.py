"""A page drawn by PDFium: the dots, before anything is made of them."""

from ctypes import c_void_p, string_at
from dataclasses import dataclass

from plancheck.readers.pdf import pdfium

POINTS = 72
"""An inch."""

_WHITE = 0xFFFFFFFF
_DOT_BYTES = {pdfium.GREY: 1, pdfium.BLUE_GREEN_RED: 3}


@dataclass(frozen=True, slots=True)
class Drawing:
    """Dots in rows from the top, with nothing between the rows; `scale` is dots a point."""

    width: int
    height: int
    scale: float
    dots: bytes


def drawing(page: pdfium.Handle, kind: int, dpi: float, most_dots: int) -> Drawing:
    """The page as a viewer shows it, more coarsely where it has more dots than that.

    Args:
        page: An open page.
        kind: `pdfium.GREY` or `pdfium.BLUE_GREEN_RED`.
        dpi: Dots an inch.
        most_dots: Of the whole picture.

    Raises:
        MemoryError: The picture has no room.
    """
    points_wide, points_high = pdfium.page_width(page), pdfium.page_height(page)
    scale = dpi / POINTS
    dots = points_wide * points_high * scale * scale
    if dots > most_dots:
        scale *= (most_dots / dots) ** 0.5
    width = max(round(points_wide * scale), 1)
    height = max(round(points_high * scale), 1)
    handle = pdfium.new_bitmap(width, height, kind, None, 0)
    if not handle:
        raise MemoryError
    try:
        pdfium.fill_bitmap(handle, 0, 0, width, height, _WHITE)
        pdfium.draw_page(handle, page, 0, 0, width, height, 0, pdfium.WITH_MARKS)
        stride = pdfium.bitmap_stride(handle)
        rows = string_at(c_void_p(pdfium.bitmap_buffer(handle)), stride * height)
    finally:
        pdfium.close_bitmap(handle)
    row = width * _DOT_BYTES[kind]
    if stride != row:
        starts = range(0, stride * height, stride)
        rows = b"".join(rows[start : start + row] for start in starts)
    return Drawing(width, height, scale, rows)
