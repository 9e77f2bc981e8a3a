"""An open page: its words, and how their characters look."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref, c_double, c_void_p, create_string_buffer
from math import hypot, pi
from typing import NamedTuple

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.frame import QUARTER, Frame
from plancheck.readers.pdf.words import Word
from plancheck.sdk import lazy_pattern

MAX_CHARS = 300_000
"""Characters of one page that are read; a page of a map with labels has some ten thousand."""

_WORD = lazy_pattern(r"[^\s\ufffe\x02\x00]+[\ufffe\x02]?")
_MARK_INSIDE = lazy_pattern(r"[^\W\d_A-Z][)”\"»]?\d{1,3}[^\w\s]{1,3}$")
_AFTER_MARK = frozenset('.,;:!?)”"»')
_NUMBER = lazy_pattern(r"\d")
_SMALLER = 0.87  # a raised digit to the letters beside it
_LEAST = 0.5  # points that sizes of letters differ by
_SAMPLE = 24
_BOLD = lazy_pattern(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


class Style(NamedTuple):
    """How a character looks: size in points, weight by the name of its font.

    A printer driver may write fonts without telling names, such as `CIDFont+F4`.
    """

    size: float
    is_bold: bool
    font: str = ""


class OpenPage:
    """A page while PDFium has it open.

    `text` has PDFium's marks for hyphens at line ends. What a page asks of its characters
    goes by their index in PDFium, which is that in `text` but where characters were left
    out of it.
    """

    def __init__(self, page: pdfium.Handle, text: pdfium.Handle) -> None:
        self.handle = page
        self._text_page = text
        self._matrix = pdfium.Matrix()
        self._into_matrix = byref(self._matrix)
        self._fonts: dict[int, tuple[bool, str]] = {}
        count = min(max(pdfium.char_count(text), 0), MAX_CHARS)
        self.text = pdfium.page_text(text, count) if count else ""
        self._differ = len(self.text) != count
        self.frame = _frame(page)

    def words(self) -> list[Word]:
        """The words in the file's order; the frame turns with text that stands sideways."""
        spans = [match.span() for match in _WORD.finditer(self.text)]
        if not spans:
            return []
        turn = self._turn_of_text(spans)
        if turn:
            old = self.frame
            turned = (old.turn + turn) % 360
            self.frame = Frame(old.left, old.bottom, old.right, old.top, turned)
        return self._boxed(spans)

    def _boxed(self, spans: Sequence[tuple[int, int]]) -> list[Word]:
        """Words of two box queries each, for the first and the last letter."""
        found: list[Word] = []
        add, new, text, frame = found.append, tuple.__new__, self.text, self.frame
        page, ask, differ = c_void_p(self._text_page), pdfium.char_box, self._differ
        first, last = pdfium.Room(4), pdfium.Room(4)
        into_first, into_last = first.reference, last.reference
        first_box, last_box = first.values, last.values
        is_upright, x, y = frame.turn == 0, frame.left, frame.top
        for start, end in spans:
            at, to = start, end - 1
            if differ:
                at, to = self._index(at), self._index(to)
            ask(page, at, into_first)
            ask(page, to, into_last)
            # PDFium says top above bottom, both from the bottom of the page.
            left, top, first_right, bottom = first_box()
            last_left, last_top, right, last_bottom = last_box()
            height = top - bottom
            is_even = 0.87 * height < last_top - last_bottom < 1.15 * height
            if not is_even and self._is_mixed(start, end):
                found += self._pieces(start, end)
                continue
            if last_top > top:  # noqa: PLR1730 - `max` takes four times as long
                top = last_top
            if last_bottom < bottom:  # noqa: PLR1730
                bottom = last_bottom
            if is_upright:
                box = left - x, y - top, right - x, y - bottom
            else:
                left, right = min(left, last_left), max(first_right, right)
                box = frame.shown(left, bottom, right, top)
            add(new(Word, (*box, text[start:end], start)))
        return found

    def with_marks_parted(self, words: Sequence[Word]) -> list[Word]:
        """The words, those parted that have a raised number before a comma or the like."""
        found: list[Word] = []
        for word in words:
            text = word.text
            if text[-1] in _AFTER_MARK and _MARK_INSIDE.search(text):
                end = word.at + len(text)
                if self._is_mixed(word.at, end):
                    found += self._pieces(word.at, end)
                    continue
            found.append(word)
        return found

    def _index(self, position: int) -> int:
        """PDFium's index of a character of the text."""
        if not self._differ:
            return position
        return int(pdfium.char_index(self._text_page, position))

    def _is_mixed(self, start: int, end: int) -> bool:
        """Whether letters are of different sizes; some fonts tell no common height."""
        positions = {start, end - 1}
        if number := _NUMBER.search(self.text, start, end):
            positions.add(number.start())
        sizes = [self._size_at(self._index(position)) for position in positions]
        return min(sizes) < _SMALLER * max(sizes)

    def _pieces(self, start: int, end: int) -> Iterator[Word]:
        """A word in pieces, each of letters of one size."""
        sizes = [self._size_at(self._index(position)) for position in range(start, end)]
        begin = 0
        for index in range(1, len(sizes) + 1):
            if index < len(sizes) and abs(sizes[index] - sizes[begin]) < _LEAST:
                continue
            boxes = [self.box_of(start + each) for each in range(begin, index)]
            yield Word(
                min(box[0] for box in boxes),
                min(box[1] for box in boxes),
                max(box[2] for box in boxes),
                max(box[3] for box in boxes),
                self.text[start + begin : start + index],
                start + begin,
            )
            begin = index

    def box_of(self, position: int) -> Corners:
        """Left, top, right and bottom of a character as shown."""
        box = pdfium.Rectangle()
        index = self._index(position)
        pdfium.char_box(c_void_p(self._text_page), index, byref(box))
        return self.frame.shown(box.left, box.bottom, box.right, box.top)

    def angle_of(self, position: int) -> int:
        """How a character is turned, in quarters of a turn clockwise, from 0 to 3."""
        index = self._index(position)
        angle: float = pdfium.char_angle(self._text_page, index)
        if angle < 0:
            return 0
        return (round(angle / (pi / 2)) + self.frame.turn // QUARTER) % 4

    def style_of(self, position: int) -> Style:
        """How a character looks."""
        index = self._index(position)
        size = self._size_at(index)
        font = pdfium.object_font(pdfium.text_object(self._text_page, index))
        is_bold, name = self._looks_of(font)
        return Style(round(size, 1), is_bold, name)

    def _size_at(self, index: int) -> float:
        """The size of a letter: some producers write 1 and scale it by the matrix."""
        size: float = pdfium.font_size(self._text_page, index)
        if pdfium.char_matrix(self._text_page, index, self._into_matrix):
            size *= hypot(self._matrix.b, self._matrix.d) or 1.0
        return size

    def baseline_of(self, position: int) -> float:
        """The height at which a letter stands, in points from the top of the page."""
        index = self._index(position)
        x, y = c_double(), c_double()
        pdfium.char_origin(self._text_page, index, byref(x), byref(y))
        return self.frame.shown(x.value, y.value, x.value, y.value)[1]

    def content_of(self, position: int) -> int:
        """The id of the marked content that a character stands in; -1 for none."""
        index = self._index(position)
        found = pdfium.text_object(self._text_page, index)
        return int(pdfium.content_id(found)) if found else -1

    def _looks_of(self, font: pdfium.Handle) -> tuple[bool, str]:
        """Bold by the name, and the name: the weight that PDFium tells is often wrong."""
        if not font:
            return False, ""
        if font not in self._fonts:
            buffer = create_string_buffer(128)
            pdfium.font_name(font, buffer, len(buffer))
            name = buffer.value.decode("ascii", "replace")
            self._fonts[font] = (bool(_BOLD.search(name)), name)
        return self._fonts[font]

    def _turn_of_text(self, spans: Sequence[tuple[int, int]]) -> int:
        """By how much the page must be turned for most of its text to be upright."""
        step = max(len(spans) // _SAMPLE, 1)
        angles = Counter(self.angle_of(span[0]) for span in spans[::step])
        quarters, count = angles.most_common(1)[0]
        return -quarters * QUARTER if count * 4 > sum(angles.values()) * 3 else 0


@contextmanager
def open_page(document: pdfium.Handle, index: int) -> Iterator[OpenPage | None]:
    """The page with an index from 0; None where it is too damaged to be opened."""
    page = pdfium.load_page(document, index)
    text = pdfium.load_text(page) if page else None
    try:
        yield OpenPage(page, text) if text else None
    finally:
        if text:
            pdfium.close_text(text)
        if page:
            pdfium.close_page(page)


def _frame(page: pdfium.Handle) -> Frame:
    box = pdfium.Rectangle()
    pdfium.page_box(page, byref(box))
    turn = pdfium.page_rotation(page) * QUARTER
    return Frame(box.left, box.bottom, box.right, box.top, turn)
