"""Comments: what they say, who wrote them when, and the block that each stands at."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.items import Grid, Item, Line
from plancheck.sdk import Comment, Location, tidy


def comments(
    root: etree._Element | None,
    body: etree._Element,
    items: Sequence[Item],
    places: Sequence[Location],
) -> Iterator[Comment]:
    """The comments in the order in which the text refers to them.

    Args:
        root: Of the part that holds them; None where the file has none.
        body: Of the part that refers to them.
        items: What was read of the body.
        places: The place of each item.
    """
    if root is None:
        return
    known = {each.get(tags.ID, ""): each for each in root.iterchildren(tags.COMMENT)}
    by_element = _places_by_element(items, places)
    # What stands at no block of its own, such as an empty paragraph, belongs to the one
    # before it.
    last = Location(document=places[0].document) if places else Location()
    for each in body.iter(tags.P, tags.TBL, tags.COMMENT_REFERENCE):
        if each.tag != tags.COMMENT_REFERENCE:
            last = by_element.get(each, last)
        elif (comment := known.pop(each.get(tags.ID, ""), None)) is not None:
            yield Comment(
                _text(comment),
                tidy(comment.get(tags.AUTHOR, "")),
                _day(comment.get(tags.DATE, "")),
                _in_row(last, each) if last.table_number is not None else last,
            )


def _places_by_element(
    items: Sequence[Item], places: Sequence[Location]
) -> Mapping[etree._Element, Location]:
    """Where the paragraphs and tables stand that became blocks."""
    numbers = count(1)
    found = {}
    for item, place in zip(items, places, strict=True):
        if isinstance(item, Grid):
            number = next(numbers)
            if item.element is not None:
                found[item.element] = replace(place, table_number=number)
            for cell, element in zip(item.table.cells, item.elements, strict=False):
                if element is not None and element.tag == tags.P:  # set by tabs
                    found[element] = replace(
                        place, table_number=number, row_number=cell.row_index + 1
                    )
        elif isinstance(item, Line) and item.element is not None:
            found[item.element] = place
    return found


def _in_row(place: Location, reference: etree._Element) -> Location:
    """The place with the table's row that a reference stands in."""
    row = next(reference.iterancestors(tags.TR), None)
    if row is None:
        return place
    number = 1 + sum(1 for _ in row.itersiblings(tags.TR, preceding=True))
    return replace(place, row_number=number)


def _text(comment: etree._Element) -> str:
    """The text of a comment, its paragraphs as lines."""
    paragraphs = (
        "".join(each.text or "" for each in paragraph.iter(tags.T))
        for paragraph in comment.iter(tags.P)
    )
    return tidy("\n".join(paragraphs))


def _day(date: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date[:10])
    except ValueError:
        return None
