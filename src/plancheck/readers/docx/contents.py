"""Finds the table of contents, so that its lines are not taken for the sections themselves."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.readers.docx.items import Grid, Item, Line, Origin
from plancheck.readers.docx.styles import StyleRole
from plancheck.sdk import (
    ParagraphRole,
    has_dot_leaders,
    is_contents_line,
    is_contents_title,
    lazy_pattern,
)

MIN_LINES = 3
"""So many lines that end with a page number make a list of contents."""

_FEW_DOTS = lazy_pattern(r"(?:\.{3}|…)\s*\d{1,3}$")
_MAX_STRANGERS = (
    4  # lines without a number inside a list: a page's header, a long title
)
_MAX_LINE, _MAX_TITLE = 250, 40


def mark_contents(items: Sequence[Item]) -> list[Item]:
    """The items with the role of contents given to the lines of contents lists.

    Word marks its own lists; of the others a title, dot leaders or page numbers tell.
    """
    marked = _without_sections(items)
    for indexes in (*_runs_by_look(marked), *_runs_after_title(marked)):
        for index in indexes:
            marked[index] = _as_contents(marked[index])
    return _with_titles(marked)


def _as_contents(item: Item) -> Item:
    if not isinstance(item, Line):
        return item
    return replace(item, role=ParagraphRole.CONTENTS, level=None)


def _is_contents(item: Item) -> bool:
    return isinstance(item, Line) and item.role is ParagraphRole.CONTENTS


def _without_sections(items: Sequence[Item]) -> list[Item]:
    """The items, freed of a contents mark that swallowed the beginning of the text.

    When the paragraph after a list is deleted, Word takes the next heading, and what is
    written after it, into the list's own frame.
    """
    marked: list[Item] = []
    is_over = False
    for item in items:
        if not isinstance(item, Line) or not _is_contents(item):
            is_over = is_over and not isinstance(item, Line)
            marked.append(item)
            continue
        looks_so = is_contents_line(item.text) or is_contents_title(item.text)
        is_listed = item.style.role is not StyleRole.BODY or looks_so
        is_over = is_over or (item.level is not None and not is_listed)
        if is_over and not is_listed:
            marked.append(replace(item, role=ParagraphRole.BODY))
        else:
            marked.append(_as_contents(item))
    return marked


def _is_candidate(item: Item) -> bool:
    return isinstance(item, Line) and item.origin in {Origin.BODY, Origin.BOX}


def _runs_by_look(items: Sequence[Item]) -> list[list[int]]:
    """Lines one after another with dot leaders, or with a tab before the page number."""
    runs: list[list[int]] = [[]]
    for index, item in enumerate(items):
        if isinstance(item, Line) and not item.text:
            continue
        looks_so = (
            isinstance(item, Line)
            and _is_candidate(item)
            and len(item.text) <= _MAX_LINE
            and (item.ends_with_page or _has_leaders(item.text))
        )
        if looks_so:
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= MIN_LINES]


def _has_leaders(text: str) -> bool:
    return has_dot_leaders(text) or _FEW_DOTS.search(text[-12:]) is not None


def _runs_after_title(items: Sequence[Item]) -> list[list[int]]:
    """Lines that end with a number below a title such as "Saturs"."""
    runs = []
    for index, item in enumerate(items):
        if isinstance(item, Line) and _is_candidate(item) and _is_title(item):
            runs.append(_run_from(items, index + 1))
    return [run for run in runs if len(run) >= MIN_LINES]


def _is_title(line: Line) -> bool:
    return 0 < len(line.text) <= _MAX_TITLE and is_contents_title(line.text)


def _run_from(items: Sequence[Item], start: int) -> list[int]:
    """The indexes from the first line to the last that ends with a page number."""
    strangers, last, page, found = 0, start - 1, 0, 0
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Grid):
            break
        if not isinstance(item, Line) or not item.text:
            continue
        number = _page(item.text)
        if len(item.text) <= _MAX_LINE and number is not None and number >= page:
            strangers, last, page, found = 0, index, number, found + 1
            continue
        strangers += 1
        if strangers > _MAX_STRANGERS or len(item.text) > _MAX_LINE:
            break
    return list(range(start, last + 1)) if found >= MIN_LINES else []


def _page(text: str) -> int | None:
    if not is_contents_line(text):
        return None
    digits = text.rstrip().rpartition(" ")[2].lstrip(".…_")
    return int(digits) if digits.isdecimal() else None


def _with_titles(items: list[Item]) -> list[Item]:
    """The items with the title above each list given to the list."""
    following_is_contents = False
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if not isinstance(item, Line) or not item.text:
            following_is_contents = following_is_contents and isinstance(item, Line)
            continue
        if following_is_contents and _is_title(item):
            items[index] = item = replace(item, role=ParagraphRole.CONTENTS, level=None)
        following_is_contents = item.role is ParagraphRole.CONTENTS
    return items
