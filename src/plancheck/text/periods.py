"""Planning periods: "2022.–2027. gadam", also where extraction lost a dash or digits."""

from dataclasses import dataclass

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

EARLIEST, LATEST, LONGEST = 1990, 2100, 30
"""What is outside these years, or longer, is no planning period."""


@dataclass(frozen=True, slots=True)
class Period:
    """A first and a last year; `start` and `end` are offsets in the text."""

    first: int
    last: int
    start: int
    end: int


_YEAR_WORD = r"(?:gad\w{0,3}|g\b)\.?"
_DAY = r"(?:\d{1,2}\. ?[a-z]{4,12} ?)?"
_FIRST = r"(?<![\d/+])(?P<first>(?:19|20)\d\d)"
_LAST = r"(?P<last>(?:19|20)\d\d)(?!\d|[./-]\d|/)"
_PERIOD = lazy_pattern(
    rf"{_FIRST}\.? ?(?:{_YEAR_WORD} ?)?"
    rf"(?P<joint>[-–—−] ?|{_DAY}(?:lidz|to|until|till|through) (?:the )?)?"
    rf"{_LAST}(?P<gad>\.? ?{_YEAR_WORD})?"
)
_BETWEEN = lazy_pattern(rf"\bbetween {_FIRST} and {_LAST}")
_LOST_DIGITS = lazy_pattern(
    r"\b(?:(?:attistibas|ricibas|investiciju|klimata|energetikas) (?:programm|plan|strategij)"
    r"\w{0,3}|development (?:programme|plan|strategy))"
    r"(?: (?:laika posmam|laikposmam|periodam|for|no))?[ .,–—-]{1,8}"
    r"(?:gadam|gadiem)\b"
)


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods that a text names, in order.

    >>> [(each.first, each.last) for each in find_periods("programma 2022.–2027. gadam")]
    [(2022, 2027)]
    >>> find_periods("2022. gada 24. februārī, tālr. 64522027")
    ()
    """
    folded = fold(text)
    found = []
    for match in (*_PERIOD.finditer(folded), *_BETWEEN.finditer(folded)):
        parts = match.groupdict(default="")
        first, last = int(parts["first"]), int(parts["last"])
        is_joined = parts.get("joint", "and") or parts["gad"]
        is_plausible = EARLIEST <= first < last <= LATEST and last - first <= LONGEST
        if is_joined and is_plausible:
            found.append(Period(first, last, match.start(), match.end()))
    return tuple(sorted(found, key=lambda period: period.start))


def has_lost_digits(text: str) -> bool:
    """Whether a title names a period whose digits fell out when it was extracted.

    >>> has_lost_digits("Dobeles novada attīstības programma gadam")
    True
    >>> has_lost_digits("Dobeles novada attīstības programma 2022.–2027. gadam")
    False
    """
    return bool(_LOST_DIGITS.search(fold(text)))
