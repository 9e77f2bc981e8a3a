"""Which paragraphs are headings: by bookmarks, tags, the contents list, or their looks.

What the producer wrote down outweighs looks; looks alone count for what is numbered on
from there, or where nothing was written down.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from plancheck.readers.pdf.heading_numbers import has_number, number_of
from plancheck.readers.pdf.looks import LARGER, Look, Looks, may_be_heading
from plancheck.readers.pdf.pages import PageTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.readers.pdf.stated_titles import (
    LONGEST,
    Sources,
    StatedTitles,
    join_wrapped,
)
from plancheck.readers.restarts import levels_above
from plancheck.sdk import ParagraphRole, mend_letter_spacing

_WORDS_PER_HEADING = 1500
_TITLE = 1.3  # of the size of the text: no title is smaller


def mark_headings(items: list[Item | PageTable], sources: Sources) -> None:
    """Give the headings among the items their levels; wrapped ones are made one item."""
    titles = StatedTitles(sources)
    join_wrapped(items, titles)
    looks = Looks(items, sources.body_size)
    paragraphs = [item for item in items if isinstance(item, Item)]
    short = [item for item in paragraphs if len(item.text) <= LONGEST]
    titles.choose(short, looks)
    for item in short:
        item.level = titles.bookmarked_level(item, tolerance=0)
    for item in short:
        item.level = (
            item.level
            or titles.bookmarked_level(item, tolerance=1)
            or titles.other_level(item)
        )
    stated = [item for item in paragraphs if item.level]
    words = sum(len(item.text.split()) for item in paragraphs)
    candidates = [item for item in paragraphs if may_be_heading(item, looks)]
    if len(stated) >= 3 and len(stated) * _WORDS_PER_HEADING >= words:
        _add_numbered(paragraphs, candidates)
        if titles.is_contents_only(stated):
            first = paragraphs.index(stated[0])
            _add_alike(paragraphs[first:], candidates, looks)
    else:
        _add_by_looks(paragraphs, candidates, looks)
    _mark_title(paragraphs, sources.body_size)


def _add_numbered(items: Sequence[Item], candidates: Iterable[Item]) -> None:
    """Levels for candidates whose number goes on from the headings before."""
    may_be = set(map(id, candidates))
    last: tuple[int, ...] = ()
    for item in items:
        number = number_of(item.text)
        if item.level and number:
            last = number
        elif id(item) in may_be and len(number) >= 2 and _goes_on(last, number):
            last = number
            item.level = len(number)


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if number[:-1] == last:
        return number[-1] == 1
    depth = len(number)
    return last[: depth - 1] == number[:-1] and number[-1] == last[depth - 1] + 1


def _add_alike(items: Sequence[Item], candidates: Iterable[Item], looks: Looks) -> None:
    """Levels for candidates larger than the text and set like headings in the list."""
    levels: dict[Look, Counter[int]] = defaultdict(Counter)
    for item in items:
        if item.level:
            levels[looks.of(item)][item.level] += 1
    smallest = min((look.size for look in levels), default=0.0)
    deepest = max((item.level for item in items), default=0)
    later = set(map(id, items[:-1]))  # the last paragraph heads nothing
    for item in candidates:
        look = looks.of(item)
        if item.level or id(item) not in later or look.size <= looks.body_size + LARGER:
            continue
        if look in levels:
            item.level = levels[look].most_common(1)[0][0]
        elif look.size < smallest and (look.is_bold or number_of(item.text)):
            item.level = min(deepest + 1, 9)


def _add_by_looks(
    items: Sequence[Item], candidates: Sequence[Item], looks: Looks
) -> None:
    """Levels by number, without one as others that look the same, or by rank of size."""
    chosen = list(_without_cover(items, candidates))
    look_of = {id(item): looks.of(item) for item in chosen}
    ranks = sorted(
        {(look.size, look.is_capitals) for look in look_of.values()}, reverse=True
    )
    numbered: dict[Look, int] = {}
    for item in chosen:
        if number := number_of(item.text):
            look = look_of[id(item)]
            numbered[look] = min(numbered.get(look, 9), len(number))
    above = levels_above(
        (look_of[id(item)].size, number_of(item.text)) for item in chosen
    )
    for item in chosen:
        look = look_of[id(item)]
        rank = min(ranks.index((look.size, look.is_capitals)) + 1, 3)
        depth = len(number_of(item.text)) or numbered.get(look)
        item.level = min(depth + above, 9) if depth else rank


def _without_cover(items: Sequence[Item], candidates: Sequence[Item]) -> Iterator[Item]:
    """The candidates that stand below some text, or on another page than the first."""
    texts = [item for item in items if len(item.text) > 80]
    first_text = texts[0] if texts else None
    is_cover = True
    order = {id(item): index for index, item in enumerate(items)}
    for item in candidates:
        if is_cover and (
            item.page_number > 1
            or has_number(item.text)
            or (first_text is not None and order[id(item)] > order[id(first_text)])
        ):
            is_cover = False
        if not is_cover:
            yield item


def _mark_title(items: Sequence[Item], body_size: float) -> None:
    """Give the largest lines of the first page the role of the title."""
    cover = [item for item in items if item.page_number == 1 and not item.level]
    largest = max((item.size for item in cover), default=0.0)
    if largest < body_size * _TITLE:
        return
    for item in cover:
        if item.size > largest - LARGER and len(item.text) <= LONGEST:
            item.role = ParagraphRole.TITLE


def mended_heading(text: str) -> str:
    """The text with its letters together, where it may be a heading's."""
    return mend_letter_spacing(text) if len(text) <= LONGEST else text
