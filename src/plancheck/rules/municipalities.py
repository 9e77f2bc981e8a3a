"""Other municipalities in a programme's sentences and rows, told from its own by name."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import speaks_of
from plancheck.sdk import Programme, fold

_NAME = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{2,}(?:-[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+)?"
_BEFORE = re.compile(rf"({_NAME}(?:(?:, | un | and ){_NAME}){{0,6}}) $")
_AFTER = re.compile(rf" (?:the )?({_NAME})")
_JOINED = re.compile(r", | un | and ")
_WIDEST = 120
_STEM = 5


def names_partner(programme: Programme, text: str) -> bool:
    """Whether a text names another municipality, one abroad left out."""
    return bool(other_municipalities(programme, text)) and not speaks_of(
        programme, "partner town abroad", text
    )


def other_municipalities(programme: Programme, text: str) -> tuple[str, ...]:
    """The proper names of municipalities in a text that are not the programme's own.

    Known are those before a word such as municipality, and the neighbours of the facts.
    """
    own = _own_stems(programme)
    found = dict.fromkeys(
        name
        for name in _named(programme, text)
        if fold(name)[:_STEM] not in own and not _is_no_name(programme, name)
    )
    given = {fold(name)[:_STEM]: name for name in programme.facts.neighbours}
    for word in re.finditer(_NAME, text) if given else ():
        if fold(word.group())[:_STEM] in given:
            found.setdefault(word.group(), None)
    return tuple(found)


def _named(programme: Programme, text: str) -> Iterator[str]:
    """Every proper name beside a word for a municipality."""
    spans = programme.vocabulary.concept("named municipality").spans(fold(text), text)
    for start, end in spans:
        if text[start:end].endswith(" of"):
            if after := _AFTER.match(text, end):
                yield after[1]
        elif before := _BEFORE.search(text, max(0, start - _WIDEST), start):
            yield from _JOINED.split(before[1])


def _own_stems(programme: Programme) -> frozenset[str]:
    """How the municipality's own names begin, and those of its units.

    A joint programme has several municipalities in its title; a unit may have been a
    municipality of its own before a reform.
    """
    title = programme.title.text if programme.title else ""
    units = (unit.split()[0] for unit in programme.places.units)
    words = (*(programme.municipality or "").split(), *re.findall(_NAME, title), *units)
    return frozenset(fold(word)[:_STEM] for word in words)


def _is_no_name(programme: Programme, name: str) -> bool:
    vocabulary = programme.vocabulary
    return any(
        vocabulary.has_word(words, fold(name), name)
        for words in ("no_names", "no_municipalities")
    )
