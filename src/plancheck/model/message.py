"""Sentences that reports print in more than one language."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with its values, translated when a report is printed.

    The template is the key of the gettext catalogues. A value that is itself a
    `Message` is translated too; any other value is printed with `str`.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, template: str, **values: object) -> "Message":
        """A message from keyword values."""
        return cls(template, tuple(values.items()))

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, its templates passed through `translate` (English without one)."""
        filled = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return (
            translate(self.template).format_map(filled)
            if filled
            else translate(self.template)
        )

    def __str__(self) -> str:
        """The English sentence."""
        return self.text()
