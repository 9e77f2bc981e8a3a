"""Rows that speak of the same thing made one: a line in a table and a fact sheet of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from plancheck.programme.fields import CellPlace, Row, RowContext
from plancheck.text.folding import fold

_WORD = re.compile(r"[^\W_]{3,}")
_DIGITS = re.compile(r"\d+")
_ENOUGH_SHARED = 0.8

AnyRow = TypeVar("AnyRow", bound=Row)


def merge_fact_sheets(
    lines: Sequence[AnyRow], sheets: Sequence[AnyRow]
) -> tuple[AnyRow, ...]:
    """Table rows completed from the fact sheets about them, then the sheets that stand alone.

    A sheet is about a row when eight in ten of the words of the shorter name are in the
    other; where both have a number, the numbers must agree.
    """
    if not lines or not sheets:
        return (*lines, *sheets)
    by_number: dict[str, list[AnyRow]] = {}
    for line in lines:
        by_number.setdefault(_number(line), []).append(line)
    words = {id(row): _words(row.name) for row in (*lines, *sheets)}
    completed = {id(line): line for line in lines}
    alone: list[AnyRow] = []
    for sheet in sheets:
        number = _number(sheet)
        candidates: Sequence[AnyRow] = by_number.get(number, lines)
        own = words[id(sheet)]
        about = next((each for each in candidates if _same(words[id(each)], own)), None)
        if about is None:
            alone.append(sheet)
        else:
            completed[id(about)] = _completed(completed[id(about)], sheet)
    return (*completed.values(), *alone)


def _number(row: Row) -> str:
    digits = _DIGITS.findall(row.code)
    return ".".join(digits)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _ENOUGH_SHARED * shorter


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name)))


def _completed(line: AnyRow, sheet: AnyRow) -> AnyRow:
    """The row with what only the sheet says of it."""
    cells: dict[str, CellPlace] = dict(line.cells)
    labels = dict(line.context.labels)
    for concept, place in sheet.cells.items():
        if concept not in cells or not cells[concept].text.strip():
            cells[concept] = place
            labels[concept] = sheet.context.labels.get(concept, "")
    context = RowContext(
        MappingProxyType(labels), line.context.years, line.context.decimal_comma
    )
    return replace(line, cells=MappingProxyType(cells), context=context)
