"""The structure elements of a tagged file, as far as they tell headings and paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.page import OpenPage

_UNITS = frozenset(
    {"P", "H", "Title", "Caption", "Note", "TOCI", "LI", "FENote"}
    | {f"H{level}" for level in range(1, 10)}
)
_CLOSED = frozenset({"Table", "Figure", "Formula"})
"""What is not walked through: tables are read by their ruling lines."""

_MAX_DEPTH = 40
_MAX_ELEMENTS = 20_000


@dataclass(slots=True)
class _Walk:
    """The kind and the number of the unit of each marked content of a page."""

    units: dict[int, tuple[str, int]] = field(default_factory=dict)
    count: int = 0

    def into(self, element: pdfium.Handle, kind: str, unit: int, depth: int) -> None:
        """Note the units of all contents below an element.

        Args:
            element: A structure element.
            kind: That of the unit which the element stands in; empty at the top.
            unit: The number of that unit.
            depth: How many elements stand around it.
        """
        self.count += 1
        if depth > _MAX_DEPTH or self.count > _MAX_ELEMENTS:
            return
        own = _kind(element)
        if own in _CLOSED:
            return
        if own in _UNITS:
            kind, unit = own, self.count
        for index in range(max(pdfium.tag_child_count(element), 0)):
            content = pdfium.tag_child_content(element, index)
            if content >= 0:
                self.units.setdefault(content, (kind, unit))
                continue
            child = pdfium.tag_child(element, index)
            if child:
                self.into(child, kind, unit, depth + 1)


def mark_lines(page: OpenPage, lines: Sequence[Line]) -> None:
    """Give each line the element that it stands in."""
    tree = pdfium.load_tags(page.handle)
    if not tree:
        return
    walk = _Walk()
    try:
        for root in _roots(tree):
            walk.into(root, "", 0, 0)
    finally:
        pdfium.close_tags(tree)
    if not walk.units:
        return
    for line in lines:
        kind, unit = walk.units.get(page.content_of(line.at), ("", -1))
        line.tag, line.unit = kind, unit


def _roots(tree: pdfium.Handle) -> Iterator[pdfium.Handle]:
    for index in range(max(pdfium.tag_count(tree), 0)):
        root = pdfium.tag_at(tree, index)
        if root:
            yield root


def _kind(element: pdfium.Handle) -> str:
    return pdfium.wide_text(
        lambda buffer, size: int(pdfium.tag_kind(element, buffer, size))
    )
