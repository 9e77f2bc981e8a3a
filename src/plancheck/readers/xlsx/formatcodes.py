"""Reads the codes that Excel keeps for number formats, such as `#,##0.00 "EUR"`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from plancheck.readers.xlsx.dates import DateFormat
from plancheck.readers.xlsx.numberformats import GENERAL, NumberFormat, Section
from plancheck.sdk import lazy_pattern

_PIECES = lazy_pattern(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<blank>_.|\*.)|\[(?P<bracket>[^\]]{0,80})\]'
    r"|(?P<general>General)|(?P<digits>(?:[0#?]|\.(?=[0#?]))[0#?,.]*)|(?P<power>E[+-])"
    r"|(?P<date>[ymdhs]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_PIECE_OR_END = lazy_pattern(r'"[^"]*"?|\\.|\[[^\]]{0,80}\]|.', re.DOTALL)
_LITERALS = frozenset({"quoted", "escaped", "other"})
_CONDITION = lazy_pattern(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$")
_ELAPSED = lazy_pattern(r"[hms]+$", re.IGNORECASE)
_CURRENCY = lazy_pattern(r"\$([^-]*)(?:-.*)?$")
_LONGEST_CODE = 500
_MOST_DECIMALS = 30

BUILT_IN = MappingProxyType(
    {
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
        5: "#,##0 €", 6: "#,##0 €", 7: "#,##0.00 €", 8: "#,##0.00 €",
        9: "0%", 10: "0.00%", 11: "0.00E+00",
        14: "dd.mm.yyyy", 15: "dd.mm.yyyy", 16: "d.mm.", 17: "mm.yyyy",
        18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm",
        37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
        41: '#,##0;-#,##0;"-"', 42: '#,##0 €;-#,##0 €;"-"',
        43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00 €;-#,##0.00 €;"-"',
        45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
    }
)  # fmt: skip
"""The formats that files name by number only; the currency is that of Latvia."""


@lru_cache(maxsize=1_000)
def parse_format(code: str) -> NumberFormat:
    """A format code as a file holds it.

    >>> parse_format("0%").printed(0.15), parse_format('#,##0.00 "EUR"').printed(1234.5)
    ('15%', '1 234,50 EUR')
    >>> parse_format("d.mm.yyyy").printed(44616)
    '24.02.2022'
    """
    if code.strip().lower() in {"", "general", "@"}:
        return GENERAL
    return NumberFormat(tuple(map(_section, _split(code[:_LONGEST_CODE])))[:3])


def _split(code: str) -> list[str]:
    """The sections of a code, which semicolons part."""
    sections = [""]
    for piece in _PIECE_OR_END.findall(code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def _section(code: str) -> Section:
    """One section; what stands on both sides of the digits is printed with them."""
    pieces = list(_pieces(code))
    kinds = {kind for kind, _ in pieces}
    condition = next((_condition(text) for kind, text in pieces if kind == "if"), None)
    if "date" in kinds:
        return Section(date=DateFormat.of(code), condition=condition)
    before, digits, after = _around(pieces)
    if "general" in kinds or (digits and "/" in after):
        is_fraction = "general" not in kinds  # printed as a decimal number
        around = ("", "") if is_fraction else (before, after)
        return Section(*around, is_general=True, condition=condition)
    return _of_digits(
        digits, before, after, has_power="power" in kinds, condition=condition
    )


def _pieces(code: str) -> Iterator[tuple[str, str]]:
    """Kind and text of what a section prints, or prints by."""
    for found in _PIECES.finditer(code):
        kind = found.lastgroup or "blank"
        text = found[kind]
        if kind == "bracket" and _ELAPSED.match(text):
            yield "date", text
        elif kind == "bracket" and _CONDITION.match(text.strip()):
            yield "if", text.strip()
        elif kind == "bracket" and (currency := _CURRENCY.match(text)):
            yield "literal", currency[1]
        elif kind in _LITERALS and text != "@":
            yield "literal", text
        elif kind in {"general", "digits", "power", "date"}:
            yield kind, text
        elif kind == "blank":
            yield "literal", " "


def _around(pieces: list[tuple[str, str]]) -> tuple[str, str, str]:
    """The digit places of a section, and the text before and after them.

    Spaces between digit places part thousands, as in "### ##0".
    """
    before, digits, after = "", "", ""
    for kind, text in pieces:
        if kind == "power":
            break  # the places after it are those of the power
        if kind == "digits":
            if digits and after and not after.strip():
                digits, after = f"{digits} ", ""
            digits += text
        elif kind == "general":
            digits = text
        elif kind == "literal" and digits:
            after += text
        elif kind == "literal":
            before += text
    return before, digits, after


def _of_digits(
    digits: str,
    before: str,
    after: str,
    *,
    has_power: bool,
    condition: tuple[str, float] | None,
) -> Section:
    """A section from its digit places, such as "#,##0.00", and the text around them."""
    whole, _, fraction = digits.partition(".")
    bare, places = whole.rstrip(","), fraction.rstrip(",")
    dropped = len(whole) - len(bare) if not fraction else len(fraction) - len(places)
    percents = (before + after).count("%")
    if "(" in before and ")" in after:  # a negative number in brackets
        before, after = before.replace("(", "-", 1), after.replace(")", "", 1)
    return Section(
        _spaced(before).lstrip().replace("- ", "-"),
        _spaced(after).rstrip(),
        has_digits=bool(digits),
        has_thousands="," in bare or " " in bare,
        has_power=has_power,
        least_whole=bare.count("0"),
        decimals=min(places.count("0"), _MOST_DECIMALS),
        most_decimals=min(len(places), _MOST_DECIMALS),
        factor=100.0**percents / 1000.0**dropped,
        condition=condition,
    )


def _spaced(text: str) -> str:
    """A text with single plain spaces."""
    return re.sub(r"\s+", " ", text)


def _condition(text: str) -> tuple[str, float]:
    """Operator and number of a condition that is known to be one."""
    found = _CONDITION.match(text)
    if found is None:
        raise ValueError(text)
    return found[1], float(found[2])
