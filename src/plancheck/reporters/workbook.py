"""Sheets of an Excel workbook: headed, frozen, filtered, their texts wrapped."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote as percent_encoded

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_000
"""Characters; Excel takes 32,767 and refuses the file above."""

LONGEST_LINK = 2_000
"""Characters of an address; Excel takes 2,079."""

LINE_HEIGHT, MOST_LINES = 15, 20
"""Points; a row is made no higher than this many lines, so that the next stays in sight."""

MOST_LINKS = 65_000
"""Links of a sheet; Excel repairs a file that has more than 65,530."""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere: to another sheet, or to a file."""

    target: str
    text: str

    @classmethod
    def to_file(cls, name: str, anchor: str, text: str) -> "Link | str":
        """A link to a file by its path; its bare text where no link can hold the path."""
        path = percent_encoded(name.replace("\\", "/"), safe="/:", errors="replace")
        if len(name) < 2 or len(path) > LONGEST_LINK:
            return text
        return cls(f"external:{path}{anchor}", text)


Value = str | int | float | Link | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and its width in letters."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook; the cells of `outcome_column` are bold.

    The cells of `scored_columns`, the first and the last, are coloured from 0 to 4.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    outcome_column: int | None = None
    scored_columns: tuple[int, int] | None = None


def write_sheets(
    stream: BinaryIO, sheets: Sequence[Sheet], *, title: str, created: dt.datetime
) -> None:
    """Write the workbook.

    All stands in memory: a mode with constant memory would put the text of documents into
    temporary files.

    Args:
        stream: What it is written to.
        sheets: From the first on.
        title: What the file says of itself.
        created: The report's date, so that the bytes of one report are always the same.
    """
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title, "author": "plancheck", "created": created})
    formats = _Formats.of(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.title), sheet, formats)
    book.close()


@dataclass(frozen=True, slots=True)
class _Formats:
    head: Format
    text: Format
    outcome: Format
    link: Format

    @classmethod
    def of(cls, book: Workbook) -> "_Formats":
        usual = {
            "align": "left",
            "valign": "top",
            "text_wrap": True,
            "bottom": 1,
            "bottom_color": "#D0D0D0",
        }
        return cls(
            book.add_format(
                {**usual, "bold": True, "bg_color": "#DCE6F1", "bottom": 1}
            ),
            book.add_format(usual),
            book.add_format({**usual, "bold": True}),
            book.add_format({**usual, "font_color": "#0B5394", "underline": 1}),
        )


def _write(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width)
        page.write_string(0, index, column.heading, formats.head)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    if sheet.scored_columns and sheet.rows:
        first, last = sheet.scored_columns
        page.conditional_format(1, first, len(sheet.rows), last, _HEAT)
    link_count = 0
    for row_index, row in enumerate(sheet.rows, start=1):
        page.set_row(row_index, LINE_HEIGHT * _line_count(row, sheet.columns))
        for index, value in enumerate(row):
            is_outcome = index == sheet.outcome_column
            usual = formats.outcome if is_outcome else formats.text
            if isinstance(value, Link) and link_count < MOST_LINKS:
                link_count += 1
                page.write_url(row_index, index, value.target, formats.link, value.text)
            elif isinstance(value, int | float):
                page.write_number(row_index, index, value, usual)
            elif value:
                text = value.text if isinstance(value, Link) else value
                page.write_string(row_index, index, text[:LONGEST_CELL], usual)


_HEAT = {
    "type": "3_color_scale",
    **{f"{end}_type": "num" for end in ("min", "mid", "max")},
    "min_value": 0,
    "mid_value": 2,
    "max_value": 4,
    "min_color": "#F0B3A6",
    "mid_color": "#FAECCB",
    "max_color": "#A8D5B5",
}
"""The colours of the scale from 0 to 4; the number stands in each cell."""


def _line_count(row: Row, columns: Sequence[Column]) -> int:
    """How many lines the longest text of a row takes in its column, about."""
    texts = [each.text if isinstance(each, Link) else str(each or "") for each in row]
    counts = [
        -(-len(text) * 10 // (column.width * 11))
        for text, column in zip(texts, columns, strict=False)
    ]
    return min(max(1, *counts), MOST_LINES)
