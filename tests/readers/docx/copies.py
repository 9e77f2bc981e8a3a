"""Copies of Word files with comments, looked at from outside: what changed, what is marked."""

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from plancheck.readers.docx import annotate_docx, read_docx
from plancheck.sdk import Location, Note, ReadingOptions, Severity

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAY_CHANGE = (
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
)
MAY_HOLD_MARKS = {f"{W}p", f"{W}ins", f"{W}moveTo"}
"""Elements in which the schema has marks of comments among the runs."""


def note(
    quote: str | None = None,
    block: int | None = 0,
    row: int | None = None,
    column: int | None = None,
    *,
    text: str = "Nav bāzes vērtības.",
) -> Note:
    """A note at a place of a document."""
    place = Location(block_index=block, row_number=row, column_number=column)
    paragraphs = (text, "MO02 (kļūda, 1/4): Ir bāze.", "Ielīmēšanai:\nCeļi | 41")
    return Note("MO02", "Ir bāze.", Severity.ERROR, paragraphs, place, quote)


@dataclass(frozen=True)
class Copy:
    """A copy of a Word file; `old_ids` are of plancheck's comments in the original."""

    original: Path
    path: Path
    old_ids: frozenset[str]

    def part(self, name: str) -> etree._Element:
        """The root of a part."""
        return _part(self.path, name)

    @property
    def marked(self) -> list[str]:
        """The words between the marks of each comment of plancheck, in their order."""
        words = _between_marks(self.part("word/document.xml"))
        return [words[number] for number in self.ids]

    @property
    def ids(self) -> list[str]:
        """The ids of plancheck's comments."""
        return _own_ids(self.path)

    @property
    def comments(self) -> list[tuple[str, str]]:
        """Author and first paragraph of each comment."""
        return [
            (each.get(f"{W}author", ""), _text(next(each.iter(f"{W}p"))))
            for each in self.part("word/comments.xml")
        ]


def annotated(original: Path, *notes: Note) -> Copy:
    """A copy with notes, beside the original; nothing that must not change has changed."""
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    old = frozenset(_own_ids(original))
    content = annotate_docx(original, notes, ReadingOptions())
    path = original.with_suffix(f".plancheck{original.suffix}")
    path.write_bytes(content)
    assert hashlib.sha256(original.read_bytes()).hexdigest() == digest
    copy = Copy(original, path, old)
    assert_only_comments_differ(copy)
    assert_in_order(copy)
    return copy


def assert_only_comments_differ(copy: Copy) -> None:
    """Every other part has the same bytes, and the text is the same but for the marks."""
    with zipfile.ZipFile(copy.original) as old, zipfile.ZipFile(copy.path) as new:
        assert new.namelist()[: len(old.namelist())] == old.namelist()
        for name in old.namelist():
            is_fixed = name not in MAY_CHANGE and "comments" not in name
            assert old.read(name) == new.read(name) or not is_fixed, name
        added = new.namelist()[len(old.namelist()) :]
    assert all("comments" in name or name.endswith(".rels") for name in added)
    before = _plain(_part(copy.original, "word/document.xml"), copy.old_ids)
    after = _plain(_part(copy.path, "word/document.xml"), frozenset(copy.ids))
    assert after == before
    read = [read_docx(path, name="plāns") for path in (copy.original, copy.path)]
    assert read[0].blocks == read[1].blocks


def assert_in_order(copy: Copy) -> None:
    """Marks stand where the schema has them, each once, and each comment is marked."""
    root = copy.part("word/document.xml")
    for paragraph in root.iter(f"{W}p"):
        assert all(each.getprevious() is None for each in paragraph.findall(f"{W}pPr"))
    own = set(copy.ids)
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [each for each in root.iter(f"{W}{kind}") if each.get(f"{W}id") in own]
        assert sorted(each.get(f"{W}id", "") for each in found) == sorted(own)
        for each in found:
            holder = each if kind.startswith("commentRange") else each.getparent()
            parent = holder.getparent() if holder is not None else None
            assert parent is not None
            assert parent.tag in MAY_HOLD_MARKS
            assert next(parent.iterancestors(f"{W}txbxContent"), None) is None
    for run in root.iter(f"{W}r"):
        assert all(each.getprevious() is None for each in run.findall(f"{W}rPr"))
    for text in root.iter(f"{W}t"):
        words = text.text or ""
        assert words == words.strip() or text.get(SPACE) == "preserve"


def _part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        blob = package.read(name)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    return etree.fromstring(blob.replace(strict, W[1:-1].encode()))


def _own_ids(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        if "word/comments.xml" not in package.namelist():
            return []
    return [
        each.get(f"{W}id", "")
        for each in _part(path, "word/comments.xml")
        if each.get(f"{W}author") == "plancheck"
    ]


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def _between_marks(root: etree._Element) -> dict[str, str]:
    """By the id of each comment the text between its marks, paragraphs with a bar."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    for each in root.iter():
        if each.tag == f"{W}commentRangeStart":
            opened[each.get(f"{W}id", "")] = []
        elif each.tag == f"{W}commentRangeEnd":
            number = each.get(f"{W}id", "")
            closed[number] = "".join(opened.pop(number))
        elif each.tag in {f"{W}t", f"{W}p"}:
            text = "|" if each.tag == f"{W}p" else each.text or ""
            for pieces in opened.values():
                pieces.append(text)
    assert not opened
    return closed


def _plain(root: etree._Element, numbers: frozenset[str]) -> bytes:
    """A text without the marks of some comments, runs of the same formatting made one."""
    kinds = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for each in list(root.iter(*(f"{W}{kind}" for kind in kinds))):
        run = each.getparent()
        if each.get(f"{W}id") not in numbers or run is None:
            continue
        run.remove(each)
        above = run.getparent()
        if run.tag == f"{W}r" and above is not None and _is_empty(run):
            above.remove(run)
    for parent in list(root.iter("{*}*")):
        _join_runs(parent)
    for run in root.iter(f"{W}r"):
        _join_texts(run)
    return etree.tostring(root, method="c14n")


def _is_empty(run: etree._Element) -> bool:
    return all(each.tag == f"{W}rPr" for each in run)


def _join_runs(parent: etree._Element) -> None:
    for run in list(parent):
        before = run.getprevious()
        is_pair = before is not None and before.tag == run.tag == f"{W}r"
        if before is not None and is_pair and _looks(before) == _looks(run):
            content = [each for each in run if each.tag != f"{W}rPr"]
            before.extend(content)
            parent.remove(run)


def _looks(run: etree._Element) -> tuple[object, ...]:
    properties = run.find(f"{W}rPr")
    own = b"" if properties is None else etree.tostring(properties, method="c14n")
    return own, sorted(run.attrib.items())


def _join_texts(run: etree._Element) -> None:
    for text in list(run.iterchildren(f"{W}t")):
        before = text.getprevious()
        text.attrib.pop(SPACE, None)
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            run.remove(text)


def quotes_of(path: Path, step: int) -> Sequence[Note]:
    """A note at every so-manieth block of a document, on words in its middle."""
    notes = []
    for block in read_docx(path).blocks[::step]:
        words = getattr(block, "text", "").split("\n")[0].split(" ")
        quote = " ".join(words[1:-1] or words)
        notes.append(note(quote or None, block.location.block_index))
    return notes
