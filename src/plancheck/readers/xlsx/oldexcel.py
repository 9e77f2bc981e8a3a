"""Reads .xls workbooks through calamine, which tells values but not their formats."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import IO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from plancheck.readers.xlsx.numberformats import print_general
from plancheck.readers.xlsx.sheets import Area, Sheet
from plancheck.sdk import Message, tidy

_PANIC = "PanicException"  # what Rust raises in Python; it is no Exception


class DamagedWorkbookError(Exception):
    """Calamine cannot open the workbook."""


class LockedWorkbookError(Exception):
    """The workbook is encrypted."""


def read_old_sheets(stream: IO[bytes]) -> list[Sheet]:
    """The sheets of a workbook; one that is damaged has a problem and no rows.

    Raises:
        DamagedWorkbookError: The workbook cannot be opened.
        LockedWorkbookError: It is encrypted.
    """
    stream.seek(0)
    try:
        workbook = CalamineWorkbook.from_filelike(stream)
    except PasswordError as error:
        raise LockedWorkbookError from error
    except (CalamineError, OSError, ValueError) as error:
        raise DamagedWorkbookError from error
    except BaseException as error:
        raise _panic(error) from error
    sheets = []
    for index, about in enumerate(workbook.sheets_metadata):
        sheet = Sheet(tidy(about.name))
        sheet.is_hidden = about.visible != SheetVisibleEnum.Visible
        if about.typ == SheetTypeEnum.WorkSheet:
            _fill(sheet, workbook, index)
        sheet.has_drawing = about.typ == SheetTypeEnum.ChartSheet
        sheets.append(sheet)
    return sheets


def _panic(error: BaseException) -> BaseException:
    """Damage where Rust gave up; whatever else was raised stays what it is."""
    return DamagedWorkbookError() if type(error).__name__ == _PANIC else error


def _fill(sheet: Sheet, workbook: CalamineWorkbook, index: int) -> None:
    """Read the cells of a sheet into it."""
    try:
        found = workbook.get_sheet_by_index(index)
        sheet.rows = _rows(found)
        areas = found.merged_cell_ranges or ()
    except (CalamineError, ValueError):
        sheet.problem = _damaged(sheet.name)
        return
    except BaseException as error:
        if not isinstance(_panic(error), DamagedWorkbookError):
            raise
        sheet.problem = _damaged(sheet.name)
        return
    sheet.merged = tuple(
        Area(*first, *last)
        for first, last in areas
        if first != last and first[0] <= last[0] and first[1] <= last[1]
    )


def _damaged(name: str) -> Message:
    return Message.of("The sheet “{sheet}” is damaged and not read.", sheet=name)


def _rows(found: CalamineSheet) -> dict[int, dict[int, str]]:
    """The texts by row and column; calamine leaves cells with an error empty."""
    top, left = found.start or (0, 0)
    rows = {}
    for row_index, values in enumerate(found.to_python(), start=top):
        row = dict(_texts(values, left))
        if row:
            rows[row_index] = row
    return rows


def _texts(values: Sequence[object], left: int) -> Iterator[tuple[int, str]]:
    for column, value in enumerate(values, start=left):
        if value != "" and (text := _text(value)):
            yield column, text


def _text(value: object) -> str:
    """A value as Excel shows it by itself."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return print_general(float(value))
    if isinstance(value, dt.datetime):
        clock = f"{value:%H:%M}"
        day = f"{value:%d.%m.%Y}"
        return day if clock == "00:00" else f"{day} {clock}"
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return tidy(str(value))
