"""From the blocks of a `Document` to a Word file: cover, contents, sections, text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import docx
from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.text.paragraph import Paragraph as WordParagraph

from plancheck.sdk import Block, Document, Heading, Paragraph, ParagraphRole, Table

from .notes import add_footnote_part, add_text
from .pages import (
    add_contents,
    add_header_and_footer,
    save,
    set_page,
    set_properties,
    text_width,
    turn_page,
)
from .styles import BULLETS, add_numbering, set_styles
from .tables import add_table, is_wide
from .xml import add_field

_HEADING_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(?=\S)")
_CAPTION = re.compile(
    r"(?P<before>|Table |Figure )(?P<number>\d+)"
    r"(?P<after>\. ?(?:tabula|attēls)?.*)"
)
_LEAD = re.compile(r"(?P<lead>RV\d\.\d\.|\S+(?: \S+){0,4}(?<!\d)[.:])(?= \S)")
_SOURCE = ("Avots:", "Source:")
_SHORT_PROGRAMME = 150
"""Blocks up to which a programme's parts do not begin on pages of their own."""
_CONTENTS_TITLE = {"lv": "Saturs", "en": "Contents"}


def build_docx(
    document: Document,
    path: Path,
    *,
    anchors: Sequence[str] = (),
    pages: Sequence[int] = (),
    pictures: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Write a document as a Word file.

    Args:
        document: What stands before its first heading becomes the cover.
        path: Of the file; its folder is made.
        anchors: The words before each footnote call, as `footnote_anchors` gives them.
        pages: The page number of each heading, for the contents list.
        pictures: Image files by the caption that goes below them.
    """
    language = document.language or _language(document)
    word = docx.Document()
    title = _title(document)
    set_styles(word, {"lv": "lv-LV", "en": "en-GB"}.get(language, language))
    add_numbering(word)
    set_page(word.sections[0], landscape=False)
    add_header_and_footer(word.sections[0], title)
    writer = _Writer(word, anchors, pictures)
    cover, body, notes = _parted(document)
    writer.write_cover(cover)
    headings = [block for block in body if isinstance(block, Heading)]
    numbers = [*pages, *[3] * len(headings)]
    entries = [
        (each.level, each.text, numbers[index]) for index, each in enumerate(headings)
    ]
    if entries:
        add_contents(word, _CONTENTS_TITLE[language], entries)
    writer.write_body(body)
    if notes:
        add_footnote_part(word, [note.text for note in notes])
    set_properties(word, title, language)
    save(word, path)


@dataclass(slots=True)
class _Writer:
    """The Word file so far, with what the next block depends on."""

    word: WordDocument
    anchors: Sequence[str]
    pictures: Mapping[str, Path]
    called: int = 0
    counters: list[int] = field(default_factory=lambda: [0] * 6)
    is_landscape: bool = False

    def write_cover(self, cover: Sequence[Block]) -> None:
        for index, block in enumerate(cover):
            if isinstance(block, Paragraph):
                style = "Title" if index == 0 else "Cover Line"
                self.word.add_paragraph(block.text, style=style)

    def write_body(self, body: Sequence[Block]) -> None:
        turns = _landscape_blocks(body)
        for index, block in enumerate(body):
            if (index in turns) != self.is_landscape:
                self.is_landscape = index in turns
                turn_page(self.word, landscape=self.is_landscape)
            self._write(block)
            starts_part = isinstance(block, Heading) and block.level == 1
            if starts_part and (index == 0 or len(body) > _SHORT_PROGRAMME):
                self.word.paragraphs[-1].paragraph_format.page_break_before = True
            if isinstance(block, Table) and not _is_set_off(body, index, turns):
                self.word.add_paragraph(style="Table Text")

    def _write(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._write_heading(block)
        elif isinstance(block, Table):
            add_table(self.word, block, text_width(self.word.sections[-1]))
        else:
            self._write_paragraph(block)

    def _write_heading(self, heading: Heading) -> None:
        """Leave the number to Word where Word would print the same one."""
        level = min(heading.level, 4)
        paragraph = self.word.add_paragraph(style=f"Heading {level}")
        text = heading.text
        match = _HEADING_NUMBER.match(text)
        if match and self._counts_to(level, match[1]):
            text = text[match.end() :]
        else:
            _leave_list(paragraph)
        paragraph.add_run(text)

    def _counts_to(self, level: int, number: str) -> bool:
        """Count a heading on if its number is the next of its level."""
        counted = [*self.counters[: level - 1], self.counters[level - 1] + 1]
        if number != ".".join(map(str, counted)):
            return False
        self.counters = counted + [0] * (6 - level)
        return True

    def _write_paragraph(self, block: Paragraph) -> None:
        if match := _caption_of(block):
            if picture := self.pictures.get(block.text):
                self.word.add_picture(str(picture), width=Cm(16))
                self.word.paragraphs[-1].paragraph_format.keep_with_next = True
            _write_caption(self.word, match)
        elif block.text.startswith(_SOURCE):
            self.word.add_paragraph(block.text, style="Source Note")
        elif block.role is ParagraphRole.LIST_ITEM:
            paragraph = self.word.add_paragraph(style="Programme Text")
            _enter_list(paragraph, BULLETS)
            self.called = add_text(paragraph, block.text, self.anchors, self.called)
        else:
            paragraph = self.word.add_paragraph(style="Programme Text")
            text = block.text
            lead = _LEAD.match(text)
            if lead and len(lead["lead"]) < 45 and len(text) > 160:
                paragraph.add_run(lead["lead"]).bold = True
                text = text[lead.end() :]
            self.called = add_text(paragraph, text, self.anchors, self.called)


def _parted(
    document: Document,
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Paragraph, ...]]:
    """Cover, body and footnotes."""
    notes = tuple(
        block for block in document.paragraphs if block.role is ParagraphRole.FOOTNOTE
    )
    blocks = tuple(
        block
        for block in document.blocks
        if not (isinstance(block, Paragraph) and block.role is ParagraphRole.FOOTNOTE)
    )
    starts = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    start = starts[0] if starts else 0
    if not all(isinstance(block, Paragraph) for block in blocks[:start]):
        start = 0
    return blocks[:start], blocks[start:], notes


def _title(document: Document) -> str:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            return block.text
    return document.name


def _language(document: Document) -> str:
    """Latvian wherever one of its own letters stands often enough."""
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    return "lv" if sum(map(words.count, "āēīšņ")) * 100 > len(words) else "en"


def _landscape_blocks(body: Sequence[Block]) -> set[int]:
    """Wide tables, with the headings and captions right above and the source note below."""
    turned: set[int] = set()
    for index, block in enumerate(body):
        if not (isinstance(block, Table) and is_wide(block)):
            continue
        turned.add(index)
        above = index - 1
        while above >= 0 and _clings(body[above]):
            turned.add(above)
            above -= 1
        below = body[index + 1] if index + 1 < len(body) else None
        if isinstance(below, Paragraph) and below.text.startswith(_SOURCE):
            turned.add(index + 1)
    return turned


def _is_set_off(body: Sequence[Block], index: int, turns: set[int]) -> bool:
    """Whether a table needs no empty line below it: a source note or a new section follows."""
    if index + 1 == len(body):
        return False
    below = body[index + 1]
    is_note = isinstance(below, Paragraph) and below.text.startswith(_SOURCE)
    return is_note or (index in turns) != (index + 1 in turns)


def _clings(block: Block) -> bool:
    """Whether a block goes to the page of the table below it."""
    if isinstance(block, Heading):
        return block.level > 1
    return isinstance(block, Paragraph) and _caption_of(block) is not None


def _caption_of(block: Paragraph) -> re.Match[str] | None:
    match = _CAPTION.match(block.text)
    if match is None:
        return None
    is_label = block.text.split(" ", 1)[1].startswith(("tabula", "attēls"))
    return match if block.role is ParagraphRole.CAPTION or is_label else None


def _write_caption(word: WordDocument, match: re.Match[str]) -> None:
    """The number is a field, as Word's own command makes it."""
    paragraph = word.add_paragraph(style="Caption")
    if match["before"]:
        paragraph.add_run(match["before"])
    is_figure = "attēls" in match["after"][:9] or match["before"] == "Figure "
    kind = "Figure" if is_figure else "Table"
    add_field(paragraph, f"SEQ {kind} \\* ARABIC", match["number"])
    paragraph.add_run(match["after"])


def _leave_list(paragraph: WordParagraph) -> None:
    """Take a heading out of the numbering of its style."""
    _enter_list(paragraph, 0)


def _enter_list(paragraph: WordParagraph, number: int) -> None:
    place = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # noqa: SLF001 - python-docx makes this method at run time
    place.get_or_add_ilvl().val = 0
    place.get_or_add_numId().val = number
