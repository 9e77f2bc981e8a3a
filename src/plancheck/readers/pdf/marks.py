"""Annotations and bookmarks of a PDF: those that plancheck writes, and those it takes out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.spots import Spot
from plancheck.sdk import NOTE_AUTHOR, Note, Severity

_COLOURS = {
    Severity.ERROR: (1.0, 0.6, 0.6),
    Severity.WARNING: (1.0, 0.87, 0.4),
    Severity.INFO: (0.7, 0.85, 1.0),
}
"""Red, green and blue of the marks; the text says the severity too."""

_PALE = (1.0, 1.0, 0.95)
"""Of a further mark on the same words: colours of highlights add up, to black in the end."""

_PRINTED = 4
"""The flag by which an annotation is printed with the page."""

_OWN = NameObject("/PlancheckMarks")
"""Says of a bookmark that it is ours."""

_LONGEST_BOOKMARK = 90


def mark(writer: PdfWriter, spots: Sequence[Spot]) -> None:
    """Write the notes as annotations and bookmarks, in place of those of an earlier check."""
    pages = list(writer.pages)
    for page in pages:
        _remove_own(page)
    _remove_own_bookmarks(writer)
    # The number that pypdf takes for the first new thing may be that of the file's own list
    # of things, which some readers then find under it.
    writer._add_object(NullObject())  # noqa: SLF001 - pypdf has no other way
    numbers = {id(spot): number for number, spot in enumerate(spots, start=1)}
    for index, group in groupby(spots, lambda spot: spot.page_index):
        page = pages[index]
        added = [
            writer._add_object(_annotation(each, page, numbers[id(each)]))  # noqa: SLF001 - as above
            for each in group
        ]
        _set_annotations(page, [*_annotations(page), *added])
    _add_bookmarks(writer, spots)


def _annotation(spot: Spot, page: PageObject, number: int) -> DictionaryObject:
    """A highlight of the words, or the icon of a note."""
    note = spot.note
    known: dict[str, PdfObject] = {
        "/Type": NameObject("/Annot"),
        "/Rect": _numbers(spot.box),
        "/Contents": TextStringObject("\n\n".join(note.paragraphs)),
        "/T": TextStringObject(NOTE_AUTHOR),
        "/Subj": TextStringObject(f"{note.code} {note.title}"),
        "/NM": TextStringObject(f"{NOTE_AUTHOR}-{number}"),
        "/C": _numbers(_PALE if spot.is_again else _COLOURS[note.severity]),
        "/F": NumberObject(_PRINTED),
    }
    if page.indirect_reference:
        known["/P"] = page.indirect_reference
    if spot.lines:
        known["/Subtype"] = NameObject("/Highlight")
        known["/QuadPoints"] = _numbers(_corners(spot.lines))
    else:
        known["/Subtype"] = NameObject("/Text")
        known["/Name"] = NameObject("/Note")
    return _dictionary(known)


def _corners(lines: Iterable[Corners]) -> Iterator[float]:
    """The four corners of each line, in the order that viewers expect: a Z."""
    for left, bottom, right, top in lines:
        yield from (left, top, right, top, left, bottom, right, bottom)


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject(FloatObject(round(value, 2)) for value in values)


def _dictionary(known: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in known.items()})


def _annotations(page: PageObject) -> list[PdfObject]:
    """The entries of a page's list, as they stand in it: references, or the things."""
    listed = page.get("/Annots", NullObject()).get_object()
    return list(listed) if isinstance(listed, ArrayObject) else []


def _set_annotations(page: PageObject, entries: Sequence[PdfObject]) -> None:
    page[NameObject("/Annots")] = ArrayObject(entries)


def _remove_own(page: PageObject) -> None:
    """Take out the marks of an earlier check, with the windows that viewers gave them."""
    entries = _annotations(page)
    own = [each for each in entries if _is_own(each)]
    if not own:
        return
    marks = {_key(each) for each in own}
    kept = [
        each
        for each in entries
        if _key(each) not in marks and _key(_parent(each)) not in marks
    ]
    _set_annotations(page, kept)


def _is_own(entry: PdfObject) -> bool:
    annotation = entry.get_object()
    if not isinstance(annotation, DictionaryObject):
        return False
    name = str(annotation.get("/NM", "")).partition("-")
    return annotation.get("/T") == NOTE_AUTHOR and name[0] == NOTE_AUTHOR


def _parent(entry: PdfObject) -> PdfObject | None:
    """What a window belongs to."""
    annotation = entry.get_object()
    if not isinstance(annotation, DictionaryObject) or "/Parent" not in annotation:
        return None
    parent: PdfObject = annotation.raw_get("/Parent")
    return parent if annotation.get("/Subtype") == "/Popup" else None


def _key(entry: PdfObject | None) -> int:
    """By what an entry is known: its number in the file, or itself."""
    if isinstance(entry, IndirectObject):
        return entry.idnum
    return -id(entry) if entry is not None else 0


def _add_bookmarks(writer: PdfWriter, spots: Sequence[Spot]) -> None:
    """One for all, below it one a rule, and below that one a note."""
    by_code: dict[str, list[Spot]] = {}
    for spot in spots:
        by_code.setdefault(spot.note.code, []).append(spot)
    if not by_code:
        return
    first = spots[0]
    top = _bookmark(writer, NOTE_AUTHOR, first, None)
    own = top.get_object()
    if isinstance(own, DictionaryObject):
        own[_OWN] = BooleanObject(value=True)
    for found in by_code.values():
        note = found[0].note
        rule = _bookmark(writer, f"{note.code} {note.title}", found[0], top)
        for spot in found if len(found) > 1 else ():
            _bookmark(writer, _first_line(spot.note), spot, rule)


def _bookmark(
    writer: PdfWriter, title: str, spot: Spot, parent: IndirectObject | None
) -> IndirectObject:
    short = (
        title if len(title) <= _LONGEST_BOOKMARK else f"{title[:_LONGEST_BOOKMARK]}…"
    )
    return writer.add_outline_item(
        title=short,
        page_number=spot.page_index,
        parent=parent,
        fit=Fit.xyz(left=spot.box[0], top=spot.box[3]),
        is_open=False,
    )


def _first_line(note: Note) -> str:
    return note.paragraphs[0].partition("\n")[0] if note.paragraphs else note.code


def _remove_own_bookmarks(writer: PdfWriter) -> None:
    """Take the bookmark of an earlier check out of the chain that it stands in."""
    root = writer.root_object.get("/Outlines", NullObject()).get_object()
    if not isinstance(root, DictionaryObject):
        return
    for item in _chain(root):
        if _OWN in item:
            _unchain(root, item)


def _chain(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """The top bookmarks; a damaged file may have them in a circle."""
    seen: set[int] = set()
    item = root.get("/First", NullObject()).get_object()
    while isinstance(item, DictionaryObject) and id(item) not in seen:
        seen.add(id(item))
        following = item.get("/Next", NullObject()).get_object()
        yield item
        item = following


def _unchain(root: DictionaryObject, item: DictionaryObject) -> None:
    before = item.get("/Prev", NullObject()).get_object()
    after = item.get("/Next", NullObject()).get_object()
    _link(before, root, ("/Next", "/First"), item, "/Next")
    _link(after, root, ("/Prev", "/Last"), item, "/Prev")
    count = root.get("/Count", NumberObject(0)).get_object()
    if isinstance(count, NumberObject) and count > 0:
        root[NameObject("/Count")] = NumberObject(count - 1)


def _link(
    neighbour: object,
    root: DictionaryObject,
    names: tuple[str, str],
    item: DictionaryObject,
    source: str,
) -> None:
    """Let a neighbour, or the root where there is none, point past an item."""
    holder, name = (
        (neighbour, names[0])
        if isinstance(neighbour, DictionaryObject)
        else (root, names[1])
    )
    if source in item:
        holder[NameObject(name)] = item.raw_get(source)
    else:
        holder.pop(NameObject(name), None)
