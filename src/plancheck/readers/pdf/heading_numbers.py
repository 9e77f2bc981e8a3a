"""The numbers that headings begin with: `3.2.2 Ezeri`, `IV. Rīcības plāns`."""

from plancheck.sdk import lazy_pattern

_NUMBER = lazy_pattern(r"^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s+(?=\D)")
_ANY_NUMBER = lazy_pattern(
    r"(?<!\s)\s*(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[IVXLC]{1,6}[.)])\s+"
)


def number_of(text: str) -> tuple[int, ...]:
    """The number of a heading, level by level; empty where it has none in digits.

    >>> number_of("3.2.2 Ezeri"), number_of("IV. Rīcības plāns")
    ((3, 2, 2), ())
    """
    match = _NUMBER.match(text)
    return tuple(map(int, match[1].split("."))) if match else ()


def has_number(text: str) -> bool:
    """Whether a text begins with a number, be it Roman."""
    return bool(_ANY_NUMBER.match(text))


def without_number(text: str) -> str:
    """The text behind its number.

    >>> without_number("IV. Rīcības plāns")
    'Rīcības plāns'
    """
    return _ANY_NUMBER.sub("", text, count=1)
