"""Tables that hold no data: a box drawn with one cell, a page laid out with a few."""

from itertools import islice

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.styles import BODY_LEVEL, Styles

_MAX_ROWS = 3  # of a table that lays out a page; one with data has more


def is_layout(table: etree._Element, styles: Styles) -> bool:
    """Whether the cells of a table are read as if there were no table.

    It has one cell, or it is small and a cell holds a section: a heading by style with
    several paragraphs after it.
    """
    rows = list(islice(table.iterchildren(tags.TR), _MAX_ROWS + 1))
    if not rows or len(rows) > _MAX_ROWS:
        return False
    cells = [cell for row in rows for cell in row.iterchildren(tags.TC)]
    if len(rows) == 1 and len(cells) == 1 and table.find(tags.SDT) is None:
        return rows[0].find(tags.SDT) is None
    return any(_holds_section(cell, styles) for cell in cells)


def _holds_section(cell: etree._Element, styles: Styles) -> bool:
    paragraphs = list(cell.iterchildren(tags.P))
    for index, paragraph in enumerate(paragraphs[:-2]):
        style = paragraph.find(f"{tags.P_PROPERTIES}/{tags.P_STYLE}")
        outline = (
            styles.get(style.get(tags.VALUE)).outline if style is not None else None
        )
        if outline is not None and outline < BODY_LEVEL:
            texts = (
                any(True for _ in each.iter(tags.T)) for each in paragraphs[index:]
            )
            return sum(texts) >= 3
    return False
