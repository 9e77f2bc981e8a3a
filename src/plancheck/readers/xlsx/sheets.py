"""A sheet as read from any kind of workbook, before its tables are found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from plancheck.sdk import Message

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383


class Area(NamedTuple):
    """A rectangle of cells; rows and columns count from 0, and the ends are included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """What a sheet shows, cell by cell.

    `rows` has by row and column index the text of each cell that is not empty. The
    merged areas are those of the file, in which there is no text but at the top left.
    `header_rows` are the indexes of rows that the file itself treats as a table's last
    header row: above a filter, frozen, or repeated on each page. Hidden rows are counted
    where they have text. `hidden_columns` has the indexes of the hidden columns, in
    order, without those of a group; `left_out` those of them that had text and are not in
    `rows` any more. `is_left_out` says that of a whole hidden sheet.
    `unknown_formula_count` counts formulas of which the file does not keep the result,
    `drawn_texts` are those of text boxes. `problem` says why the sheet could not be read
    to its end.
    """

    name: str
    rows: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    header_rows: tuple[int, ...] = ()
    is_hidden: bool = False
    hidden_row_count: int = 0
    hidden_columns: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    is_left_out: bool = False
    unknown_formula_count: int = 0
    error_count: int = 0
    has_drawing: bool = False
    has_comments: bool = False
    drawn_texts: tuple[str, ...] = ()
    problem: Message | None = None

    def cell_name(self, row_index: int, column_index: int) -> str:
        """What Excel calls a cell, which may have been moved beside hidden columns."""
        for hidden in self.hidden_columns if self.left_out else ():
            column_index += hidden <= column_index
        return cell_name(row_index, column_index)


def cell_name(row_index: int, column_index: int) -> str:
    """What Excel calls a cell.

    >>> cell_name(3, 1), cell_name(0, 702)
    ('B4', 'AAA1')
    """
    return f"{column_name(column_index)}{row_index + 1}"


def column_name(column_index: int) -> str:
    """The letters of a column."""
    letters = ""
    number = column_index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=20_000)
def column_index(letters: str) -> int:
    """The index of a column from its letters; -1 for none.

    >>> column_index("A"), column_index("AAA")
    (0, 702)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def valid_column(letters: str) -> int:
    """The index of a column.

    Raises:
        ValueError: Excel has no such column.
    """
    column = column_index(letters)
    if not 0 <= column <= LAST_COLUMN:
        raise ValueError(letters)
    return column


def parse_area(text: str) -> Area | None:
    """An area such as "A1:C3" or "$4:$5"; None where the text is none.

    >>> parse_area("$B$4:C5"), parse_area("$4:$5")
    (Area(top=3, left=1, bottom=4, right=2), Area(top=3, left=0, bottom=4, right=16383))
    """
    first, _, last = text.replace("$", "").partition(":")
    corners = [_corner(each) for each in (first, last or first)]
    (top, left), (bottom, right) = corners
    if top is None or bottom is None:
        return None
    left, right = (0, LAST_COLUMN) if left < 0 or right < 0 else (left, right)
    if bottom < top or right < left or bottom > LAST_ROW or right > LAST_COLUMN:
        return None
    return Area(top, left, bottom, right)


def _corner(text: str) -> tuple[int | None, int]:
    """Row and column index; None for a name without a row."""
    letters = text.rstrip("0123456789")
    digits = text[len(letters) :]
    if len(letters) > 3 or not letters.isascii() or len(digits) > 7:
        return None, -1
    return (int(digits) - 1 if digits else None), column_index(letters)
