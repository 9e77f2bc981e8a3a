"""Where a table's header ends, and what each column is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plancheck.model.table import Cell, Table
from plancheck.programme.money_columns import with_shares
from plancheck.programme.naming import Naming
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_DEEPEST_HEADER = 4
_ROWS_BEFORE_HEADER = 3
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS_ONLY = lazy_pattern(
    r"^\W*(?:19|20)\d\d\.?\s*(?:gad\w*|g\.?|year)?\W*$", re.IGNORECASE
)
_ORDINAL = lazy_pattern(r"^\(?\d{1,2}\.?\)?$")
_NUMBERED = lazy_pattern(r"^\(?[^\W\d_]{0,4}[ .-]?\d{1,4}(?:\.\d{1,3}){0,4}[.)]?\*?$")
_CODED = lazy_pattern(r"^\(?[^\W\d_]{0,4}[ .]?\d+(?:\.\d+)+")
_LONG_CELL = 90
_SENTENCE_WORDS = 4
_LONGEST_ABBREVIATION = 6
_MONEY = frozenset({"source", "amount"})
_VALUE = lazy_pattern(r"[\d↑↓→↗↘]")
_LONGEST_VALUE = 25
_TOTAL = lazy_pattern(r"^(?:kopa|pavisam|summa|total|sum)\b")


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
        years = _YEAR.findall(self.labels[column_index])
        return int(years[-1]) if years else None

    def is_year_only(self, column_index: int) -> bool:
        """Whether a column's label says nothing but a year."""
        return is_year(self.labels[column_index])

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


class ColumnReader:
    """Tells from a label what a column is about; remembers each label it has seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._naming = Naming(vocabulary.columns)
        self._vocabulary = vocabulary
        self._known: dict[str, str | None] = {}

    def expect(self, tables: Iterable[Table]) -> None:
        """Look through the cells of tables at once: which of them name a column."""
        cells = (cell.text for table in tables for cell in table.cells)
        short = (text for text in cells if len(text) <= _LONG_CELL * 2)
        self._naming.expect(" ".join(text.split()) for text in dict.fromkeys(short))

    def concept(self, label: str) -> str | None:
        """The concept whose term covers most of the label; None where no term is in it."""
        if label not in self._known:
            self._known[label] = self._find(" ".join(label.split()))
        return self._known[label]

    def is_total(self, label: str) -> bool:
        """Whether a label says that its column sums up the others: `Total`."""
        return self._vocabulary.has_word("totals", fold(label), label)

    def _find(self, label: str) -> str | None:
        if not label or len(label) > _LONG_CELL * 2:
            return None
        letters = self._naming.letters(label)
        return max(letters, key=lambda name: letters[name], default=None)

    def joined(self, leaf: str, parents: tuple[str, ...]) -> str | None:
        """The concept of a column: its leaf decides, unless that only says a year."""
        own = self.concept(leaf)
        if own == "term" and (dated := self._dated(parents)):
            return dated
        if parents and (share := self._share(leaf, parents)):
            return share
        if own is not None and own != "value in year":
            return own
        for parent in reversed(parents):
            if (above := self.concept(parent)) is not None:
                return above
        return own

    def _share(self, leaf: str, parents: tuple[str, ...]) -> str | None:
        """The share that a word is below a label of money only: `Who pays / Town`."""
        labels = (*parents, *(parent.partition(",")[0] for parent in parents))
        above = {self.concept(label) for label in labels}  # without `, thousand EUR`
        return self.concept(f"/ {leaf}") if above & _MONEY else None

    def _dated(self, parents: tuple[str, ...]) -> str | None:
        """What a column of years is below a baseline or a target."""
        above = {self.concept(parent) for parent in parents}
        dated = (each for each in ("baseline", "target") if each in above)
        return next((f"{each} year" for each in dated), None)


def is_year(text: str) -> bool:
    """Whether a cell says nothing but a year."""
    return bool(_YEARS_ONLY.match(text.strip()))


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
    stacks = [_stack(table, start, end, index) for index in range(table.column_count)]
    _spread_targets(table, end, stacks, columns)
    concepts = [
        columns.joined(stack[-1], stack[:-1]) if stack else None for stack in stacks
    ]
    _share_the_sum(concepts, stacks, columns)
    labels = tuple(" / ".join(stack) for stack in stacks)
    for index in range(1, len(labels)):
        if labels[index - 1] == labels[index] and _holds_codes(table, end, index - 1):
            concepts[index - 1] = "code"
    concepts = with_shares(
        concepts,
        labels,
        columns.concept,
        lambda index: _holds_values(table, end, index),
        columns.is_total,
    )
    return Header(end, labels, _settled(concepts, labels))


def _first_header_row(table: Table, columns: ColumnReader) -> int | None:
    """The first row near the top of which two cells name columns."""
    for row_index in range(min(table.row_count, _ROWS_BEFORE_HEADER)):
        texts = table.row_texts(row_index)
        known = {columns.concept(text) for text in texts if len(text) <= _LONG_CELL}
        if len(known - {None}) >= 2 and not any(map(_is_sentence, texts)):
            return row_index
        if (
            row_index >= table.header_row_count
            and len([text for text in texts if text.strip()]) > 1
        ):
            return None
    return None


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
    if any(len(text) > _LONG_CELL or _CODED.match(text) for text in texts):
        return False
    if all(_ORDINAL.match(text) for text in texts) and len(texts) > 2:
        return True
    if all(_YEARS_ONLY.match(text) for text in texts) and len(texts) > 1:
        return True
    if any(start <= cell.row_index < row_index for cell in cells):
        return True
    spans = any(cell and cell.column_span > 1 for cell in table.grid[row_index - 1])
    says = [
        columns.concept(text) is not None or bool(_YEARS_ONLY.match(text))
        for text in texts
    ]
    return spans and len(own) > 1 and sum(says) * 2 >= len(says)


def _distinct(cells: list[Cell]) -> list[Cell]:
    return list({(cell.row_index, cell.column_index): cell for cell in cells}.values())


def _stack(table: Table, start: int, end: int, column_index: int) -> tuple[str, ...]:
    """The header texts over a column from the top down, a merged cell and a number row left out.

    Where a merge was lost, years stand below empty cells: these belong to the label on
    their left.
    """
    texts: list[str] = []
    for row_index in range(start, end):
        text = " ".join(table.text_at(row_index, column_index).split())
        if not text and row_index + 1 < end:
            text = _label_on_the_left(table, row_index, column_index)
        if text and not _ORDINAL.match(text) and text not in texts[-1:]:
            texts.append(text)
    return tuple(texts)


def _label_on_the_left(table: Table, row_index: int, column_index: int) -> str:
    """The label that an empty header cell over a year belongs to; empty where there is none."""
    below = " ".join(table.text_at(row_index + 1, column_index).split())
    if not _YEARS_ONLY.match(below):
        return ""
    lefts = (table.text_at(row_index, index) for index in range(column_index, -1, -1))
    return next((" ".join(text.split()) for text in lefts if text.strip()), "")


def _spread_targets(
    table: Table, end: int, stacks: list[tuple[str, ...]], columns: ColumnReader
) -> None:
    """Give the label of the targets to the columns of values that follow it without one.

    A merged cell over the targets of several years loses its width in some files, and
    then stands over the first of them alone.
    """
    for index in range(1, len(stacks)):
        left = stacks[index - 1]
        if stacks[index] or not left or columns.joined(left[-1], left[:-1]) != "target":
            continue
        if _holds_values(table, end, index):
            stacks[index] = left


def _share_the_sum(
    concepts: list[str | None], stacks: list[tuple[str, ...]], columns: ColumnReader
) -> None:
    """Take what nobody knows beside shares of a sum for a share: `Sources / EU | PB | XY`."""
    shared = [
        stacks[index][:-1]
        for index, each in enumerate(concepts)
        if each and each.endswith(" share") and len(stacks[index]) > 1
    ]
    for index, stack in enumerate(stacks):
        is_unknown = concepts[index] in _MONEY and columns.concept(stack[-1]) is None
        if is_unknown and shared.count(stack[:-1]) > 1:
            concepts[index] = "other share"


def _holds_values(table: Table, start: int, column_index: int) -> bool:
    """Whether what stands in a column below the header is figures and arrows."""
    texts = (table.text_at(row, column_index) for row in range(start, table.row_count))
    filled = [text.strip() for text in texts if text.strip()]
    values = sum(
        len(text) <= _LONGEST_VALUE and bool(_VALUE.search(text)) for text in filled
    )
    return len(filled) > 1 and values >= 0.8 * len(filled)


def _holds_codes(table: Table, start: int, column_index: int) -> bool:
    """Whether a column only numbers the rows: half of a label, as over `23 | Plant trees`."""
    texts = (table.text_at(row, column_index) for row in range(start, table.row_count))
    filled = [text.strip() for text in texts if text.strip()]
    return bool(filled) and all(map(_NUMBERED.match, filled))


def _settled(
    concepts: list[str | None], labels: tuple[str, ...]
) -> tuple[str | None, ...]:
    """Concepts read in each other's light.

    An indicator table may call its names `result`, and head its baseline values by the
    base year: `Bāzes gads (2020)`; the goal beside a baseline is the value to reach. What
    is done about a risk is no measure of the plan, the result of a proposal is what was
    decided on it, and the sources beside a sum are those of the money.
    """
    _total_as_amount(concepts, labels)
    known = set(concepts)
    if "baseline year" in known and "baseline" not in known:
        index = concepts.index("baseline year")
        if _YEAR.search(labels[index]):
            concepts[index] = "baseline"
    valued = {"baseline", "target", "trend", "unit"} & known
    if "result" in known and "indicator" not in known and len(valued) >= 2:
        first = concepts.index("result")
        concepts[first] = "indicator"
    is_of_risks = "risk" in known and "mitigation" not in known
    if is_of_risks and "measure" in concepts[concepts.index("risk") :]:
        concepts[concepts.index("measure")] = "mitigation"
    is_of_money = "amount" in known and known & {"measure", "project"}
    if (
        is_of_money
        and "data source" in known
        and "source" not in known
        and not known & {"baseline", "target", "unit", "frequency"}
    ):
        concepts[concepts.index("data source")] = "source"
    if concepts.count("measure") > 1 and "description" not in known:
        concepts[concepts.index("measure", concepts.index("measure") + 1)] = (
            "description"
        )
    if "proposal" in known and "decision" not in known and "result" in known:
        concepts[concepts.index("result")] = "decision"
    if {"indicator", "baseline"} <= set(concepts) and "target" not in known:
        concepts = ["target" if each == "goal" else each for each in concepts]
    years = [
        index for index, concept in enumerate(concepts) if concept == "value in year"
    ]
    _end_behind_baseline(concepts, years)
    if (
        len(years) >= 2
        and not {"baseline", "target"} & known
        and "indicator" in set(concepts)
    ):
        concepts[years[0]], concepts[years[-1]] = "first value", "last value"
    return tuple(concepts)


def _total_as_amount(concepts: list[str | None], labels: tuple[str, ...]) -> None:
    """Take a total for the sum of a project whose years follow: `Avots | Kopā | 2023 | 2024`."""
    known = set(concepts)
    if not known & {"project", "measure"} or known & {"amount", "indicator"}:
        return
    for index, label in enumerate(labels[:-1]):
        if is_year(labels[index + 1]):
            is_total = concepts[index] in {None, "partner"}  # `Kopā` is "together" too
            if is_total and _TOTAL.match(fold(label).strip()):
                concepts[index] = "amount"
            return


def _end_behind_baseline(concepts: list[str | None], years: list[int]) -> None:
    """Take the last year behind a baseline as that of an end: `Baseline | 2027 | 2030`."""
    if "target" in concepts or not {"indicator", "baseline"} <= set(concepts):
        return
    behind = [index for index in years if index > concepts.index("baseline")]
    if behind:
        concepts[behind[-1]] = "last value"


def column_of(concepts: tuple[str | None, ...]) -> Mapping[str, int]:
    """The column of each concept: the last one for what is reached in the end, else the first."""
    found: dict[str, int] = {}
    for index, concept in enumerate(concepts):
        if concept and (concept not in found or concept == "target"):
            found[concept] = index
    return found
