"""The ruling lines of a scanned page, found among its dots."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from plancheck.readers.pdf.bitmap import Bitmap
from plancheck.readers.pdf.drawing import POINTS
from plancheck.readers.pdf.rulings import Rulings

Dots = npt.NDArray[np.bool_]

_CONTRAST = 35  # of 255: a line on a shaded row, a thin one grey after scanning
_REACH = 2  # dots up and down within which a border shows
_LONG = 30.0  # points: a shorter line rules nothing
_LONGER_THAN_WORDS = 60.0  # points that the letters of no word run together for
_NEAR = 3.0  # points between the end of a level line and the upright one it meets
_THICK = 5.0  # points: what is thicker is a shaded area or a picture
_ASKEW = 0.012  # of its length that a line may rise on a sheet that lay askew
_BREAK = 2.0  # points: a scanner leaves such gaps in a line
_STROKE = 1.5  # points to each side of a line that are its own
_TALLER_THAN_LETTERS = 12.0  # points: a line that runs on is no letter of a banner row
_DARK, _WHITE = 128, 255
_MAX_STRETCHES = 20_000  # of one page: a photograph has more, and no lines
_LEAN = 3  # dots to each side over which a sheet that lay askew lets a line wander


def scanned_rulings(bitmap: Bitmap) -> Rulings:
    """The level and upright lines, in points from the page's top left corner."""
    dots = np.frombuffer(bitmap.dots, dtype=np.uint8)
    grey = dots.reshape(bitmap.height, bitmap.width).astype(np.int16)
    scale = POINTS / bitmap.dpi
    upright = list(_lines(_borders(grey.T), scale, _LONG))
    columns = [line[0] for line in upright]
    level = [
        line
        for line in _lines(_borders(grey), scale, _LONG)
        if line[2] - line[1] >= _LONGER_THAN_WORDS
        or (_is_near(line[1], columns) and _is_near(line[2], columns))
    ]
    return Rulings(upright=upright, level=level)


def without_lines(bitmap: Bitmap, rulings: Rulings) -> Bitmap:
    """The picture without its upright lines, which Tesseract takes for letters."""
    dots = np.frombuffer(bitmap.dots, dtype=np.uint8)
    grey = dots.reshape(bitmap.height, bitmap.width).copy()
    scale = bitmap.dpi / POINTS
    for x, top, bottom in rulings.upright:
        left, right = max(x - _STROKE, 0), x + _STROKE
        band = grey[
            round(top * scale) : round(bottom * scale),
            round(left * scale) : round(right * scale),
        ]
        is_dark = np.any(band < _DARK, axis=1)
        for start, end in _runs(is_dark, _BREAK, _TALLER_THAN_LETTERS * scale):
            band[start:end] = _WHITE
    return replace(bitmap, dots=grey.tobytes())


def _is_near(place: float, columns: list[float]) -> bool:
    return any(abs(place - each) <= _NEAR for each in columns)


def _borders(grey: npt.NDArray[np.int16]) -> Dots:
    """Where a dot differs from those above: at a line, and at the edge of a shaded row."""
    found = np.zeros(grey.shape, dtype=np.bool_)
    found[_REACH:-_REACH] = np.abs(grey[2 * _REACH :] - grey[: -2 * _REACH]) > _CONTRAST
    return found


def _lines(
    borders: Dots, scale: float, least: float
) -> Iterator[tuple[float, float, float]]:
    """Position, start and end of each line that runs along the rows."""
    wide = borders.copy()
    for shift in range(1, _LEAN + 1):
        wide[shift:] |= borders[:-shift]
        wide[:-shift] |= borders[shift:]
    stretches: list[tuple[int, int, int]] = []
    for row in np.flatnonzero(wide.sum(axis=1) * scale >= least):
        runs = _runs(wide[row], _BREAK / scale, least / scale)
        stretches += ((int(row), start, end) for start, end in runs)
        if len(stretches) > _MAX_STRETCHES:
            return
    for first, last, start, end in _bundles(stretches):
        thickness = last - first - 2 * (_LEAN + _REACH)
        if thickness * scale <= _THICK + _ASKEW * (end - start) * scale:
            yield (first + last + 1) / 2 * scale, start * scale, end * scale


def _runs(row: Dots, gap: float, least: float) -> Iterator[tuple[int, int]]:
    """Where a row has a border for at least so many dots, over gaps of at most so many."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False]))))
    starts, ends = edges[::2], edges[1::2]
    is_parted = starts[1:] - ends[:-1] > gap
    firsts = np.concatenate((starts[:1], starts[1:][is_parted]))
    lasts = np.concatenate((ends[:-1][is_parted], ends[-1:]))
    is_long = lasts - firsts >= least
    yield from zip(firsts[is_long].tolist(), lasts[is_long].tolist(), strict=True)


def _bundles(
    stretches: list[tuple[int, int, int]],
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of rows above each other as one line: its rows, its start and its end."""
    is_open: list[list[int]] = []
    for row, start, end in stretches:
        still = [line for line in is_open if line[1] >= row - 1]
        yield from ((a, b, c, d) for a, b, c, d in is_open if b < row - 1)
        is_open = still
        for line in still:
            if start <= line[3] and end >= line[2]:
                line[1] = row
                line[2], line[3] = min(line[2], start), max(line[3], end)
                break
        else:
            is_open.append([row, row, start, end])
    yield from ((a, b, c, d) for a, b, c, d in is_open)
