"""What stands in a story of the file, in order, before its meaning is decided.

A story is a text of its own: the body, a header, a footnote, a text box.
"""

from dataclasses import dataclass
from enum import Enum, auto

from lxml import etree

from plancheck.readers.docx.numbering import NO_LABEL, Label
from plancheck.readers.docx.styles import Style
from plancheck.sdk import Message, ParagraphRole, Table


class Origin(Enum):
    """Where a paragraph stands."""

    BODY = auto()
    BOX = auto()  # a table of one cell, or one that only lays out the page
    TEXT_BOX = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A footnote or endnote by the id that its reference uses.

    One with a mark of its own, such as an asterisk, has that mark in the text.
    """

    kind: str
    id: str
    has_own_mark: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph with what its meaning is decided by.

    `text` has neither label nor note marks; `spaced` is the same with its tabs and runs of
    spaces, empty where it may have none. `level` is the heading level from 1, None for
    what is no heading; `page` the page of the paragraph's first letter.
    """

    text: str
    style: Style
    page: int
    label: Label = NO_LABEL
    element: etree._Element | None = None
    origin: Origin = Origin.BODY
    level: int | None = None
    role: ParagraphRole = ParagraphRole.BODY
    ends_with_page: bool = False
    cited: tuple[NoteKey, ...] = ()
    spaced: str = ""

    @property
    def printed(self) -> str:
        """The text with its number or bullet in front."""
        if not self.label.text:
            return self.text
        return f"{self.label.text}{self.label.gap}{self.text}"


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table; its place in the document is not known yet.

    `elements` has the `w:tc` of each cell, in the order of the table's cells, or its
    paragraph where tabs set the table.
    """

    table: Table
    page: int
    cited: tuple[NoteKey, ...] = ()
    element: etree._Element | None = None
    elements: tuple[etree._Element | None, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Flaw:
    """A thing in the document that cannot be read."""

    reason: Message
    page: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in the text."""

    page: int


Item = Line | Grid | Flaw | Picture
