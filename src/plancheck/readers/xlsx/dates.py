"""Prints dates and times, which Excel stores as numbers of days."""

import datetime as dt
import re
from dataclasses import dataclass

from plancheck.sdk import lazy_pattern

_FIRST_DAY = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_DAYS_TO_1904 = 1462
_LAST_DAY = 2_958_466  # the end of the year 9999
_LITERALS = lazy_pattern(r'"[^"]*"?|\\.|\[(?![hms]{1,8}\])[^\]]{0,80}\]', re.IGNORECASE)
_MINUTES = lazy_pattern(r"h{1,4}\]?\W{0,8}m{1,5}|m{1,5}\W{0,8}s", re.IGNORECASE)


def moment(number: float, *, since_1904: bool) -> dt.datetime | None:
    """The moment that a number of days stands for; None where the calendar has none.

    >>> str(moment(44616.5, since_1904=False))
    '2022-02-24 12:00:00'
    """
    days = number + (_DAYS_TO_1904 if since_1904 else 0)
    if not 0 <= days < _LAST_DAY:
        return None
    if days < 60:  # Excel believes in 29 February 1900
        days += 1
    seconds = round(days * 86_400)
    return _FIRST_DAY + dt.timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """Which parts of a moment are printed; a year is always printed whole."""

    year: bool
    month: bool
    day: bool
    hours: bool
    minutes: bool
    seconds: bool
    is_elapsed: bool

    @classmethod
    def of(cls, code: str) -> "DateFormat":
        """What a format code such as "dd.mm.yyyy" prints."""
        bare = _LITERALS.sub("", code).lower().replace("am/pm", "").replace("a/p", "")
        minutes = _MINUTES.search(bare)
        without_minutes = _MINUTES.sub("", bare)
        return cls(
            year="y" in bare,
            month="m" in without_minutes,
            day="d" in bare,
            hours="h" in bare,
            minutes=minutes is not None,
            seconds="s" in bare,
            is_elapsed="[" in bare,
        )

    def printed(self, when: dt.datetime, days: float) -> str:
        """A moment, or with `is_elapsed` a time of that many days."""
        if self.is_elapsed:
            minutes, seconds = divmod(round(days * 86_400), 60)
            text = f"{minutes // 60}:{minutes % 60:02}"
            return f"{text}:{seconds:02}" if self.seconds else text
        return " ".join(filter(None, (self._date(when), self._time(when))))

    def _date(self, when: dt.datetime) -> str:
        if self.day and self.month and not self.year:
            return f"{when.day}.{when.month}."
        parts = (
            f"{when.day:02}." if self.day else "",
            f"{when.month:02}." if self.month else "",
            str(when.year) if self.year else "",
        )
        return "".join(parts)

    def _time(self, when: dt.datetime) -> str:
        if not (self.hours or self.minutes or self.seconds):
            return ""
        text = f"{when.hour}:{when.minute:02}"
        return f"{text}:{when.second:02}" if self.seconds else text
