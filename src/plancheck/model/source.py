"""Where a requirement comes from: a sentence with the acts that it refers to."""

from collections.abc import Callable
from dataclasses import dataclass

from plancheck.model.message import Message

CLAUSE_END = "; "
"""What parts the clauses of a source, in any language: each stands without the others."""


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence in English; `cited` has what stands for each reference in its brackets.

    `acts` are the ids of the acts that it refers to. `foreign` are the numbers of the
    clauses that bind elsewhere, counted from 0: they are not read to the user.
    """

    sentence: str
    cited: tuple[tuple[str, Message], ...] = ()
    acts: tuple[str, ...] = ()
    foreign: tuple[int, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all that the rule rests on holds for the programme."""
        return not self.foreign

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence as it is read, in the language of `translate`."""
        clauses = translate(self.sentence).split(CLAUSE_END)
        own = [each for n, each in enumerate(clauses) if n not in self.foreign]
        text = CLAUSE_END.join(own) or translate("Good practice")
        for reference, citation in self.cited:
            text = text.replace(f"[{reference}]", citation.text(translate))
        return text[:1].upper() + text[1:]

    def __str__(self) -> str:
        """The English sentence."""
        return self.text()
