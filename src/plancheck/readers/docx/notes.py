"""Footnotes and endnotes, in the order in which the text cites them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.items import Grid, Item, Line, NoteKey
from plancheck.readers.docx.numbering import format_number
from plancheck.readers.docx.story import StoryReader
from plancheck.readers.docx.styles import number

_NOTES = {"footnote": tags.FOOTNOTE, "endnote": tags.ENDNOTE}
_SETTINGS = {"footnote": tags.FOOTNOTE_PROPERTIES, "endnote": tags.ENDNOTE_PROPERTIES}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_NO_TEXT = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note with its mark; `cited_at` is the index of the item that cites it."""

    text: str
    cited_at: int


class Notes:
    """The notes of one kind, by the ids that the text uses."""

    def __init__(self, kind: str, story: StoryReader, root: etree._Element) -> None:
        self._story = story
        self._elements = {
            each.get(tags.ID, ""): each
            for each in root.iterchildren(_NOTES[kind])
            if each.get(tags.TYPE) not in _NO_TEXT
        }

    def text(self, identifier: str) -> str:
        """The text of a note, its paragraphs as lines; empty where there is no such note."""
        element = self._elements.get(identifier)
        if element is None:
            return ""
        return "\n".join(filter(None, map(_item_text, self._story.blocks(element))))


def _item_text(item: Item) -> str:
    if isinstance(item, Line):
        return item.printed if item.text else ""
    if isinstance(item, Grid):
        return "\n".join(cell.text for cell in item.table.cells if cell.text)
    return ""


def cited_notes(
    items: Iterable[Item], notes: Mapping[str, Notes], body: etree._Element
) -> Iterator[NoteText]:
    """The notes in the order of their marks, each with the mark that Word prints."""
    marks = {kind: _marks(kind, body) for kind in _NOTES}
    for index, item in enumerate(items):
        cited: tuple[NoteKey, ...] = ()
        if isinstance(item, Line | Grid):
            cited = item.cited
        for key in cited:
            mark = "" if key.has_own_mark else next(marks[key.kind])
            text = notes[key.kind].text(key.id) if key.kind in notes else ""
            if text:
                yield NoteText(f"{mark} {text}".strip(), index)


def _marks(kind: str, body: etree._Element) -> Iterator[str]:
    """The marks of the notes of a kind: the document's numbers, from its start."""
    form, value = _FORMATS[kind], 1
    for settings in body.iter(_SETTINGS[kind]):
        for each in settings.iterchildren(tags.FORMAT, tags.NOTE_START):
            if each.tag == tags.FORMAT:
                form = each.get(tags.VALUE, form)
            else:
                value = number(each) or 1
        break
    while True:
        yield format_number(value, form)
        value += 1
