"""Makes headings of the lines that the contents list names, where a writer forgot the style."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from plancheck.readers.docx.items import Item, Line, Origin
from plancheck.sdk import ParagraphRole, lazy_pattern, squash

_MAX_LETTERS = 160
_SHORTEST = 8
_NUMBER = lazy_pattern(r"^\s*(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[IVXLC]{1,6}[.)])\s+")
_PAGE = lazy_pattern(r"(?<![\s.…_])[\s.…_]*+\d{0,4}\s*$")


def mark_listed(items: Sequence[Item]) -> list[Item]:
    """The items with the level of the entry before it given to a line that is listed.

    Only one line may have the entry's words: a legend that repeats them makes none.
    """
    marked = list(items)
    entries = [_plain(_PAGE.sub("", line.printed)) for line in _contents(items)]
    if not entries:
        return marked
    levels = {_plain(line.printed): line.level for line in _lines(items) if line.level}
    wanted = {entry for entry in entries if entry not in levels}
    found: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if isinstance(item, Line) and _may_be(item):
            title = _plain(item.printed)
            if title in wanted:
                found[title].append(index)
    level = 0
    for entry in entries:
        level = levels.get(entry) or level
        indexes = found.get(entry, ())
        if len(indexes) == 1 and level:
            line = marked[indexes[0]]
            if isinstance(line, Line):
                marked[indexes[0]] = replace(line, level=level)
    return marked


def _lines(items: Sequence[Item]) -> list[Line]:
    return [item for item in items if isinstance(item, Line)]


def _contents(items: Sequence[Item]) -> list[Line]:
    return [line for line in _lines(items) if line.role is ParagraphRole.CONTENTS]


def _may_be(line: Line) -> bool:
    """Whether a line could be a heading: short, in the body, without a bullet."""
    return (
        line.level is None
        and line.role is ParagraphRole.BODY
        and line.origin is Origin.BODY
        and not line.label.is_bullet
        and _SHORTEST <= len(line.text) <= _MAX_LETTERS
    )


def _plain(text: str) -> str:
    return squash(_NUMBER.sub("", text, count=1))
