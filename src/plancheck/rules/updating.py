"""Legal: whether the investment plan is updated every year, with the budget."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from plancheck.rules.adoption import version_notes
from plancheck.rules.asking import excerpt, speaks_of
from plancheck.rules.verdicts import capped
from plancheck.sdk import (
    Absence,
    Facet,
    Finding,
    Heading,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    find_dates,
    rule,
    sentences,
)

_UPDATE = "plan update"
FACETS = {
    "yearly": "that it is updated every year",
    "budget": "that the update follows the budget of the year",
    "council decision": "that the council decides on it",
    "planning register": "that it is put into the planning information system",
}
_BESIDE = ("council decision", "planning register", "as needed")
"""What may stand in another sentence of the paragraph."""

_YEAR = re.compile(r"(?<![\d.])20\d\d\b")
_MONTH = 30.5


@rule(
    "LG05",
    category="legal",
    criteria=("F2",),
    severity="error",
    source="Good practice: municipalities update the investment plan at least once a "
    "year with regard to the budget of the year; [MK 628/2014 73]",
)
def yearly_update(
    programme: Programme, *, needed: int = 3, months: int = 12
) -> Verdict:
    """The investment plan is updated every year together with the budget."""
    spoken = tuple(_spoken(programme))
    if not spoken:
        return _without_update(programme, months)
    said = {each: _said(programme, spoken, each) for each in FACETS}
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), said[each]) for each in FACETS],
        needed=needed,
        found="Of the yearly update {having} of {total} things are said.",
        missing="Not said of the update of the plans: {facet}.",
        absence=programme.absence(_UPDATE, nearest=spoken[0].quote),
    )
    verdict = replace(verdict, score=max(1, verdict.score))
    if said["yearly"] is None:
        others = replace(verdict, findings=verdict.findings[1:])
        verdict = capped(others, 2, _without_year(programme, spoken))
    old = _too_old(programme, months)
    return capped(verdict, 2, old) if old else verdict


def _spoken(programme: Programme) -> Iterator[Mention]:
    """Where the update of the plans is spoken of, and not denied."""
    for mention in programme.mentions(_UPDATE):
        if mention.stance is not Stance.NEGATED and not isinstance(
            mention.block, Heading
        ):
            yield mention


def _said(
    programme: Programme, spoken: tuple[Mention, ...], concept: str
) -> Quote | None:
    """The first sentence on the update that says it, or one beside it."""
    for mention in spoken:
        if speaks_of(programme, concept, mention.quote.text):
            return mention.quote
    for mention in spoken if concept in _BESIDE else ():
        for text in _paragraph(mention):
            if speaks_of(programme, concept, text):
                return Quote(text, mention.quote.location)
    return None


def _paragraph(mention: Mention) -> Iterator[str]:
    """The sentences of the paragraph; none of a table, whose cells say other things."""
    if not isinstance(mention.block, Table):
        yield from (each.text for each in sentences(mention.block.text))


def _without_year(programme: Programme, spoken: tuple[Mention, ...]) -> Finding:
    vague = _said(programme, spoken, "as needed")
    sentence = (
        "The plans are updated only as needed: “{quote}”"
        if vague
        else "The update of the plans has no yearly rhythm: “{quote}”"
    )
    quote = vague or spoken[0].quote
    return Finding(Message.of(sentence, quote=excerpt(quote)), (quote,))


def _without_update(programme: Programme, months: int) -> Verdict:
    names = tuple(document.name for document in programme.documents)
    terms = programme.vocabulary.concept(_UPDATE).readable_terms
    notes = version_notes(programme)
    absence = Absence(terms, names, notes[0] if notes else None)
    silence = "Nothing says that the investment plan is updated every year."
    verdict = Verdict.absent(silence, absence)
    old = _too_old(programme, months)
    return capped(verdict, 1, old) if old else verdict


def _too_old(programme: Programme, months: int) -> Finding | None:
    """That the newest version is older than a year on the day of the check.

    Only within the period: before it nothing is to be updated yet, after it no more.
    """
    newest = _newest(programme)
    day, period = programme.as_of, programme.period
    if newest is None or period is None or not period.first <= day.year <= period.last:
        return None
    date, quote = newest
    if (day - date).days <= months * _MONTH:
        return None
    message = Message.of(
        "The newest version that is named is of {date}, more than {months} months before "
        "{day}.",
        date=date,
        months=months,
        day=day,
    )
    return Finding(message, (quote,))


def _newest(programme: Programme) -> tuple[dt.date, Quote] | None:
    """The latest day of a version up to the day of the check; a year alone is its last day."""
    dated: list[tuple[dt.date, Quote]] = []
    if approved := programme.approved:
        dated.append((approved.date, approved.quote))
    for quote in version_notes(programme):
        days = [each.date for each in find_dates(quote.text) if not each.is_month]
        if not days:
            years = map(int, _YEAR.findall(quote.text))
            days = [min(dt.date(year, 12, 31), programme.as_of) for year in years]
        dated += [(each, quote) for each in days]
    past = [each for each in dated if each[0] <= programme.as_of]
    return max(past, key=lambda each: each[0], default=None)
