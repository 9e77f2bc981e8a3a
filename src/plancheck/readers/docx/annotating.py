"""A copy of a Word file with notes in it as comments, and nothing else changed.

Of the package only the text, the comments and the two lists that name the comments' part
are written; every other part stays byte for byte as it is.
"""

import posixpath
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree

from plancheck.readers.archive import DamagedPartError
from plancheck.readers.collector import collector_paused
from plancheck.readers.docx.editing import Part, open_part
from plancheck.readers.docx.marks import Marker, unmark
from plancheck.readers.docx.package import Package, Relation
from plancheck.readers.docx.reading import read_body
from plancheck.readers.docx.spots import paragraphs_at
from plancheck.readers.docx.wording import Words
from plancheck.readers.docx.written import (
    CommentStyles,
    empty_comments,
    forget,
    next_number,
    remove_own,
    write_comment,
)
from plancheck.readers.rezip import rezipped
from plancheck.sdk import AnnotationError, Note, UnreadableDocumentError, system_reason

_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an old Office container begins, which of .docx files only locked ones are."""

_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_COMMENTS_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS_LINKS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
"""The type of the link to the comments, by whether a file is strict."""

_NEWER_PARTS = frozenset({"commentsExtended", "commentsIds", "commentsExtensible"})


def annotate(path: Path, notes: Sequence[Note]) -> bytes:
    """The bytes of a copy of a file with the notes in it.

    Raises:
        AnnotationError: The file is locked, or parts that would be changed are damaged.
        UnreadableDocumentError: The file is no Word document.
    """
    name = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = system_reason(error)
        remedy = "check the name, and that you may read the file"
        raise UnreadableDocumentError(name, reason, remedy) from error
    if content.startswith(_LOCKED):
        reason = "a password locks it, and the copy would be open to everybody"
        remedy = "save it without a password, and check that file"
        raise AnnotationError(name, reason, remedy)
    stream = BytesIO(content)
    try:
        with collector_paused():
            changed = _Copy(Package(name, stream)).with_notes(notes)
        return rezipped(stream, changed)
    except (DamagedPartError, zipfile.BadZipFile) as error:
        reason = "a part of it that the comments would change is damaged"
        remedy = "open it in Word, save it, and check it again"
        raise AnnotationError(name, reason, remedy) from error


class _Copy:
    """The parts of one file that its copy has otherwise."""

    def __init__(self, package: Package) -> None:
        opened: list[Part] = []

        def open_text(name: str) -> etree._Element | None:
            part = open_part(package, name)
            opened.extend([part] if part else [])
            return part.root if part else None

        self._package = package
        self._body = read_body(package, open_text)
        self._links = package.relations(self._body.part)
        self._renamed = opened[-1].renamed
        self._changed = opened[-1:]

    def with_notes(self, notes: Sequence[Note]) -> dict[str, bytes]:
        """The bytes of the changed parts, by their names."""
        comments = self._comments()
        removed, paragraphs = remove_own(comments.root)
        unmark(self._body.root, removed)
        newer = self._newer_parts() if paragraphs else []
        forget([part.root for part in newer], paragraphs)
        self._changed += [comments, *newer]
        self._write(notes, comments.root)
        return {part.name: part.written() for part in self._changed}

    def _write(self, notes: Sequence[Note], comments: etree._Element) -> None:
        styles = CommentStyles(self._related("styles"))
        first = next_number((comments, self._body.root))
        for number, note in enumerate(notes, start=first):
            paragraphs = paragraphs_at(self._body, note.location)
            if not paragraphs:
                reason = "it has no paragraph of its own that a comment could stand at"
                remedy = "write the text into the file itself, and check it again"
                raise AnnotationError(self._package.name, reason, remedy)
            write_comment(comments, note, number, styles)
            _mark(paragraphs, note, Marker(number, styles.mark))

    def _opened(self, name: str) -> Part:
        part = open_part(self._package, name)
        if part is None:
            raise DamagedPartError(name)
        return part

    def _link(self, kind: str) -> Relation | None:
        links = self._links.values()
        found = (each for each in links if each.kind == kind and not each.is_external)
        return next(found, None)

    def _related(self, kind: str) -> etree._Element | None:
        link = self._link(kind)
        return self._package.root(link.target) if link else None

    def _newer_parts(self) -> list[Part]:
        """The parts that tell more of comments, as far as they are there."""
        links = map(self._link, sorted(_NEWER_PARTS))
        opened = (open_part(self._package, link.target) for link in links if link)
        return [part for part in opened if part]

    def _comments(self) -> Part:
        """The part of the comments; a new one, with what names it, where there is none."""
        link = self._link("comments")
        if link and (part := open_part(self._package, link.target)):
            return part
        folder = posixpath.dirname(self._body.part)
        name = link.target if link else self._free_name(folder)
        if not link:
            self._changed.append(self._linked_to(posixpath.relpath(name, folder)))
        self._changed.append(self._with_type_of(f"/{name}"))
        return Part(name, empty_comments(), self._renamed)

    def _free_name(self, folder: str) -> str:
        names = ("comments.xml", "plancheck-comments.xml")
        paths = [posixpath.join(folder, name) for name in names]
        return next((path for path in paths if path not in self._package), paths[-1])

    def _linked_to(self, target: str) -> Part:
        """The links of the text with one to a new part of comments."""
        folder, base = posixpath.split(self._body.part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        root = etree.Element(f"{_LINKS}Relationships", nsmap={None: _LINKS[1:-1]})
        part = open_part(self._package, name) or Part(name, root)
        ids = {each.get("Id") for each in part.root}
        number = next(
            each for each in range(1, len(ids) + 2) if f"rId{each}" not in ids
        )
        attributes = {
            "Id": f"rId{number}",
            "Type": _COMMENTS_LINKS[bool(self._renamed)],
            "Target": target,
        }
        etree.SubElement(part.root, f"{_LINKS}Relationship", attributes)
        return part

    def _with_type_of(self, name: str) -> Part:
        """The list of what the parts are, with a part of comments in it."""
        part = self._opened(_CONTENT_TYPES)
        given = {each.get("PartName", "").lower() for each in part.root}
        if name.lower() not in given:
            attributes = {"PartName": name, "ContentType": _COMMENTS_TYPE}
            etree.SubElement(part.root, f"{_TYPES}Override", attributes)
        return part


def _mark(paragraphs: Sequence[etree._Element], note: Note, marker: Marker) -> None:
    """Mark the words of a note where they are found in one paragraph, else all of them."""
    words = Words(note.quote) if note.quote else None
    for paragraph in paragraphs if words else ():
        found = words.find(paragraph) if words else None
        if found and marker.mark_words(*found, paragraph):
            return
    marker.mark_paragraphs(paragraphs[0], paragraphs[-1])
