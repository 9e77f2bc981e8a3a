"""The grid of a table: each cell once, with its spans, whatever way Word wrote them."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.inline import LeftOut
from plancheck.readers.docx.items import Item, NoteKey
from plancheck.readers.docx.pages import PageCounter
from plancheck.readers.docx.styles import is_on, number
from plancheck.readers.docx.tablegrid import Box, place
from plancheck.sdk import Table

MAX_SPAN = 63
"""Columns of a table in Word; a larger span is a mistake or an attack."""

_NOT_ROWS = frozenset(
    {
        tags.TBL_PROPERTIES,
        tags.GRID,
        tags.TR_PROPERTIES,
        tags.SDT_PROPERTIES,
        tags.SDT_END_PROPERTIES,
        tags.TC,
        tags.P,
    }
)


@dataclass(slots=True)
class CellContent:
    """Text of a cell, and what is anchored in it that is no text of it.

    `page` is that of the first letter, None in an empty cell.
    """

    text: str
    anchored: tuple[Item, ...] = ()
    cited: tuple[NoteKey, ...] = ()
    page: int | None = None

    def add(self, line: str, page: int) -> None:
        """Add a paragraph below those that are there."""
        if self.page is None:
            self.page = page
            self.text = line
        else:
            self.text = f"{self.text}\n{line}"


@dataclass(slots=True)
class TableContent:
    """A table without its place, and what follows it because it stood in its cells.

    `elements` has the `w:tc` of each cell, in the order of the table's cells.
    """

    table: Table
    page: int
    anchored: tuple[Item, ...]
    cited: tuple[NoteKey, ...]
    elements: tuple[etree._Element | None, ...]


@dataclass(slots=True)
class _RowProperties:
    before: int = 0
    is_header: bool = False
    is_deleted: bool = False


@dataclass(slots=True)
class _CellProperties:
    """`merge` is "restart" or "continue" for a cell that is merged with others below it."""

    span: int = 1
    merge: str = ""
    continues_left: bool = False
    is_deleted: bool = False


_PLAIN_ROW = _RowProperties()
_PLAIN_CELL = _CellProperties()


def read_table(
    element: etree._Element,
    read_cell: Callable[[etree._Element], CellContent],
    with_properties: Container[object],
    pages: PageCounter | None,
    left_out: LeftOut,
) -> TableContent:
    """The table of a `w:tbl`.

    Args:
        element: The table.
        read_cell: Reads what a `w:tc` holds.
        with_properties: The cells that are merged or deleted.
        pages: Counts the pages, for the cells of a row start on one; None where the
            file has no page breaks.
        left_out: Where the text of deleted rows and cells is counted.
    """
    rows = _Rows(read_cell, with_properties, pages, left_out)
    for row in _flat(element, tags.TR):
        properties = _row_properties(row)
        if properties.is_deleted:
            left_out.add("deleted", [row])
        else:
            rows.read(row, properties)
    cells, column_count = place(rows.boxes, _column_widths(element), len(rows.pages))
    # Where every row is said to be a header Word repeats none.
    header_row_count = rows.headers.index(False) if False in rows.headers else 0
    table = Table(
        cells=cells,
        row_count=len(rows.pages),
        column_count=column_count,
        header_row_count=header_row_count,
        caption=_alternative_text(element),
        row_pages=tuple(rows.pages),
    )
    page = rows.pages[0] if rows.pages else 1
    return TableContent(
        table,
        page,
        tuple(rows.anchored),
        tuple(rows.cited),
        tuple(box.element for box in rows.boxes),
    )


@dataclass(slots=True)
class _Rows:
    """The rows read so far; `above` holds the merged cells that may reach further down."""

    read_cell: Callable[[etree._Element], CellContent]
    with_properties: Container[object]
    page_counter: PageCounter | None
    left_out: LeftOut
    boxes: list[Box] = field(default_factory=list)
    above: dict[int, Box] = field(default_factory=dict)
    anchored: list[Item] = field(default_factory=list)
    cited: list[NoteKey] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    headers: list[bool] = field(default_factory=list)

    def read(self, row: etree._Element, properties: _RowProperties) -> None:
        """Add one row."""
        column, previous = properties.before, None
        merged: dict[int, Box] = {}
        page = self.page_counter.number if self.page_counter else 1
        first_page: int | None = None
        for element, facts, content in self._cells(row):
            if content.page is not None:
                first_page = min(first_page or content.page, content.page)
            if facts.continues_left and previous is not None:
                previous.extend_right(facts.span, content.text)
            else:
                previous = self._box(column, facts, content.text, element)
            if facts.merge:
                merged[column] = previous
            column += facts.span
        self.above = merged
        self.pages.append(first_page or page)
        self.headers.append(properties.is_header)

    def _cells(
        self, row: etree._Element
    ) -> Iterator[tuple[etree._Element, _CellProperties, CellContent]]:
        """Each cell of a row; all start on the page where the row starts."""
        counter = self.page_counter
        start = end = counter.state if counter else (1, False)
        for element in _flat(row, tags.TC):
            facts = _PLAIN_CELL
            if element in self.with_properties:
                facts = _cell_properties(element)
                if facts.is_deleted:
                    self.left_out.add("deleted", [element])
                    continue
            if counter:
                counter.rewind(start)
            content = self.read_cell(element)
            if counter:
                end = max(end, counter.state)
            if content.anchored or content.cited:
                self.anchored += content.anchored
                self.cited += content.cited
            yield element, facts, content
        if counter:
            counter.rewind(end)

    def _box(
        self,
        column: int,
        facts: _CellProperties,
        text: str,
        element: etree._Element,
    ) -> Box:
        """A new cell, or the one above that reaches down into this row."""
        row = len(self.pages)
        if facts.merge == "continue" and (box := self.above.get(column)) is not None:
            box.extend_down(row, text)
            return box
        box = Box(text, row, column, column + facts.span, 1, element)
        self.boxes.append(box)
        return box


def _flat(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for each in parent:
        if each.tag == tag:
            yield each
        elif each.tag not in _NOT_ROWS and len(each):
            yield from _flat(each, tag)


def _row_properties(row: etree._Element) -> _RowProperties:
    found = _PLAIN_ROW
    for each in row.iterchildren(tags.TR_PROPERTIES):
        found = _RowProperties()
        for fact in each:
            if fact.tag == tags.GRID_BEFORE:
                found.before = min(max(number(fact) or 0, 0), MAX_SPAN)
            elif fact.tag == tags.TABLE_HEADER:
                found.is_header = is_on(fact)
            elif fact.tag in {tags.DELETED, tags.MOVED_FROM}:
                found.is_deleted = True
    return found


def _cell_properties(cell: etree._Element) -> _CellProperties:
    found = _CellProperties()
    for properties in cell.iterchildren(tags.TC_PROPERTIES):
        for fact in properties:
            _read_cell_fact(found, fact.tag, fact)
    return found


def _read_cell_fact(found: _CellProperties, tag: object, fact: etree._Element) -> None:
    if tag == tags.GRID_SPAN:
        found.span = min(max(number(fact) or 1, 1), MAX_SPAN)
    elif tag == tags.VERTICAL_MERGE:
        found.merge = fact.get(tags.VALUE, "continue")
    elif tag == tags.HORIZONTAL_MERGE:
        found.continues_left = fact.get(tags.VALUE, "continue") == "continue"
    elif tag == tags.CELL_DELETED:
        found.is_deleted = True


def _column_widths(table: etree._Element) -> tuple[int, ...]:
    """Widths of the grid columns in twentieths of a point; empty where one is not said."""
    grid = table.find(tags.GRID)
    if grid is None:
        return ()
    widths = [each.get(tags.WIDTH, "") for each in grid.iterchildren(tags.GRID_COLUMN)]
    return tuple(map(int, widths)) if all(map(str.isdecimal, widths)) else ()


def _alternative_text(table: etree._Element) -> str:
    """The title that a table has for readers who do not see it."""
    title = table.find(f"{tags.TBL_PROPERTIES}/{tags.TABLE_CAPTION}")
    return title.get(tags.VALUE, "") if title is not None else ""
