"""What comes first and what later, told in sentences or bullets that name what is planned."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plancheck.rules.asking import speaks_of
from plancheck.rules.content_words import content_stems, telling_stems
from plancheck.sdk import (
    Measure,
    Objective,
    Paragraph,
    ParagraphRole,
    Programme,
    Quote,
    Stance,
    judge_stance,
    sentences,
)

_FIRST, _AFTER = "put first", "put after"
_OUTSIDE = (
    "participation report",
    "current situation",
    "climate",
    "previous programme",
)
_LEAST_CODES = 2
_LEAST_NAMES = 3
"""Things that are named by their words must be more than those named by a code."""
_MOST = 80
"""Planned things of which a sentence can name some by chance."""
_LONGEST = 1500


def told_order(
    programme: Programme, planned: Sequence[Objective | Measure]
) -> Quote | None:
    """The sentence that puts some of what is planned before the rest; None without.

    To put something first says little, unless it is said too what can wait, or why.
    """
    names = [content_stems(programme, (each.name,)) for each in planned]
    codes = {each.code for each in planned if each.code}
    telling = telling_stems(set(names))
    for passage in _passages(programme):
        ordering = tuple(_ordering(programme, passage))
        first = [quote for quote in ordering if _puts_first(programme, quote.text)]
        text = "\n".join(quote.text for quote in ordering)
        if not first or not speaks_of(programme, _AFTER, text):
            continue
        coded = codes.intersection(programme.codes_in(text))
        own = content_stems(programme, (text,)) & telling
        is_named = len(names) <= _MOST and _distinct(names, own) >= _LEAST_NAMES
        if len(coded) >= _LEAST_CODES or is_named:
            return first[0]
    return None


def _ordering(programme: Programme, passage: Sequence[Paragraph]) -> Iterator[Quote]:
    """The sentences of a passage that put something first or after."""
    for paragraph in passage:
        for sentence in sentences(paragraph.text):
            text = sentence.text
            if speaks_of(programme, _FIRST, text) or speaks_of(programme, _AFTER, text):
                yield Quote(text, paragraph.location)


def _puts_first(programme: Programme, text: str) -> bool:
    """Whether a sentence puts something first; a word such as `cannot wait` denies nothing."""
    if programme.has_word("past", text):
        return False
    for start, end in programme.spans(_FIRST, text):
        masked = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
        if judge_stance(masked, start, end, programme.vocabulary) is Stance.ASSERTED:
            return True
    return False


def _distinct(names: Sequence[frozenset[str]], own: frozenset[str]) -> int:
    """How many things a text names; a measure and its project are one."""
    used: set[str] = set()
    count = 0
    for stems in names:
        hit = stems & own
        if hit and not hit & used:
            count += 1
        used |= hit
    return count


def _passages(programme: Programme) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs that speak of an order; the items of a list with the line before them."""
    mentions = programme.mentions(_FIRST, outside=_OUTSIDE)
    seen: set[int] = set()
    for mention in mentions:
        if id(mention.section) in seen or not isinstance(mention.block, Paragraph):
            continue
        seen.add(id(mention.section))
        blocks = mention.section.blocks
        own = (each for each in blocks if isinstance(each, Paragraph))
        for is_list, group in groupby(own, key=_is_item):
            paragraphs = tuple(group)
            for passage in (
                (paragraphs,) if is_list else ((each,) for each in paragraphs)
            ):
                if sum(len(each.text) for each in passage) <= _LONGEST:
                    yield passage


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.role is ParagraphRole.LIST_ITEM
