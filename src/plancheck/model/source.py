"""Where a requirement comes from: a sentence with the acts that it refers to."""

from collections.abc import Callable
from dataclasses import dataclass

from plancheck.model.message import Message


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence in English; `cited` has what stands for each reference in its brackets.

    `acts` are the ids of the acts that it refers to.
    """

    sentence: str
    cited: tuple[tuple[str, Message], ...] = ()
    acts: tuple[str, ...] = ()

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence as it is read, in the language of `translate`."""
        text = translate(self.sentence)
        for reference, citation in self.cited:
            text = text.replace(f"[{reference}]", citation.text(translate))
        return text[:1].upper() + text[1:]

    def __str__(self) -> str:
        """The English sentence."""
        return self.text()
