"""The risk classes that a programme tells, against those published for the municipality."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import excerpt, speaks_of, whole_row
from plancheck.rules.hazards import hazard_mentions
from plancheck.sdk import Finding, Message, Programme, Quote, fold

INDICES = {
    "heat_waves": "heat wave",
    "cold_waves": "cold wave",
    "snow_depth": "snow cover",
    "heavy_precipitation": "heavy precipitation",
}
"""The climate indices of the facts, each with the hazard that it is of."""

_HIGHEST = 3
_CLASS = re.compile(r"[1-3]")


def against_published(programme: Programme) -> Iterator[Finding]:
    """Classes that differ from those of the facts, and highest ones of which nothing is told."""
    published = programme.facts.climate_risk
    for index, hazard in INDICES.items():
        if index not in published:
            continue
        told = list(_told(programme, hazard))
        name = programme.vocabulary.label(hazard)
        wrong = next((each for each in told if each[0] != published[index]), None)
        if wrong is not None:
            message = Message.of(
                "{hazard}: the programme says class {told}, published is class "
                "{published}: “{quote}”",
                hazard=name,
                told=wrong[0],
                published=published[index],
                quote=excerpt(wrong[1]),
            )
            yield Finding(message, (wrong[1],))
        elif published[index] == _HIGHEST and not any(
            hazard_mentions(programme, hazard)
        ):
            message = Message.of(
                "{hazard}: the published class is {published}, the highest, and the "
                "programme does not name the hazard.",
                hazard=name,
                published=_HIGHEST,
            )
            yield Finding(message, (programme.absence(hazard),))


def _told(programme: Programme, hazard: str) -> Iterator[tuple[int, Quote]]:
    """The classes given to a hazard: in risk tables, and where a sentence tells one class."""
    for table in programme.tables_of("risk"):
        for row in table.rows:
            level = row.field("risk level").text.strip(" .")
            is_named = speaks_of(programme, hazard, row.field("hazard").text)
            if is_named and _CLASS.fullmatch(level):
                yield int(level), row.quote
    for mention in hazard_mentions(programme, hazard):
        quote = whole_row(mention)
        found = _told_classes(programme, quote.text)
        if len(found) == 1 and not speaks_of(programme, "elsewhere", quote.text):
            yield found[0], quote


def _told_classes(programme: Programme, text: str) -> list[int]:
    """The classes that a sentence tells: `class 3`, `2. riska klase`."""
    return [
        int(digit)
        for pattern in programme.vocabulary.patterns("told_class")
        for told in pattern.findall(fold(text))
        for digit in _CLASS.findall(told)
    ]
