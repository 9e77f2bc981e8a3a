"""Sentences that reports print in more than one language."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with its values, translated when a report is printed.

    The template is the key of the gettext catalogues. A value that is itself a
    `Message` is translated too. A `Decimal` is printed as the language writes numbers,
    with spaces between thousands; any other value, such as a year, with `str`.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, template: str, **values: object) -> "Message":
        """A message from keyword values."""
        return cls(template, tuple(values.items()))

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, its templates passed through `translate` (English without one)."""
        filled = {name: _printed(value, translate) for name, value in self.values}
        return (
            translate(self.template).format_map(filled)
            if filled
            else translate(self.template)
        )

    def __str__(self) -> str:
        """The English sentence."""
        return self.text()


_FRACTION = Message("{whole}.{fraction}")
"""A number that is not whole: its translation has the decimal mark of the language."""


def _printed(value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, Message):
        return value.text(translate)
    return _number(value, translate) if isinstance(value, Decimal) else value


def _number(number: Decimal, translate: Callable[[str], str]) -> str:
    """A number without a fraction that is nothing."""
    whole, _, digits = f"{number:,f}".replace(",", " ").partition(".")
    fraction = digits.rstrip("0")
    if not fraction:
        return whole
    return translate(_FRACTION.template).format(whole=whole, fraction=fraction)
