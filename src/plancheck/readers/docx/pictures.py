"""Tables that stand in a document as pictures, told by their captions."""

from collections.abc import Iterator, Sequence

from plancheck.readers.docx.items import Flaw, Grid, Item, Line, Picture
from plancheck.sdk import Message, ParagraphRole, caption_kind

_LONGEST_CAPTION = 200
_PICTURED = Message("A table is a picture, and text in it is not read.")


def tell_pictured_tables(items: Sequence[Item]) -> list[Item]:
    """The items without pictures; one where a caption promises a table is a flaw.

    `3. table. Action plan` with a picture below or above it and no table is one that was
    pasted as a picture. A picture with any other caption, or none, is no table.
    """
    return (
        [*_told(items)]
        if any(isinstance(each, Picture) for each in items)
        else [*items]
    )


def _told(items: Sequence[Item]) -> Iterator[Item]:
    flawed = -1  # the caption that was last found to have but a picture
    for index, item in enumerate(items):
        if not isinstance(item, Picture):
            yield item
            continue
        above, below = _next_to(items, index, -1), _next_to(items, index, 1)
        captions = [
            place
            for place, other in ((above, below), (below, _next_to(items, below, 1)))
            if _is_table_caption(items, place) and not _is_table(items, other)
        ]
        if _is_table(items, above):
            continue
        if captions and captions[0] != flawed:
            flawed = captions[0]
            yield Flaw(_PICTURED, item.page)


def _next_to(items: Sequence[Item], index: int, step: int) -> int:
    """The nearest item that is no picture; one beside the list where there is none."""
    index += step
    while 0 <= index < len(items) and isinstance(items[index], Picture):
        index += step
    return index


def _is_table(items: Sequence[Item], index: int) -> bool:
    return 0 <= index < len(items) and isinstance(items[index], Grid)


def _is_table_caption(items: Sequence[Item], index: int) -> bool:
    line = items[index] if 0 <= index < len(items) else None
    return (
        isinstance(line, Line)
        and line.role is not ParagraphRole.CONTENTS
        and not line.ends_with_page
        and len(line.text) <= _LONGEST_CAPTION
        and caption_kind(line.printed) == "table"
    )
