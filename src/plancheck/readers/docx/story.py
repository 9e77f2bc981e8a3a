"""Reads one story of the file, block by block in document order, into items."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar
from weakref import proxy

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.embedded import Embedded
from plancheck.readers.docx.inline import Content, InlineReader, LeftOut
from plancheck.readers.docx.items import Grid, Item, Line, Origin
from plancheck.readers.docx.layout import is_layout, stands_alone
from plancheck.readers.docx.line_ends import join_parted_words
from plancheck.readers.docx.numbering import NO_LABEL, Counters, Label
from plancheck.readers.docx.pages import PageCounter
from plancheck.readers.docx.paragraphs import (
    PLAIN,
    ParagraphProperties,
    effective_numbering,
    paragraph_properties,
)
from plancheck.readers.docx.styles import BODY_LEVEL, Style, StyleRole, Styles
from plancheck.readers.docx.survey import survey
from plancheck.readers.docx.tables import CellContent, read_table
from plancheck.sdk import (
    ParagraphRole,
    may_be_letter_spaced,
    mend_letter_spacing,
    tidy,
)

_ENDS_WITH_PAGE = tuple("0123456789")
_SKIPPED = frozenset(
    {
        tags.SECTION,
        tags.SDT_PROPERTIES,
        tags.SDT_END_PROPERTIES,
        tags.TC_PROPERTIES,
        tags.P_PROPERTIES,
        tags.COMMENT,
    }
)


@dataclass(slots=True)
class Context:
    """What all stories of a document share while it is read."""

    styles: Styles
    counters: Counters
    hidden_styles: frozenset[str]
    left_out: LeftOut = field(default_factory=LeftOut)


class StoryReader:
    """Reads the blocks of one part of the file.

    Nothing that it holds holds it, so that the elements go as soon as they are read.
    """

    def __init__(
        self, root: etree._Element, context: Context, embedded: Embedded
    ) -> None:
        self.survey = survey(root, context.hidden_styles)
        self.pages = PageCounter()
        self._tidy = self.survey.letters.tidy
        self._styles = context.styles
        self._counters = context.counters
        self._left_out = context.left_out
        self._embedded = embedded
        self._inline = InlineReader(
            proxy(self), context.left_out, context.hidden_styles
        )
        self._has_breaks = self.survey.has_breaks
        counts = self.survey.counts
        self._changes_tracked = bool(counts[tags.DELETED] or counts[tags.MOVED_FROM])
        self._contents_depth = 0
        self._carried: list[str] = []
        self._not_plain = self.survey.special | self.survey.with_properties

    def blocks(
        self, elements: Iterable[etree._Element], origin: Origin = Origin.BODY
    ) -> Iterator[Item]:
        """The items of a block's children, or of any elements, in their order."""
        for each in elements:
            read = self._BY_TAG.get(each.tag)
            if read is not None:
                yield from read(self, each, origin)
            elif each.tag not in _SKIPPED and len(each):
                yield from self.blocks(each, origin)
        if self._carried:  # the paragraph to run on into is not here
            text, self._carried = tidy("".join(self._carried)), []
            if text:
                yield Line(
                    text, self._styles.get(None), self.pages.number, origin=origin
                )

    def _paragraph(self, element: etree._Element, origin: Origin) -> Iterator[Item]:
        properties = self._properties(element)
        style = self._styles.get(properties.style_id)
        if self._says_nothing(element, style):
            return
        breaks = properties.breaks_page
        if style.breaks_page if breaks is None else breaks:
            self.pages.turn()
        content = self._content(element, style)
        content.page, text = self.pages.read(content.raw)
        if properties.ends_section:
            self.pages.turn()
        if properties.mark_is_deleted:
            self._carried.append(text)
        else:
            content.text = "".join((*self._carried, text))
            self._carried = []
            line = self._line(element, properties, content, origin)
            if line.text or line.cited:
                yield line
        yield from content.anchored

    def _says_nothing(self, paragraph: etree._Element, style: Style) -> bool:
        """Whether a paragraph is empty in every way; a file may hold a million of them."""
        return (
            paragraph not in self.survey.texts
            and self._is_plain(paragraph)
            and style.numbering is None
            and not style.breaks_page
        )

    def _line(
        self,
        element: etree._Element,
        properties: ParagraphProperties,
        content: Content,
        origin: Origin,
    ) -> Line:
        style = self._styles.get(properties.style_id)
        text = self._tidy(content.text)
        if may_be_letter_spaced(text):
            text = tidy(mend_letter_spacing(content.text))
        text = join_parted_words(text)
        in_contents = self._contents_depth > 0 or content.in_contents
        return Line(
            text=text,
            style=style,
            page=content.page,
            label=self._label(properties, style),
            element=element,
            origin=origin,
            level=_heading_level(text, properties, style)
            if _may_be_heading(element, origin)
            else None,
            role=_role(origin, style, in_contents=in_contents),
            ends_with_page=text.endswith(_ENDS_WITH_PAGE)
            and _has_page_tab(content.text),
            cited=tuple(content.cited),
            spaced=content.text if _is_spaced(content.text) else "",
        )

    def _properties(self, paragraph: etree._Element) -> ParagraphProperties:
        found = self.survey
        if paragraph in self._not_plain:
            return paragraph_properties(
                paragraph, changes_tracked=self._changes_tracked
            )
        style_id = found.style_ids.get(paragraph)
        return ParagraphProperties(style_id) if style_id is not None else PLAIN

    def _content(self, element: etree._Element, style: Style) -> Content:
        if element in self.survey.special or self._inline.fields.open or style.hidden:
            content = self._inline.read(element, hidden_by_style=style.hidden)
            if not self.survey.closes_fields:
                # A field without an end would swallow the rest of the document.
                self._inline.fields.clear()
            return content
        return Content(self.survey.texts.get(element, []))

    def _label(self, properties: ParagraphProperties, style: Style) -> Label:
        reference = effective_numbering(properties, style)
        return self._counters.label(reference) if reference else NO_LABEL

    def _content_control(
        self, element: etree._Element, origin: Origin
    ) -> Iterator[Item]:
        gallery = next(element.iter(tags.GALLERY, tags.SDT_CONTENT), None)
        lists_contents = (
            gallery is not None
            and gallery.tag == tags.GALLERY
            and gallery.get(tags.VALUE, "").startswith(("Table of Contents", "TOC"))
        )
        self._contents_depth += lists_contents
        yield from self.blocks(element, origin)
        self._contents_depth -= lists_contents

    def _alternate(self, element: etree._Element, origin: Origin) -> Iterable[Item]:
        for alternative in element.iterchildren(tags.CHOICE, tags.FALLBACK):
            if items := list(self.blocks(alternative, origin)):
                return items
        return ()

    def _loose_run(self, element: etree._Element, origin: Origin) -> Iterable[Item]:
        """A run outside any paragraph, which Word does not write and does read."""
        return self._paragraph(element, origin)

    def _embedded_block(
        self, element: etree._Element, _origin: Origin
    ) -> Iterable[Item]:
        return self.read_embedded(element)

    def read_embedded(self, element: etree._Element) -> Iterable[Item]:
        """The items of a chart, a diagram or a picture."""
        return self._embedded.read(element, self.pages.number)

    def _deleted(self, element: etree._Element, _origin: Origin) -> Iterable[Item]:
        kind = "deleted" if element.tag == tags.DELETED else "moved"
        self._left_out.add(kind, [element])
        return ()

    def _table(self, element: etree._Element, origin: Origin) -> Iterator[Item]:
        if is_layout(element, self._styles):
            inside = Origin.BOX if origin is Origin.BODY else origin
            for cell in element.iter(tags.TC):
                if _owner(cell) is element:
                    yield from self.blocks(cell, inside)
            return
        read = read_table(
            element,
            self._cell,
            self.survey.with_properties,
            self.pages if self._has_breaks else None,
            self._left_out,
        )
        if read.table.cells:
            is_nested = origin is Origin.CELL
            inner = replace(read.table, is_nested=True) if is_nested else read.table
            yield Grid(inner, read.page, read.cited, element, read.elements)
        yield from read.anchored

    def _cell(self, element: etree._Element) -> CellContent:
        """The text of a cell; what cannot be text of it follows the table."""
        found = CellContent("")
        for each in element:
            tag = each.tag
            if tag == tags.P and self._is_plain(each):
                self._add_plain(found, each)
            elif tag != tags.TC_PROPERTIES:
                for item in self.blocks((each,), Origin.CELL):
                    _add_to_cell(found, item)
        found.text = join_parted_words(found.text)
        return found

    def _is_plain(self, paragraph: etree._Element) -> bool:
        return not (
            paragraph in self._not_plain or self._inline.fields.open or self._carried
        )

    def _add_plain(self, found: CellContent, paragraph: etree._Element) -> None:
        """Add a plain paragraph to its cell: the short way, for most of them."""
        pieces = self.survey.texts.get(paragraph)
        style = self._styles.get(self.survey.style_ids.get(paragraph))
        if style.hidden:
            for item in self._paragraph(paragraph, Origin.CELL):
                _add_to_cell(found, item)
            return
        page, text = self.pages.number, ""
        if pieces:
            text = pieces[0] if len(pieces) == 1 else "".join(pieces)
            if self._has_breaks:
                page, text = self.pages.read(text)
            text = self._tidy(text)
        if style.numbering is not None:
            label = self._label(PLAIN, style)
            if text and label.text:
                text = f"{label.text}{label.gap}{text}"
        if text:
            found.add(text, page)

    _BY_TAG: ClassVar[
        dict[object, Callable[["StoryReader", etree._Element, Origin], Iterable[Item]]]
    ] = {
        tags.P: _paragraph,
        tags.TBL: _table,
        tags.SDT: _content_control,
        tags.ALTERNATE: _alternate,
        tags.R: _loose_run,
        tags.ALT_CHUNK: _embedded_block,
        tags.SUB_DOCUMENT: _embedded_block,
        tags.DELETED: _deleted,
        tags.MOVED_FROM: _deleted,
    }


def _add_to_cell(found: CellContent, item: Item) -> None:
    if isinstance(item, Line) and item.origin is Origin.CELL:
        if item.text:
            found.add(item.printed, item.page)
        found.cited += item.cited
    else:
        found.anchored += (item,)


def _owner(cell: etree._Element) -> etree._Element | None:
    """The table that a cell is of, for tables may stand in cells."""
    return next(cell.iterancestors(tags.TBL), None)


def _role(origin: Origin, style: Style, *, in_contents: bool) -> ParagraphRole:
    if in_contents or style.role in {StyleRole.CONTENTS, StyleRole.CONTENTS_TITLE}:
        return ParagraphRole.CONTENTS
    if origin is Origin.TEXT_BOX:
        return ParagraphRole.TEXT_BOX
    if style.role is StyleRole.TITLE:
        return ParagraphRole.TITLE
    if style.role is StyleRole.CAPTION:
        return ParagraphRole.CAPTION
    return ParagraphRole.BODY


MAX_HEADING = 300
"""Letters of the longest heading; a longer paragraph has its style by mistake."""


def _may_be_heading(paragraph: etree._Element, origin: Origin) -> bool:
    """Whether a heading may stand here; one with text in its text box heads only that."""
    if origin is Origin.TEXT_BOX:
        return stands_alone(paragraph)
    return origin is not Origin.CELL


def _heading_level(
    text: str, properties: ParagraphProperties, style: Style
) -> int | None:
    """The level from 1 that style or outline level give; None for body text."""
    outline = properties.outline if properties.outline is not None else style.outline
    is_heading = (
        outline is not None
        and outline < BODY_LEVEL
        and style.role in {StyleRole.BODY, StyleRole.TITLE}
        and 0 < len(text) <= MAX_HEADING
    )
    return outline + 1 if is_heading and outline is not None else None


def _is_spaced(raw: str) -> bool:
    return "\t" in raw or "   " in raw


def _has_page_tab(raw: str) -> bool:
    """Whether the number at the end stands behind a tab, as a page number does."""
    start, tab, end = raw.rstrip().rpartition("\t")
    return bool(tab and start.strip()) and len(end) <= 4
