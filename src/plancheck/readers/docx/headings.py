"""Finds the headings of a writer who used no heading styles, only bold or capitals.

A false heading breaks the sections around it, so the looks count only for a short
paragraph that stands alone, and where the document has styled headings only for one that
counts on from them or is as large as a heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree

from plancheck.readers.docx.handmade import levels_by_size
from plancheck.readers.docx.items import Grid, Item, Line, Origin
from plancheck.readers.docx.layout import stands_alone
from plancheck.readers.docx.looks import Look, look_of
from plancheck.readers.docx.styles import StyleRole, Styles
from plancheck.readers.restarts import levels_above
from plancheck.sdk import ParagraphRole, lazy_pattern

_MAX_LETTERS, _MAX_WORDS = 120, 16
_WORDS_PER_HEADING = 1500
"""Styled headings are plentiful when there is one for so many words, four pages."""

_NUMBER = lazy_pattern(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s+(?=\D)")
_PART = lazy_pattern(
    r"(?:[IVX]{1,5}\.?\s|\d{1,2}\.\s|(?:pielikums|annex|chapter|nodaļa|daļa)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = (".", ";", ",", ":", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that looks like a heading; `number` holds the parts of its number."""

    index: int
    look: Look
    number: tuple[int, ...]


def mark_headings(items: Sequence[Item], styles: Styles) -> list[Item]:
    """The items with levels given to the lines that are headings by their looks only."""
    marked = _with_repeated_titles(items)
    styled = [each for each in marked if isinstance(each, Line) and each.level]
    words = sum(len(each.text.split()) for each in marked if isinstance(each, Line))
    candidates = [
        found
        for index in range(len(marked))
        if (found := _candidate(marked, index, styles)) is not None
    ]
    if len(styled) >= 3 and len(styled) * _WORDS_PER_HEADING >= words:
        looks = {each.index: each.look for each in candidates}
        levels = levels_by_size(marked, looks, styles)
        levels |= _levels_among_styled(marked, candidates)
    else:
        candidates = _without_cover(marked, candidates)
        levels = _levels_by_looks(marked, candidates)
    for index, level in levels.items():
        line = marked[index]
        if isinstance(line, Line):
            marked[index] = replace(line, level=level, role=ParagraphRole.BODY)
    return marked


def _candidate(items: Sequence[Item], index: int, styles: Styles) -> _Candidate | None:
    """The line as a candidate, if its words and its looks are those of a heading."""
    line = items[index]
    if not isinstance(line, Line) or not _reads_like_heading(line):
        return None
    look = look_of(line, styles)
    if not (look.is_bold or look.is_capitals):
        return None
    match = _NUMBER.match(line.printed + " ")
    number = tuple(map(int, match[1].split("."))) if match else ()
    return _Candidate(index, look, number)


def _reads_like_heading(line: Line) -> bool:
    text = line.text
    return (
        line.level is None
        and line.role is ParagraphRole.BODY
        and line.element is not None
        and _stands_in_text(line, line.element)
        and not line.label.is_bullet
        and 3 <= len(text) <= _MAX_LETTERS
        and "\n" not in text.strip()
        and len(text.split()) <= _MAX_WORDS
        and not text.endswith(_SENTENCE_END)
        and text[0].isalnum()
        and not text[0].islower()
        and _is_of_letters(_NUMBER.sub("", text, count=1))
    )


def _stands_in_text(line: Line, paragraph: etree._Element) -> bool:
    """Whether a line stands in the text itself, or alone in a box, as a banner does."""
    if line.origin is Origin.BOX:
        return stands_alone(paragraph)
    return line.origin is Origin.BODY


def _is_of_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) * 2 > len(text)


def _levels_among_styled(
    items: Sequence[Item], candidates: Sequence[_Candidate]
) -> dict[int, int]:
    """Levels of the candidates whose number goes on from the styled headings' numbers."""
    by_index = {each.index: each for each in candidates}
    levels: dict[int, int] = {}
    last: tuple[int, ...] = ()
    for index, item in enumerate(items):
        if not isinstance(item, Line):
            continue
        if item.level is not None and (match := _NUMBER.match(item.printed)):
            last = tuple(map(int, match[1].split(".")))
        found = by_index.get(index)
        if (
            found is not None
            and len(found.number) >= 2
            and _goes_on(last, found.number)
        ):
            last = found.number
            levels[index] = len(last)
    return levels


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a heading with this number may follow the last one.

    >>> _goes_on((2, 1), (2, 2)), _goes_on((2, 1), (2, 1, 1)), _goes_on((2, 1), (1, 5))
    (True, True, False)
    """
    if number[:-1] == last:
        return number[-1] == 1
    depth = len(number)
    return last[: depth - 1] == number[:-1] and number[-1] == last[depth - 1] + 1


def _levels_by_looks(
    items: Sequence[Item], candidates: Sequence[_Candidate]
) -> dict[int, int]:
    """Levels by number; without one as those of the same looks, or by rank of size.

    Below styled headings, which say the outline, looks can only add a level.
    """
    styled = [
        item.level
        for item in items
        if isinstance(item, Line) and item.level is not None
    ]
    base = max(styled, default=0)
    weights = sorted({_weight(each.look) for each in candidates}, reverse=True)
    ranks = {weight: rank for rank, weight in enumerate(weights, start=1)}
    by_look: dict[tuple[int, bool], int] = {}
    for each in candidates:
        if each.number and not styled:
            known = by_look.get(_weight(each.look), len(each.number))
            by_look[_weight(each.look)] = min(known, len(each.number))
    above = levels_above((each.look.size, each.number) for each in candidates)
    levels = {}
    for each in candidates:
        rank = min(ranks[_weight(each.look)], 3)
        by_number = len(each.number) + above if each.number and not styled else 0
        alike = by_look.get(_weight(each.look))
        level = by_number or (alike + above if alike else rank)
        levels[each.index] = min(base + level, 9)
    return levels


def _weight(look: Look) -> tuple[int, bool]:
    return look.size, look.is_capitals


def _without_cover(
    items: Sequence[Item], candidates: Sequence[_Candidate]
) -> list[_Candidate]:
    """The candidates without the lines of a cover page: large lines before any text.

    A line of the cover is followed by another one; a heading is followed by text.
    """
    first_text = next(
        (index for index, item in enumerate(items) if _is_text(item)), len(items)
    )
    for number, (first, second) in enumerate(pairwise(candidates)):
        line = items[first.index]
        is_part = isinstance(line, Line) and _PART.match(line.printed)
        if first.number or is_part or second.index > first_text:
            return list(candidates[number:])
    return list(candidates[-1:])


def _is_text(item: Item) -> bool:
    if isinstance(item, Line):
        is_sentence = len(item.text) > 40 and item.text.endswith(".")
        return is_sentence or len(item.text) > 80 or item.level is not None
    return isinstance(item, Grid)


def _with_repeated_titles(items: Sequence[Item]) -> list[Item]:
    """The items, titles made headings where a writer used the title style for chapters."""
    titles = [
        index
        for index, item in enumerate(items)
        if isinstance(item, Line) and item.role is ParagraphRole.TITLE and item.text
    ]
    chapters = [
        index
        for before, index in pairwise(titles)
        if any(map(_is_text, items[before + 1 : index]))
    ]
    marked = list(items)
    for index in titles:
        line = marked[index]
        if not isinstance(line, Line):
            continue
        is_chapter = len(chapters) >= 2 and index >= chapters[0]
        level = 1 if is_chapter and len(line.text) <= _MAX_LETTERS else None
        role = ParagraphRole.BODY if level else ParagraphRole.TITLE
        marked[index] = replace(line, level=level, role=role)
    return [
        replace(item, level=None)
        if isinstance(item, Line) and item.style.role is StyleRole.CONTENTS
        else item
        for item in marked
    ]
