"""Risks of the implementation: rows of a risk table, told from risks of nature and society."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.rules.asking import speaks_of
from plancheck.rules.hazards import HAZARDS
from plancheck.sdk import Programme, Quote, Table

COLUMNS = ("risk column", "response column", "owner column", "probability column")
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


def implementation_risks(programme: Programme) -> tuple[Risk, ...]:
    """The rows of all tables that head a column with risks and another with the response."""
    tables = (
        block
        for document in programme.documents
        for block in document.blocks
        if isinstance(block, Table)
    )
    return tuple(risk for table in tables for risk in _rows(programme, table))


def _rows(programme: Programme, table: Table) -> Iterator[Risk]:
    heads = [table.text_at(0, index).strip() for index in range(table.column_count)]
    columns = [_column(programme, concept, heads) for concept in COLUMNS]
    if table.row_count < 2 or columns[0] is None or columns[1] is None:
        return
    names = [
        table.text_at(index, columns[0]).strip() for index in range(1, table.row_count)
    ]
    if sum(is_of_nature(programme, name) for name in names) * 2 >= len(names):
        return
    for row_index, name in enumerate(names, start=1):
        if not _FILLED.search(name) or name == heads[columns[0]]:
            continue
        response, owner, level = (
            "" if index is None else table.text_at(row_index, index).strip()
            for index in columns[1:]
        )
        printed = (" ".join(each.split()) for each in table.row_texts(row_index))
        quote = Quote(" | ".join(printed), table.location_of(row_index))
        yield Risk(name, _filled(response), _filled(owner), _filled(level), quote)


def _filled(text: str) -> str:
    """The text, or nothing where it is only a dash."""
    return text if _FILLED.search(text) else ""


def _column(programme: Programme, concept: str, heads: list[str]) -> int | None:
    """The first column whose head names the concept."""
    return next(
        (
            index
            for index, head in enumerate(heads)
            if len(head) <= _WIDEST_HEAD and speaks_of(programme, concept, head)
        ),
        None,
    )


def is_of_nature(programme: Programme, text: str) -> bool:
    """Whether a text is on a hazard of the climate, not on the implementation."""
    concepts = (*HAZARDS, "climate change")
    return any(speaks_of(programme, hazard, text) for hazard in concepts)
