"""Where measures take place, told by crosses: `Measure | Old Town | Harbour` over `M4 | | x`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plancheck.model.table import Table
from plancheck.programme.codes import leading_code
from plancheck.programme.fields import CellPlace
from plancheck.programme.measures import Measure
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_TERRITORY = "territory"
_KINDS = "kinds_of_places"
_MARKS = frozenset({"x", "х", "✓", "✔", "+", "•", "●", "■", "v", "√"})
_NOTHING = frozenset({"", "-", "–", "—"})
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_MOST = 0.6
_LEGEND = lazy_pattern(r"([^\W\d_]{1,6}\.?) ?[–—=-] ?([^\W\d_][^,;()\n]{2,40})")
"""What a caption says that the heads of columns stand for: `Har – Harbour`."""


def with_marked_places(
    measures: Sequence[Measure],
    tables: Iterable[Table],
    vocabulary: Vocabulary,
) -> tuple[Measure, ...]:
    """The measures with the places that a table marks for each, where they name none.

    Args:
        measures: The rows of the action plan.
        tables: All tables, in which one may mark measures against places.
        vocabulary: The words of the programme's language.
    """
    codes = {squash(row.code) for row in measures if row.code}
    marked: dict[str, CellPlace] = {}
    for table in tables:
        if codes and _is_matrix(table) and _is_of_places(table, vocabulary):
            marked |= _marked(table, codes)
    return tuple(
        _placed(row, marked[squash(row.code)]) if squash(row.code) in marked else row
        for row in measures
    )


def _is_matrix(table: Table) -> bool:
    """Whether nothing but crosses stands behind the first column, below the first row."""
    if table.column_count <= _FEWEST_COLUMNS or table.row_count <= _FEWEST_ROWS:
        return False
    cells = [
        table.text_at(row, column).strip().casefold()
        for row in range(1, table.row_count)
        for column in range(1, table.column_count)
    ]
    return not {*cells} - _MARKS - _NOTHING and not {*cells}.isdisjoint(_MARKS)


def _is_of_places(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether the caption, the corner or the heads of most columns speak of kinds of places."""
    if _KINDS not in vocabulary.words:
        return False
    about = (table.caption, table.text_at(0, 0))
    if any(vocabulary.has_word(_KINDS, fold(text), text) for text in about):
        return True
    names = _names(table)
    known = sum(vocabulary.has_word(_KINDS, fold(name), name) for name in names)
    return known >= _MOST * len(names)


def _names(table: Table) -> tuple[str, ...]:
    """What the columns stand for, as the caption spells it out."""
    spelt = {
        short.strip("."): long.strip() for short, long in _LEGEND.findall(table.caption)
    }
    heads = (" ".join(head.split()) for head in table.row_texts(0)[1:])
    return tuple(spelt.get(head.strip("."), head) for head in heads)


def _marked(table: Table, codes: set[str]) -> dict[str, CellPlace]:
    """For each measure the first cross of its row, which says all the places of the row."""
    names = _names(table)
    found: dict[str, CellPlace] = {}
    for row in range(1, table.row_count):
        leading = leading_code(table.text_at(row, 0).strip())
        code = squash(str(leading[0]) if leading else table.text_at(row, 0))
        crossed = [
            column
            for column in range(1, table.column_count)
            if table.text_at(row, column).strip().casefold() in _MARKS
        ]
        if code in codes and crossed:
            said = ", ".join(names[column - 1] for column in crossed)
            found[code] = CellPlace(table, row, crossed[0], said=said)
    return found


def _placed(row: Measure, place: CellPlace) -> Measure:
    if row.territory:
        return row
    cells: Mapping[str, CellPlace] = {**row.cells, _TERRITORY: place}
    label = " ".join(place.table.text_at(0, 0).split())
    labels = MappingProxyType({**row.context.labels, _TERRITORY: label})
    context = replace(row.context, labels=labels)
    return replace(row, cells=MappingProxyType(cells), context=context)
