"""What a paragraph's own properties say."""

from dataclasses import dataclass, replace

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.styles import (
    NumberingReference,
    Style,
    is_on,
    numbering_reference,
    outline_level,
)

_SAME_PAGE = frozenset({"continuous", "nextColumn"})


@dataclass(slots=True)
class ParagraphProperties:
    """The direct properties of a paragraph; None where it leaves a thing to its style.

    `mark_is_deleted` is true where the paragraph runs on into the next one, because a
    tracked deletion took its end away. `ends_section` is true where a new page follows.
    """

    style_id: str | None = None
    numbering: NumberingReference | None = None
    outline: int | None = None
    breaks_page: bool | None = None
    mark_is_deleted: bool = False
    ends_section: bool = False


PLAIN = ParagraphProperties()
"""Of a paragraph without properties; most cells of a table have such ones."""


def paragraph_properties(
    paragraph: etree._Element, *, changes_tracked: bool
) -> ParagraphProperties:
    """The properties of a paragraph.

    Args:
        paragraph: The `w:p` element.
        changes_tracked: Whether the part has deletions at all, to look for them.
    """
    properties = paragraph.find(tags.P_PROPERTIES)
    if properties is None:
        return PLAIN
    found = ParagraphProperties()
    for each in properties:
        tag = each.tag
        if tag in _READ or (changes_tracked and tag == tags.R_PROPERTIES):
            _read(found, tag, each)
    return found


_READ = frozenset(
    {
        tags.P_STYLE,
        tags.NUMBERING_PROPERTIES,
        tags.OUTLINE_LEVEL,
        tags.PAGE_BREAK_BEFORE,
        tags.SECTION,
    }
)


def _read(found: ParagraphProperties, tag: str, element: etree._Element) -> None:
    if tag == tags.P_STYLE:
        found.style_id = element.get(tags.VALUE)
    elif tag == tags.NUMBERING_PROPERTIES:
        found.numbering = numbering_reference(element)
    elif tag == tags.OUTLINE_LEVEL:
        found.outline = outline_level(element)
    elif tag == tags.PAGE_BREAK_BEFORE:
        found.breaks_page = is_on(element)
    elif tag == tags.SECTION:
        kind = element.find(tags.SECTION_TYPE)
        found.ends_section = kind is None or kind.get(tags.VALUE) not in _SAME_PAGE
    else:
        marks = element.iterchildren(tags.DELETED, tags.MOVED_FROM)
        found.mark_is_deleted = any(True for _ in marks)


def effective_numbering(
    properties: ParagraphProperties, style: Style
) -> NumberingReference | None:
    """The list that a paragraph is in, of its own or by its style."""
    own = properties.numbering
    if own is None:
        return style.numbering
    if own.number_id is None and style.numbering is not None:
        return replace(own, number_id=style.numbering.number_id)
    return own
