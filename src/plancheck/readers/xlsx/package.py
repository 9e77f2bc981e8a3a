"""Reads the sheets of an .xlsx package."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plancheck.readers.archive import (
    Archive,
    DamagedPartError,
    LockedPartError,
    OversizeError,
)
from plancheck.readers.xlsx import opening
from plancheck.readers.xlsx.cellvalues import Shared
from plancheck.readers.xlsx.numberformats import GENERAL
from plancheck.readers.xlsx.sheets import Sheet, parse_area
from plancheck.readers.xlsx.styles import read_styles
from plancheck.readers.xlsx.workbook import (
    Link,
    SheetEntry,
    WorkbookEntry,
    clean_text,
    read_links,
    read_shared_texts,
    read_workbook,
)
from plancheck.readers.xlsx.worksheet import (
    CellBudget,
    FullError,
    WorksheetParser,
)
from plancheck.readers.xlsx.xml import walk
from plancheck.sdk import Message

_DRAWN = frozenset({"drawing", "picture", "chartsheet"})
_COMMENTS = frozenset({"comments", "threadedComment"})


def read_package(name: str, archive: Archive, budget: CellBudget) -> Iterator[Sheet]:
    """The sheets in the order of their tabs.

    Raises:
        UnreadableDocumentError: The package is of another program.
        DamagedPartError: A part is damaged that the file cannot do without.
    """
    main, workbook = _main_part(name, archive)
    links = read_links(archive, main)
    shared = _shared(archive, links, workbook)
    for entry in workbook.sheets:
        link = links.get(entry.link_id)
        if link is not None and link.target in archive:
            yield _sheet(archive, entry, link, shared, budget)


def _main_part(name: str, archive: Archive) -> tuple[str, WorkbookEntry]:
    try:
        links = read_links(archive, "").values()
    except DamagedPartError:
        links = {}.values()
    named = [each.target for each in links if each.kind == "officeDocument"]
    root = ""
    for part in (*named, "xl/workbook.xml"):
        if part.endswith(".bin"):
            raise opening.no_workbook(name, "binary")
        if part in archive:
            workbook = read_workbook(archive, part)
            if workbook.root == "workbook":
                return part, workbook
            root = root or workbook.root
    raise opening.no_workbook(name, root)


def _shared(
    archive: Archive, links: Mapping[str, Link], workbook: WorkbookEntry
) -> Shared:
    parts = {link.kind: link.target for link in links.values()}
    try:
        formats = read_styles(archive, parts.get("styles", "xl/styles.xml"))
    except DamagedPartError:
        formats = (GENERAL,)
    texts_part = parts.get("sharedStrings", "xl/sharedStrings.xml")
    texts = read_shared_texts(archive, texts_part)
    return Shared(texts, formats, workbook.since_1904)


def _sheet(
    archive: Archive,
    entry: SheetEntry,
    link: Link,
    shared: Shared,
    budget: CellBudget,
) -> Sheet:
    """One sheet, as far as it can be read."""
    if link.kind != "worksheet":
        sheet = Sheet(entry.name, is_hidden=entry.is_hidden)
        sheet.has_drawing = link.kind in _DRAWN
        return sheet
    parser = WorksheetParser(shared, budget)
    problem = _parse(parser, archive, entry.name, link.target)
    if entry.last_title_row is not None:
        parser.add_header_row(entry.last_title_row)
    try:
        links = tuple(read_links(archive, link.target).values())
    except DamagedPartError:
        links = ()
    for each in links:
        if each.kind == "table":
            _add_table_header(parser, archive, each.target)
    sheet = parser.sheet(entry.name, is_hidden=entry.is_hidden)
    return replace(
        sheet,
        problem=problem,
        has_drawing=any(each.kind in _DRAWN for each in links),
        has_comments=any(each.kind in _COMMENTS for each in links),
        drawn_texts=tuple(_drawn_texts(archive, links)),
    )


def _parse(
    parser: WorksheetParser, archive: Archive, sheet: str, part: str
) -> Message | None:
    """Read a sheet to its end, or say why that is not possible."""
    try:
        parser.parse(archive, part)
    except (DamagedPartError, LockedPartError):
        return Message.of(
            "The sheet “{sheet}” is damaged; only what stands before the damage is read.",
            sheet=sheet,
        )
    except (FullError, OversizeError):
        return Message.of(
            "The sheet “{sheet}” has more cells than a workbook of a programme, and is "
            "not read to its end.",
            sheet=sheet,
        )
    return None


def _add_table_header(parser: WorksheetParser, archive: Archive, part: str) -> None:
    """Note the header row of what Excel calls a table."""

    def start(tag: str, values: dict[str, str]) -> None:
        area = parse_area(values.get("ref", "")) if tag == "table" else None
        if area is not None and values.get("headerRowCount", "1") != "0":
            parser.add_header_row(area.top)

    try:
        walk(archive, part, start)
    except DamagedPartError:
        return


def _drawn_texts(archive: Archive, links: tuple[Link, ...]) -> Iterator[str]:
    """The paragraphs of the text boxes that lie over a sheet."""
    texts: list[str] = []
    depth = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal depth
        depth += tag in {"txBody", "t"}
        if tag == "p":
            texts.append("")

    def text(piece: str) -> None:
        if depth == 2:
            texts[-1] += piece

    def end(tag: str) -> None:
        nonlocal depth
        depth -= tag in {"txBody", "t"}

    for link in links:
        if link.kind == "drawing":
            try:
                walk(archive, link.target, start, text, end)
            except DamagedPartError:
                continue
    yield from filter(None, map(clean_text, texts))
