"""Tells a photograph that fills a page from a scanned sheet.

A sheet is paper of one shade with strokes on it, also where it is grey, faint or lit from
one side. A photograph has no such ground: its shades change everywhere. In doubt a picture
is a scan, so that what may stand on it is not called missing.
"""

from collections import Counter
from collections.abc import Iterator

from plancheck.readers.pdf.bitmap import Bitmap

LOOK_DPI = 48
"""Dots an inch that a picture is drawn with to be looked at."""

_TILE = 8  # dots: at 48 an inch as high as a line of text
_SHADES = 16  # of 256 that the ground of a page may vary by
_PAPER = 0.4  # of a page: so much of one shade is paper, or an even design
_BUSY = 40  # of 256: a tile with less contrast holds neither strokes nor an outline
_EVEN = 0.12  # of a tile's contrast that its ground may vary by
_GROUND = 0.45  # of a tile with strokes is ground
_FAR = 0.4  # of a tile's contrast between its ground and a stroke
_STROKES = 0.08, 0.6  # of a tile's dots
_SHARE = 0.4  # of the busy tiles have strokes on a sheet with text


def is_photograph(bitmap: Bitmap) -> bool:
    """Whether a picture has neither the ground nor the strokes of a sheet with text."""
    if _ground_share(bitmap.dots) >= _PAPER:
        return False
    busy = [tile for tile in _tiles(bitmap) if tile[-1] - tile[0] >= _BUSY]
    with_strokes = sum(map(_has_strokes, busy))
    return with_strokes < _SHARE * len(busy)


def _ground_share(dots: bytes) -> float:
    """The share of the dots that are nearest to one shade."""
    count = Counter(dots)
    most = max(
        sum(count[shade] for shade in range(first, first + _SHADES + 1))
        for first in range(256 - _SHADES)
    )
    return most / max(len(dots), 1)


def _tiles(bitmap: Bitmap) -> Iterator[list[int]]:
    """The dots of each tile, the darkest first."""
    dots, width = bitmap.dots, bitmap.width
    for top in range(0, bitmap.height - _TILE + 1, _TILE):
        for left in range(0, width - _TILE + 1, _TILE):
            starts = range(top * width + left, (top + _TILE) * width, width)
            yield sorted(b"".join(dots[each : each + _TILE] for each in starts))


def _has_strokes(tile: list[int]) -> bool:
    """Whether a tile is even ground with some strokes that stand out from it."""
    contrast = tile[-1] - tile[0]
    room = _EVEN * contrast
    most, ground, end = 0, 0.0, 0
    for index, shade in enumerate(tile):
        while end < len(tile) and tile[end] <= shade + room:
            end += 1
        if end - index > most:
            most, ground = end - index, shade + room / 2
    if most < _GROUND * len(tile):
        return False
    least, greatest = _STROKES
    strokes = sum(abs(shade - ground) > _FAR * contrast for shade in tile)
    return least * len(tile) <= strokes < greatest * len(tile)
