"""What the climate text tells of the place itself, in words that a rule may not know.

Own places with years and figures, or with people and buildings, are no silence. Where a
rule does not find in them what it seeks, it cannot say that it is missing.
"""

from collections.abc import Iterator

from plancheck.rules.asking import speaks_of
from plancheck.rules.hazards import names_past_year
from plancheck.sdk import Programme, Statement, measure_specificity

_OTHER = ("mitigation", "energy data", "open question", "no shortcoming")


def told_locally(programme: Programme) -> Iterator[Statement]:
    """The sentences of the climate part on own places; energy, plans and denials left out."""
    part = programme.part("climate")
    if part is None or part.found_by != "heading":
        return
    for each in measure_specificity(programme, part.sections).statements:
        text = each.quote.text
        is_told = each.table is None and programme.vocabulary.is_plain(text)
        if (
            is_told
            and (each.places or programme.places.find_located(text))
            and not any(speaks_of(programme, concept, text) for concept in _OTHER)
        ):
            yield each


def told_events(programme: Programme) -> tuple[Statement, ...]:
    """Those with a year that has passed or a figure: what happened, and where."""
    return tuple(
        each
        for each in told_locally(programme)
        if each.figures or names_past_year(programme, each.quote.text)
    )
