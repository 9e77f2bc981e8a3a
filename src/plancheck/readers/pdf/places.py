"""Turns paragraphs and tables into the document's blocks, each with its place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.joining import WholeTable
from plancheck.readers.pdf.pages import PageContent
from plancheck.readers.pdf.paragraphs import Item, is_list_item
from plancheck.sdk import (
    Block,
    Box,
    Cell,
    Heading,
    Location,
    Paragraph,
    ParagraphRole,
    Table,
    true_levels,
)


@dataclass(slots=True)
class Note:
    """A footnote ready to be placed: its text, its mark, and where it stands."""

    text: str
    mark: str
    page_number: int
    box: Corners


@dataclass(slots=True)
class Placer:
    """Gives each block its place, in reading order.

    Args:
        name: The document, as the user gave it.
        labels: Printed page numbers by page number.
        pages: All of the document, in order.
    """

    name: str
    labels: Callable[[int], str | None]
    pages: Sequence[PageContent]
    _path: list[tuple[int, str]] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _cited: dict[tuple[int, str], Location] = field(default_factory=dict)
    _last_on: dict[int, Location] = field(default_factory=dict)
    _table_count: int = 0

    def place(
        self, items: Sequence[Item | WholeTable], notes: Iterable[Note]
    ) -> tuple[Block, ...]:
        """The blocks of the body, then the notes in the sections that cite them."""
        _nest([each for each in items if isinstance(each, Item) and each.level])
        for item in items:
            if isinstance(item, WholeTable):
                self._place_table(item)
            else:
                self._place_paragraph(item)
        for note in notes:
            self._place_note(note)
        return tuple(self._blocks)

    def location(self, page_number: int, box: Corners | None = None) -> Location:
        """A place on a page, below the headings so far."""
        return Location(
            document=self.name,
            section=tuple(text for _, text in self._path),
            page_number=page_number,
            page_label=self.labels(page_number),
            block_index=len(self._blocks),
            box=self._box(page_number, box) if box else None,
        )

    def _box(self, page_number: int, box: Corners) -> Box:
        return Box(*self.pages[page_number - 1].on_view(box))

    def _place_paragraph(self, item: Item) -> None:
        if item.level:
            while self._path and self._path[-1][0] >= item.level:
                self._path.pop()
            self._path.append((item.level, item.text))
        place = self.location(item.page_number, item.box)
        for mark in item.marks:
            self._cited.setdefault((item.page_number, mark), place)
        self._last_on[item.lines[-1].page_number] = place
        if item.level:
            self._blocks.append(Heading(item.text, item.level, place))
            return
        role = item.role
        if role is ParagraphRole.BODY and is_list_item(item.text):
            role = ParagraphRole.LIST_ITEM
        self._blocks.append(Paragraph(item.text, place, role))

    def _place_table(self, table: WholeTable) -> None:
        self._table_count += 1
        first = table.parts[0]
        box = (first.left, first.top, first.right, first.bottom)
        place = replace(
            self.location(first.page_number, box), table_number=self._table_count
        )
        for number in set(table.row_pages):
            self._last_on[number] = place
        cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        self._blocks.append(
            Table(
                cells=tuple(
                    Cell(
                        cell.text,
                        cell.row,
                        cell.column,
                        cell.row_span,
                        cell.column_span,
                        self._box(table.row_pages[cell.row], cell.box),
                    )
                    for cell in cells
                ),
                row_count=table.row_count,
                column_count=table.column_count,
                location=place,
                header_row_count=table.header_row_count,
                caption=table.caption,
                row_pages=tuple(table.row_pages),
            )
        )

    def _place_note(self, note: Note) -> None:
        cited = self._cited.get((note.page_number, note.mark))
        cited = cited or self._last_on.get(note.page_number)
        place = replace(
            cited or self.location(note.page_number),
            page_number=note.page_number,
            page_label=self.labels(note.page_number),
            table_number=None,
            block_index=len(self._blocks),
            box=self._box(note.page_number, note.box),
        )
        self._blocks.append(Paragraph(note.text, place, ParagraphRole.FOOTNOTE))


def _nest(headings: Sequence[Item]) -> None:
    """Give the headings the levels at which they truly stand."""
    stated = tuple(Heading(each.text, each.level, Location()) for each in headings)
    for heading, level in zip(headings, true_levels(stated), strict=True):
        heading.level = level
