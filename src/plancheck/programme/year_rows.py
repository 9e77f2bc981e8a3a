"""Rows of a table's body that say of which years its values are: `ENERGY | | 2025 | 2030`."""

from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.model.table import Cell
from plancheck.programme.columns import ColumnReader


@dataclass(frozen=True, slots=True)
class YearRow:
    """The year over the column of targets, and the banner that the row begins with."""

    target_year: int
    banner: str


def read_year_row(
    filled: Sequence[Cell], target_column: int | None, columns: ColumnReader
) -> YearRow | None:
    """A row that gives years to two columns or more, that of the targets among them.

    Args:
        filled: The cells of the row that are not empty.
        target_column: The index of the column of targets, where the table has one.
        columns: Tells what says nothing but a year.
    """
    years = [cell for cell in filled if columns.is_year(cell.text)]
    names = [cell for cell in filled if cell not in years]
    dated = [cell for cell in years if cell.column_index == target_column]
    if len(years) < 2 or not dated or names not in ([], [filled[0]]):
        return None
    digits = "".join(each for each in dated[0].text if each.isdigit())
    banner = " ".join(names[0].text.split()) if names else ""
    return YearRow(int(digits[:4]), banner)
