"""Finds the caption of each table in the lines before and after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plancheck.readers.docx.items import Grid, Item, Line, Origin
from plancheck.sdk import (
    ParagraphRole,
    caption_kind,
    is_bare_caption_label,
    lazy_pattern,
)

_MAX_TITLE = 200
_NUMBER = lazy_pattern(r"\d")
_KIND = lazy_pattern("tab|att|fig|dia|kar|char|map", re.IGNORECASE)


def mark_captions(items: Sequence[Item]) -> list[Item]:
    """The items with captions given their role, and tables given their captions."""
    marked = [_by_words(item) for item in items]
    taken: set[int] = set()
    for index, item in enumerate(marked):
        if not isinstance(item, Grid):
            continue
        indexes = _before(marked, index) or _after(marked, index)
        indexes = [each for each in indexes if each not in taken]
        if not indexes:
            continue
        taken.update(indexes)
        lines = [line for each in indexes if isinstance(line := marked[each], Line)]
        for each, line in zip(indexes, lines, strict=True):
            marked[each] = replace(line, role=ParagraphRole.CAPTION, level=None)
        caption = " ".join(line.printed for line in lines)
        marked[index] = replace(item, table=replace(item.table, caption=caption))
    return marked


def _by_words(item: Item) -> Item:
    """A line that is a caption by its words, wherever it stands."""
    if (
        isinstance(item, Line)
        and (item.level is None or _NUMBER.search(item.printed[:24]))
        and item.role is ParagraphRole.BODY
        and len(item.text) <= _MAX_TITLE
        and _KIND.search(item.text[:24])  # most lines need no closer look
        and caption_kind(item.printed) is not None
    ):
        return replace(item, role=ParagraphRole.CAPTION, level=None)
    return item


def _is_table_caption(line: Line) -> bool:
    kind = caption_kind(line.printed)
    return kind == "table" or (line.role is ParagraphRole.CAPTION and kind is None)


def _near(items: Sequence[Item], indexes: range) -> Iterator[tuple[int, Line]]:
    """The lines with text from a table on, up to what is no line of running text."""
    for index in indexes:
        item = items[index]
        if not isinstance(item, Line) or item.origin not in {Origin.BODY, Origin.BOX}:
            return
        if item.role is ParagraphRole.CONTENTS:
            return
        if item.text:
            yield index, item


def _before(items: Sequence[Item], index: int) -> list[int]:
    """Where the caption above a table stands; its label may have a line of its own."""
    near = _near(items, range(index - 1, -1, -1))
    last = next(near, None)
    if last is None:
        return []
    earlier = next(near, None)
    is_title = len(last[1].text) <= _MAX_TITLE and caption_kind(last[1].printed) is None
    if earlier is not None and is_title and _is_bare(earlier[1]):
        return [earlier[0], last[0]]
    return [last[0]] if _is_table_caption(last[1]) else []


def _is_bare(line: Line) -> bool:
    return is_bare_caption_label(line.printed) and caption_kind(line.printed) == "table"


def _after(items: Sequence[Item], index: int) -> list[int]:
    """Where the caption below a table stands, unless it is the next table's."""
    first = next(_near(items, range(index + 1, len(items))), None)
    if first is None or not _is_table_caption(first[1]) or _is_bare(first[1]):
        return []
    following = items[first[0] + 1] if first[0] + 1 < len(items) else None
    return [] if isinstance(following, Grid) else [first[0]]
