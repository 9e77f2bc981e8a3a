"""The comments of a Word file: those of plancheck written, those of people kept.

python-docx writes comments too, but it saves a document by writing every part of it anew.
Nothing but the comments may change here, so the parts that hold them are changed alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.marks import SPACE
from plancheck.sdk import NOTE_AUTHOR, Note

_AUTHOR_INITIALS = "pc"
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
"""The names of the styles in every language of Word."""

_TEXT_HALF_POINTS, _MARK_HALF_POINTS = "20", "16"
"""Sizes where a document has no such styles."""

_PARENT = "{http://schemas.microsoft.com/office/word/2012/wordml}paraIdParent"
_LINKS = frozenset({"paraId", "durableId"})
"""Attributes by which the newer parts of a file refer to a comment's last paragraph."""


class CommentStyles:
    """The formatting of comments in a document: its own styles, else sizes."""

    def __init__(self, styles: etree._Element | None) -> None:
        found: dict[str, str] = {}
        for each in styles.iter(tags.STYLE) if styles is not None else ():
            name = each.find(tags.STYLE_NAME)
            if name is not None:
                found[name.get(tags.VALUE, "").lower()] = each.get(tags.STYLE_ID, "")
        self._text_style = found.get(_TEXT_STYLE)
        self._mark_style = found.get(_MARK_STYLE)

    def paragraph(self) -> etree._Element:
        """A paragraph of a comment, empty."""
        paragraph = etree.Element(tags.P)
        if self._text_style:
            properties = etree.SubElement(paragraph, tags.P_PROPERTIES)
            etree.SubElement(properties, tags.P_STYLE, {tags.VALUE: self._text_style})
        return paragraph

    def run(self, *, is_bold: bool = False) -> etree._Element:
        """A run of a comment's text, empty."""
        run = etree.Element(tags.R)
        properties = etree.SubElement(run, tags.R_PROPERTIES)
        if is_bold:
            etree.SubElement(properties, tags.BOLD)
        if not self._text_style:
            etree.SubElement(properties, tags.SIZE, {tags.VALUE: _TEXT_HALF_POINTS})
        return run

    def mark(self, tag: str) -> tuple[etree._Element, etree._Element]:
        """A run with a mark of a comment in it, and the mark."""
        run = etree.Element(tags.R)
        properties = etree.SubElement(run, tags.R_PROPERTIES)
        if self._mark_style:
            etree.SubElement(properties, tags.R_STYLE, {tags.VALUE: self._mark_style})
        else:
            etree.SubElement(properties, tags.SIZE, {tags.VALUE: _MARK_HALF_POINTS})
        return run, etree.SubElement(run, tag)


def empty_comments() -> etree._Element:
    """The root of a part of comments that has none."""
    word = etree.QName(tags.COMMENTS).namespace or ""
    return etree.Element(tags.COMMENTS, nsmap={"w": word})


def remove_own(comments: etree._Element) -> tuple[frozenset[str], frozenset[str]]:
    """Take plancheck's own comments out of their part.

    Returns:
        Their ids, and the ids of their paragraphs, by which the newer parts know them.
    """
    own = [
        each
        for each in comments.iterchildren(tags.COMMENT)
        if each.get(tags.AUTHOR) == NOTE_AUTHOR
    ]
    numbers = frozenset(each.get(tags.ID, "") for each in own)
    paragraphs = frozenset(
        paragraph
        for each in own
        for paragraph in map(_paragraph_id, each.iter(tags.P))
        if paragraph
    )
    for each in own:
        comments.remove(each)
    return numbers, paragraphs


def forget(parts: Sequence[etree._Element], paragraphs: frozenset[str]) -> None:
    """Take comments that are gone out of the newer parts; answers to them stand alone.

    Args:
        parts: The roots of the parts that say which comment answers which, and when.
        paragraphs: The ids of the paragraphs of the comments.
    """
    gone = set(paragraphs)
    for root in parts:  # one part has both kinds of id, by which the others are known
        for each in root:
            links = set(_links(each))
            if links & gone:
                gone |= links
    for root in parts:
        for each in list(root):
            if gone.intersection(_links(each)):
                root.remove(each)
            elif each.get(_PARENT) in gone:
                del each.attrib[_PARENT]


def next_number(roots: Iterable[etree._Element]) -> int:
    """An id that no comment has, and no mark of one."""
    kinds = (tags.COMMENT, tags.COMMENT_REFERENCE, tags.COMMENT_RANGE_START)
    given = (each.get(tags.ID, "") for root in roots for each in root.iter(*kinds))
    known = [int(each) for each in given if each.isdecimal() and len(each) < 9]
    return max(known, default=-1) + 1


def write_comment(
    comments: etree._Element, note: Note, number: int, styles: CommentStyles
) -> None:
    """Add a note as a comment, its first paragraph in bold.

    Args:
        comments: The root of the part of comments.
        note: What it says.
        number: Its id, by which the text refers to it; no other comment has it.
        styles: How comments are formatted in the file.
    """
    # Without a day LibreOffice would save the comment with one that Word cannot read.
    day = dt.datetime.now(dt.UTC).date()
    attributes = {
        tags.ID: str(number),
        tags.AUTHOR: NOTE_AUTHOR,
        tags.DATE: f"{day}T00:00:00Z",
        tags.INITIALS: _AUTHOR_INITIALS,
    }
    comment = etree.SubElement(comments, tags.COMMENT, attributes)
    for index, text in enumerate(note.paragraphs):
        paragraph = styles.paragraph()
        if index == 0:
            paragraph.append(styles.mark(tags.COMMENT_MARK)[0])
        run = styles.run(is_bold=index == 0)
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                etree.SubElement(run, tags.BREAK)
            etree.SubElement(run, tags.T, {SPACE: "preserve"}).text = line
        paragraph.append(run)
        comment.append(paragraph)


def _paragraph_id(paragraph: etree._Element) -> str | None:
    return next(
        (
            value
            for name, value in paragraph.attrib.items()
            if etree.QName(name).localname == "paraId"
        ),
        None,
    )


def _links(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if etree.QName(name).localname in _LINKS:
            yield value
