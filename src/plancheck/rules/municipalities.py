"""Other municipalities in a programme's sentences and rows, told from its own by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plancheck.rules.asking import speaks_of
from plancheck.sdk import (
    CAPITALS,
    SMALL_LETTERS,
    Programme,
    alternatives,
    fold,
    once,
)

_NAME = rf"[{CAPITALS}][{SMALL_LETTERS}]{{2,}}(?:-[{CAPITALS}][{SMALL_LETTERS}]+)?"
"""A name in the letters of any language in Latin script: a neighbour may be across a border."""
_WIDEST = 120
_STEM = 5
_CITY = "city_of_its_own"


class _Lists(NamedTuple):
    """How a language names places one by one: `Selmere, Calder and Straun`.

    `second` is that of two, each with words of its own: `the counties of Ardmore to the
    north and Sliabh to the south`. `behind` are those behind the word for what they are:
    `three municipalities – Selmere, Calder and Straun`.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    second: re.Pattern[str]
    behind: re.Pattern[str]
    joint: re.Pattern[str]


@lru_cache(maxsize=8)
def _lists(words: str, articles: str) -> _Lists:
    """The expressions for a language, from its words such as `and` and `the`."""
    joint = rf"(?:,? (?:{words}) |, )"
    return _Lists(
        before=re.compile(rf"({_NAME}(?:{joint}{_NAME}){{0,6}}) $"),
        after=re.compile(rf" (?:(?:{articles}) )?({_NAME})"),
        second=re.compile(rf",?(?: [a-z-]{{1,12}}){{0,5}},? (?:{words}) ({_NAME})"),
        behind=re.compile(rf" ?[–—:(-] ?({_NAME}(?:{joint}{_NAME}){{1,6}})"),
        joint=re.compile(joint),
    )


@dataclass(frozen=True, slots=True)
class Others:
    """Tells in texts of a programme the municipalities that are not its own.

    `own` and `given` hold how the names begin, folded: the programme's own, and those of
    the neighbours that the facts name.
    """

    programme: Programme
    own: frozenset[str]
    given: frozenset[str]

    def names_partner(self, text: str) -> bool:
        """Whether a text names another municipality, one abroad left out."""
        return bool(self.named(text)) and not speaks_of(
            self.programme, "partner town abroad", text
        )

    def named(self, text: str) -> tuple[str, ...]:
        """The proper names beside a word such as municipality, and given neighbours."""
        found = dict.fromkeys(
            name for name, kind in self._beside(text) if self._is_other(name, kind)
        )
        if self.given:
            words = (match.group() for match in re.finditer(_NAME, text))
            found |= dict.fromkeys(each for each in words if _stem(each) in self.given)
        return tuple(found)

    def _beside(self, text: str) -> Iterator[tuple[str, str]]:
        """Every proper name beside a word for a municipality, with that word."""
        spans = self.programme.spans("named municipality", text)
        if not spans:
            return
        vocabulary = self.programme.vocabulary
        lists = _lists(
            alternatives(vocabulary, "conjunction"),
            alternatives(vocabulary, "articles"),
        )
        for start, end in spans:
            kind = text[start:end]
            if kind.endswith(" of"):
                if after := lists.after.match(text, end):
                    yield after[1], kind
                    is_of_several = kind.endswith("s of")
                    second = lists.second.match(text, after.end())
                    if is_of_several and second:
                        yield second[1], kind
            elif before := lists.before.search(text, max(0, start - _WIDEST), start):
                for name in lists.joint.split(before[1]):
                    yield name, kind
            elif listed := lists.behind.match(text, end):
                for name in lists.joint.split(listed[1]):
                    yield name, kind

    def _is_other(self, name: str, kind: str) -> bool:
        if _stem(name) in self.own and not self._is_around(name, kind):
            return False
        return not any(
            self.programme.has_word(words, name)
            for words in ("no_names", "no_municipalities")
        )

    def _is_around(self, name: str, kind: str) -> bool:
        """Whether it is the county around a city of the same name, which is no part of it."""
        own = self.programme.municipality or ""
        if _CITY not in self.programme.vocabulary.words or _stem(name) != _stem(own):
            return False
        has_word = self.programme.has_word
        return has_word(_CITY, own) and not has_word(_CITY, kind)


@once
def other_municipalities(programme: Programme) -> Others:
    """What tells the municipalities that are not the programme's own.

    A joint programme has several of its own in its title; a unit may have been a
    municipality before a reform.
    """
    title = programme.title.text if programme.title else ""
    units = (unit.split()[0] for unit in programme.places.units)
    own = (*(programme.municipality or "").split(), *re.findall(_NAME, title), *units)
    given = map(_stem, programme.facts.neighbours)
    return Others(programme, frozenset(map(_stem, own)), frozenset(given))


def _stem(name: str) -> str:
    return fold(name)[:_STEM]
