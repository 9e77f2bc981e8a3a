"""The ruling lines of a page, of whatever its producer drew them with."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_void_p
from dataclasses import dataclass, field

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.corners import Corners, around
from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.shades import edges_of_cells

MAX_PATHS = 30_000
"""Shapes of one page that are looked at; a page with more is a map or a drawing."""

MAX_OBJECTS = 200_000
"""Objects of one page that are looked at, text among them."""

_THIN = 4.0  # points: a filled box no wider is a line
_LONG = 1.0  # points: a shorter line rules nothing
_LARGE = 0.05  # of the page: a smaller picture is a sign or a logo
_MAX_SEGMENTS = 400  # of a path: a line has one, a box four, a drawing thousands
_BOX_SEGMENTS = 6
_MAX_DEPTH = 8
_STRAIGHT = 0.7  # points that a ruling line may lean


@dataclass(slots=True)
class Rulings:
    """Lines as (position, start, end): the x of upright ones, the y of level ones.

    Positions are those on the page as shown. The edges are those of filled areas, which may
    shade cells or single lines of text. `image_share` is the part of the page that
    pictures cover, which some producers cut into strips, `image` the box around all but
    small pictures, `image_count` how many pictures there are; `is_cut` says that there
    were too many shapes to look at.
    """

    upright: list[tuple[float, float, float]] = field(default_factory=list)
    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright_edges: list[tuple[float, float, float]] = field(default_factory=list)
    level_edges: list[tuple[float, float, float]] = field(default_factory=list)
    image_share: float = 0.0
    image: Corners | None = None
    image_count: int = 0
    is_cut: bool = False


_Transform = tuple[float, float, float, float, float, float]
_PLAIN: _Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class RulingReader:
    """Reads the shapes of one page."""

    def __init__(self, page: pdfium.Handle, frame: Frame) -> None:
        self._page = page
        self._frame = frame
        self._room = pdfium.Room(4)
        self._mode, self._stroke = c_int(), c_int()
        self._references = byref(self._mode), byref(self._stroke)
        self._left = MAX_OBJECTS
        self._paths_left = MAX_PATHS
        self._found = Rulings()
        self._shades: list[Corners] = []

    def read(self) -> Rulings:
        """All lines, those inside forms too."""
        count = pdfium.object_count(self._page)
        items = (pdfium.page_object(self._page, index) for index in range(count))
        self._read(items, _PLAIN, 0)
        self._found.is_cut = self._left <= 0 or self._paths_left <= 0
        lines = [line[0] for line in self._found.upright]
        area = self._frame.width * self._frame.height
        level, upright = edges_of_cells(self._shades, lines, area)
        self._found.level_edges += level
        self._found.upright_edges += upright
        return self._found

    def _read(
        self, items: Iterator[pdfium.Handle], transform: _Transform, depth: int
    ) -> None:
        kind_of = pdfium.object_kind
        for handle in items:
            self._left -= 1
            if self._left <= 0 or self._paths_left <= 0:
                return
            item = c_void_p(handle)
            kind = kind_of(item)
            if kind == pdfium.PATH:
                self._paths_left -= 1
                self._read_path(item, transform)
            elif kind == pdfium.IMAGE:
                box = _moved(self._bounds(item), transform)
                self._note_image(box)
            elif kind == pdfium.FORM and depth < _MAX_DEPTH:
                count = pdfium.form_object_count(handle)
                inside = (pdfium.form_object(handle, index) for index in range(count))
                self._read(inside, _within(item, transform), depth + 1)

    def _bounds(self, item: c_void_p) -> Corners:
        """Left, bottom, right and top in the coordinates of what holds the object."""
        if not pdfium.object_bounds(item, *self._room.references):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._room.values()
        return left, bottom, right, top

    def _note_image(self, box: Corners) -> None:
        self._found.image_count += 1
        area = abs(box[2] - box[0]) * abs(box[3] - box[1])
        whole = self._frame.width * self._frame.height
        share = min(area / whole, 1.0) if whole else 0.0
        self._found.image_share = min(self._found.image_share + share, 1.0)
        if share >= _LARGE:
            shown = self._frame.shown(*box)
            self._found.image = around((self._found.image or shown, shown))

    def _read_path(self, item: c_void_p, transform: _Transform) -> None:
        pdfium.draw_mode(item, *self._references)
        if not (self._mode.value or self._stroke.value):
            return
        left, bottom, right, top = self._bounds(item)
        if transform is not _PLAIN:
            left, bottom, right, top = _moved((left, bottom, right, top), transform)
        width, height = right - left, top - bottom
        if width <= _THIN or height <= _THIN:
            if width > _LONG or height > _LONG:
                self._add_line(left, bottom, right, top, is_edge=False)
            return
        is_edge = not self._stroke.value
        if is_edge and pdfium.segment_count(item) <= _BOX_SEGMENTS:
            self._shades.append(self._frame.shown(left, bottom, right, top))
            return
        for x0, y0, x1, y1 in _segments(item, transform):
            if abs(x1 - x0) <= _STRAIGHT or abs(y1 - y0) <= _STRAIGHT:
                box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
                self._add_line(*box, is_edge=is_edge)

    def _add_line(
        self, left: float, bottom: float, right: float, top: float, *, is_edge: bool
    ) -> None:
        """A thin box as a line along its middle."""
        x0, y0, x1, y1 = self._frame.shown(left, bottom, right, top)
        found = self._found
        if x1 - x0 >= y1 - y0:
            if x1 - x0 > _LONG:
                lines = found.level_edges if is_edge else found.level
                lines.append(((y0 + y1) / 2, x0, x1))
        elif y1 - y0 > _LONG:
            lines = found.upright_edges if is_edge else found.upright
            lines.append(((x0 + x1) / 2, y0, y1))


def _segments(item: c_void_p, transform: _Transform) -> Iterator[Corners]:
    """The straight pieces of a path, each from point to point."""
    count = min(pdfium.segment_count(item), _MAX_SEGMENTS)
    along, up = c_float(), c_float()
    into = byref(along), byref(up)
    matrix = pdfium.Matrix()
    pdfium.object_matrix(item, byref(matrix))
    own = _product(_values(matrix), transform)
    start = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.segment_at(item, index)
        pdfium.segment_point(segment, *into)
        point = _placed(along.value, up.value, own)
        kind = pdfium.segment_kind(segment)
        if kind == pdfium.MOVE_TO:
            start = point
        elif kind == pdfium.LINE_TO:
            yield (*last, *point)
        last = point
        if pdfium.segment_closes(segment):
            yield (*last, *start)
            last = start


def _values(matrix: pdfium.Matrix) -> _Transform:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _within(item: c_void_p, transform: _Transform) -> _Transform:
    """The transform of what stands inside a form."""
    matrix = pdfium.Matrix()
    if not pdfium.object_matrix(item, byref(matrix)):
        return transform
    return _product(_values(matrix), transform)


def _product(first: _Transform, second: _Transform) -> _Transform:
    """What is transformed by the first, then by the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _placed(x: float, y: float, transform: _Transform) -> tuple[float, float]:
    a, b, c, d, e, f = transform
    return a * x + c * y + e, b * x + d * y + f


def _moved(box: Corners, transform: _Transform) -> Corners:
    """The box around a box that was transformed."""
    left, bottom, right, top = box
    corners = [
        _placed(x, y, transform)
        for x, y in ((left, bottom), (left, top), (right, bottom), (right, top))
    ]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
