"""Pipe tables: rows of text between pipes become cells with spans.

Besides the notation this reads what machines write: a row may run over several lines,
with or without a pipe before its next line, and a rule line may start a table at any row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plancheck.readers.marks import without_marks
from plancheck.sdk import Cell, Table, lazy_pattern

_UNESCAPED_PIPE = lazy_pattern(r"(?<!\\)\|")
_RULE_CELL = lazy_pattern(r"\s*(?::-+:?|-+:|-{2,})\s*")
LARGEST_GRID = 4_000_000
"""Grid positions of one table. A longer row keeps its text, in its last cell."""


def is_rule(line: str) -> bool:
    """Whether a line parts header and body; cells of a single dash are placeholders.

    >>> is_rule("| --- | :-: |"), is_rule("| - | - |")
    (True, False)
    """
    if not line or line[0] not in "|:-" or line.strip("|-: \t") or "|" not in line:
        return False
    pieces = split_row(line)
    return bool(pieces) and all(map(_RULE_CELL.fullmatch, pieces))


def is_closed(line: str) -> bool:
    """Whether the last cell of a line ends with its pipe."""
    return line.endswith("|") and not line.endswith("\\|") and len(line) > 1


def split_row(line: str) -> list[str]:
    """The texts between a row's pipes; a piece without even a space belongs to the left."""
    start = 1 if line.startswith("|") else 0
    end = len(line) - 1 if is_closed(line) else len(line)
    inner = line[start:end]
    return _UNESCAPED_PIPE.split(inner) if "\\" in inner else inner.split("|")


@dataclass(slots=True)
class Rows:
    """The rows of one block of pipes while its lines are read.

    `columns` is how many cells a whole row has; `is_wide` says that the block writes two
    spaces after the pipe of each row, so that a line with one space carries on.
    """

    columns: int
    is_wide: bool
    rows: list[list[str]] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    is_open: bool = False

    def carries_on(self, line: str, pieces: Sequence[str]) -> bool:
        """Whether a line that starts with a pipe is still of the row above."""
        if not self.rows or (self.rules and self.rules[-1] == len(self.rows)):
            return False
        if len(self.rows[-1]) + len(pieces) - 1 > self.columns:
            return False
        if self.is_wide:
            return not line.startswith("|  ")
        return self.is_open and len(pieces) < self.columns

    def carry_on(self, line: str) -> None:
        """Add a line's first piece to the last cell, and the rest as cells."""
        first, *rest = split_row(line)
        self.rows[-1][-1] += "\n" + first
        self.rows[-1].extend(rest)
        self.is_open = not is_closed(line)

    def add(self, line: str) -> None:
        """Begin a row."""
        self.rows.append(split_row(line))
        self.is_open = not is_closed(line)

    def rule(self, line: str) -> None:
        """Note a rule line below the rows so far."""
        self.rules.append(len(self.rows))
        self.columns = len(split_row(line))
        self.is_open = False

    def tables(self) -> list[Table]:
        """One table for each rule line, or one for all where there is none."""
        starts = [(0, self.rules[0] if self.rules else 0)]
        for above in self.rules[1:]:
            if above - 1 >= max(starts[-1][0] + starts[-1][1], 1):
                starts.append((above - 1, 1))
        ends = [start for start, _ in starts[1:]] + [len(self.rows)]
        return [
            table_of(self.rows[start:end], header)
            for (start, header), end in zip(starts, ends, strict=True)
            if end > start
        ]


def table_of(rows: Sequence[list[str]], header_row_count: int) -> Table:
    """The table of these rows of pieces."""
    limit = max(1, min(1000, LARGEST_GRID // len(rows)))
    columns = min(limit, max(map(len, rows)))
    cells: list[Cell] = []
    above: dict[int, int] = {}
    for row_index, row in enumerate(rows):
        pieces = row
        if len(pieces) > columns:
            pieces = [*row[: columns - 1], " | ".join(filter(None, row[columns - 1 :]))]
        above = _add_row(cells, above, row_index, pieces)
    return Table(
        cells=tuple(cells),
        row_count=len(rows),
        column_count=columns,
        header_row_count=min(header_row_count, len(rows)),
    )


def _add_row(
    cells: list[Cell], above: dict[int, int], row_index: int, pieces: Sequence[str]
) -> dict[int, int]:
    """Append a row's cells; for each column the index of the cell that covers it now.

    Args:
        cells: All cells so far; a cell that `^^` continues is replaced by a taller one.
        above: For each column of the row above the index of its cell in `cells`.
        row_index: Of the row, from 0.
        pieces: The texts between its pipes.
    """
    covering: dict[int, int] = {}
    column = 0
    while column < len(pieces):
        span = 1
        while column + span < len(pieces) and not pieces[column + span]:
            span += 1
        text = pieces[column].strip()
        if text == "^^" and column in above:
            index = above[column]
            taller = cells[index]
            cells[index] = Cell(
                taller.text,
                taller.row_index,
                taller.column_index,
                row_index - taller.row_index + 1,
                taller.column_span,
            )
        else:
            text = "" if text == "^^" else without_marks(text)
            index = len(cells)
            cells.append(Cell(text, row_index, column, 1, span))
        covering.update(dict.fromkeys(range(column, column + span), index))
        column += span
    return covering
