"""Reads plain text, where only blank lines, numbers and capitals tell what is what."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from plancheck.readers.encodings import read_text
from plancheck.sdk import (
    Document,
    Draft,
    ParagraphRole,
    Reader,
    assemble,
    has_dot_leaders,
    lazy_pattern,
    mend_letter_spacing,
    tidy,
)

_BULLET = lazy_pattern(r"[•▪●◦‣►*–-] +(?=\S)")
_NUMBER = lazy_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[IVX]{1,5}\.) +(?=[^\W\d_])")
_UNDERLINE = lazy_pattern(r"={3,}|-{3,}|~{3,}|_{3,}")
_LONGEST_HEADING = 110
_UNWRAPPED, _NARROW = 150, 45
"""Typical line lengths: above the first each line is a paragraph, and below the second."""


def read_plain_text(path: Path) -> Document:
    """Read a text file; form feeds part its pages."""
    text, sha256 = read_text(path)
    pages = text.split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines = [[line.strip() for line in page.splitlines()] for page in pages]
    width = _typical_width([line for page in lines for line in page])
    drafts = [
        draft
        for number, page in enumerate(lines, start=1)
        for block in _blocks(page)
        for draft in _drafts(block, number, width)
    ]
    return assemble(
        drafts,
        name=str(path),
        file_format="text",
        sha256=sha256,
        page_count=len(pages) if len(pages) > 1 else None,
    )


READER = Reader("text", (".txt",), read_plain_text)


def _typical_width(lines: Sequence[str]) -> int:
    """What nine of ten lines are no longer than."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines between blank ones."""
    block: list[str] = []
    for line in lines:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _drafts(block: Sequence[str], page: int, width: int) -> Iterator[Draft]:
    """The headings and paragraphs of a block."""
    if len(block) == 2 and _UNDERLINE.fullmatch(block[1]):
        yield Draft(_tidied(block[0]), page=page, level=1 if block[1][0] == "=" else 2)
        return
    group: list[str] = []
    for line, above in zip(block, [None, *block], strict=False):
        if above is not None and _begins_anew(line, above, width):
            yield from _draft(group, page, stands_alone=len(group) == len(block))
            group = []
        if not _UNDERLINE.fullmatch(line):
            group.append(line)
    yield from _draft(group, page, stands_alone=len(group) == len(block))


def _begins_anew(line: str, above: str, width: int) -> bool:
    """Whether a line in a block is not the continuation of the one above it."""
    if _BULLET.match(line) or has_dot_leaders(line) or has_dot_leaders(above):
        return True
    if line[0].islower() or above.endswith((",", "-")):
        return width > _UNWRAPPED and len(above) > _UNWRAPPED
    if _NUMBER.match(line) and above.endswith((".", ";", ":", "!", "?")):
        return True
    if (
        width > _UNWRAPPED
        or width < _NARROW
        or _is_capitals(line) != _is_capitals(above)
    ):
        return True
    ends_early = len(above) * 10 < width * 7
    return ends_early and above.endswith((".", ":", ";", "!", "?"))


def _draft(lines: Sequence[str], page: int, *, stands_alone: bool) -> Iterator[Draft]:
    """A heading or a paragraph of these lines; none of no lines."""
    if not lines:
        return
    tidied = tuple(map(_tidied, lines))
    text = _joined(tidied)
    if bullet := _BULLET.match(text):
        yield Draft(text[bullet.end() :], (), page, role=ParagraphRole.LIST_ITEM)
    elif level := _heading_level(text, len(lines), stands_alone=stands_alone):
        yield Draft(text, tidied, page, level)
    elif text:
        yield Draft(text, tidied, page)


def _tidied(line: str) -> str:
    return tidy(mend_letter_spacing(line))


def _joined(lines: Sequence[str]) -> str:
    """Lines as one; a hyphen at a line's end before a small letter parted a word."""
    parts = [lines[0]]
    for above, line in pairwise(lines):
        if above.endswith("-") and above[-2:-1].isalpha() and line[:1].islower():
            parts[-1] = parts[-1][:-1] + line
        else:
            parts.append(line)
    return " ".join(parts)


def _heading_level(text: str, line_count: int, *, stands_alone: bool) -> int:
    """The level of a heading by its number or capitals; 0 for a paragraph.

    "2.1. Action plan" is of level 2 wherever it stands; "2. Action plan" must stand alone,
    else it is an item of a list.
    """
    in_capitals = _is_capitals(text)
    longest = _LONGEST_HEADING * 2 if in_capitals else _LONGEST_HEADING
    if len(text) > longest or line_count > 5 or has_dot_leaders(text):
        return 0
    if text.endswith((".", ";", ",", ":")) and not in_capitals:
        return 0
    if number := _NUMBER.match(text):
        depth = len(re.findall(r"\d+", number[0])) or 1
        begins_large = text[number.end() : number.end() + 1].isupper()
        is_heading = begins_large and (depth > 1 or stands_alone)
        return depth if is_heading else 0
    return 1 if in_capitals else 0


def _is_capitals(text: str) -> bool:
    """Whether a line is set in capitals: at least six letters, nearly all of them."""
    letters = [each for each in text if each.isalpha()]
    capitals = sum(each.isupper() for each in letters)
    return len(letters) >= 6 and capitals * 20 >= len(letters) * 19
