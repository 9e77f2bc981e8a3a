"""Headings made by hand where others have a style, told by how large they are written.

Each of a series is a heading: bold lines of one size, larger than the text, each with text
or a table of its own below it. So is a line that counts with styled ones: `PART I – Analysis`
where `PART II – Strategy` has a style.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from plancheck.readers.docx.items import Grid, Item, Line, Origin
from plancheck.readers.docx.looks import Look, look_of
from plancheck.readers.docx.styles import Styles
from plancheck.sdk import fold, lazy_pattern

_FEWEST_OF_SERIES = 3
_SAMPLE = 40
"""Lines of text whose size tells that of the text; looking costs time."""
_TEXT_WORDS = 10
_LARGER = 3
"""Half-points by which the heads of a series are larger than the text at least."""
_DEEPEST = 9
_COUNTED = lazy_pattern(r"([^\W\d_]{3,12})\s+(?:[ivx]{1,5}|\d{1,2})(?!\w|\.\d)")
"""The word that a folded heading counts by: `part ii – strategy`."""
_MOST = 0.6


def levels_by_size(
    items: Sequence[Item], looks: Mapping[int, Look], styles: Styles
) -> dict[int, int]:
    """The levels of lines that are headings by their size, by index.

    Args:
        items: The document, styled headings with their levels.
        looks: How each line looks that may be a heading, by its index.
        styles: What the document's styles look like.
    """
    styled = [item for item in items if isinstance(item, Line) and item.level]
    first = next((index for index, item in enumerate(items) if item in styled), None)
    if first is None or not looks:
        return {}
    of_text = _size_of_text(items, styles)
    inside = {
        index: look.size
        for index, look in looks.items()
        if look.is_bold
        and index > first
        and look.size >= of_text + _LARGER
        and _has_something_below(items, index, look.size, looks)
    }
    counts = Counter(inside.values())
    series = [size for size, count in counts.items() if count >= _FEWEST_OF_SERIES]
    levels = _levels_of_series(series, _levels_of_sizes(styled, styles), styled)
    found = {index: levels[size] for index, size in inside.items() if size in levels}
    return found | _counted_with(items, inside, _counting_words(styled))


def _levels_of_series(
    series: Sequence[int], of_styled: Mapping[int, int], styled: Sequence[Line]
) -> dict[int, int]:
    """The level of each size of a series: below all styled headings that are as large.

    Parts that count by a word are above what does not, however large both are written.
    """
    words = _counting_words(styled)
    deepest = max(of_styled.values(), default=0)
    levels: dict[int, int] = {}
    for size in sorted(series, reverse=True):
        known = [level for other, level in of_styled.items() if other <= size]
        if known:
            level = min(known)
            levels[size] = level + (level in words.values())
        else:
            deepest = max([deepest, *levels.values()]) + 1
            levels[size] = min(deepest, _DEEPEST)
    return levels


def _counting_words(styled: Sequence[Line]) -> dict[str, int]:
    """The word that most headings of a level count by, with the level: `part`."""
    of_level: dict[int, Counter[str]] = {}
    for line in styled:
        of_level.setdefault(line.level or 1, Counter())[_counted_by(line)] += 1
    words = {}
    for level, counts in of_level.items():
        word, count = counts.most_common(1)[0]
        if word and count > 1 and count >= _MOST * counts.total():
            words[word] = level
    return words


def _counted_by(line: Line) -> str:
    match = _COUNTED.match(fold(line.printed))
    return match[1] if match else ""


def _counted_with(
    items: Sequence[Item], inside: Mapping[int, int], words: Mapping[str, int]
) -> dict[int, int]:
    """The lines that count by the word of styled headings, with the level of these."""
    counted = {}
    for index in inside:
        line = items[index]
        if isinstance(line, Line) and (word := _counted_by(line)) in words:
            counted[index] = words[word]
    return counted


def _levels_of_sizes(styled: Sequence[Line], styles: Styles) -> dict[int, int]:
    """The outermost level that styled headings of each size have, by the first of a level."""
    firsts = {line.level: line for line in reversed(styled)}
    levels: dict[int, int] = {}
    for level, line in firsts.items():
        size = look_of(line, styles).size
        levels[size] = min(level or 1, levels.get(size, _DEEPEST))
    return levels


def _size_of_text(items: Sequence[Item], styles: Styles) -> int:
    """The size that most words of the text are written in, in half-points."""
    text = (item for item in items if isinstance(item, Line) and _is_text(item))
    sizes: Counter[int] = Counter()
    for line in islice(text, _SAMPLE):
        sizes[look_of(line, styles).size] += len(line.text.split())
    return sizes.most_common(1)[0][0] if sizes else 0


def _has_something_below(
    items: Sequence[Item], index: int, size: int, looks: Mapping[int, Look]
) -> bool:
    """Whether text, a table or a smaller heading follows, as below lines of a cover none does."""
    below = items[index + 1] if index + 1 < len(items) else None
    if index + 1 in looks:
        return looks[index + 1].size < size
    return isinstance(below, Grid) or (
        isinstance(below, Line) and (_is_text(below) or not below.level)
    )


def _is_text(line: Line) -> bool:
    is_body = line.level is None and line.origin is Origin.BODY
    return is_body and len(line.text.split()) >= _TEXT_WORDS
