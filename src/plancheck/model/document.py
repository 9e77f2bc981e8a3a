"""One file, read: its blocks in reading order and the sections that they form."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from plancheck.model.comment import Comment
from plancheck.model.evidence import Quote
from plancheck.model.heading import Heading, true_levels
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.table import Table


class ParagraphRole(StrEnum):
    """What a paragraph is on the page."""

    BODY = "body"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    TITLE = "title"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text box"
    CONTENTS = "contents"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of any role but heading; the label of a list item stands in front of its text."""

    text: str
    location: Location
    role: ParagraphRole = ParagraphRole.BODY


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Section:
    """What stands under one heading up to the next of its level or above.

    `heading` is None for what stands before a document's first heading. `blocks` are the
    section's own, without the heading and without those of `subsections`.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    subsections: tuple["Section", ...] = ()

    @property
    def title(self) -> str:
        """The heading as printed; empty for what stands before the first one."""
        return self.heading.text if self.heading else ""

    @property
    def location(self) -> Location:
        """The place of the heading, or of the first block where there is none."""
        first = self.heading or (self.blocks[0] if self.blocks else None)
        return first.location if first else Location()

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.subsections:
            yield from section.walk()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of this section and of all below it."""
        return tuple(
            block
            for section in self.walk()
            for block in section.blocks
            if isinstance(block, Paragraph)
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of this section and of all below it."""
        return tuple(
            block
            for section in self.walk()
            for block in section.blocks
            if isinstance(block, Table)
        )

    @cached_property
    def word_count(self) -> int:
        """Words in paragraphs, tables left out."""
        return sum(len(paragraph.text.split()) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a document that could not be read, and why.

    A figure is a map or a diagram among text that can be read: no section or table that is
    missing stands there, but a map may.
    """

    reason: Message
    location: Location
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """How well a document could be read, as shares from 0 to 1."""

    text_pages: float = 1.0
    damaged: float = 0.0


@dataclass(frozen=True, slots=True)
class VolumePart:
    """A part of the programme that a volume holds, and what says so.

    `found_by` is "settings", "title", "heading", "table" or "file name".
    """

    concept: str
    found_by: str
    quote: Quote


@dataclass(frozen=True)
class Document:
    """One file of a programme, read.

    `name` is the path as the user gave it. `blocks` holds what a reader of the document
    reads in the body, footnotes at the end; the contents list is kept apart in
    `contents`, headers and footers in `running`. `page_count` is None where the file
    does not tell. `notes` says what the reader decided, such as the view taken of
    tracked changes. `parts` has the parts of the programme that one of several volumes
    holds, the main one first. `comments` are what people wrote beside the text.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    language: str | None = None
    sha256: str = ""
    page_count: int | None = None
    contents: tuple[Paragraph, ...] = ()
    running: tuple[Paragraph, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Message, ...] = ()
    health: Health = field(default_factory=Health)
    parts: tuple[VolumePart, ...] = ()
    comments: tuple[Comment, ...] = ()

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The top of the section tree."""
        return _sections(self.blocks)

    def walk(self) -> Iterator[Section]:
        """Every section of the tree, in reading order."""
        for section in self.sections:
            yield from section.walk()

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the body, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


def _sections(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Nest the blocks below their headings; a skipped level nests as if it stood there.

    Footnotes stand at the end of a document and belong to the section that cites them.
    """
    headed: list[tuple[Heading, list[Block]]] = []
    front: list[Block] = []
    by_path: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        if isinstance(block, Heading):
            headed.append((block, []))
            by_path.setdefault(block.location.section, headed[-1][1])
            continue
        last = headed[-1][1] if headed else front
        is_note = isinstance(block, Paragraph) and block.role is ParagraphRole.FOOTNOTE
        home = by_path.get(block.location.section, last) if is_note else last
        home.append(block)
    levels = true_levels(tuple(heading for heading, _ in headed))
    pending: list[tuple[int, Section]] = []
    for (heading, own), level in zip(reversed(headed), reversed(levels), strict=True):
        below: list[Section] = []
        while pending and pending[-1][0] > level:
            below.append(pending.pop()[1])
        pending.append((level, Section(heading, tuple(own), tuple(below))))
    first = (Section(None, tuple(front)),) if front else ()
    return first + tuple(section for _, section in reversed(pending))
