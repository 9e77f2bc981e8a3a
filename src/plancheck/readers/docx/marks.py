"""Puts the marks of a comment around words: into a paragraph, and nothing else moved.

Runs are split where words begin and end, each half with the formatting of the whole. A
comment must outlive what Word writes anew by itself, so that marks in fields, links and
controls go around them.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.wording import Point

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOSTS = frozenset({tags.INSERTED, tags.MOVED_TO})
"""In these a mark may stand among the runs."""

_MOST_HOSTS = 20


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks what one comment is about.

    `new_mark` makes a run for the mark of a tag, with the formatting of such marks.
    """

    number: int
    new_mark: Callable[[str], tuple[etree._Element, etree._Element]]

    def mark_words(self, start: Point, end: Point, paragraph: etree._Element) -> bool:
        """Mark the words between two points of a paragraph.

        False, and nothing done, where no comment may stand in the paragraph.
        """
        if host_paragraph(paragraph) is not paragraph:
            return False
        last = _host(_run_ending_at(end), paragraph)
        if last.getparent() is paragraph:
            last = _closing(last, paragraph)
        after = self._mark(tags.COMMENT_RANGE_END)
        last.addnext(after)
        _child_of(paragraph, after).addnext(self._reference())
        first = _host(_run_starting_at(start), paragraph)
        if first.getparent() is paragraph:
            first = _opening(first, paragraph)
        first.addprevious(self._mark(tags.COMMENT_RANGE_START))
        return True

    def mark_paragraphs(self, first: etree._Element, last: etree._Element) -> None:
        """Mark all from the start of one paragraph to the end of another, or of the same."""
        first, last = host_paragraph(first), host_paragraph(last)
        start = self._mark(tags.COMMENT_RANGE_START)
        properties = first.find(tags.P_PROPERTIES)
        if properties is None:
            first.insert(0, start)
        else:
            properties.addnext(start)
        last.append(self._mark(tags.COMMENT_RANGE_END))
        last.append(self._reference())

    def _mark(self, tag: str) -> etree._Element:
        return etree.Element(tag, {tags.ID: str(self.number)})

    def _reference(self) -> etree._Element:
        """The run that holds the comment's own mark; Word shows nothing of it in the text."""
        run, mark = self.new_mark(tags.COMMENT_REFERENCE)
        mark.set(tags.ID, str(self.number))
        return run


def host_paragraph(paragraph: etree._Element) -> etree._Element:
    """The paragraph itself, or the nearest one where a comment may stand.

    Word has no comments in text boxes, and writes anew what a control without formatting
    holds. A text box hangs on a paragraph; what follows a control is not in it.
    """
    for _ in range(_MOST_HOSTS):
        outer = next(paragraph.iterancestors(tags.TEXT_BOX), None)
        if outer is not None:
            above = next(outer.iterancestors(tags.P), None)
        elif (control := _plain_control(paragraph)) is not None:
            above = _paragraph_after(control)
        else:
            return paragraph
        if above is None:
            return paragraph
        paragraph = above
    return paragraph


def _plain_control(paragraph: etree._Element) -> etree._Element | None:
    """The control around a paragraph whose content Word fills in by itself."""
    for control in paragraph.iterancestors(tags.SDT):
        properties = control.find(tags.SDT_PROPERTIES)
        for kind in (tags.SDT_PLAIN_TEXT, tags.SDT_BINDING):
            if properties is not None and properties.find(kind) is not None:
                return control
    return None


def _paragraph_after(element: etree._Element) -> etree._Element | None:
    """The first paragraph that begins behind an element."""
    for above in (element, *element.iterancestors()):
        for sibling in above.itersiblings():
            for paragraph in sibling.iter(tags.P):
                return paragraph
    return None


def unmark(root: etree._Element, numbers: frozenset[str]) -> None:
    """Take the marks of some comments out again."""
    kinds = (
        tags.COMMENT_RANGE_START,
        tags.COMMENT_RANGE_END,
        tags.COMMENT_REFERENCE,
    )
    for mark in [each for each in root.iter(*kinds) if each.get(tags.ID) in numbers]:
        run = mark.getparent()
        _drop(mark)
        if (
            mark.tag == tags.COMMENT_REFERENCE
            and run is not None
            and all(each.tag == tags.R_PROPERTIES for each in run)
        ):
            _drop(run)


def _drop(element: etree._Element) -> None:
    """Remove an element, and leave what stands behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _run_starting_at(point: Point) -> etree._Element:
    """The run that begins at a point, split off where a run holds more before it."""
    run = _run_of(point.text)
    if point.offset == 0 and all(
        each.tag == tags.R_PROPERTIES
        for each in point.text.itersiblings(preceding=True)
    ):
        return run
    return _split(run, point)


def _run_ending_at(point: Point) -> etree._Element:
    """The run that ends at a point, what it holds after it split off."""
    run = _run_of(point.text)
    is_last = point.text.getnext() is None
    if not (is_last and point.offset == len(point.text.text or "")):
        _split(run, point)
    return run


def _run_of(text: etree._Element) -> etree._Element:
    parent = text.getparent()
    return text if parent is None else parent


def _split(run: etree._Element, point: Point) -> etree._Element:
    """Move what a run has from a point on into a new run behind it, and return that."""
    behind = etree.Element(run.tag, dict(run.attrib))
    properties = run.find(tags.R_PROPERTIES)
    if properties is not None:
        behind.append(deepcopy(properties))
    text, moved = point.text, list(point.text.itersiblings())
    words = text.text or ""
    if point.offset == 0:
        moved.insert(0, text)
    elif point.offset < len(words):
        rest = etree.SubElement(behind, text.tag, dict(text.attrib))
        text.text, rest.text = words[: point.offset], words[point.offset :]
        _keep_spaces(text)
        _keep_spaces(rest)
    behind.extend(moved)
    run.addnext(behind)
    return behind


def _keep_spaces(text: etree._Element) -> None:
    """Say that the spaces at the ends of a text count, where it has some."""
    words = text.text or ""
    if words != words.strip():
        text.set(SPACE, "preserve")


def _host(run: etree._Element, paragraph: etree._Element) -> etree._Element:
    """The run where marks may stand beside it, else the child of the paragraph around it."""
    parent = run.getparent()
    if parent is not None and parent.tag in _HOSTS and parent.getparent() is paragraph:
        return run
    return _child_of(paragraph, run)


def _child_of(paragraph: etree._Element, inside: etree._Element) -> etree._Element:
    for above in inside.iterancestors():
        if above is paragraph:
            break
        inside = above
    return inside


def _opening(child: etree._Element, paragraph: etree._Element) -> etree._Element:
    """A child of the paragraph, or the one that opens the outermost field around it."""
    opened = child
    for each, before, _ in _field_depths(paragraph):
        if before == 0:
            opened = each
        if each is child:
            break
    return opened


def _closing(child: etree._Element, paragraph: etree._Element) -> etree._Element:
    """A child of the paragraph, or the one that closes the outermost field around it."""
    is_reached = False
    for each, _, after in _field_depths(paragraph):
        is_reached = is_reached or each is child
        if is_reached and after == 0:
            return each
    return paragraph[-1]  # the field runs on into the next paragraph


def _field_depths(
    paragraph: etree._Element,
) -> Iterator[tuple[etree._Element, int, int]]:
    """The children of a paragraph, each with how many fields are open before and after."""
    depth = 0
    for child in paragraph:
        before = depth
        for mark in child.iter(tags.FIELD_CHARACTER):
            kind = mark.get(tags.FIELD_TYPE)
            depth = max(depth + (kind == "begin") - (kind == "end"), 0)
        yield child, before, depth
