"""Sectors of a municipality's work: whom a text names, and matrices that link them."""

import re

from plancheck.rules.asking import row_quote
from plancheck.sdk import Programme, Quote, Table

SECTORS = (
    "sector education",
    "sector culture",
    "sector social",
    "sector health",
    "sector business",
    "sector tourism",
    "sector transport",
    "sector utilities",
    "sector environment",
    "sector safety",
    "sector agriculture",
    "sector community",
    "sector digital",
    "sector planning",
)
"""Concepts of the vocabulary: bodies, people and fields of a sector."""

_MARK = re.compile(r"^(?:[xXvV✓✔•●○◦]|\+{1,3}|[-–]{1,2}|\d)$")
_FEWEST = 3
_MARKED = 0.2


def sectors_in(programme: Programme, text: str) -> set[str]:
    """The sectors whose bodies or people a text names."""
    return set(programme.named_among(SECTORS, text))


def link_matrix(programme: Programme) -> Quote | None:
    """The header of the first table that marks which directions and sectors are linked."""
    tables = (
        block
        for document in programme.documents
        for block in document.blocks
        if isinstance(block, Table)
    )
    found = next((table for table in tables if _is_matrix(programme, table)), None)
    return row_quote(found, 0) if found else None


def _is_matrix(programme: Programme, table: Table) -> bool:
    """Whether a table has sectors or codes on both edges and marks between them."""
    if table.row_count <= _FEWEST or table.column_count <= _FEWEST:
        return False
    heads = [table.text_at(0, index) for index in range(1, table.column_count)]
    names = [table.text_at(index, 0) for index in range(1, table.row_count)]
    if not all(_are_themes(programme, edge) for edge in (heads, names)):
        return False
    inner = [
        table.text_at(row, column).strip()
        for row in range(1, table.row_count)
        for column in range(1, table.column_count)
    ]
    filled = [text for text in inner if text]
    marks = sum(bool(_MARK.match(text)) for text in filled)
    return marks == len(filled) and marks >= _MARKED * len(inner)


def _are_themes(programme: Programme, edge: list[str]) -> bool:
    known = [
        text for text in edge if programme.codes_in(text) or sectors_in(programme, text)
    ]
    return len(known) >= _FEWEST and len(known) * 2 >= len(edge)
