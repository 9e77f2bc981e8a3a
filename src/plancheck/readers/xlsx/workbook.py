"""The parts that tell about a whole workbook: its sheets, its shared texts, its links."""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from plancheck.readers.archive import Archive
from plancheck.readers.xlsx.sheets import parse_area
from plancheck.readers.xlsx.xml import damage_of, is_true, parse, valued, walk
from plancheck.sdk import lazy_pattern, tidy

_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_LIST = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=\"1.0\"(?: encoding=\"UTF-8\")?"
    rb"(?: standalone=\"yes\")? ?\?>)?\s*<sst(?: [\w:]+=\"[^\"<>]*\")*>\s*",
    re.IGNORECASE,
)
_ITEM = re.compile(rb'(<si><t(?: xml:space="preserve")?>([^<]*)</t></si>\s*)')
_ROWS_OF_TITLE = lazy_pattern(r"!(\$\d+:\$\d+)$")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one part to another; `kind` is the last word of its type's address."""

    kind: str
    target: str


def read_links(archive: Archive, part: str) -> dict[str, Link]:
    """The links of a part (of the package itself for ""), by their ids; inner ones only."""
    folder, base = posixpath.split(part)
    found: dict[str, Link] = {}

    def start(tag: str, values: dict[str, str]) -> None:
        if tag == "Relationship" and values.get("TargetMode") != "External":
            target = posixpath.join("/", folder, unquote(values.get("Target", "")))
            kind = values.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(target).lstrip("/")
            found[values.get("Id", "")] = Link(kind, target)

    walk(archive, posixpath.join(folder, "_rels", f"{base}.rels"), start)
    return found


@dataclass(slots=True)
class SheetEntry:
    """A sheet as the workbook lists it.

    `last_title_row` is the index of the last row that is repeated on each printed page,
    or None.
    """

    name: str
    link_id: str
    is_hidden: bool
    last_title_row: int | None = None


@dataclass(slots=True)
class WorkbookEntry:
    """The list of sheets, and whether days are counted from 1904."""

    sheets: list[SheetEntry] = field(default_factory=list)
    since_1904: bool = False
    root: str = ""


def read_workbook(archive: Archive, part: str) -> WorkbookEntry:
    """The list of sheets in the order of their tabs."""
    found = WorkbookEntry()
    titled: int | None = None
    pieces: list[str] = []

    def start(tag: str, values: dict[str, str]) -> None:
        nonlocal titled
        found.root = found.root or tag
        if tag == "sheet":
            is_hidden = values.get("state", "visible") != "visible"
            entry = SheetEntry(
                tidy(values.get("name", "")), valued(values, "id"), is_hidden
            )
            found.sheets.append(entry)
        elif tag == "workbookPr":
            found.since_1904 = is_true(values.get("date1904"))
        elif tag == "definedName" and values.get("name") == "_xlnm.Print_Titles":
            titled = int(values.get("localSheetId", -1))
            pieces.clear()

    def end(tag: str) -> None:
        nonlocal titled
        if tag == "definedName" and titled is not None:
            _keep_title(found.sheets, titled, "".join(pieces))
            titled = None

    walk(archive, part, start, pieces.append, end)
    return found


def _keep_title(sheets: Sequence[SheetEntry], index: int, text: str) -> None:
    rows = _ROWS_OF_TITLE.search(text)
    area = parse_area(rows[1]) if rows else None
    if area and 0 <= index < len(sheets):
        sheets[index].last_title_row = area.bottom


def clean_text(text: str) -> str:
    """A text as it is seen; Excel writes control characters as "_x000D_"."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return tidy(text)


def read_shared_texts(archive: Archive, part: str) -> list[str]:
    """The texts that cells name by number; what tells how to pronounce them is left out."""
    blob = archive.blob(part)
    return [] if blob is None else _plain_texts(blob) or _any_texts(blob, part)


def _plain_texts(blob: bytes) -> list[str]:
    """The texts if all of them are of one piece, as most are; else nothing."""
    opening = _LIST.match(blob)
    if opening is None:
        return []
    items = _ITEM.findall(blob, opening.end())
    length = sum(len(item) for item, _ in items)
    if blob[opening.end() + length :].strip() != b"</sst>":
        return []
    texts = (text.decode() for _, text in items)
    return [clean_text(unescape(text) if "&" in text else text) for text in texts]


def _any_texts(blob: bytes, part: str) -> list[str]:
    """The texts in whatever way they are written."""
    texts: list[str] = []
    pieces: list[str] = []
    is_read = is_pronunciation = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal is_read, is_pronunciation
        if tag == "t":
            is_read = not is_pronunciation
        elif tag == "rPh":
            is_pronunciation = True

    def text(piece: str) -> None:
        if is_read:
            pieces.append(piece)

    def end(tag: str) -> None:
        nonlocal is_read, is_pronunciation
        is_read = False
        if tag == "rPh":
            is_pronunciation = False
        elif tag == "si":
            texts.append(clean_text("".join(pieces)))
            pieces.clear()

    with damage_of(part):
        parse(blob, start, text, end)
    return texts
