"""The example on a rule's page, taken apart so that it is pasted as text and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plancheck.reporters.words import clean, without_marks


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a heading."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, its first row the header; each cell with how many columns it takes."""

    rows: tuple[tuple[tuple[str, int], ...], ...]

    @property
    def column_count(self) -> int:
        """Columns of the widest row."""
        return max(sum(span for _text, span in row) for row in self.rows)


def blocks_of(markdown: str) -> Iterator[Line | Grid]:
    """What a fragment consists of, in order."""
    lines = (line.strip() for line in markdown.splitlines())
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            rows = tuple(tuple(_cells(each)) for each in group if not _is_rule(each))
            if rows:
                yield Grid(rows)
            continue
        for line in filter(None, group):
            text = line.lstrip("#")
            yield Line(clean(without_marks(text)), is_heading=text != line)


def _is_rule(row: str) -> bool:
    """Whether a row of Markdown is the line between a header and its rows."""
    return "-" in row and not row.strip("|-: ")


def _cells(row: str) -> Iterator[tuple[str, int]]:
    """The cells of a row; a further bar right behind a cell widens it by a column."""
    inner = row.removeprefix("|")
    while inner:
        text, _bar, inner = inner.partition("|")
        span = 1
        while inner.startswith("|"):
            inner, span = inner[1:], span + 1
        yield clean(without_marks(text)), span
