"""Spans of days, such as "no 2021. gada 4. novembra līdz 13. decembrim"."""

import datetime as dt
import re
from dataclasses import dataclass

from plancheck.text.dates import ENGLISH_MONTH, LATVIAN_MONTH, month_number
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class DateRange:
    """A first and a last day; `start` and `end` are offsets in the text."""

    first: dt.date
    last: dt.date
    start: int
    end: int

    @property
    def days(self) -> int:
        """How many days it lasts, the first and the last counted."""
        return (self.last - self.first).days + 1


_LONGEST = 800
"""Days; what is longer is a planning period."""
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?: ?[-–—] ?| (?:lidz|to|until|till|through|and) )"
_ST = r"(?:st|nd|rd|th)?"
_GADA = r"\. ?(?:gada|g\.) ?(?:no )?"
_STYLES = (
    # no 2021. gada 4. novembra līdz 13. decembrim; 2021. gada 4.–29. septembrī
    (
        rf"(?:(?P<y1>{_YEAR}){_GADA})?(?<!\d)(?P<d1>\d{{1,2}})\.? ?(?P<m1>{LATVIAN_MONTH})?{_TO}"
        rf"(?:(?P<y2>{_YEAR}){_GADA})?(?P<d2>\d{{1,2}})\. ?(?P<m2>{LATVIAN_MONTH})"
    ),
    # 04.11.2021.–13.12.2021.; 01.09.–30.09.2021.; 24.–27.08.2021.
    (
        rf"(?<![\d.])(?P<d1>\d{{1,2}})\.(?:(?P<m1>\d{{1,2}})\.)?(?:(?P<y1>{_YEAR})\.?)?{_TO}"
        rf"(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?P<y2>{_YEAR})"
    ),
    # 4–29 September 2023; from 6 November to 11 December 2023
    (
        rf"(?<!\d)(?P<d1>\d{{1,2}}){_ST}(?: (?P<m1>{ENGLISH_MONTH}))?(?:,? (?P<y1>{_YEAR}))?{_TO}"
        rf"(?P<d2>\d{{1,2}}){_ST} (?P<m2>{ENGLISH_MONTH})\b(?:,? (?P<y2>{_YEAR}))?"
    ),
    # November 6 – December 11, 2023; November 6–29, 2023
    (
        rf"\b(?P<m1>{ENGLISH_MONTH}) (?P<d1>\d{{1,2}}){_ST}(?:,? (?P<y1>{_YEAR}))?{_TO}"
        rf"(?:(?P<m2>{ENGLISH_MONTH}) )?(?P<d2>\d{{1,2}}){_ST}(?!\d)(?:,? (?P<y2>{_YEAR}))?"
    ),
)
_RANGES = tuple(map(lazy_pattern, _STYLES))
_ANY_YEAR = lazy_pattern(rf"(?<!\d){_YEAR}(?!\d)")


def find_date_ranges(text: str) -> tuple[DateRange, ...]:
    """The spans of days that a text names, in order.

    A year or month that only one end names counts for both; a year before them in the
    text counts where neither does.

    >>> [each.days for each in find_date_ranges("no 2021. gada 4. novembra līdz 13. decembrim")]
    [40]
    >>> [each.days for each in find_date_ranges("24.–27.08.2021., 20 December 2023 to 3 January")]
    [4, 15]
    """
    folded = fold(text)
    matches = [match for pattern in _RANGES for match in pattern.finditer(folded)]
    found = (_range(match, folded) for match in matches)
    return tuple(sorted((each for each in found if each), key=lambda each: each.start))


def _range(match: re.Match[str], folded: str) -> DateRange | None:
    """None where no year is known, or the calendar has no such days."""
    parts = match.groupdict()
    year = parts["y2"] or parts["y1"] or _year_before(folded, match.start())
    month = parts["m2"] or parts["m1"]
    if not year or not month:
        return None
    try:
        last = dt.date(int(year), month_number(month), int(parts["d2"]))
        first_month = month_number(parts["m1"] or month)
        first = dt.date(int(parts["y1"] or year), first_month, int(parts["d1"]))
        if first > last and not (parts["y1"] and parts["y2"]):
            if parts["y2"]:
                first = first.replace(year=first.year - 1)
            else:
                last = last.replace(year=last.year + 1)
    except ValueError:
        return None
    if not 0 < (last - first).days <= _LONGEST:
        return None
    return DateRange(first, last, match.start(), match.end())


def _year_before(folded: str, offset: int) -> str:
    years = _ANY_YEAR.findall(folded, 0, offset)
    return years[-1] if years else ""
