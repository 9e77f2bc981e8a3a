"""Pages as pictures for people, with what is quoted from them outlined."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.drawing import drawing
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page import open_page
from plancheck.sdk import Box, ReadingOptions

DPI = 110
"""Dots an inch: the smallest at which a footnote can still be read."""

MAX_DOTS = 4_000_000
"""Dots of one picture; a plan of A0 size is drawn more coarsely."""

_OUTLINE = bytes((200, 20, 60))
_THICKNESS = 3
_MARGIN = 4  # dots between the words and the line around them


def draw_pages(
    path: Path, quoted: Mapping[int, Sequence[Box]], options: ReadingOptions
) -> Iterator[tuple[int, bytes]]:
    """Pages as PNG, in the order of their numbers; one that cannot be opened is left out.

    Args:
        path: The file.
        quoted: The boxes to outline, by the number of their page, counted from 1.
        options: How the file was read.

    Raises:
        UnreadableDocumentError: The file cannot be opened any more.
    """
    with open_pdf(path, options.password) as (document, _digest):
        count = pdfium.page_count(document)
        for number in sorted(quoted):
            if not 1 <= number <= count:
                continue
            with open_page(document, number - 1) as page:
                if page is not None:
                    yield number, _picture(page.handle, quoted[number])


def _picture(page: pdfium.Handle, boxes: Sequence[Box]) -> bytes:
    found = drawing(page, pdfium.BLUE_GREEN_RED, DPI, MAX_DOTS)
    width, height, rows = found.width, found.height, _red_first(found.dots)
    for box in boxes:
        _outline(rows, width, height, _scaled(box, found.scale))
    return _png(rows, width, height)


def _red_first(dots: bytes) -> bytearray:
    """Red, green and blue of each dot, where PDFium gives blue first."""
    rows = bytearray(dots)
    rows[0::3], rows[2::3] = rows[2::3], rows[0::3]
    return rows


def _scaled(box: Box, scale: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in dots, with room around the words."""
    return (
        round(box.left * scale) - _MARGIN,
        round(box.top * scale) - _MARGIN,
        round(box.right * scale) + _MARGIN,
        round(box.bottom * scale) + _MARGIN,
    )


def _outline(
    rows: bytearray, width: int, height: int, box: tuple[int, int, int, int]
) -> None:
    """Draw a line around a box; what lies outside the page is left out."""
    left, right = (min(max(each, 0), width) for each in (box[0], box[2]))
    top, bottom = (min(max(each, 0), height) for each in (box[1], box[3]))
    for y in range(top, bottom):
        is_edge = y < top + _THICKNESS or y >= bottom - _THICKNESS
        pieces = (
            ((left, right),)
            if is_edge
            else ((left, left + _THICKNESS), (right - _THICKNESS, right))
        )
        for start, end in pieces:
            first, last = max(start, left), min(end, right)
            if first < last:
                at = 3 * (y * width + first)
                rows[at : at + 3 * (last - first)] = _OUTLINE * (last - first)


def _png(rows: bytearray, width: int, height: int) -> bytes:
    """A PNG file; the same dots give the same bytes."""
    lines = (
        b"\0" + bytes(rows[start : start + 3 * width])
        for start in range(0, 3 * width * height, 3 * width)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(b"".join(lines), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
