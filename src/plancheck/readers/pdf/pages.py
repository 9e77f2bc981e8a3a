"""What one page holds: lines and tables, in reading order, and how well it could be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plancheck.readers.pdf.aligned import aligned_tables, has_columns
from plancheck.readers.pdf.cell_texts import (
    cell_text,
    is_full,
    margin_of,
    text_width,
    upright,
)
from plancheck.readers.pdf.cells import FilledCell, FilledTable, fill
from plancheck.readers.pdf.continued import with_columns
from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.health import PageHealth, health_of
from plancheck.readers.pdf.lattice import Lattice, lattices
from plancheck.readers.pdf.lines import Line, read_lines
from plancheck.readers.pdf.order import in_reading_order
from plancheck.readers.pdf.page import OpenPage
from plancheck.readers.pdf.rulings import RulingReader, Rulings
from plancheck.readers.pdf.unmerging import unmerged
from plancheck.readers.pdf.words import in_lines

_FOOT = 0.8  # of the page's height: a table that ends above it ends there


class PageCell(NamedTuple):
    """A cell of a table on one page; rows and columns count from 0.

    Where it `is_full`, its last word may have been cut there and go on on the next page.
    """

    text: str
    row: int
    column: int
    row_span: int
    column_span: int
    box: Corners
    is_full: bool = False


@dataclass(slots=True)
class PageTable:
    """The part of a table that stands on one page.

    `xs` are the edges of its columns and `ys` those of its rows, in points from the page's
    top left corner.
    """

    cells: list[PageCell]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    at: int
    page_number: int

    @property
    def left(self) -> float:
        """Of the first column."""
        return self.xs[0]

    @property
    def right(self) -> float:
        """Of the last column."""
        return self.xs[-1]

    @property
    def top(self) -> float:
        """Of the first row."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """Of the last row."""
        return self.ys[-1]

    @property
    def text(self) -> str:
        """All cells, for comparing one table with another."""
        return " | ".join(cell.text for cell in self.cells)


PageItem = Line | PageTable


@dataclass(slots=True)
class PageContent:
    """A page in reading order; `number` counts from 1.

    Its items are measured in `frame`, which is turned to make the text upright; `viewed`
    is the frame of a viewer, where it differs. `image` is the box around its pictures, of
    which there are `image_count`.
    """

    number: int
    frame: Frame
    viewed: Frame | None = None
    items: list[PageItem] = field(default_factory=list)
    health: PageHealth = field(default_factory=PageHealth)
    image: Corners | None = None
    image_count: int = 0

    @property
    def open_columns(self) -> Sequence[float]:
        """The edges of the columns of a table that reaches the page's foot; else none."""
        tables = [item for item in self.items if isinstance(item, PageTable)]
        if not tables or tables[-1].bottom < _FOOT * self.frame.height:
            return ()
        return tables[-1].xs

    def on_view(self, box: Corners) -> Corners:
        """A box of this page as a viewer shows the page."""
        if self.viewed is None:
            return box
        return self.viewed.shown(*self.frame.stored(*box))


def read_page(
    page: OpenPage,
    number: int,
    rulings: Rulings | None = None,
    before: "PageContent | None" = None,
) -> PageContent:
    """The content of an open page.

    Args:
        page: The page.
        number: Its number in the file, from 1.
        rulings: Its ruling lines, where they are not drawn on it.
        before: The page before, whose last table may go on.
    """
    viewed = page.frame
    words = page.words()
    frame = page.frame
    rulings = rulings or RulingReader(page.handle, frame).read()
    columns = before.open_columns if before else ()
    if columns:
        rulings = with_columns(rulings, columns, words, frame.height)
    grids = [] if rulings.is_cut else lattices(rulings)
    filled, rest = fill(grids, words, columns)
    if has_columns(rest):
        more, rest = fill(aligned_tables(rest, rulings), rest)
        filled += more
    tables = [_page_table(unmerged(each), number, page) for each in filled]
    items: list[PageItem] = [*read_lines(page, rest, number), *tables]
    return PageContent(
        number=number,
        frame=frame,
        viewed=viewed if viewed.turn != frame.turn else None,
        items=in_reading_order(items),
        health=health_of(page.text, words, rulings),
        image=rulings.image,
        image_count=rulings.image_count,
    )


def _page_table(table: FilledTable, page_number: int, page: OpenPage) -> PageTable:
    lattice = table.lattice
    margin = margin_of(table)
    last = len(lattice.ys) - 1
    cells = [
        PageCell(
            _text(lattice, cell, margin, page) if cell.words else "",
            cell.span[0],
            cell.span[1],
            cell.span[2] - cell.span[0],
            cell.span[3] - cell.span[1],
            _box(lattice.xs, lattice.ys, cell.span),
            cell.span[2] == last and _is_full(lattice, cell, margin),
        )
        for cell in table.cells
    ]
    return PageTable(cells, lattice.xs, lattice.ys, table.at, page_number)


def _text(lattice: Lattice, cell: FilledCell, margin: float, page: OpenPage) -> str:
    """The text of a cell, also of one that stands sideways."""
    first = cell.words[0]
    is_tall = first.bottom - first.top > first.right - first.left
    if is_tall or len(first.text) == 1:
        quarters = page.angle_of(first.at)
        if quarters:
            left, top, right, bottom = _box(lattice.xs, lattice.ys, cell.span)
            width = bottom - top if quarters % 2 else right - left
            return cell_text(upright(cell.words, quarters), width)
    return cell_text(cell.words, text_width(lattice, cell.span, margin))


def _is_full(lattice: Lattice, cell: FilledCell, margin: float) -> bool:
    if not cell.words:
        return False
    line = in_lines(cell.words)[-1]
    wide_letter = line[-1].bottom - line[-1].top
    return is_full(line, text_width(lattice, cell.span, margin), wide_letter)


def _box(
    xs: Sequence[float], ys: Sequence[float], span: tuple[int, int, int, int]
) -> Corners:
    return xs[span[1]], ys[span[0]], xs[span[3]], ys[span[2]]
