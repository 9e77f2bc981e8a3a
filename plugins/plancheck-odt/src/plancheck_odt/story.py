"""Walks a text from its first block to its last."""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from odfdo import Element

from plancheck.sdk import Draft, ParagraphRole, mend_letter_spacing, tidy
from plancheck_odt.inline import Content, content_of
from plancheck_odt.numbering import Counter, Numbering, text_of, whole
from plancheck_odt.tables import read_table

_INDEXES = frozenset(
    {
        "text:alphabetical-index",
        "text:bibliography",
        "text:illustration-index",
        "text:object-index",
        "text:table-index",
        "text:table-of-content",
        "text:user-index",
    }
)
_HOLDERS = frozenset(
    {
        "draw:frame",
        "draw:text-box",
        "office:text",
        "text:index-body",
        "text:index-title",
        "text:list-header",
        "text:list-item",
        "text:note-body",
        "text:numbered-paragraph",
        "text:section",
    }
)


@dataclass(frozen=True, slots=True)
class _List:
    """The list that a paragraph stands in, and how deep."""

    style: str
    counter: Counter
    level: int


@dataclass(slots=True)
class Story:
    """The walk through one text: what has been counted so far, and what was left out.

    `tally` counts pictures, comments, embedded objects and hidden sections.
    """

    numbering: Numbering
    footnotes: list[Draft] = field(default_factory=list)
    tally: Tally[str] = field(default_factory=Tally)
    _lists: dict[str, Counter] = field(default_factory=dict)
    _outline: Counter = field(init=False)

    def __post_init__(self) -> None:
        self._outline = Counter(self.numbering.outline)

    def drafts(
        self,
        elements: Iterable[Element],
        role: ParagraphRole = ParagraphRole.BODY,
        within: _List | None = None,
    ) -> Iterator[Draft]:
        """What a row of elements holds, in reading order."""
        for each in elements:
            tag = each.tag
            if tag == "text:p":
                yield from self._paragraph(each, role, self._label(within))
                within = None  # an item's further paragraphs have no label
            elif tag == "text:h" and role is ParagraphRole.BODY:
                yield from self._heading(each, within)
            elif tag == "text:h":
                yield from self._paragraph(each, role, "")
            elif tag == "text:list":
                yield from self._list(each, role, within)
            elif tag == "table:table":
                yield from self._table(each, is_nested=False)
            elif tag == "text:section" and text_of(each, "text:display") == "none":
                self.tally["hidden"] += 1
            elif tag in _INDEXES:
                yield from self.drafts(each.children, ParagraphRole.CONTENTS)
            elif tag in _HOLDERS:
                yield from self.drafts(each.children, role, within)

    def _heading(self, element: Element, within: _List | None) -> Iterator[Draft]:
        content = content_of(element)
        text = tidy(mend_letter_spacing(content.text))
        level = whole(element, "text:outline-level")
        label = ""
        is_shown = text_of(element, "text:is-list-header") != "true"
        if text and is_shown:
            label = self._heading_label(element, level, within)
        if text:
            yield Draft(f"{label} {text}".strip(), level=level, notes=content.cited)
        yield from self._beside(content)

    def _heading_label(self, element: Element, level: int, within: _List | None) -> str:
        """By the list that the heading stands in, else by the outline."""
        if within is not None:
            return within.counter.label(level)
        if self.numbering.is_numbered(text_of(element, "text:style-name")):
            start = text_of(element, "text:start-value")
            return self._outline.label(level, int(start) if start.isdecimal() else None)
        return ""

    def _paragraph(
        self, element: Element, role: ParagraphRole, label: str
    ) -> Iterator[Draft]:
        content = content_of(element)
        text = tidy(content.text)
        if text:
            is_body = role is ParagraphRole.BODY
            if is_body and label:
                role = ParagraphRole.LIST_ITEM
            elif is_body:
                role = self._role(element)
            yield Draft(f"{label} {text}".strip(), role=role, notes=content.cited)
        yield from self._beside(content)

    def _role(self, element: Element) -> ParagraphRole:
        """By the styles whose names are the same in every language of the office."""
        for style in self.numbering.chain(text_of(element, "text:style-name")):
            if style == "Title":
                return ParagraphRole.TITLE
            if style.startswith("Contents_20_"):
                return ParagraphRole.CONTENTS
        return ParagraphRole.BODY

    def _beside(self, content: Content) -> Iterator[Draft]:
        """Text boxes follow the paragraph that they hang in; notes stand at the end."""
        self.tally.update(
            objects=content.object_count,
            pictures=content.picture_count,
            comments=content.comment_count,
        )
        for note in content.notes:
            self.footnotes.extend(self._note(note))
        for box in content.boxes:
            yield from self.drafts(box.children, ParagraphRole.TEXT_BOX)

    def _note(self, element: Element) -> Iterator[Draft]:
        """A note, its sign in front of its first paragraph."""
        key = (text_of(element, "text:id"),)
        sign = "".join(
            each.text_recursive
            for each in element.children
            if each.tag == "text:note-citation"
        )
        for each in self.drafts(element.children, ParagraphRole.FOOTNOTE):
            yield replace(each, text=f"{sign} {each.text}".strip(), notes=key)
            sign = ""

    def _list(
        self, element: Element, role: ParagraphRole, outer: _List | None
    ) -> Iterator[Draft]:
        """The items; an inner list without a style of its own is of the outer one's."""
        style = text_of(element, "text:style-name") or (outer.style if outer else "")
        level = outer.level + 1 if outer else 1
        is_inner = outer is not None and style == outer.style
        counter = outer.counter if outer and is_inner else self._counter(element, style)
        own = _List(style, counter, level)
        for item in element.children:
            if item.tag == "text:list-item":
                yield from self.drafts(item.children, role, own)
            else:
                yield from self.drafts(item.children, role)

    def _counter(self, element: Element, style: str) -> Counter:
        """A new count, or that of the list that this one goes on."""
        continued = text_of(element, "text:continue-list")
        goes_on = text_of(element, "text:continue-numbering") == "true"
        known = self._lists.get(continued) or (goes_on and self._lists.get(style))
        counter = known or Counter(self.numbering.levels.get(style, {}))
        for key in (style, text_of(element, "xml:id")):
            self._lists[key] = counter
        return counter

    def _label(self, within: _List | None) -> str:
        return within.counter.label(within.level) if within else ""

    def _table(self, element: Element, *, is_nested: bool) -> Iterator[Draft]:
        """A table; those in its cells, and what hangs in them, follow it."""
        following: list[Draft] = []
        cited: list[str] = []

        def text(cell: Element) -> str:
            lines: list[str] = []
            for draft in self.drafts(cell.children):
                if draft.table is None and draft.role is not ParagraphRole.TEXT_BOX:
                    lines.extend(filter(None, draft.text.splitlines()))
                    cited.extend(draft.notes)
                else:
                    following.append(_as_nested(draft))
            return "\n".join(lines)

        table = read_table(element, text, is_nested=is_nested)
        if table.cells:
            yield Draft("", table=table, notes=tuple(cited))
        yield from following


def _as_nested(draft: Draft) -> Draft:
    if draft.table is None:
        return draft
    return replace(draft, table=replace(draft.table, is_nested=True))
