"""Tables that only say when what another table plans is done: `Until | Step | Measure`."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from plancheck.programme.codes import leading_code
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.shares import SHARE_COLUMNS

_YIELD = SHARE_COLUMNS | {"source", "amount", "result", "indicator", "target group"}
_SHORTEST_CODE = 2
_MOST = 0.6
_PIECES = re.compile(r"[,;/&\n]")


def without_steps(tables: Sequence[PlanTable]) -> tuple[PlanTable, ...]:
    """The tables without those whose rows are steps of measures that other tables have.

    Such a table has no codes of its own and says nothing of money or results, but names in
    most rows the measures that a step belongs to.
    """
    codes = frozenset(
        row.code
        for table in tables
        if "action" in table.roles
        for row in table.rows
        if len(row.code) >= _SHORTEST_CODE
    )
    return tuple(table for table in tables if not _are_steps(table, codes))


def _are_steps(table: PlanTable, codes: AbstractSet[str]) -> bool:
    if table.roles != ("action",) or table.has(*_YIELD):
        return False
    if any(row.code for row in table.rows):
        return False
    referring = sum(
        any(
            _lists(text, codes)
            for text in row.place.table.row_texts(row.place.row_index)
        )
        for row in table.rows
    )
    return bool(table.rows) and referring >= _MOST * len(table.rows)


def _lists(text: str, codes: AbstractSet[str]) -> bool:
    """Whether a cell holds known codes and hardly anything else: `1.2, 3.1`, `all; 1.3`."""
    pieces = [piece.strip() for piece in _PIECES.split(text) if piece.strip()]
    known = sum(_code(piece) in codes for piece in pieces)
    return bool(known) and known * 2 >= len(pieces)


def _code(piece: str) -> str:
    leading = leading_code(piece)
    return str(leading[0]) if leading and not leading[1] else piece
