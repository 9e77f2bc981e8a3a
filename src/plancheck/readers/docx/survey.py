"""One pass over a part for the text of its plain paragraphs.

Nearly all paragraphs are runs of text and nothing else. Their text is collected here in
one pass that makes no object for anything but paragraphs and texts, which is several
times faster than visiting each run. A paragraph that holds anything else is marked, and
is walked element by element later.
"""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from plancheck.readers.docx import symbols, tags
from plancheck.readers.docx.common import Letters

RENDERED_BREAK, PAGE_BREAK = "\f", "\v"
"""Marks in raw text where a page ends; XML allows neither, so no text holds them."""

_SIMPLE: dict[object, str] = {
    tags.TAB: "\t",
    tags.POSITION_TAB: "\t",
    tags.CARRIAGE_RETURN: "\n",
    tags.NO_BREAK_HYPHEN: "-",
    tags.RENDERED_PAGE_BREAK: RENDERED_BREAK,
}
_SPECIAL = frozenset(
    {
        tags.SYMBOL,
        tags.FIELD_CHARACTER,
        tags.SIMPLE_FIELD,
        tags.INSTRUCTION,
        tags.DELETED_TEXT,
        tags.FOOTNOTE_REFERENCE,
        tags.ENDNOTE_REFERENCE,
        tags.RUBY,
        tags.DRAWING,
        tags.PICTURE,
        tags.OBJECT,
        tags.DELETED,
        tags.MOVED_FROM,
        tags.HIDDEN,
        tags.TEXT_BOX,
        tags.TBL,
        tags.MATH_TEXT,
        tags.ALTERNATE,
        tags.SUB_DOCUMENT,
        tags.ALT_CHUNK,
    }
)
_PARAGRAPH_FACTS = frozenset(
    {
        tags.PARAGRAPH_CHANGE,
        tags.NUMBERING_PROPERTIES,
        tags.OUTLINE_LEVEL,
        tags.PAGE_BREAK_BEFORE,
        tags.SECTION,
    }
)
_CELL_FACTS = frozenset(
    {
        tags.GRID_SPAN,
        tags.VERTICAL_MERGE,
        tags.HORIZONTAL_MERGE,
        tags.CELL_DELETED,
    }
)
_COUNTED = frozenset({tags.INSERTED, tags.MOVED_TO, tags.COMMENT_REFERENCE})
_WANTED = (
    tags.P,
    tags.T,
    tags.BREAK,
    *_SIMPLE,
    *_SPECIAL,
    *_PARAGRAPH_FACTS,
    *_CELL_FACTS,
    *_COUNTED,
    tags.P_STYLE,
)


@dataclass(slots=True)
class Survey:
    """The raw text of plain paragraphs, and which paragraphs are not plain.

    `style_ids` holds the styles of paragraphs. `with_properties` holds the paragraphs and
    cells whose properties say more that reading needs; most say only how they look.

    Elements are keys: lxml gives the same object for an element as long as one is held.
    """

    letters: Letters
    texts: dict[etree._Element | None, list[str]] = field(default_factory=dict)
    special: set[etree._Element | None] = field(default_factory=set)
    style_ids: dict[etree._Element | None, str | None] = field(default_factory=dict)
    with_properties: set[etree._Element | None] = field(default_factory=set)
    counts: Counter[object] = field(default_factory=Counter)
    field_depth: int = 0

    @property
    def has_rendered_breaks(self) -> bool:
        """Whether Word laid the pages out before it saved the file."""
        return self.counts[tags.RENDERED_PAGE_BREAK] > 0

    @property
    def has_breaks(self) -> bool:
        """Whether a raw text may hold a mark of a page break."""
        return self.has_rendered_breaks or self.counts[tags.BREAK] > 0

    @property
    def closes_fields(self) -> bool:
        """Whether every field that begins ends, so that an open one may hold paragraphs."""
        return self.field_depth == 0


def survey(root: etree._Element, hidden_styles: frozenset[str]) -> Survey:
    """Collect the texts of a part.

    Args:
        root: The part's root.
        hidden_styles: Ids of the character styles whose text is not shown.
    """
    found = Survey(Letters(root))
    has_private = found.letters.may_be_private
    texts, style_ids = found.texts, found.style_ids
    wanted = [*_WANTED, tags.R_STYLE] if hidden_styles else _WANTED
    paragraph: etree._Element | None = None
    pieces: list[str] | None = None
    for each in root.iter(*wanted):
        tag = each.tag
        if tag == tags.P:
            paragraph, pieces = each, None
            continue
        if tag == tags.P_STYLE:
            style_ids[paragraph] = each.get(tags.VALUE)
            continue
        if tag == tags.T:
            piece = each.text
            if not piece:
                continue
            if has_private and symbols.has_private(piece):
                found.special.add(paragraph)
        else:
            piece = _other(found, paragraph, each, hidden_styles)
            if not piece:
                continue
        if pieces is None:
            pieces = texts.setdefault(paragraph, [])
        pieces.append(piece)
    return found


def _other(
    found: Survey,
    paragraph: etree._Element | None,
    element: etree._Element,
    hidden_styles: frozenset[str],
) -> str:
    """The text of an element that is no text node; notes in `found` what it is."""
    tag = element.tag
    if tag == tags.BREAK:
        found.counts[tag] += 1
        return break_text(element)
    if tag in _SIMPLE:
        found.counts[tag] += 1
        return _SIMPLE[tag]
    if tag in _PARAGRAPH_FACTS:
        found.with_properties.add(paragraph)
    elif tag in _CELL_FACTS:
        properties = element.getparent()
        if properties is not None:
            found.with_properties.add(properties.getparent())
    elif tag == tags.R_STYLE:
        if element.get(tags.VALUE) in hidden_styles:
            found.special.add(paragraph)
    elif tag in _COUNTED:
        # An empty mark in properties says that a paragraph or a row was inserted.
        found.counts[tag] += len(element) > 0 or tag == tags.COMMENT_REFERENCE
    else:
        _mark_special(found, paragraph, element)
    return ""


def _mark_special(
    found: Survey, paragraph: etree._Element | None, element: etree._Element
) -> None:
    """Note that a paragraph is to be walked, because of an element in it."""
    tag = element.tag
    found.special.add(paragraph)
    found.counts[tag] += 1
    if tag == tags.TEXT_BOX or (tag == tags.TBL and _stands_inline(element)):
        # The text after it belongs to the paragraph around it, not to the last
        # paragraph inside, as this pass would have it.
        found.special.update(element.iter(tags.P))
    elif tag == tags.FIELD_CHARACTER:
        kind = element.get(tags.FIELD_TYPE)
        found.field_depth += (kind == "begin") - (kind == "end")


def _stands_inline(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {tags.R, tags.P}


def break_text(element: etree._Element) -> str:
    """What a `w:br` stands for in raw text."""
    return PAGE_BREAK if element.get(tags.TYPE) == "page" else "\n"


def simple_text(tag: object) -> str | None:
    """The text of an element that always stands for the same character."""
    return _SIMPLE.get(tag)
