"""Tables pasted as text: lines whose tabs or runs of spaces line up in columns.

Kept conservative, for lines with a tab are mostly no rows: a table has three columns and
three rows, and as many texts in each.
"""

from collections.abc import Iterator, Sequence

from plancheck.sdk import Cell, Table, lazy_pattern, tidy

_GAP = lazy_pattern(r"\t+| {3,}")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_LONGEST_BANNER = 12
"""Words of a line between rows that says what the rows below it are about."""
_MOST_WORDS = 20
"""Words of a cell, on average: what has more is prose."""
_FULL_SHARE = 0.6
_LONGEST_PAGE_NUMBER = 3


def may_be_row(text: str) -> bool:
    r"""Whether tabs or runs of spaces part a line into three texts and more.

    >>> may_be_row("1.1.\tRepave streets\t2025"), may_be_row("Page\t4")
    (True, False)
    """
    return ("\t" in text or "   " in text) and len(_pieces(text)) >= _FEWEST_COLUMNS


def runs_of_rows(lines: Sequence[str | None]) -> Iterator[range]:
    """The indexes of lines that follow each other and may be rows of one table.

    A short line alone between two of them is a banner, and lines with a gap carry on the
    row above. None stands for what is no line of running text, and ends a run.
    """
    start = end = reach = count = 0
    for index, line in enumerate((*lines, None)):
        if line is not None and may_be_row(line):
            start = start if count else index
            end = reach = index + 1
            count += 1
        elif line is not None and count and _carries_on(line):
            reach = index + 1
            end = reach if line[:1].isspace() else end  # else it may be a signature
        elif line is None or index > reach or not _is_banner(line):
            if count >= _FEWEST_ROWS:
                yield range(start, end)
            count = 0


def table_of_lines(lines: Sequence[str]) -> Table | None:
    """The table that lines are the rows of; None where their columns do not line up."""
    for rows in (_by_each_tab(lines), _by_gaps(lines)):
        if rows and not _is_contents(rows) and not _is_prose(rows):
            return _table(rows)
    return None


def is_contents(lines: Sequence[str]) -> bool:
    """Whether the lines list pages, as of chapters or figures."""
    return _is_contents([_pieces(line) for line in lines])


def _pieces(line: str) -> list[str]:
    return [piece.strip() for piece in _GAP.split(line) if piece.strip()]


def _is_banner(line: str) -> bool:
    return 0 < len(line.split()) <= _LONGEST_BANNER and not _carries_on(line)


def _carries_on(line: str) -> bool:
    """Whether a line has a gap before its text or in it, as the second line of a cell."""
    return _GAP.search(line.rstrip()) is not None


def _by_each_tab(lines: Sequence[str]) -> list[list[str]]:
    """Rows where each tab begins a cell, as a spreadsheet copies them; none if it does not.

    Empty cells at the end of a row may be left out, but not in the first row.
    """
    rows = [[cell.strip() for cell in line.rstrip().split("\t")] for line in lines]
    width = len(rows[0])
    if width < _FEWEST_COLUMNS or not all(rows[0]):
        return []
    full = sum(len(row) == width for row in rows)
    fits = all(len(row) <= width for row in rows)
    if not fits or full < max(_FEWEST_ROWS, _FULL_SHARE * len(rows)):
        return []
    if any(not row[0] and 2 * sum(map(bool, row)) < width for row in rows):
        return []  # the second lines of cells, or of a merged cell: none can tell which
    return [row + [""] * (width - len(row)) if len(row) > 1 else row for row in rows]


def _by_gaps(lines: Sequence[str]) -> list[list[str]]:
    """Rows where a gap of any width parts two cells; none where one has more or fewer."""
    rows = [_pieces(line) for line in lines]
    full = [row for row in rows if len(row) > 1]
    is_even = len({len(row) for row in full}) == 1
    are_alone = not any(
        _carries_on(line)
        for line, row in zip(lines, rows, strict=True)
        if len(row) == 1
    )
    return rows if is_even and are_alone and len(full) >= _FEWEST_ROWS else []


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last column has nothing but numbers of pages, which never get smaller."""
    last = [row[-1] for row in rows if len(row) > 1]
    if not all(text.isdecimal() and len(text) <= _LONGEST_PAGE_NUMBER for text in last):
        return False
    numbers = list(map(int, last))
    return numbers == sorted(numbers)


def _is_prose(rows: Sequence[Sequence[str]]) -> bool:
    words = sum(len(text.split()) for row in rows for text in row)
    return words > _MOST_WORDS * sum(map(len, rows))


def _table(rows: Sequence[Sequence[str]]) -> Table:
    width = max(map(len, rows))
    cells = (
        Cell(tidy(text), row_index, index, 1, width if len(row) == 1 else 1)
        for row_index, row in enumerate(rows)
        for index, text in enumerate(row)
    )
    return Table(tuple(cells), row_count=len(rows), column_count=width)
