"""Where on the pages of a PDF notes are written: the words they are about, or a margin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.corners import Corners, around
from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.page import OpenPage, open_page
from plancheck.readers.pdf.quoted import WordFinder, lines_of
from plancheck.sdk import Note, squash

ICON = 18
"""Points that the icon of a note takes."""

_GAP = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A note with its place in the file's coordinates: left, bottom, right, top.

    `lines` are the boxes of its words, one a line; none where the note is an icon beside
    a heading, or on a page as a whole. `box` holds all of it. `is_again` says that another
    note has these words too.
    """

    note: Note
    page_index: int
    box: Corners
    lines: tuple[Corners, ...] = ()
    is_again: bool = False


def spots_of(document: pdfium.Handle, notes: Sequence[Note]) -> list[Spot]:
    """The notes in the order of the pages, each with its place."""
    count = pdfium.page_count(document)
    ordered = sorted(notes, key=lambda each: _page_index(each, count))
    spots: list[Spot] = []
    for index, group in groupby(ordered, lambda each: _page_index(each, count)):
        with open_page(document, index) as page:
            if page:
                spots += _Page(page, index).spots(list(group))
    return spots


def _page_index(note: Note, count: int) -> int:
    """The first page where the note is on the document as a whole."""
    return min(max((note.location.page_number or 1) - 1, 0), count - 1)


class _Page:
    """An open page: its words, and what is marked on it so far."""

    def __init__(self, page: OpenPage, index: int) -> None:
        self._view = page.frame
        words = page.words()
        # Text that stands sideways has turned the frame in which words are measured.
        self._frame = page.frame
        self._finder = WordFinder(words)
        self._index = index
        self._icons: list[Corners] = []
        self._marked: set[tuple[Corners, ...]] = set()

    def spots(self, notes: Sequence[Note]) -> Iterator[Spot]:
        for note in notes:
            yield self._spot(note)

    def _spot(self, note: Note) -> Spot:
        place = note.location
        box = self._boxed(note)
        is_row = place.row_number is not None and place.column_number is None
        words = self._finder.find(note.quote or "", box, is_row=is_row)
        lines = lines_of(words)
        if not lines and box and not is_row:
            lines = [box]
        if not lines or _is_on_heading(note):
            return self._icon(note, lines[0] if lines else box)
        stored = tuple(_stored(self._frame, line) for line in lines)
        is_again = stored in self._marked
        self._marked.add(stored)
        return Spot(note, self._index, around(stored), stored, is_again=is_again)

    def _boxed(self, note: Note) -> Corners | None:
        """The box of a note's place in the frame of the words."""
        box = note.location.box
        if box is None:
            return None
        viewed = self._view.stored(box.left, box.top, box.right, box.bottom)
        return self._frame.shown(*viewed)

    def _icon(self, note: Note, line: Corners | None) -> Spot:
        """An icon in the margin beside a line, or at the top, below those that are there."""
        left, top = (line[0] - ICON - _GAP, line[1]) if line else (_GAP, _GAP)
        left = max(left, _GAP)
        box = (left, top, left + ICON, top + ICON)
        while any(_overlap(box, other) for other in self._icons):
            top += ICON + _GAP
            if top + ICON > self._frame.height:
                left, top = left + ICON + _GAP, _GAP
            box = (left, top, left + ICON, top + ICON)
        self._icons.append(box)
        return Spot(note, self._index, _stored(self._frame, box))


def _is_on_heading(note: Note) -> bool:
    """Whether the words are the heading of a section: the note is on what it lacks."""
    section = note.location.section
    if note.location.row_number is not None or not note.quote:
        return False
    return bool(section) and squash(section[-1]) == squash(note.quote)


def _stored(frame: Frame, box: Corners) -> Corners:
    return frame.stored(*box)


def _overlap(one: Corners, other: Corners) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0
