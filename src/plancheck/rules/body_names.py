"""The names of a body, by which a sentence is known to speak of it and not of another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from plancheck.sdk import Mention, Programme, fold, lazy_pattern

LABEL = lazy_pattern(r"(?:[^\W_]+ ){0,4}[^\W_]+: ")
"""What a cell or a line of a list begins with: `Saikne ar budžetu: …`."""

_OTHERS = lazy_pattern(
    r"(?:[A-Z][\w’-]{1,20} ){1,5}"
    r"(?:Team|Council|Board|Committee|Commission|Group|Assembly|Association|Bureau)\b"
    r"|\b[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,8}\b(?! (?:Team|Council|Board|Committee|Group)\b)"
    r"|\b[^\W\d_]{3,20}(?:as|ības|bas|šanas|u) (?:komisij|padom|komitej|valde)\w{0,4}"
)
"""Names that could be another body's: `the Climate Team`, `MB`, `sporta komisija`."""
_MEANT = lazy_pattern(
    r"\b(?:grup|komisij|padom|komitej)\w{0,4}\b|^t(?:a|as|ai)\b"
    r"|\b(?:group|team|committee|commission|board|body)\b|^its?\b"
)
_ABBREVIATION = lazy_pattern(r"[^()]{0,12}\((?:[^()]{0,20} )?([A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,8})\)")
_BY = lazy_pattern(r"\bby$")
_BESIDES = lazy_pattern(
    r"(?:Beyond|Besides|Apart from|In addition to|Papildus|Bez|Blakus) "
)
_CLOSE = 40


def stems(term: str) -> tuple[str, ...]:
    """The beginnings of a name's words, so that its inflected forms are one body."""
    return tuple(word[: max(3, min(6, len(word) - 1))] for word in fold(term).split())


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What a body is called: the stems of its name, and its abbreviations."""

    stems: tuple[str, ...]
    abbreviations: frozenset[str]
    full: str = ""

    @classmethod
    def of(cls, programme: Programme, mentions: Sequence[Mention]) -> Self:
        """The names of the body that the mentions name."""
        own = stems(mentions[0].term)
        short = {
            abbreviation
            for abbreviation, name in programme.abbreviations.items()
            if _has(own, name)
        }
        for mention in mentions:
            text = mention.quote.text
            after = text[text.find(mention.term) + len(mention.term) :]
            if found := _ABBREVIATION.match(after):
                short.add(found[1])
        return cls(own, frozenset(short), mentions[0].term)

    def is_named(self, text: str) -> bool:
        """Whether a text has the name, or an abbreviation of it."""
        is_short = abbreviation_in(text, self.abbreviations) is not None
        return is_short or _has(self.stems, text)

    def spelt_out(self, text: str) -> str:
        """A text with the body's name where it has only an abbreviation of it."""
        found = abbreviation_in(text, self.abbreviations)
        if found is None or not self.full or _has(self.stems, text):
            return text
        return f"{text[: found.start()]}{self.full}{text[found.end() :]}"

    def is_meant(self, folded: str, text: str) -> bool:
        """Whether a text names the body or speaks of `the group` or `it`."""
        return self.is_named(text) or bool(_MEANT.search(folded))

    def is_of_another(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at a span is said of another body, the last named before it.

        "Led by the Transition Team" says what the team leads, not who leads it.
        """
        others = [
            found
            for found in _OTHERS.finditer(text)
            if found.start() < start
            and not self.is_named(found[0])
            and not _is_aside(text, found)
        ]
        if others and not self.is_named(text[others[-1].end() : start]):
            return True
        if _BESIDES.match(text) and self.is_named(text[:start]):
            return True
        if not _BY.search(fold(text[start:end])):
            return False
        subject = text[:start]
        is_subject = self.is_meant(fold(subject), subject)
        return not is_subject or self.is_named(text[end : end + _CLOSE])


def abbreviation_in(text: str, abbreviations: frozenset[str]) -> re.Match[str] | None:
    """Where a text first has one of some abbreviations as a word."""
    found = (re.search(rf"\b{re.escape(each)}\b", text) for each in abbreviations)
    matches = [match for match in found if match]
    return min(matches, key=lambda match: match.start(), default=None)


def _is_aside(text: str, found: re.Match[str]) -> bool:
    """Whether a name is not what the sentence is about: it stands in brackets."""
    opened = text.rfind("(", 0, found.start())
    return opened > text.rfind(")", 0, found.start())


def _has(own: tuple[str, ...], text: str) -> bool:
    """Whether the words of a text that begin as the name's stand next to each other."""
    words = re.findall(r"[^\W_]+", fold(text))
    return any(
        all(
            word.startswith(stem)
            for word, stem in zip(words[index:], own, strict=False)
        )
        for index in range(len(words) - len(own) + 1)
    )
