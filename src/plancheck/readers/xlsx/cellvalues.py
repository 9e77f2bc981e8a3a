"""Prints the stored values of cells as they are seen."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from math import isfinite
from typing import NamedTuple

from plancheck.readers.xlsx.formatcodes import parse_format
from plancheck.readers.xlsx.numberformats import GENERAL, NumberFormat
from plancheck.readers.xlsx.workbook import clean_text

_DAY = parse_format("dd.mm.yyyy")
_DAYS_BEGIN = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_YES = frozenset({"1", "true"})
_LONGEST_WHOLE = 15


class Shared(NamedTuple):
    """What all sheets of a workbook share."""

    texts: Sequence[str] = ()
    formats: Sequence[NumberFormat] = (GENERAL,)
    since_1904: bool = False


class ValuePrinter:
    """Prints the values of one sheet, and counts those that are errors."""

    def __init__(self, shared: Shared) -> None:
        self._texts, self._formats, self._since_1904 = shared
        self.error_count = 0

    def printing(self, kind: str, style: int) -> Callable[[str], str]:
        """What prints the stored values of one type and style.

        Args:
            kind: The type that the file gives the cell; "n" for a number.
            style: The index of the cell's style.
        """
        form = self._formats[style] if style < len(self._formats) else GENERAL
        if kind == "n":
            return partial(self._number, form)
        if kind == "d":
            return partial(_date, form)
        others = {"s": self._shared, "b": _truth, "e": self._error}
        return others.get(kind, clean_text)

    def _number(self, form: NumberFormat, stored: str) -> str:
        if form.is_general and stored.isdecimal() and len(stored) <= _LONGEST_WHOLE:
            return stored
        if not stored.strip():
            return ""
        number = float(stored)
        if not isfinite(number):
            return stored.strip()
        return form.printed(number, since_1904=self._since_1904)

    def _shared(self, stored: str) -> str:
        return self._texts[int(stored)] if stored.strip() else ""

    def _error(self, stored: str) -> str:
        self.error_count += 1
        return stored.strip()


def _truth(stored: str) -> str:
    return "TRUE" if stored.strip() in _YES else "FALSE"


def _date(form: NumberFormat, stored: str) -> str:
    """A date in the form "2022-02-24", which only few programs write."""
    if not stored.strip():
        return ""
    when = dt.datetime.fromisoformat(stored.strip()).replace(tzinfo=None)
    days = (when - _DAYS_BEGIN) / dt.timedelta(days=1)
    return (form if form.is_date else _DAY).printed(days)
