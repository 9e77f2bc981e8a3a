"""The text of a paragraph, and what hangs in it: notes, text boxes, embedded objects."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from odfdo import Element

from plancheck_odt.numbering import text_of, whole

_LEFT_OUT = frozenset(
    {
        "office:annotation",
        "office:annotation-end",
        "text:hidden-paragraph",
        "text:hidden-text",
        "text:page-number",
        "text:ruby-text",
        "text:tracked-changes",
        "draw:image",
        "svg:title",
        "svg:desc",
        "office:event-listeners",
    }
)
_OBJECTS = frozenset({"draw:object", "draw:object-ole"})
_MAX_SPACES = 100


@dataclass(slots=True)
class Content:
    """The text of a paragraph as it grows, with what was met in it, in reading order."""

    parts: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    object_count: int = 0
    picture_count: int = 0
    comment_count: int = 0

    @property
    def text(self) -> str:
        """The text, line breaks kept."""
        return "".join(self.parts)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the notes."""
        return tuple(text_of(note, "text:id") for note in self.notes)


def content_of(paragraph: Element) -> Content:
    """What a paragraph or heading holds."""
    content = Content()
    _add(paragraph, content)
    return content


def _add(element: Element, content: Content) -> None:
    """Add an element's own text, that of what it holds, and what follows each of these."""
    content.parts.append(element.text or "")
    for child in element.children:
        tag = child.tag
        if tag == "text:note":
            content.notes.append(child)
        elif tag == "draw:text-box":
            content.boxes.append(child)
        elif tag in _OBJECTS:
            content.object_count += 1
        elif tag not in _LEFT_OUT:
            content.parts.extend(_signs(child))
            _add(child, content)
        content.picture_count += tag == "draw:image"
        content.comment_count += tag == "office:annotation"
        content.parts.append(child.tail or "")


def _signs(element: Element) -> Iterator[str]:
    """What stands for white space."""
    if element.tag == "text:s":
        yield " " * min(whole(element, "text:c"), _MAX_SPACES)
    elif element.tag == "text:tab":
        yield "\t"
    elif element.tag == "text:line-break":
        yield "\n"
