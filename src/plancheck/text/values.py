"""What a table cell says: a number, a sum, a term, a trend, or that nothing is set yet.

A cell that holds words is not a value for that alone, and a cell without a number is not
empty for that alone: rules ask the kind.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache

from plancheck.text.amounts import (
    CURRENCY,
    NUMBER,
    SCALE,
    currency_in,
    parse_number,
    scale_in,
)
from plancheck.text.cell_words import (
    Qualifier,
    Trend,
    has_placeholder,
    is_placeholder,
    is_reference,
    qualified,
    trend_of,
)
from plancheck.text.deadlines import is_recurring, is_several, is_term, years_in
from plancheck.text.folding import fold, tidy
from plancheck.text.patterns import lazy_pattern

__all__ = ["Qualifier", "Trend", "Value", "ValueKind", "parse_value", "sums_in"]


class ValueKind(StrEnum):
    """What kind of thing a cell says."""

    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    NUMBER = "number"
    AMOUNT = "amount"
    YEAR = "year"
    PERIOD = "period"
    RECURRING = "recurring"
    TREND = "trend"
    REFERENCE = "reference"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Value:
    """A cell, read.

    `text` is the cell as printed. `number` is in whole units of the currency, with the
    scale of the cell or its header resolved, or as printed (a percentage is 12.5, not
    0.125); only NUMBER and AMOUNT have one. `upper` is the other end of a range. `unit`
    is what stands after the number, "%" also when only the header says so. `currency` is
    an ISO 4217 code or empty. `years` holds the first and the last year that the cell
    names beside its number: "85 (2021)" is a number with its year.

    "0" is a number here. In a column of money it usually says that there is none, which
    is for the caller to judge.
    """

    text: str
    kind: ValueKind
    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACTLY
    currency: str = ""
    years: tuple[int, ...] = ()
    trend: Trend | None = None

    @property
    def is_number(self) -> bool:
        """Whether there is something to compare or to sum up."""
        return self.number is not None

    @property
    def is_filled(self) -> bool:
        """Whether the cell says anything; "-" and "tiks precizēts" do not."""
        return self.kind not in {ValueKind.EMPTY, ValueKind.PLACEHOLDER}


LONGEST_VALUE = 400
"""A longer cell is a text, not a value; it is not searched for numbers."""
LONGEST_UNIT = 12
"""Words that may follow a number before it is a sentence that begins with one."""

_AMOUNT_HEADER = lazy_pattern(
    r"summ|izmaks|finans|budzet|lidzekl|investic|\bcosts?\b|\bamount|\bbudget|\bfunding"
    r"|\binvestment|\bexpenditure"
)
_NO_AMOUNT_HEADER = lazy_pattern(
    r"avot|\bsource|atbildig|responsible|instrument|\bgad[sai]\b|termin|laik|period"
    r"|\byear"
)
_TERM_HEADER = lazy_pattern(
    r"\bgad[sia]\b|termin|laik|period|datum|\byear|\bdate|deadline|\bwhen"
)
_VALUE_HEADER = lazy_pattern(r"vertib|skait|apjom|\bvalue|\bnumber|\bcount\b")
_INDICATOR_HEADER = lazy_pattern(r"raditaj|\btarget|\bbaseline")

_FOOTNOTE = lazy_pattern(r"(?<=[\d%])(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{\d{1,3}\})")
_YEAR_ASIDE = lazy_pattern(
    r"[(\[] ?(?:199\d|20\d\d)\.? ?[^()\[\]]{0,40}[)\]]"
    r"|(?:\b(?:lidz|uz|pret|by|in) )?(?<![\d.,])(?:199\d|20\d\d)\.? ?"
    r"(?:gad\w{1,3}|g\b\.?)(?: ?[-–:])? ?"
    r"|(?:,| in| -| –) (?:199\d|20\d\d)\.?$"
)
_SHARE_ASIDE = lazy_pattern(r"(?<=\d)\s{0,2}[(\[] ?\d{1,3}(?:[.,]\d{1,2})? ?% ?[)\]]")
_BEFORE_TREND_NUMBER = lazy_pattern(r"\D{1,60}?(?=[+−-]?\d)")
_FROM = lazy_pattern(r"(?:no|from) (?=\d)")
_MONEY_BEFORE = lazy_pattern(rf"{CURRENCY} ?")
_SIGNED = lazy_pattern(rf"(?P<sign>[+−-]|–(?= ?\d))?(?P<gap> ?)(?P<digits>{NUMBER})")
_RANGE = lazy_pattern(
    rf" ?%? ?(?:[-–—−…]|lidz|to|\.\.\.?) ?(?P<digits>{NUMBER})(?! ?[/:]|\d)"
)
_NO_NUMBER_AFTER = lazy_pattern(r" ?[/:] ?\d|[.)] ?[^\W\d]|[x×]\d")
_MONEY_AFTER = lazy_pattern(rf" ?(?P<scale>{SCALE})?[ ,]*(?P<currency>{CURRENCY})?")
_SHORT_SCALE = {"k": Decimal(1000), "m": Decimal(1_000_000)}
_MONEY = lazy_pattern(
    rf"{CURRENCY} ?{NUMBER}(?: ?{SCALE})?|(?<![\d.,]){NUMBER} ?(?:{SCALE} ?)?{CURRENCY}"
)
_UNIT_ENDS = " .,;:"
_WHOLE_SUM = lazy_pattern(r"[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{4,}")
_DIGIT = lazy_pattern(r"\d")


@lru_cache(maxsize=50_000)
def is_filled(text: str, header: str = "") -> bool:
    """Whether a cell says anything: it is neither empty nor a placeholder.

    The same as `parse_value(text, header).is_filled`, and several times faster.
    """
    folded = fold(tidy(text))
    if not folded or is_placeholder(folded):
        return False
    return not has_placeholder(folded) or parse_value(text, header).is_filled


@lru_cache(maxsize=50_000)
def parse_value(text: str, header: str = "", *, decimal_comma: bool = True) -> Value:
    """Read a cell by itself and by its column's header.

    Args:
        text: The cell as printed.
        header: The column's label as printed: it may tell currency, scale, percent, and
            whether "2025" is a year or a number.
        decimal_comma: Whether the document writes "1,5" for one and a half.
    """
    if len(text) > LONGEST_VALUE:
        return Value(text, ValueKind.STATE)
    printed = _FOOTNOTE.sub("", tidy(text))
    folded = fold(printed)
    if not folded:
        return Value(text, ValueKind.EMPTY)
    if _SHARE_ASIDE.search(folded):  # the share of the sum before it: `480 000 (20 %)`
        folded, printed = _SHARE_ASIDE.sub("", folded), _SHARE_ASIDE.sub("", printed)
        header = header.replace("%", "")
    column = _column(header, decimal_comma=decimal_comma)
    if _WHOLE_SUM.fullmatch(folded) and column.is_of_money:
        return _whole_sum(text, folded, column)
    value = (
        _without_number(folded)
        or _term(folded, column)
        or (_DIGIT.search(folded) and _number(folded, printed, column))
        or _words(folded)
    )
    years = value.years if value.is_number else years_in(folded)
    return replace(value, text=text, years=years)


def sums_in(text: str, *, decimal_comma: bool = True) -> tuple[Value, ...]:
    """The sums of money that a sentence names, in reading order.

    >>> [int(each.number) for each in sums_in("2021. gadā 20,7 milj. EUR, tagad 900 EUR")]
    [20700000, 900]
    """
    printed = tidy(text)
    found = (
        parse_value(printed[slice(*match.span())], decimal_comma=decimal_comma)
        for match in _MONEY.finditer(fold(printed))
    )
    return tuple(value for value in found if value.currency and value.is_number)


@lru_cache(maxsize=1_000)
def _column(header: str, *, decimal_comma: bool) -> "_Column":
    return _Column(fold(header), decimal_comma)


@dataclass(frozen=True)
class _Column:
    """What a cell is read by: its column's folded header, and the document's numbers."""

    header: str
    decimal_comma: bool

    @cached_property
    def is_of_money(self) -> bool:
        """Whether plain numbers below are sums; "85 %" or "3 houses" are not."""
        return bool(currency_in(self.header)) or (
            bool(_AMOUNT_HEADER.search(self.header))
            and not _NO_AMOUNT_HEADER.search(self.header)
            and "%" not in self.header
        )

    @cached_property
    def is_of_numbers(self) -> bool:
        """Whether 2025 below is a number and no year."""
        if self.is_of_money or "%" in self.header or years_in(self.header):
            return True
        if _VALUE_HEADER.search(self.header):
            return True
        is_of_terms = _TERM_HEADER.search(self.header)
        return not is_of_terms and bool(_INDICATOR_HEADER.search(self.header))


def _whole_sum(text: str, folded: str, column: _Column) -> Value:
    """A plain whole number below a column of money: the commonest cell of all, read fast."""
    number = Decimal(folded.replace(" ", "")) * scale_in(column.header)
    return Value(text, ValueKind.AMOUNT, number, currency=currency_in(column.header))


def _without_number(folded: str) -> Value | None:
    """Placeholders, references and recurring terms: known by how they begin."""
    if is_placeholder(folded):
        return Value("", ValueKind.PLACEHOLDER)
    if is_reference(folded):
        return Value("", ValueKind.REFERENCE)
    return Value("", ValueKind.RECURRING) if is_recurring(folded) else None


def _words(folded: str) -> Value:
    """A trend, or a state that the cell describes, or what is still to be set."""
    if has_placeholder(folded):
        return Value("", ValueKind.PLACEHOLDER)
    trend = trend_of(folded)
    return Value("", ValueKind.TREND if trend else ValueKind.STATE, trend=trend)


def _term(folded: str, column: _Column) -> Value | None:
    """A year or a period, if the cell says when and nothing else."""
    if not is_term(folded):
        return None
    if is_several(folded):
        return Value("", ValueKind.PERIOD)
    if folded.strip(".").isdecimal() and column.is_of_numbers:
        return None
    qualifier = Qualifier.EXACTLY
    if folded.startswith(("lidz ", "by ", "until ", "till ", "before ")):
        qualifier = Qualifier.AT_MOST
    return Value("", ValueKind.YEAR, qualifier=qualifier)


def _number(folded: str, printed: str, column: _Column) -> Value | None:
    """A number, range or sum at the beginning of a cell, or a single sum inside it."""
    rest = _YEAR_ASIDE.sub("", folded).strip() or folded
    trend = trend_of(rest)
    if trend and (words := _BEFORE_TREND_NUMBER.match(rest)):
        rest = rest[words.end() :]
    qualifier, rest = qualified(rest.partition("\n")[0])
    if start := _FROM.match(rest):
        rest = rest[start.end() :]
    found = _leading_number(rest, column)
    if found is None:
        sums = _MONEY.findall(folded)
        found = _leading_number(sums[0], column) if len(sums) == 1 else None
    if found is None:
        return None
    return replace(
        found,
        unit=_as_printed(found.unit, folded, printed),
        qualifier=qualifier,
        trend=trend,
        years=years_in(" ".join(_YEAR_ASIDE.findall(folded))),
    )


def _leading_number(folded: str, column: _Column) -> Value | None:
    """What begins with a number or its currency; codes, fractions and ordinals do not."""
    money = _MONEY_BEFORE.match(folded)
    rest = folded[money.end() :] if money else folded
    match = _SIGNED.match(rest)
    if match is None:
        return None
    after = rest[match.end() :]
    if match["sign"] and match["gap"] and len(after.split()) > 1:
        return None  # a list item that begins with a number
    upper = _RANGE.match(after)
    after = after[upper.end() :] if upper else after
    if _NO_NUMBER_AFTER.match(after) or len(after.split()) > LONGEST_UNIT:
        return None
    currency = currency_in(money[0]) if money else ""
    value = _measured(match["digits"], after, currency, column)
    if value is None or value.number is None:
        return None
    number = value.number if match["sign"] in {None, "+"} else -value.number
    return _ranged(replace(value, number=number), upper, after, column)


def _ranged(
    value: Value, upper: re.Match[str] | None, after: str, column: _Column
) -> Value | None:
    """The value with the other end of its range; None where the two make no range."""
    if upper is None or value.number is None:
        return value
    end = _measured(upper["digits"], after, value.currency, column)
    if end is None or end.number is None or end.number <= value.number:
        return None
    return replace(value, upper=end.number)


def _measured(digits: str, after: str, currency: str, column: _Column) -> Value | None:
    """A number with what stands after it: its scale and currency, or its unit."""
    number = parse_number(digits, decimal_comma=column.decimal_comma)
    if number is None:
        return None
    own_currency, scale, unit = _behind(after, currency)
    is_bare = not unit or unit.startswith("(") or (scale and not own_currency)
    if not own_currency and not (column.is_of_money and is_bare):
        unit = unit or ("%" if "%" in column.header else "")
        return Value("", ValueKind.NUMBER, number, unit=unit)
    if scale is None:
        scale = Decimal(1) if own_currency else scale_in(column.header)
    if scale == 1 and number.as_tuple().exponent == -3:  # no sum has three decimals
        thousands = parse_number(digits, decimal_comma=not column.decimal_comma)
        number = thousands if thousands is not None else number
    return Value(
        "",
        ValueKind.AMOUNT,
        number * scale,
        unit="" if is_bare and not own_currency else unit,
        currency=own_currency or currency_in(column.header),
    )


def _behind(after: str, currency: str) -> tuple[str, Decimal | None, str]:
    """The currency, the scale and the unit that stand behind a number.

    Args:
        after: What follows the number, folded.
        currency: That before the number, which is the one then; empty for none.
    """
    money = _MONEY_AFTER.match(after)
    scale = scale_in(money[0]) if money and money["scale"] else None
    currency = currency or (currency_in(money["currency"] or "") if money else "")
    unit = (after[money.end() :] if money and currency else after).strip(_UNIT_ENDS)
    if currency and unit in _SHORT_SCALE:
        return currency, _SHORT_SCALE[unit], ""
    return currency, scale, "%" if unit.startswith("%") else unit


def _as_printed(unit: str, folded: str, printed: str) -> str:
    """A unit with its capitals and diacritics."""
    start = folded.find(unit) if unit else -1
    return printed[start : start + len(unit)] if start >= 0 else unit
