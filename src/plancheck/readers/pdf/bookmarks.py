"""The bookmarks of a file, which its producer made of the headings."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.readers.pdf import pdfium

_MAX_BOOKMARKS = 5_000
_MAX_DEPTH = 9


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title with its level from 1 and the number of its page."""

    title: str
    level: int
    page_number: int


def bookmarks(document: pdfium.Handle) -> list[Bookmark]:
    """The bookmarks in order; a chain that leads back to itself is left."""
    found: list[Bookmark] = []
    seen: set[int] = set()
    for each in _walk(document, None, 1, seen):
        found.append(each)
        if len(found) >= _MAX_BOOKMARKS:
            break
    return found


def _walk(
    document: pdfium.Handle, parent: pdfium.Handle, level: int, seen: set[int]
) -> Iterator[Bookmark]:
    handle = pdfium.first_bookmark(document, parent)
    while handle and handle not in seen and len(seen) <= _MAX_BOOKMARKS:
        seen.add(handle)
        title = _title(handle)
        place = pdfium.bookmark_place(document, handle)
        page_index = pdfium.place_page(document, place) if place else -1
        if title and page_index >= 0:
            yield Bookmark(title, level, page_index + 1)
        if level < _MAX_DEPTH:
            yield from _walk(document, handle, level + 1, seen)
        handle = pdfium.next_bookmark(document, handle)


def _title(handle: pdfium.Handle) -> str:
    return pdfium.wide_text(
        lambda buffer, size: int(pdfium.bookmark_title(handle, buffer, size))
    ).strip()
