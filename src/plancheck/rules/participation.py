"""Participation while the programme was drafted: who took part, how, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancheck.rules.asking import excerpt, speaks_of, whole_row
from plancheck.rules.forms import FORMS, Held, held_forms, report_mentions
from plancheck.rules.verdicts import capped
from plancheck.sdk import (
    DateRange,
    Facet,
    Finding,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    find_date_ranges,
    find_dates,
    not_applicable,
    rule,
)

FACETS: Mapping[str, str] = {
    "forms": "in which forms people could take part",
    "dates": "when that was",
    "channels": "how people were told of it",
    "numbers": "how many took part",
    "consultation": "from which day to which the public consultation lasted",
}
"""What a report on participation says: key, and its name in findings."""

_CONSULTATION = "public consultation"
_REPORT = "participation report"


class Consultation(NamedTuple):
    """A public consultation whose first and last day are named."""

    days: DateRange
    quote: Quote


@rule(
    "PA01",
    category="participation",
    criteria=("G2",),
    severity="error",
    source="[MK 628/2014 2.2]; [MK 628/2014 2.3]; for strategies with EU funds "
    "[(EU) 2021/1060 29(1)(d)]",
)
def participation_report(
    programme: Programme, *, needed: int = 4, days: int = 28
) -> Verdict:
    """The programme reports on the participation in its drafting."""
    held = held_forms(programme)
    consultation = _consultation(programme)
    quotes = {
        "forms": held[0].quote if held else None,
        "dates": _dated(programme, held),
        "channels": _channel(programme),
        "numbers": next((each.counted for each in held if each.counted), None),
        "consultation": consultation.quote if consultation else None,
    }
    if sum(each is not None for each in quotes.values()) <= 1:
        return _without_report(programme, quotes["forms"])
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), quotes[each]) for each in FACETS],
        needed=needed,
        found="The report on participation says {having} of {total} things.",
        missing="The report on participation does not say {facet}.",
        absence=programme.absence(_REPORT),
    )
    return _long_enough(verdict, consultation, days)


def _long_enough(
    verdict: Verdict, consultation: Consultation | None, days: int
) -> Verdict:
    """At most 2 where the public consultation was shorter than usual."""
    if consultation is None or consultation.days.days >= days:
        return verdict
    message = Message.of(
        "The public consultation lasted {days} days, from {first} to {last}; four weeks "
        "({usual} days) are usual.",
        days=consultation.days.days,
        first=str(consultation.days.first),
        last=str(consultation.days.last),
        usual=days,
    )
    return capped(verdict, 2, Finding(message, (consultation.quote,)))


def _consultation(programme: Programme) -> Consultation | None:
    """The longest span of days that a sentence on the public consultation names."""
    found = [
        Consultation(span, whole_row(mention))
        for mention in programme.mentions(_CONSULTATION)
        if mention.stance is not Stance.NEGATED
        for span in find_date_ranges(whole_row(mention).text)
    ]
    return max(found, key=lambda each: each.days.days, default=None)


def _dated(programme: Programme, held: Sequence[Held]) -> Quote | None:
    """The first sentence or row on a form, or on participation, that names a day or month."""
    quotes = [quote for each in held for quote in (each.quote, each.counted) if quote]
    mentions = report_mentions(programme, "taking part")
    quotes += [whole_row(mention) for mention in mentions]
    return next((each for each in quotes if _names_day(programme, each.text)), None)


def _names_day(programme: Programme, text: str) -> bool:
    """Whether a text names a day, whose year the report need not repeat."""
    dates = find_dates(text) or find_date_ranges(text)
    return bool(dates) or programme.has_word("day_of_month", text)


def _channel(programme: Programme) -> Quote | None:
    """The first sentence or row of the report that names how people were told."""
    for mention in report_mentions(programme, "participation channel"):
        is_so = mention.stance is Stance.ASSERTED
        if is_so and (
            programme.part(_REPORT) or _is_on_taking_part(programme, mention)
        ):
            return whole_row(mention)
    return None


def _is_on_taking_part(programme: Programme, mention: Mention) -> bool:
    return speaks_of(programme, "taking part", mention.quote.text)


def _without_report(programme: Programme, form: Quote | None) -> Verdict:
    """The verdict where at most one thing is told of: a form, a mention, or nothing."""
    mentions = (*programme.mentions(_CONSULTATION), *programme.mentions("taking part"))
    if form is not None:
        message = Message.of(
            "A form of participation is told of, but no days, channels and numbers: "
            "“{quote}”",
            quote=excerpt(form),
        )
        return programme.only_mentioned(_REPORT, message, form)
    if not mentions:
        silence = "Nothing in the supplied files reports on the participation in the drafting."
        return programme.absent(_REPORT, silence)
    quote = mentions[0].quote
    message = Message.of(
        "Participation is only mentioned, without forms, days and numbers: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned(_REPORT, message, quote)


@rule(
    "PA02",
    category="participation",
    criteria=("G2", "G4"),
    severity="warning",
    certainty="medium",
    source="[MK 639/2024 2]; good practice of the peer review of urban strategies",
)
def variety(programme: Programme, *, forms: int = 3, counted: int = 2) -> Verdict:
    """People could take part in several forms, and the programme says how many did."""
    held = held_forms(programme)
    if not held:
        return _formless(programme)
    numbers = [each for each in held if each.counted]
    live = any(each.is_live for each in held)
    online = any(each.is_online for each in held)
    message = Message.of(
        "Forms of participation: {count} ({forms}); with the number of participants: "
        "{numbers}.",
        count=len(held),
        forms=", ".join(programme.vocabulary.label(each.form) for each in held),
        numbers=len(numbers),
    )
    checks = (
        len(held) >= forms,
        len(numbers) >= counted,
        live,
        online,
    )
    findings = tuple(_lacking(held, numbers, forms, counted, live=live, online=online))
    quotes = dict.fromkeys(each.counted or each.quote for each in held)
    is_full = len(held) > forms and len(numbers) > counted
    score = _variety_score(checks, is_full=is_full)
    return Verdict(score, message, findings, tuple(quotes))


def _formless(programme: Programme) -> Verdict:
    """The verdict where a report on participation tells of no form.

    Where there is no report either, PA01 says so, and once is enough.
    """
    report = programme.part(_REPORT)
    if report is None or report.found_by == "table":
        not_applicable("The programme tells of no form of participation.")
    silence = "The report on participation tells of no form in which people took part."
    return Verdict.absent(silence, programme.absence(FORMS[0]))


def _variety_score(checks: Sequence[bool], *, is_full: bool) -> int:
    """3 where every check holds and 4 above the least, 2 where at least two hold."""
    if all(checks):
        return 4 if is_full else 3
    return 2 if sum(checks) >= 2 else 1


def _lacking(  # noqa: PLR0913 - the parts of one judgement
    held: Sequence[Held],
    numbers: Sequence[Held],
    forms: int,
    counted: int,
    *,
    live: bool,
    online: bool,
) -> Iterator[Finding]:
    """Which of the four checks do not hold."""
    quotes = tuple(each.quote for each in held[:3])
    if len(held) < forms:
        message = Message.of(
            "Different forms of participation that the programme tells of: {count}; "
            "{needed} reach more people.",
            count=len(held),
            needed=forms,
        )
        yield Finding(message, quotes)
    if len(numbers) < counted:
        message = Message.of(
            "Forms for which the programme says how many took part: {count}; {needed} are "
            "the least.",
            count=len(numbers),
            needed=counted,
        )
        yield Finding(message, quotes)
    if not live:
        yield Finding(Message("No form let people meet face to face."), quotes)
    if not online:
        yield Finding(Message("No form let people take part online."), quotes)
