"""The text of a paragraph that holds more than runs of text.

Deleted, moved and hidden text is left out, of a field its result is kept and its
instruction dropped, and of alternative contents one is read. What is unknown is walked
into, so that text in an element of a future Word is read too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from lxml import etree

from plancheck.readers.docx import symbols, tags
from plancheck.readers.docx.fields import Fields
from plancheck.readers.docx.items import Item, NoteKey, Origin
from plancheck.readers.docx.survey import break_text, simple_text

_NOT_TEXT = (
    tags.P_PROPERTIES,
    tags.R_PROPERTIES,
    tags.SDT_PROPERTIES,
    tags.SDT_END_PROPERTIES,
    tags.DELETED_TEXT,
    tags.DELETED_INSTRUCTION,
)
EMBEDDED = (
    tags.ALT_CHUNK,
    tags.SUB_DOCUMENT,
    tags.DRAWING_PARAGRAPH,
    tags.WORD_ART,
    tags.CHART,
    tags.DIAGRAM,
    tags.OLE,
    tags.PICTURE_FILL,
    tags.IMAGE_DATA,
)
_TEXT = (tags.T, tags.MATH_TEXT, tags.DELETED_TEXT)

Element = etree._Element  # noqa: SLF001 - lxml's public name of an element's type


class Story(Protocol):
    """What a paragraph asks of the story that it stands in."""

    def blocks(self, elements: Iterable[Element], origin: Origin) -> Iterator[Item]:
        """The items of paragraphs and tables that stand inside a paragraph."""
        ...

    def read_embedded(self, element: Element) -> Iterable[Item]:
        """The items of a chart, a diagram or a picture."""
        ...


@dataclass(slots=True)
class Content:
    """What a paragraph holds: raw text, and what is anchored in it and follows it.

    `text` is the raw text without the marks of page breaks, and `page` where it starts;
    both are set when the pages are counted.
    """

    pieces: list[str] = field(default_factory=list)
    anchored: list[Item] = field(default_factory=list)
    cited: list[NoteKey] = field(default_factory=list)
    in_contents: bool = False
    text: str = ""
    page: int = 1

    @property
    def raw(self) -> str:
        """The text with its marks of page breaks."""
        return "".join(self.pieces)


@dataclass(slots=True)
class LeftOut:
    """Text that is in the file and not in the document's final view, counted."""

    characters: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, elements: Iterable[etree._Element]) -> None:
        """Count the text nodes below some elements."""
        characters = sum(
            len(text.text or "") for each in elements for text in each.iter(*_TEXT)
        )
        self.characters[kind] += characters
        self.times[kind] += characters > 0


class InlineReader:
    """Walks the special paragraphs of one story; fields may run over several of them."""

    def __init__(
        self,
        story: Story,
        left_out: LeftOut,
        hidden_styles: frozenset[str],
    ) -> None:
        """Keep what is needed to read on.

        Args:
            story: Reads what else stands inside a paragraph; a weak reference to it,
                for it holds this reader.
            left_out: Where deleted and hidden text is counted.
            hidden_styles: Ids of the character styles whose text is not shown.
        """
        self._story = story
        self._left_out = left_out
        self._hidden_styles = hidden_styles
        self._hidden_by_style = False
        self.fields = Fields()

    def read(
        self, paragraph: etree._Element, *, hidden_by_style: bool = False
    ) -> Content:
        """What a paragraph, or any other element with runs, holds."""
        outer, self._hidden_by_style = self._hidden_by_style, hidden_by_style
        content = Content()
        self._children(paragraph, content)
        self._hidden_by_style = outer
        if not content.pieces and self.fields.list_contents:
            content.in_contents = True
        return content

    def _children(self, parent: etree._Element, content: Content) -> None:
        for each in parent:
            read = self._BY_TAG.get(each.tag)
            if read is not None:
                read(self, each, content)
            elif (text := simple_text(each.tag)) is not None:
                self._add(text, content)
            else:
                self._children(each, content)

    def _add(self, text: str, content: Content) -> None:
        if self.fields.open:
            if self.fields.hold_instruction:
                return
            if self.fields.list_contents and not text.isspace():
                content.in_contents = True
        content.pieces.append(text)

    def _text(self, element: etree._Element, content: Content) -> None:
        text = element.text or ""
        if symbols.has_private(text):
            text = symbols.plain(text, _font(element.getparent()))
        if text:
            self._add(text, content)

    def _run(self, run: etree._Element, content: Content) -> None:
        if self._is_hidden(run):
            self._left_out.add("hidden", [run])
            self._fields_of(run)
        else:
            self._children(run, content)

    def _is_hidden(self, run: etree._Element) -> bool:
        hidden = self._hidden_by_style
        properties = run.find(tags.R_PROPERTIES)
        for each in properties if properties is not None else ():
            if each.tag == tags.HIDDEN:
                return each.get(tags.VALUE, "on") not in tags.OFF
            if each.tag == tags.R_STYLE:
                hidden = hidden or each.get(tags.VALUE, "") in self._hidden_styles
        return hidden

    def _deleted(self, element: etree._Element, _content: Content) -> None:
        self._left_out.add("deleted", [element])
        self._fields_of(element)

    def _moved(self, element: etree._Element, _content: Content) -> None:
        self._left_out.add("moved", [element])
        self._fields_of(element)

    def _nothing(self, element: etree._Element, content: Content) -> None:
        pass

    def _break(self, element: etree._Element, content: Content) -> None:
        self._add(break_text(element), content)

    def _symbol(self, element: etree._Element, content: Content) -> None:
        font, code = element.get(tags.FONT, ""), element.get(tags.CHARACTER, "")
        self._add(symbols.symbol(font, code), content)

    def _field(self, element: etree._Element, content: Content) -> None:
        kind = element.get(tags.FIELD_TYPE)
        if kind == "begin":
            for box in element.iter(tags.CHECK_BOX):
                self._add(_check_mark(box), content)
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _fields_of(self, element: etree._Element) -> None:
        """Keep count of the fields that begin and end in what is left out."""
        dropped = Content()
        for each in element.iter(tags.FIELD_CHARACTER, tags.INSTRUCTION):
            self._BY_TAG[each.tag](self, each, dropped)

    def _instruction(self, element: etree._Element, _content: Content) -> None:
        self.fields.instruct(element.text or "")

    def _simple_field(self, element: etree._Element, content: Content) -> None:
        instruction = element.get(tags.FIELD_INSTRUCTION, "")
        self.fields.begin()
        self.fields.instruct(instruction)
        self.fields.separate()
        self._children(element, content)
        self.fields.end()

    def _note(self, element: etree._Element, content: Content) -> None:
        if not self.fields.hold_instruction:
            kind = "footnote" if element.tag == tags.FOOTNOTE_REFERENCE else "endnote"
            has_mark = element.get(tags.CUSTOM_MARK, "0") not in tags.OFF
            key = NoteKey(kind, element.get(tags.ID, ""), has_own_mark=has_mark)
            content.cited.append(key)

    def _ruby(self, element: etree._Element, content: Content) -> None:
        """The base text with the small text above it in brackets."""
        for base in element.iterfind(tags.RUBY_BASE):
            self._children(base, content)
        for above in element.iterfind(tags.RUBY_TEXT):
            self._add("(", content)
            self._children(above, content)
            self._add(")", content)

    def _denominator(self, element: etree._Element, content: Content) -> None:
        self._add("/", content)
        self._children(element, content)

    def _exponent(self, element: etree._Element, content: Content) -> None:
        parent = element.getparent()
        if parent is not None and parent.tag == tags.SUPERSCRIPT:
            self._add("^", content)
        self._children(element, content)

    def _alternate(self, element: etree._Element, content: Content) -> None:
        """The first alternative that has something to read."""
        for alternative in element.iterchildren(tags.CHOICE, tags.FALLBACK):
            found = Content()
            self._children(alternative, found)
            if found.raw.strip() or found.anchored or found.cited:
                content.pieces += found.pieces
                content.anchored += found.anchored
                content.cited += found.cited
                content.in_contents = content.in_contents or found.in_contents
                return

    def _text_box(self, element: etree._Element, content: Content) -> None:
        # A field that began outside does not reach into the box.
        outer, self.fields = self.fields, Fields()
        content.anchored += self._story.blocks(element, Origin.TEXT_BOX)
        self.fields = outer

    def _nested_block(self, element: etree._Element, content: Content) -> None:
        """A table or paragraph that stands inside a run, read as if it stood after it."""
        content.anchored += self._story.blocks([element], Origin.BODY)

    def _embedded(self, element: etree._Element, content: Content) -> None:
        content.anchored += self._story.read_embedded(element)

    _BY_TAG: ClassVar[
        dict[object, Callable[["InlineReader", etree._Element, Content], None]]
    ] = {
        tags.T: _text,
        tags.MATH_TEXT: _text,
        tags.R: _run,
        tags.BREAK: _break,
        tags.SYMBOL: _symbol,
        tags.FIELD_CHARACTER: _field,
        tags.INSTRUCTION: _instruction,
        tags.SIMPLE_FIELD: _simple_field,
        tags.DELETED: _deleted,
        tags.MOVED_FROM: _moved,
        tags.FOOTNOTE_REFERENCE: _note,
        tags.ENDNOTE_REFERENCE: _note,
        tags.RUBY: _ruby,
        tags.DENOMINATOR: _denominator,
        tags.EXPONENT: _exponent,
        tags.ALTERNATE: _alternate,
        tags.TEXT_BOX: _text_box,
        **dict.fromkeys((tags.TBL, tags.P), _nested_block),
        **dict.fromkeys(EMBEDDED, _embedded),
        **dict.fromkeys(_NOT_TEXT, _nothing),
    }


def _font(run: etree._Element | None) -> str:
    """The font that a run names for itself."""
    fonts = run.find(f"{tags.R_PROPERTIES}/{tags.FONTS}") if run is not None else None
    return fonts.get(tags.ASCII_FONT, "") if fonts is not None else ""


def _check_mark(box: etree._Element) -> str:
    """The sign of a form's check box."""
    for name in ("checked", "default"):
        state = box.find(tags.CHECK_BOX.replace("checkBox", name))
        if state is not None:
            return "☒" if state.get(tags.VALUE, "on") not in tags.OFF else "☐"
    return "☐"
