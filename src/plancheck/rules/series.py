"""Developments over time in a part: figures for three years or more, wherever they stand."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import (
    row_quote,
    speaks_of,
)
from plancheck.sdk import (
    Paragraph,
    Part,
    Programme,
    Quote,
    Table,
    caption_kind,
    sentences,
)

FEWEST_YEARS = 3
_PER_TABLE = 2
"""Several indicators in one table are seldom more themes than this."""
_HEADER_ROWS = 3
_LONGEST_YEAR_CELL = 30
_YEAR = re.compile(r"(?:19|20)(?<![\d.,/]\d\d)\d\d(?![\d%/])")
"""What may not stand before it is looked for behind its first digits: so texts are searched
for these alone, three times as fast."""
_ONLY_YEAR = re.compile(r"\D{0,8}(?:19|20)\d\d\D{0,10}")
_NUMBER = re.compile(r"\d")


def time_series(programme: Programme, part: Part) -> tuple[Quote, ...]:
    """The developments of a part that are shown over at least three years, a quote of each.

    A table, the caption of a figure and a sentence can show one; a table with several
    indicators counts for two.
    """
    found: list[Quote] = []
    for table in part.tables:
        found += list(_in_table(programme, table))[:_PER_TABLE]
    for paragraph in part.paragraphs:
        if quote := _in_paragraph(paragraph):
            found.append(quote)
    return tuple(found)


def _in_table(programme: Programme, table: Table) -> Iterator[Quote]:
    """The rows below a header with years, or the columns beside a column of years."""
    for row_index in range(min(_HEADER_ROWS, table.row_count)):
        columns = _year_columns(table, row_index)
        if len(columns) >= FEWEST_YEARS:
            rows = _filled_rows(table, row_index + 1, columns)
            each_row = speaks_of(programme, "indicator", table.text_at(row_index, 0))
            for index in rows if each_row else rows[:1]:
                yield row_quote(table, index)
            return
    rows = [
        index
        for index in range(table.row_count)
        if _ONLY_YEAR.fullmatch(table.text_at(index, 0).strip())
    ]
    if len(rows) >= FEWEST_YEARS:
        for column in range(1, table.column_count):
            if all(_NUMBER.search(table.text_at(index, column)) for index in rows):
                yield row_quote(table, rows[0])


def _year_columns(table: Table, row_index: int) -> list[int]:
    """The columns of a header row that name a year, each year once."""
    columns: dict[str, int] = {}
    for column in range(1, table.column_count):
        text = table.text_at(row_index, column)
        found = _YEAR.search(text) if len(text) <= _LONGEST_YEAR_CELL else None
        if found:
            columns.setdefault(found.group(), column)
    return list(columns.values())


def _filled_rows(table: Table, start: int, columns: list[int]) -> list[int]:
    return [
        index
        for index in range(start, table.row_count)
        if sum(bool(_NUMBER.search(table.text_at(index, each))) for each in columns)
        >= FEWEST_YEARS
    ]


def _in_paragraph(paragraph: Paragraph) -> Quote | None:
    """The caption of a figure over years, or a sentence with a figure for each of them."""
    text = paragraph.text
    years = {int(each) for each in _YEAR.findall(text)}
    if len(years) < 2 or max(years) - min(years) < FEWEST_YEARS - 1:
        return None
    if caption_kind(text) == "figure":
        return Quote(text, paragraph.location)
    for sentence in sentences(text) if len(years) >= FEWEST_YEARS else ():
        named = set(_YEAR.findall(sentence.text))
        numbers = re.findall(r"\d[\d ,.]*", _YEAR.sub("", sentence.text))
        if len(named) >= FEWEST_YEARS and len(numbers) >= FEWEST_YEARS:
            return Quote(sentence.text, paragraph.location)
    return None
