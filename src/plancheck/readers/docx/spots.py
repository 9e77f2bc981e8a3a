"""Where in the file the places of a document are: the paragraphs that a comment may mark.

The document is read again as for the check, and each block keeps the element behind it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.items import Grid, Item, Line
from plancheck.readers.docx.reading import Body
from plancheck.sdk import Location, Paragraph, ParagraphRole

_TITLE_BLOCKS = 40
"""Blocks among which a document has its title, if it has one."""


def paragraphs_at(body: Body, location: Location) -> tuple[etree._Element, ...]:
    """The paragraphs of a location, in order; those of its cells for a row.

    A location without a block is at the title. Nothing where the document has no
    paragraph at all.
    """
    index = location.block_index
    if index is None or index >= len(body.placed.blocks):
        index, location = _title_index(body), Location()
    sources = body.placed.sources[index : index + 1]
    for source in range(sources[0], -1, -1) if sources else ():
        found = tuple(_paragraphs(body.items[source], location))
        if found:
            return found
        location = Location()  # of a chart or another file: what stands before it
    return tuple(islice(body.root.iter(tags.P), 1))


def _title_index(body: Body) -> int:
    titles = (
        index
        for index, block in enumerate(body.placed.blocks[:_TITLE_BLOCKS])
        if isinstance(block, Paragraph) and block.role is ParagraphRole.TITLE
    )
    return next(titles, 0)


def _paragraphs(item: Item, location: Location) -> Iterator[etree._Element]:
    """The paragraphs that an item, or a row or a cell of it, stands in."""
    elements: Iterable[etree._Element | None] = ()
    if isinstance(item, Grid):
        elements = _in_table(item, location)
    elif isinstance(item, Line):
        elements = (item.element,)
    for each in elements:
        if each is not None and each.tag == tags.P:
            yield each


def _in_table(grid: Grid, location: Location) -> Iterator[etree._Element]:
    """The paragraphs of a row or a cell of a table; of its first row without either."""
    table = grid.table
    row = min(location.row_number or 1, table.row_count) - 1
    column = location.column_number or 0
    cells = [each for each in table.grid[row] if each is not None]
    if 0 < column <= table.column_count and (cell := table.grid[row][column - 1]):
        cells = [cell]
    own = [each for each in cells if each.row_index == row] or cells
    filled = [each for each in own if each.text] or own
    elements = dict(zip(map(id, table.cells), grid.elements, strict=True))
    for element in dict.fromkeys(elements[id(cell)] for cell in filled):
        if element is not None:
            is_tabbed = element.tag == tags.P
            yield from (element,) if is_tabbed else element.iterchildren(tags.P)
