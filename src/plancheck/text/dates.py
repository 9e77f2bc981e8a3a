"""Calendar dates as Latvian and English documents write them."""

import datetime as dt
import re
from dataclasses import dataclass

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, with offsets in the text; `is_month` where no day is named (`date` is the first)."""

    date: dt.date
    start: int
    end: int
    is_month: bool = False


_MONTHS = (
    ("janvar", "january", "jan"),
    ("februar", "february", "feb"),
    ("mart", "march", "mar"),
    ("april", "april", "apr"),
    ("maij", "may", "may"),
    ("junij", "june", "jun"),
    ("julij", "july", "jul"),
    ("august", "august", "aug"),
    ("septembr", "september", "sept?"),
    ("oktobr", "october", "oct"),
    ("novembr", "november", "nov"),
    ("decembr", "december", "dec"),
)
_MONTH_OF = {
    re.sub(r"\W.*|t\?$", "", name)[:3]: number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names
}
LATVIAN_MONTH = "|".join(rf"{names[0]}\w{{1,4}}" for names in _MONTHS)
ENGLISH_MONTH = "|".join(rf"{full}|{short}\.?" for _, full, short in _MONTHS)
"""Names of months in folded text, as alternatives of an expression."""

_LATVIAN = f"(?P<month>{LATVIAN_MONTH})"
_ENGLISH = f"(?P<month>{ENGLISH_MONTH})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_DATES = tuple(
    lazy_pattern(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}\. ?(?:gada|g\.) ?{_DAY}\. ?{_LATVIAN}\b",
        rf"(?<![\d.]){_DAY}\. ?{_LATVIAN},? {_YEAR}(?!\d)",
        rf"(?<![\d.]){_DAY}\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}(?![\d.]\d)",
        rf"(?<![\d/]){_DAY}/(?P<month>\d{{1,2}})/{_YEAR}(?![\d/])",
        rf"(?<![\d-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)? (?:of )?{_ENGLISH},? {_YEAR}(?!\d)",
        rf"\b{_ENGLISH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}\. ?(?:gada|g\.) ?{_LATVIAN}\b",
        rf"\b{_ENGLISH},? {_YEAR}(?!\d)",
    )
)


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates and months that a text names, in order, none twice.

    >>> [str(each.date) for each in find_dates("2022. gada 24. februārī un 1.3.2023.")]
    ['2022-02-24', '2023-03-01']
    """
    folded = fold(text)
    found: list[FoundDate] = []
    taken: set[int] = set()
    for pattern in _DATES:
        for match in pattern.finditer(folded):
            if (date := _date(match)) and match.start("year") not in taken:
                taken.add(match.start("year"))
                found.append(date)
    return tuple(sorted(found, key=lambda each: each.start))


def _date(match: re.Match[str]) -> FoundDate | None:
    """None where the calendar has no such day."""
    parts = match.groupdict()
    month = parts["month"]
    day = parts.get("day")
    try:
        date = dt.date(
            int(parts["year"]),
            month_number(month),
            int(day or 1),
        )
    except ValueError:
        return None
    return FoundDate(date, match.start(), match.end(), is_month=day is None)


def month_number(folded: str) -> int:
    """The number of a month from its name in any form, or from its digits."""
    return int(folded) if folded.isdecimal() else _MONTH_OF[folded[:3]]
