"""Tables that hold no data: a box drawn with one cell, a page laid out with a few."""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.styles import BODY_LEVEL, Styles
from plancheck.sdk import lazy_pattern

_MAX_ROWS = 3  # of a table that lays out a page; one with data has more
_NUMBER = lazy_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5})[.)]?")


def is_layout(table: etree._Element, styles: Styles) -> bool:
    """Whether the cells of a table are read as if there were no table.

    It has one cell, or it is one row with a heading by style and at most its number
    beside it, or it is small and a cell holds a section: a heading by style with several
    paragraphs after it.
    """
    rows = list(islice(table.iterchildren(tags.TR), _MAX_ROWS + 1))
    if not rows or len(rows) > _MAX_ROWS:
        return False
    cells = [cell for row in rows for cell in row.iterchildren(tags.TC)]
    if len(rows) == 1 and len(cells) == 1 and table.find(tags.SDT) is None:
        return rows[0].find(tags.SDT) is None
    if len(rows) == 1 and _is_banner(cells, styles):
        return True
    return any(_holds_section(cell, styles) for cell in cells)


def stands_alone(paragraph: etree._Element) -> bool:
    """Whether a paragraph is all the text that its cell or text box holds."""
    around = paragraph.getparent()
    if around is None:
        return False
    return all(each is paragraph or not _text(each) for each in around)


def _is_banner(cells: Sequence[etree._Element], styles: Styles) -> bool:
    """Whether a row holds a heading by style, and no more beside it than its number."""
    filled = [cell for cell in cells if _text(cell)]
    firsts = [cell.find(tags.P) for cell in filled]
    headings = [
        each for each in firsts if each is not None and _is_heading(each, styles)
    ]
    beside = [cell for cell in filled if cell.find(tags.P) not in headings]
    return (
        len(headings) == 1
        and stands_alone(headings[0])
        and all(map(_is_number, beside))
    )


def _is_number(cell: etree._Element) -> bool:
    return _NUMBER.fullmatch(_text(cell)) is not None


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(tags.T)).strip()


def _is_heading(paragraph: etree._Element, styles: Styles) -> bool:
    style = paragraph.find(f"{tags.P_PROPERTIES}/{tags.P_STYLE}")
    if style is None:
        return False
    outline = styles.get(style.get(tags.VALUE)).outline
    return outline is not None and outline < BODY_LEVEL


def _holds_section(cell: etree._Element, styles: Styles) -> bool:
    paragraphs = list(cell.iterchildren(tags.P))
    for index, paragraph in enumerate(paragraphs[:-2]):
        if _is_heading(paragraph, styles):
            texts = (
                any(True for _ in each.iter(tags.T)) for each in paragraphs[index:]
            )
            return sum(texts) >= 3
    return False
