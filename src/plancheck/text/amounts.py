"""Numbers and sums of money as Latvian and English documents print them.

All patterns are for folded text (`plancheck.text.folding.fold`).
"""

import re
from decimal import Decimal
from functools import lru_cache

from plancheck.text.patterns import lazy_pattern

NUMBER = r"(?:\d{1,3}(?:[ ']\d{3}(?!\d)){1,12}(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
"""A number with its separators; which of them means what, `parse_number` tells."""

_DIGITS = lazy_pattern(NUMBER)
_CURRENCIES = (
    ("EUR", r"eur\b|euro\b|eiro\b|euros\b|€"),
    ("LVL", r"lvl\b|ls\b|lat[ius]\b"),
    ("USD", r"usd\b|dolar\w{0,12}|dollars?\b|\$"),
    ("GBP", r"gbp\b|pounds?\b|£"),
    ("NOK", r"nok\b"),
    ("SEK", r"sek\b"),
    ("PLN", r"pln\b|zlot\w{0,12}"),
    ("CHF", r"chf\b"),
)
CURRENCY = "(?:" + "|".join(names for _, names in _CURRENCIES) + ")"
_CURRENCY_OF = tuple((code, lazy_pattern(rf"(?<![^\W\d])(?:[kmt](?=eur|€))?(?:{names})"))
                     for code, names in _CURRENCIES)  # fmt: skip

SCALE = (
    r"(?:tukst(?:os\w{0,12}|\b)\.?|milj(?:on\w{0,12}|\b)\.?|mljrd\.?|miljard\w{0,12}|mlrd\.?|mln\.?"
    r"|thousands?\b|millions?\b|billions?\b|bn\b|mio\b\.?|'000\b|[kmt](?=eur|€)|k(?= (?:eur|€)))"
)
_SCALES = (
    (Decimal(1_000_000_000), lazy_pattern(r"mljrd|miljard|mlrd|billion|\bbn\b")),
    (
        Decimal(1_000_000),
        lazy_pattern(r"\bmilj|\bmln|\bmio\b|million|\bm(?:eur|€)|€m\b"),
    ),
    (
        Decimal(1000),
        lazy_pattern(
            r"\btukst|thousand|'000|\bk ?(?:eur|€)|\bt(?:eur|€)|(?:eur|€) ?k\b"
        ),
    ),
)
_LONGEST_NUMBER = 40


def parse_number(digits: str, *, decimal_comma: bool = True) -> Decimal | None:
    """The number that digits with separators stand for; None for a date or a code.

    Where both separators occur, the last is the decimal one. A single one before three
    digits is ambiguous: a comma is the decimal one where commas are, and parts thousands
    elsewhere; a dot the other way round.

    >>> parse_number("1 195 823,32"), parse_number("1,250,000.50")
    (Decimal('1195823.32'), Decimal('1250000.50'))
    >>> parse_number("1,250"), parse_number("1,250", decimal_comma=False)
    (Decimal('1.250'), Decimal('1250'))
    >>> parse_number("24.02.2022") is None
    True
    """
    digits = digits.replace(" ", "").replace("'", "")
    if len(digits) > _LONGEST_NUMBER:
        return None
    decimal = _decimal_separator(digits, decimal_comma=decimal_comma)
    whole, _, fraction = digits.partition(decimal) if decimal else (digits, "", "")
    first, *groups = re.split("[.,]", whole)
    if groups and not (len(first) <= 3 and all(len(group) == 3 for group in groups)):
        return None
    joined = first + "".join(groups)
    if not joined.isdecimal() or (fraction and not fraction.isdecimal()):
        return None
    return Decimal(f"{joined}.{fraction}" if fraction else joined)


def _decimal_separator(digits: str, *, decimal_comma: bool) -> str:
    """The separator before the fraction; empty where all part thousands or none is."""
    commas, dots = digits.count(","), digits.count(".")
    if commas and dots:
        last = max(",", ".", key=digits.rfind)
        return last if digits.count(last) == 1 else ""
    if commas + dots != 1:
        return ""
    mark = "," if commas else "."
    before, _, after = digits.partition(mark)
    parts_thousands = len(after) == 3 and len(before) <= 3 and before.strip("0") != ""
    is_decimal_mark = (mark == ",") is decimal_comma
    return "" if parts_thousands and not is_decimal_mark else mark


@lru_cache(maxsize=10_000)
def currency_in(folded: str) -> str:
    """The ISO 4217 code of the currency that a text names first; empty for none.

    >>> currency_in("indikativa summa, tukst. eur"), currency_in("europas fondi")
    ('EUR', '')
    """
    found = [
        (match.start(), code)
        for code, pattern in _CURRENCY_OF
        if (match := pattern.search(folded))
    ]
    return min(found)[1] if found else ""


@lru_cache(maxsize=10_000)
def scale_in(folded: str) -> Decimal:
    """What the numbers below or beside a text are multiplied by.

    >>> scale_in("izmaksas (milj. eur)"), scale_in("izmaksas, eur")
    (Decimal('1000000'), Decimal('1'))
    """
    return next(
        (scale for scale, pattern in _SCALES if pattern.search(folded)), Decimal(1)
    )
