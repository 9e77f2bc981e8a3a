"""Leaves out what the author of a workbook hid, as a print of it does.

Hidden rows stay, for a filter hides rows that are meant to be there; so do columns of a
group, which readers fold and unfold.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from plancheck.readers.xlsx.sheets import Area, Sheet


def shown(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets as printed; a hidden one is empty, unless no other sheet has text."""
    has_others = any(sheet.rows and not sheet.is_hidden for sheet in sheets)
    return [
        Sheet(sheet.name, is_hidden=True, is_left_out=bool(sheet.rows))
        if sheet.is_hidden and has_others
        else _without_columns(sheet)
        for sheet in sheets
    ]


def _without_columns(sheet: Sheet) -> Sheet:
    """The sheet with the columns that are shown moved together."""
    used: set[int] = set().union(*sheet.rows.values())
    if used.isdisjoint(sheet.hidden_columns) or used.issubset(sheet.hidden_columns):
        return sheet
    columns = _Columns(sheet.hidden_columns)
    rows = {
        row_index: {
            columns.moved(column): text
            for column, text in row.items()
            if not columns.is_hidden(column)
        }
        for row_index, row in sheet.rows.items()
    }
    merged = [(area, columns.moved_area(area)) for area in sheet.merged]
    for area, moved in merged:
        text = sheet.rows.get(area.top, {}).get(area.left)
        if text and moved is not None:  # it is printed in the part that is shown
            rows[area.top][moved.left] = text
    return replace(
        sheet,
        rows={row_index: row for row_index, row in rows.items() if row},
        merged=tuple(moved for _, moved in merged if moved and moved[:2] != moved[2:]),
        left_out=tuple(filter(used.__contains__, sheet.hidden_columns)),
    )


class _Columns:
    """The hidden columns of a sheet, and where those that are shown move to."""

    def __init__(self, hidden: Sequence[int]) -> None:
        self._hidden = hidden
        self._known = frozenset(hidden)

    def is_hidden(self, column: int) -> bool:
        return column in self._known

    def moved(self, column: int) -> int:
        """The index of a column when the hidden ones before it are gone."""
        return column - bisect_left(self._hidden, column)

    def moved_area(self, area: Area) -> Area | None:
        """The part of an area that is shown; None where all of it is hidden."""
        left, right = self.moved(area.left), self.moved(area.right + 1) - 1
        return area._replace(left=left, right=right) if left <= right else None
