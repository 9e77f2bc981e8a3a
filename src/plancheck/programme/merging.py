"""Rows that speak of the same thing made one: a line in a table and a fact sheet of its own."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType
from typing import Generic, TypeVar

from plancheck.programme.codes import leading_code
from plancheck.programme.fields import CellPlace, Row
from plancheck.programme.references import LINKED, marks_in
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]{3,}")
_DIGITS = lazy_pattern(r"\d+")
_UNIT = lazy_pattern(r" ?\([^()]{1,30}\)$")
_STEM = 7
"""Letters that tell a word from others, however it is inflected."""
_ENOUGH_SHARED = 0.8
_ENOUGH_WITH_NUMBER = 0.5
_LONG_NAME = 12
_SOURCES = SHARE_COLUMNS | {"source"}
_OF_ALL_PROJECTS = SHARE_COLUMNS | {"amount", "result", "code", "description"}
_WHERE_AND_FOR_WHOM = frozenset({"territory", "target group"})

AnyRow = TypeVar("AnyRow", bound=Row)


def merge_fact_sheets(
    lines: Sequence[AnyRow], sheets: Sequence[AnyRow]
) -> tuple[AnyRow, ...]:
    """Table rows completed from the fact sheets about them, then the sheets that stand alone.

    A sheet is about a row when eight in ten of the words of the shorter name are in the
    other; half of them where the sheet, or the heading over it, has the row's number. Where
    both have a number of their own, the numbers must agree, unless the names are the same.
    """
    if not lines or not sheets:
        return (*lines, *sheets)
    by_number: dict[str, list[_Named[AnyRow]]] = {}
    for line in lines:
        by_number.setdefault(_number(line.code), []).append(_Named(line))
    every = [named for group in by_number.values() for named in group]
    completed = {id(line): line for line in lines}
    alone: list[AnyRow] = []
    for sheet in sheets:
        number = _number(sheet.code)
        alike = by_number.get(number or _heading_number(sheet), ())
        others = [*alike, *by_number.get("", ())] if number else every
        about = _of_same_name(sheet, every) or _about(sheet, alike, others or every)
        if about is None:
            alone.append(sheet)
        else:
            completed[id(about)] = _completed(completed[id(about)], sheet)
    return (*completed.values(), *alone)


def merge_code_rows(rows: Sequence[AnyRow]) -> tuple[AnyRow, ...]:
    """Rows completed from those that give only their code, as `A1.1 | 48.0 | 32.0` does."""
    named: dict[str, list[AnyRow]] = {}
    for row in rows:
        if row.code and not _is_only_code(row):
            named.setdefault(squash(row.code), []).append(row)
    completed: dict[int, AnyRow] = {}
    merged: set[int] = set()
    for row in rows:
        about = named.get(squash(row.code), []) if _is_only_code(row) else []
        if len(about) == 1:
            merged.add(id(row))
            own = id(about[0])
            completed[own] = _completed(completed.get(own, about[0]), row)
    return tuple(completed.get(id(row), row) for row in rows if id(row) not in merged)


def _is_only_code(row: Row) -> bool:
    return bool(row.code) and squash(row.name) == squash(row.code)


def completed_by(rows: Sequence[AnyRow], others: Sequence[Row]) -> tuple[AnyRow, ...]:
    """Rows with what rows of other tables say of the same thing: same number, same name.

    A table of costs may repeat the measures of the action plan without their bodies and
    years.
    """
    by_number: dict[str, list[_Named[Row]]] = {}
    for other in others:
        by_number.setdefault(_number(other.code), []).append(_Named(other))
    by_number.pop("", None)
    return tuple(
        _completed_by(row, by_number.get(_number(row.code), ())) for row in rows
    )


def _completed_by(row: AnyRow, others: Sequence["_Named[Row]"]) -> AnyRow:
    if _is_only_code(row):
        return _called_after(row, others)
    named: _Named[Row] = _Named(row)
    same = (
        other.row
        for other in others
        if other.row.place.table is not row.place.table
        and named.share(other) >= _ENOUGH_SHARED
    )
    found = next(same, None)
    return row if found is None else _completed(row, found)


def _called_after(row: AnyRow, others: Sequence["_Named[Row]"]) -> AnyRow:
    """A row of a table of costs that gives only a code, as `A1.1 | 48.0`, with all else."""
    own = squash(row.code)
    same = [other.row for other in others if squash(other.row.code) == own]
    if len(same) != 1:
        return row
    parents = row.parents or same[0].parents
    return replace(_completed(row, same[0]), name=same[0].name, parents=parents)


def completed_by_money(
    rows: Sequence[AnyRow], projects: Sequence[Row]
) -> tuple[AnyRow, ...]:
    """Measures with the sources of their money, which only the table of projects may tell.

    A project is taken for the same as a measure by its number and name.
    """
    paid = (_only(row, _SOURCES) for row in projects if row.says(*_SOURCES))
    return completed_by(rows, tuple(paid))


def completed_by_reference(
    rows: Sequence[AnyRow], measures: Sequence[Row]
) -> tuple[AnyRow, ...]:
    """Projects with what the measure says that each names by its code: `OP02 | M1.2`.

    What a measure costs and what comes of it is told of all its projects together. Codes
    of a make that is not known, as `B2-4`, are those of a measure letter by letter.
    """
    by_code: dict[str, list[Row]] = {}
    as_printed: dict[str, list[Row]] = {}
    for measure in measures:
        by_code.setdefault(squash(measure.code), []).append(measure)
        as_printed.setdefault(_printed(measure.field("code").text), []).append(measure)
    as_printed.pop("", None)
    return tuple(_with_measure(row, by_code, as_printed) for row in rows)


def _printed(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _with_measure(
    row: AnyRow,
    by_code: Mapping[str, Sequence[Row]],
    as_printed: Mapping[str, Sequence[Row]],
) -> AnyRow:
    text = row.field("measure").text
    same = as_printed.get(_printed(text), ())
    leading = leading_code(text)
    if not same and (leading is None or leading[1]):
        return row
    if not same and leading is not None:
        same = by_code.get(squash(str(leading[0])), ())
    if len(same) != 1 or same[0].place.table is row.place.table:
        return row
    return _completed(row, same[0], _OF_ALL_PROJECTS)


def completed_by_marks(
    projects: Sequence[AnyRow], measures: Sequence[Row], vocabulary: Vocabulary
) -> tuple[AnyRow, ...]:
    """Projects with where and for whom the measure is that marks each: `Repave … | P-4`.

    Its years and bodies are its own: an investment plan that lacks them is not made whole.
    """
    by_mark: dict[str, list[Row]] = {}
    for measure in measures:
        for mark in marks_in(measure.field(LINKED).text, vocabulary):
            by_mark.setdefault(squash(mark), []).append(measure)
    return tuple(
        _completed(row, _only(named[0], _WHERE_AND_FOR_WHOM))
        if row.code and len(named := by_mark.get(squash(row.code), [])) == 1
        else row
        for row in projects
    )


class _Named(Generic[AnyRow]):
    """A row with what its name is compared by."""

    def __init__(self, row: AnyRow) -> None:
        self.row = row
        self.stems = _stems(row.name)
        self.squashed = squash(row.name)
        self.bare = squash(_UNIT.sub("", row.name))

    def share(self, other: "_Named[AnyRow]") -> float:
        """How much of the shorter name is in the other, from 0 to 1.

        Names broken by a narrow column, as `samaz ināju ms`, are compared without spaces.
        """
        shorter, longer = sorted((self.squashed, other.squashed), key=len)
        if len(shorter) >= _LONG_NAME and shorter in longer:
            return 1.0
        fewest = min(len(self.stems), len(other.stems))
        return len(self.stems & other.stems) / fewest if fewest else 0.0


def _of_same_name(sheet: AnyRow, rows: Sequence[_Named[AnyRow]]) -> AnyRow | None:
    """The only row that is called as the sheet is, a unit in brackets left out."""
    own = squash(_UNIT.sub("", sheet.name))
    alike = [each.row for each in rows if each.bare == own]
    return alike[0] if len(alike) == 1 and own else None


def _about(
    sheet: AnyRow,
    numbered: Sequence[_Named[AnyRow]],
    others: Sequence[_Named[AnyRow]],
) -> AnyRow | None:
    """The row that a sheet is about; `numbered` has the number of the sheet or its heading."""
    named = _Named(sheet)
    for rows, enough in ((others, _ENOUGH_SHARED), (numbered, _ENOUGH_WITH_NUMBER)):
        best = max(rows, key=named.share, default=None)
        if best is not None and named.share(best) >= enough:
            return best.row
    return None


def _heading_number(sheet: Row) -> str:
    """The number of the section that a sheet stands in."""
    path = sheet.place.table.location.section
    leading = leading_code(path[-1]) if path else None
    return leading[0].number if leading else ""


def _number(code: str) -> str:
    return ".".join(_DIGITS.findall(code))


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(name)))


def _only(row: Row, concepts: AbstractSet[str]) -> Row:
    cells = {each: place for each, place in row.cells.items() if each in concepts}
    return replace(row, cells=MappingProxyType(cells))


def _completed(line: AnyRow, sheet: Row, but: AbstractSet[str] = frozenset()) -> AnyRow:
    """The row with what only the sheet says of it, all `but` some columns."""
    cells: dict[str, CellPlace] = dict(line.cells)
    labels = dict(line.context.labels)
    for concept, place in sheet.cells.items():
        is_open = concept not in cells or not cells[concept].text.strip()
        if is_open and concept not in but:
            cells[concept] = place
            labels[concept] = sheet.context.labels.get(concept, "")
    context = replace(line.context, labels=MappingProxyType(labels))
    return replace(line, cells=MappingProxyType(cells), context=context)
