"""The names of a body, by which a sentence is known to speak of it and not of another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from plancheck.sdk import CAPITALS, Mention, Programme, Term, fold, lazy_pattern

LABEL = lazy_pattern(r"(?:[^\W_]+ ){0,4}[^\W_]+: ")
"""What a cell or a line of a list begins with: `Saikne ar budžetu: …`."""

_ABBREVIATION = lazy_pattern(
    rf"[^()]{{0,12}}\((?:[^()]{{0,20}} )?([{CAPITALS}]{{2,8}})\)"
)
_CLOSE = 40


def stems(term: str) -> tuple[str, ...]:
    """The beginnings of a name's words, so that its inflected forms are one body."""
    return tuple(word[: max(3, min(6, len(word) - 1))] for word in fold(term).split())


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What a body is called: the stems of its name, and its abbreviations."""

    programme: Programme
    stems: tuple[str, ...]
    abbreviations: frozenset[str]
    full: str

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
        return cls(programme, own, frozenset(short), mentions[0].term)

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

    def is_meant(self, text: str) -> bool:
        """Whether a text names the body or speaks of `the group` or `it`."""
        return self.is_named(text) or self.programme.has_word("the_body", text)

    def is_of_another(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at a span is said of another body, the last named before it.

        "Led by the Transition Team" says what the team leads, not who leads it.
        """
        has_word, subject = self.programme.has_word, text[:start]
        others = [end for begin, end in self._others(text) if begin < start]
        if others and not self.is_named(text[max(others) : start]):
            return True
        if has_word("besides", text) and self.is_named(subject):
            return True
        if not has_word("by_whom", text[start:end]):
            return False
        is_subject = self.is_meant(subject)
        return not is_subject or self.is_named(text[end : end + _CLOSE])

    def _others(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand that could be another body's, those in brackets left out."""
        vocabulary = self.programme.vocabulary
        printed = _capital_names(vocabulary.words.get("named_bodies", ()))
        found = [
            *printed.finditer(text),
            *(
                name
                for pattern in vocabulary.patterns("a_body")
                for name in pattern.finditer(fold(text))
            ),
        ]
        for start, end in (name.span() for name in found):
            if not self.is_named(text[start:end]) and not _is_aside(text, start):
                yield start, end


def abbreviation_in(text: str, abbreviations: frozenset[str]) -> re.Match[str] | None:
    """Where a text first has one of some abbreviations as a word."""
    found = (re.search(rf"\b{re.escape(each)}\b", text) for each in abbreviations)
    matches = [match for match in found if match]
    return min(matches, key=lambda match: match.start(), default=None)


def _is_aside(text: str, start: int) -> bool:
    """Whether a name is not what the sentence is about: it stands in brackets."""
    return text.rfind("(", 0, start) > text.rfind(")", 0, start)


@lru_cache(maxsize=8)
def _capital_names(nouns: tuple[Term, ...]) -> re.Pattern[str]:
    """Names of bodies that are told by their capitals: `the Climate Team`, `MB`.

    Args:
        nouns: What the last word of such a name is; without any, abbreviations alone.
    """
    noun = "|".join(re.escape(each.notation[1:]) for each in nouns) or "(?!)"
    return re.compile(
        rf"(?:[{CAPITALS}][\w’-]{{1,20}} ){{1,5}}(?:{noun})\b"
        rf"|\b[{CAPITALS}]{{2,8}}\b(?! (?:{noun})\b)"
    )


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
