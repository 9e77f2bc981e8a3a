"""Tells a map or a diagram that stands as a picture among pages of text from a scanned sheet.

A scanned sheet is black on paper and fills its page, or is grey where it was pasted into
one: a decision with its signatures. A map is coloured, and the page that it was put on
keeps its margins. In doubt a picture is a scan, so that what may stand on it is not called
missing.
"""

from collections.abc import Sequence

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.drawing import drawing
from plancheck.readers.pdf.photographs import LOOK_DPI

_MOST_DOTS = 4_000_000
_STEP = 3  # every so manieth dot across is looked at
_STRONG = 48  # of 256: the colours of a shade differ so much, those of old paper less
_COLOURED = 0.05  # of the dots: a stamp and a signature have fewer
_SHEET = 0.85  # of the page, each way: a picture that fills more was scanned with it
_LONE = 0.05  # of the pages of a file: more pictures than that are how it was made


def are_few(numbers: Sequence[int], page_count: int) -> bool:
    """Whether pages, by their numbers, are single pictures in a file of text.

    Covers do not count.
    """
    inside = {number for number in numbers if 1 < number < page_count}
    is_run = any(number + 1 in inside for number in inside)
    return not is_run and len(inside) <= _LONE * page_count


def is_figure(document: pdfium.Handle, page_index: int, box: Corners) -> bool:
    """Whether the picture in a box of a page is coloured and leaves margins."""
    page = pdfium.load_page(document, page_index)
    if not page:
        return False
    try:
        return _leaves_margins(page, box) and _coloured_share(page, box) >= _COLOURED
    finally:
        pdfium.close_page(page)


def _leaves_margins(page: pdfium.Handle, box: Corners) -> bool:
    wide: float = pdfium.page_width(page)
    high: float = pdfium.page_height(page)
    left, top, right, bottom = box
    return right - left < _SHEET * wide or bottom - top < _SHEET * high


def _coloured_share(page: pdfium.Handle, box: Corners) -> float:
    """The share of the dots in a box of points whose colours are far from grey."""
    picture = drawing(page, pdfium.BLUE_GREEN_RED, LOOK_DPI, _MOST_DOTS)
    left, top, right, bottom = (max(round(each * picture.scale), 0) for each in box)
    right, bottom = min(right, picture.width), min(bottom, picture.height)
    seen = coloured = 0
    for row in range(top, bottom, _STEP):
        start = (row * picture.width + left) * 3
        dots = picture.dots[start : start + (right - left) * 3]
        parts = (dots[part :: 3 * _STEP] for part in range(3))
        for colours in zip(*parts, strict=True):
            seen += 1
            coloured += max(colours) - min(colours) >= _STRONG
    return coloured / max(seen, 1)
