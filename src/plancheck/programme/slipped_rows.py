"""Rows whose cells slipped to the left, as programs leave them that lose a merged cell."""

from collections.abc import Mapping

from plancheck.model.table import Table
from plancheck.text.patterns import lazy_pattern

_LETTER = lazy_pattern(r"[^\W\d_]")
_CODE = lazy_pattern(r"[^\W\d_]{0,4}[ .#-]{0,2}\d{1,4}(?:\.\d{1,3}){0,4}\.?")
_FEWEST_WORDS = 2


def columns_of_row(
    table: Table, row_index: int, columns: Mapping[str, int], name: str
) -> Mapping[str, int]:
    """The columns of a row by their concepts: one further to the left where it slipped.

    It has slipped where a value stands under the name and the name before it, and the
    last cell is empty. What the row stands under is lost with the merged cell.

    Args:
        table: Where the row stands.
        row_index: Of the row.
        columns: The columns of the table, by their concepts.
        name: The concept of the column that rows are called by.
    """
    index = columns.get(name, 0)
    if index < 1 or not _has_slipped(table, row_index, index):
        return columns
    moved = {concept: at - 1 for concept, at in columns.items() if at >= index}
    before = range(index - 2, -1, -1)
    coded = (at for at in before if _CODE.fullmatch(_text(table, row_index, at)))
    code = next(coded, None)
    if code is not None and "code" in columns:
        moved["code"] = code
    kept = {
        concept: at
        for concept, at in columns.items()
        if concept not in moved and at < index - 1 and at != code
    }
    return {**kept, **moved}


def _has_slipped(table: Table, row_index: int, name_index: int) -> bool:
    before = _text(table, row_index, name_index - 1)
    under = _text(table, row_index, name_index)
    return (
        bool(under)
        and not _LETTER.search(under)
        and len(before.split()) >= _FEWEST_WORDS
        and bool(_LETTER.search(before))
        and not _text(table, row_index, table.column_count - 1)
    )


def _text(table: Table, row_index: int, column_index: int) -> str:
    return table.text_at(row_index, column_index).strip()
