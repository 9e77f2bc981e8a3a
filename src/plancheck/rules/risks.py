"""Risks of the implementation: rows of risk tables, told from risks of nature and society."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.rules.asking import (
    row_quote,
    speaks_of,
)
from plancheck.rules.hazards import HAZARDS
from plancheck.sdk import PlanTable, Programme, Quote, Table

_COLUMNS = ("risk column", "response column", "owner column", "probability column")
_ROLE = "implementation risk"
_FILLED = re.compile(r"\w")
_WIDEST_HEAD = 90


@dataclass(frozen=True, slots=True)
class Risk:
    """A row of a risk table; what is not filled in is empty."""

    name: str
    response: str
    owner: str
    level: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a risk table says what, by column index; None where it has no such column."""

    risk: int | None
    response: int | None
    owner: int | None
    level: int | None


def implementation_risks(programme: Programme) -> tuple[Risk, ...]:
    """The rows of the tables of risks, and of others that head risks and responses."""
    planned = programme.tables_of(_ROLE)
    known = {id(fragment) for table in planned for fragment in table.fragments}
    risks = [risk for table in planned for risk in _of_plan_table(programme, table)]
    for document in programme.documents:
        for block in document.blocks:
            if isinstance(block, Table) and id(block) not in known:
                risks += _of_table(programme, block)
    return tuple(risks)


def is_of_nature(programme: Programme, text: str) -> bool:
    """Whether a text is on a hazard of the climate, not on the implementation."""
    concepts = (*HAZARDS, "climate change")
    return bool(programme.named_among(concepts, text))


def _of_plan_table(programme: Programme, table: PlanTable) -> Iterator[Risk]:
    """The rows of a table that was read as one of risks, over all its pages."""
    names = [row.name for row in table.rows]
    first = table.fragments[0]
    header = _labels_row(programme, first, (table.quote.location.row_number or 1) - 1)
    if _is_of_climate(programme, first, names) or _is_swot(programme, first, header):
        return
    columns = _columns(programme, first, header)
    for row in table.rows:
        place = row.place
        yield _risk(columns, place.table, place.row_index, row.name)


def _labels_row(programme: Programme, table: Table, last: int) -> int:
    """The lowest header row that heads responses; below it columns may be numbered."""
    rows = range(last, -1, -1)
    heading = (
        row for row in rows if _columns(programme, table, row).response is not None
    )
    return next(heading, last)


def _of_table(programme: Programme, table: Table) -> Iterator[Risk]:
    """The rows of a table that heads one column with risks and another with responses."""
    columns = _columns(programme, table, 0)
    if (
        table.row_count < 2
        or columns.risk is None
        or _is_of_audiences(programme, table)
    ):
        return
    if columns.response is None:
        yield from _answered_within(programme, table, columns.risk)
        return
    if _is_swot(programme, table, 0):
        return
    names = [
        table.text_at(index, columns.risk).strip()
        for index in range(1, table.row_count)
    ]
    if _is_of_climate(programme, table, names):
        return
    for row_index, name in enumerate(names, start=1):
        if _FILLED.search(name) and name != table.text_at(0, columns.risk).strip():
            yield _risk(columns, table, row_index, name)


def _answered_within(programme: Programme, table: Table, column: int) -> Iterator[Risk]:
    """The risks of a column whose cells name an answer behind each, as `Possible solution: …`."""
    for row_index in range(1, table.row_count):
        text = table.text_at(row_index, column)
        quote = Quote(" ".join(text.split()), table.location_of(row_index))
        last = 0
        for start, end in programme.spans("answer within", text):
            if not is_of_nature(programme, text[last:start]):
                yield Risk(text[last:start], text[start:], "", "", quote)
            last = end


def _is_of_climate(programme: Programme, table: Table, names: Sequence[str]) -> bool:
    """Whether a table of risks is one of hazards, by its heading, caption or half its rows."""
    above = (*table.location.section[-1:], table.caption)
    if any(is_of_nature(programme, text) for text in above):
        return True
    return sum(is_of_nature(programme, name) for name in names) * 2 >= len(names)


def _is_of_audiences(programme: Programme, table: Table) -> bool:
    """Whether a table says what keeps groups of people away, not the programme."""
    return speaks_of(programme, "vulnerable audience", table.text_at(0, 0))


def _is_swot(programme: Programme, table: Table, header: int) -> bool:
    """Whether risks stand beside strengths or opportunities, which are no answer to them."""
    heads = table.row_texts(header)
    return any(speaks_of(programme, "swot head", head.strip()) for head in heads)


def _columns(programme: Programme, table: Table, header: int) -> _Columns:
    """The first column for each thing, by the heads of a row."""
    heads = [table.text_at(header, index) for index in range(table.column_count)]
    return _Columns(*(_column(programme, concept, heads) for concept in _COLUMNS))


def _column(programme: Programme, concept: str, heads: list[str]) -> int | None:
    return next(
        (
            index
            for index, head in enumerate(heads)
            if len(head) <= _WIDEST_HEAD and speaks_of(programme, concept, head.strip())
        ),
        None,
    )


def _risk(columns: _Columns, table: Table, row_index: int, name: str) -> Risk:
    def filled(column: int | None) -> str:
        """The text of a column, or nothing where it is only a dash."""
        if column is None or column >= table.column_count:
            return ""
        text = table.text_at(row_index, column).strip()
        return text if _FILLED.search(text) else ""

    return Risk(
        name,
        filled(columns.response),
        filled(columns.owner),
        filled(columns.level),
        row_quote(table, row_index),
    )
