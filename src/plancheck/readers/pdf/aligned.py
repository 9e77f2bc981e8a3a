"""Tables without ruling lines, or with level ones only: rows whose words stand in columns.

Kept conservative, for prose in two columns is set in columns too: a table has numbers, or
short texts in three columns or more, or lines above and below.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plancheck.readers.pdf.lattice import Lattice
from plancheck.readers.pdf.rulings import Rulings
from plancheck.readers.pdf.words import Word
from plancheck.sdk import lazy_pattern

_GAP = 1.1  # of the height of the words: a wider gap parts columns
_SEEN_GAP = 7.0  # points: between columns there is more
_MIN_GAPS = 4  # on a page that is looked at more closely
_MIN_ROWS = 3
_NEAR_ROWS = 2.6  # of their height: rows of one table are no further apart
_CROSSING = 0.15  # of the rows may have a text across a column's edge
_NUMERIC_SHARE = 0.4
_MAX_WORDS = 4.0  # a cell, on average
_WRAPPED_SHARE = 0.25  # of the cells begin in the middle of a sentence: it is prose
_NUMBER = lazy_pattern(
    r"[(<>~±+–—-]?[€$£]?\d[\d.,/ %:–—-]*\)?\*?%?|[–—-]|n/?a|\.{2,3}", re.IGNORECASE
)
_LABEL = lazy_pattern(r"[•▪●◦‣►■□➢–—o·\uf0b7-]|\(?\w{1,3}[.)]|\d{1,2}(?:\.\d{1,2})*\.?")


@dataclass(slots=True)
class _Segment:
    """Words of one row without a wide gap between them."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class _Row:
    """What stands at one height."""

    segments: list[_Segment]
    top: float
    bottom: float


def has_columns(words: Sequence[Word]) -> bool:
    """Whether a page may have such a table: a cheap look at the gaps between words."""
    gaps = 0
    for before, word in pairwise(words):
        if word.left - before.right > _SEEN_GAP:
            height = before.bottom - before.top
            is_beside = -height < word.top - before.top < height
            gaps += is_beside and word.left - before.right > _GAP * height
        elif word.bottom < before.top:
            gaps += 1
    return gaps >= _MIN_GAPS


def aligned_tables(words: Sequence[Word], rulings: Rulings) -> list[Lattice]:
    """The grids of the tables that these words form."""
    rows = _rows(words)
    found = []
    for run in _runs(rows):
        edges = _column_edges(run)
        if len(edges) < 3:
            continue
        if _is_table(run, edges) or (
            _is_between_lines(run, rulings) and not _is_list(run, edges)
        ):
            found.append(_lattice(run, edges))
    return found


def _rows(words: Iterable[Word]) -> list[_Row]:
    rows: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        middle = (word.top + word.bottom) / 2
        if rows and middle < bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
            bottom = word.bottom - (word.bottom - word.top) * 0.2
    return [_row(sorted(row)) for row in rows]


def _row(words: Sequence[Word]) -> _Row:
    segments = [_Segment([words[0]])]
    for before, word in pairwise(words):
        height = max(before.bottom - before.top, word.bottom - word.top)
        if word.left - before.right > _GAP * height:
            segments.append(_Segment([]))
        segments[-1].words.append(word)
    top = min(word.top for word in words)
    return _Row(segments, top, max(word.bottom for word in words))


def _runs(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows one below the other, most of them of several segments."""
    runs: list[list[_Row]] = []
    run: list[_Row] = []
    lone = 0
    for row in rows:
        is_near = bool(run) and row.top - run[-1].bottom < _NEAR_ROWS * (
            run[-1].bottom - run[-1].top
        )
        lone = lone + 1 if len(row.segments) < 2 else 0
        if not is_near or lone > 1:
            runs.append(run)
            run = []
        if run or len(row.segments) > 1:
            run.append(row)
    runs.append(run)
    trimmed = [
        each[:-1] if each and len(each[-1].segments) < 2 else each for each in runs
    ]
    return [each for each in trimmed if len(each) >= _MIN_ROWS]


def _column_edges(run: Sequence[_Row]) -> list[float]:
    """The edges of the columns: the middles of the gaps that nearly all rows share."""
    rows = [row for row in run if len(row.segments) > 1]
    steps = sorted(
        step
        for row in rows
        for segment in row.segments
        for step in ((segment.left, 1), (segment.right, -1))
    )
    allowed = _CROSSING * len(rows)
    left = min(segment.left for row in run for segment in row.segments)
    right = max(segment.right for row in run for segment in row.segments)
    edges, covered, gap_start = [left - 1], 0, None
    for x, step in steps:
        was_free = covered <= allowed
        covered += step
        is_free = covered <= allowed
        if is_free and not was_free:
            gap_start = x
        elif was_free and not is_free and gap_start is not None:
            if x - gap_start > 3:
                edges.append((gap_start + x) / 2)
            gap_start = None
    return [*edges, right + 1]


def _columns(run: Sequence[_Row], edges: Sequence[float]) -> list[list[_Segment]]:
    """The segments by the column that their middle is in."""
    columns: list[list[_Segment]] = [[] for _ in edges[1:]]
    for row in run:
        for segment in row.segments:
            middle = (segment.left + segment.right) / 2
            index = sum(edge < middle for edge in edges[1:-1])
            columns[index].append(segment)
    return columns


def _is_list(run: Sequence[_Row], edges: Sequence[float]) -> bool:
    """Whether the first of two columns has only bullets and numbers of a list."""
    columns = _columns(run, edges)
    labels = sum(bool(_LABEL.fullmatch(segment.text)) for segment in columns[0])
    return len(columns) == 2 and labels * 2 > len(columns[0])


def _is_table(run: Sequence[_Row], edges: Sequence[float]) -> bool:
    """Whether the columns hold numbers or short texts, as those of prose do not."""
    columns = _columns(run, edges)
    if _is_list(run, edges) or any(len(column) < 2 for column in columns):
        return False
    if _is_contents(columns):
        return False
    later = [segment for column in columns[1:] for segment in column]
    numeric = sum(bool(_NUMBER.fullmatch(segment.text)) for segment in later)
    if numeric >= _NUMERIC_SHARE * len(later):
        return True
    words = sum(len(segment.words) for column in columns for segment in column)
    cells = sum(map(len, columns))
    wrapped = sum(segment.text[0].islower() for segment in later)
    if wrapped > _WRAPPED_SHARE * len(later):
        return False
    full = sum(len(row.segments) >= len(columns) - 1 for row in run)
    return len(columns) >= 3 and words <= _MAX_WORDS * cells and full * 2 >= len(run)


def _is_contents(columns: Sequence[Sequence[_Segment]]) -> bool:
    """Whether it is a list of contents: numbers that never get smaller, at the end."""
    last = [segment.text for segment in columns[-1]]
    if not all(text.isdecimal() and len(text) <= 4 for text in last):
        return False
    numbers = list(map(int, last))
    return numbers == sorted(numbers)


def _is_between_lines(run: Sequence[_Row], rulings: Rulings) -> bool:
    """Whether level lines stand above and below, as wide as the rows."""
    left = min(row.segments[0].left for row in run)
    right = max(row.segments[-1].right for row in run)
    wide = [
        y
        for y, start, end in rulings.level
        if min(end, right) - max(start, left) > 0.6 * (right - left)
        and run[0].top - 25 < y < run[-1].bottom + 15
    ]
    has_above = any(y <= run[0].bottom + 4 for y in wide)
    return has_above and any(y >= run[-1].top - 4 for y in wide)


def _lattice(run: Sequence[_Row], edges: Sequence[float]) -> Lattice:
    """The grid: a row for each row of words, cells merged under texts across edges."""
    ys = [run[0].top - 1]
    ys += [(above.bottom + row.top) / 2 for above, row in pairwise(run)]
    ys.append(run[-1].bottom + 1)
    spans = []
    for index, row in enumerate(run):
        column = 0
        while column < len(edges) - 1:
            after = column + 1
            while after < len(edges) - 1 and _crosses(row, edges[after]):
                after += 1
            spans.append((index, column, index + 1, after))
            column = after
    return Lattice(tuple(edges), tuple(ys), tuple(spans))


def _crosses(row: _Row, x: float) -> bool:
    return any(segment.left < x < segment.right for segment in row.segments)
