"""Where a table's header ends, and what each column is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from plancheck.model.table import Cell, Table
from plancheck.programme.column_contents import (
    are_numbers_of_rows,
    are_values,
    filled_texts,
)
from plancheck.programme.columns import LONGEST_LABEL, ColumnReader
from plancheck.programme.money_columns import with_shares
from plancheck.programme.told_by_neighbours import told_by_neighbours
from plancheck.programme.years import years_in_label
from plancheck.text.folding import squash
from plancheck.text.patterns import lazy_pattern

_DEEPEST_HEADER = 4
_ANSWER_COLUMNS = 2
"""Columns at the end of a table of proposals in which its answers stand: `Reply | Notes`."""
_ROWS_BEFORE_HEADER = 3
_ORDINAL = lazy_pattern(r"^\(?\d{1,2}\.?\)?$")
_CODED = lazy_pattern(r"^\(?[^\W\d_]{0,4}[ .]?\d+(?:\.\d+)+")
_SENTENCE_WORDS = 4
_LONGEST_ABBREVIATION = 6

_Stack = tuple[str, ...]
"""The header cells over a column from the top down."""


@dataclass(frozen=True)
class Header:
    """The header rows of a table: body rows begin at `end`, counted from 0.

    `labels` holds one label a column, its header cells from the top down joined by
    " / "; `concepts` what each column is about, None where the vocabulary does not know.
    """

    end: int
    labels: tuple[str, ...]
    concepts: tuple[str | None, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The concepts that the columns are about."""
        return frozenset(concept for concept in self.concepts if concept)

    @cached_property
    def signature(self) -> tuple[str, ...]:
        """The labels without case, marks and spaces, to compare tables by."""
        return tuple(squash(label) for label in self.labels)

    @cached_property
    def known_labels(self) -> frozenset[str]:
        """What a repeated header row would say: whole labels and their leaves, squashed."""
        leaves = (squash(label.rpartition(" / ")[2]) for label in self.labels)
        return frozenset({*self.signature, *leaves} - {""})

    def year(self, column_index: int) -> int | None:
        """The last year that a column's label names."""
        years = years_in_label(self.labels[column_index])
        return years[-1] if years else None

    def is_like(self, other: "Header") -> bool:
        """Whether at least seven of ten columns have the same label at the same place."""
        if len(self.labels) != len(other.labels):
            return False
        pairs = list(zip(self.signature, other.signature, strict=True))
        return sum(_similar(one, two) for one, two in pairs) >= 0.7 * len(pairs)


def _similar(one: str, two: str) -> bool:
    """Equal, or one the beginning of the other: `vērtība` and `vērtības`."""
    shorter, longer = sorted((one, two), key=len)
    return one == two or (len(shorter) >= 4 and longer.startswith(shorter[:-1]))


def read_header(table: Table, columns: ColumnReader) -> Header | None:
    """The header of a table; None where no row's cells say what the columns are about."""
    start = _first_header_row(table, columns)
    if start is None:
        return None
    end = start + 1
    while end < min(table.row_count, start + _DEEPEST_HEADER) and _goes_on(
        table, start, end, columns
    ):
        end += 1
    end = max(
        end, min(table.header_row_count, start + _DEEPEST_HEADER, table.row_count - 1)
    )
    stacks = [
        _stack(table, start, end, index, columns) for index in range(table.column_count)
    ]

    def holds_values(column_index: int) -> bool:
        return are_values(filled_texts(table, end, column_index))

    stacks = _with_targets(stacks, columns, holds_values)
    labels = tuple(" / ".join(stack) for stack in stacks)
    concepts = [
        columns.joined(stack[-1], stack[:-1]) if stack else None for stack in stacks
    ]
    for index, (label, following) in enumerate(pairwise(labels)):
        if label == following and are_numbers_of_rows(filled_texts(table, end, index)):
            concepts[index] = "code"
    concepts = with_shares(concepts, stacks, columns, holds_values)
    return Header(
        end, labels, told_by_neighbours(concepts, labels, columns, holds_values)
    )


def _first_header_row(table: Table, columns: ColumnReader) -> int | None:
    """The first row near the top of which two cells name columns."""
    for row_index in range(min(table.row_count, _ROWS_BEFORE_HEADER)):
        texts = table.row_texts(row_index)
        known = {columns.concept(text) for text in texts if len(text) <= LONGEST_LABEL}
        if len(known - {None}) >= 2 and not any(map(_is_sentence, texts)):
            return row_index
        if row_index == 0 and _answers_below(table, columns):
            return row_index
        if (
            row_index >= table.header_row_count
            and len([text for text in texts if text.strip()]) > 1
        ):
            return None
    return None


def _answers_below(table: Table, columns: ColumnReader) -> bool:
    """Whether one of the last columns says what was decided on proposals, below the first row."""
    rows = range(1, table.row_count)
    last = range(max(1, table.column_count - _ANSWER_COLUMNS), table.column_count)
    return any(
        columns.are_decisions([table.text_at(row, column) for row in rows])
        for column in last
    )


def _is_sentence(text: str) -> bool:
    """Whether a cell tells something; a label may end with an abbreviation only."""
    words = text.split()
    is_ended = text.rstrip().endswith(".") and len(words) >= _SENTENCE_WORDS
    return is_ended and len(words[-1]) > _LONGEST_ABBREVIATION


def _goes_on(table: Table, start: int, row_index: int, columns: ColumnReader) -> bool:
    """Whether a row still belongs to the header that began at `start`."""
    cells = [cell for cell in table.grid[row_index] if cell is not None]
    own = [cell for cell in _distinct(cells) if cell.row_index == row_index]
    texts = [cell.text.strip() for cell in own if cell.text.strip()]
    if not texts:
        return any(cell.row_index < row_index for cell in cells)
    if any(len(text) > LONGEST_LABEL or _CODED.match(text) for text in texts):
        return False
    is_merged_into = any(start <= cell.row_index < row_index for cell in cells)
    if is_merged_into or _is_of_numbers_or_years(texts, columns):
        return True
    if _stands_below_wide_cells(table, row_index):
        return True
    spans = any(cell and cell.column_span > 1 for cell in table.grid[row_index - 1])
    says = [
        columns.concept(text) is not None or columns.is_year(text) for text in texts
    ]
    return spans and len(own) > 1 and sum(says) * 2 >= len(says)


def _stands_below_wide_cells(table: Table, row_index: int) -> bool:
    """Whether a row says something only where the row above has a cell over several columns.

    `Sources` over `Town | EU | State` parts a column; a row of the body would name its
    project below a cell over one column only.
    """
    pairs = zip(table.grid[row_index - 1], table.grid[row_index], strict=True)
    is_parted = [
        (above.column_span > 1, bool(own and own.text.strip()))
        for above, own in pairs
        if above is not None and above.text.strip()
    ]
    named_below = sum(has_text for _, has_text in is_parted)
    return (
        named_below > 1
        and not all(is_wide for is_wide, _ in is_parted)
        and all(is_wide for is_wide, has_text in is_parted if has_text)
    )


def _is_of_numbers_or_years(texts: Sequence[str], columns: ColumnReader) -> bool:
    """Whether a row numbers its columns, or gives each a year."""
    if len(texts) > 2 and all(map(_ORDINAL.match, texts)):
        return True
    return len(texts) > 1 and all(map(columns.is_year, texts))


def _distinct(cells: list[Cell]) -> list[Cell]:
    return list({(cell.row_index, cell.column_index): cell for cell in cells}.values())


def _stack(
    table: Table, start: int, end: int, column_index: int, columns: ColumnReader
) -> _Stack:
    """The header texts over a column from the top down, a merged cell and a number row left out.

    Where a merge was lost, years stand below empty cells: these belong to the label on
    their left.
    """
    texts: list[str] = []
    for row_index in range(start, end):
        text = " ".join(table.text_at(row_index, column_index).split())
        if not text and row_index + 1 < end:
            text = _label_on_the_left(table, row_index, column_index, columns)
        if text and not _ORDINAL.match(text) and text not in texts[-1:]:
            texts.append(text)
    return tuple(texts)


def _label_on_the_left(
    table: Table, row_index: int, column_index: int, columns: ColumnReader
) -> str:
    """The label that an empty header cell over a year belongs to; empty where there is none."""
    below = " ".join(table.text_at(row_index + 1, column_index).split())
    if not columns.is_year(below):
        return ""
    lefts = (table.text_at(row_index, index) for index in range(column_index, -1, -1))
    return next((" ".join(text.split()) for text in lefts if text.strip()), "")


def _with_targets(
    stacks: list[_Stack], columns: ColumnReader, holds_values: Callable[[int], bool]
) -> list[_Stack]:
    """The label of the targets also over the columns of values that follow without one.

    A merged cell over the targets of several years loses its width in some files, and
    then stands over the first of them alone.
    """
    spread: list[_Stack] = []
    for index, stack in enumerate(stacks):
        left = spread[-1] if spread else ()
        is_open = not stack and left and columns.joined(left[-1], left[:-1]) == "target"
        spread.append(left if is_open and holds_values(index) else stack)
    return spread
