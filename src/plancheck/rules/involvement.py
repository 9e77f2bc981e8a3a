"""Participation after the drafting: in the implementation and in the monitoring."""

from collections.abc import Iterator
from typing import NamedTuple

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    is_beside,
    plan_rows,
    quote_of,
    speaks_of,
)
from plancheck.rules.discourse import says_what_is_so
from plancheck.sdk import (
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    rule,
    sentences,
)

_ONGOING = "ongoing participation"
_VOICE = "voice in monitoring"
_CHOOSING = "choosing"
_DEEDS = ("measure", "name", "project", "task", "description")
_OPENING = 30
"""Characters in which a sentence says what it is on: `In implementation, …`."""


class Phase(NamedTuple):
    """A place that shows participation in a phase; `is_timed` where it says when."""

    quote: Quote
    is_timed: bool


@rule(
    "PA04",
    category="participation",
    criteria=("G3", "G4", "M4"),
    severity="warning",
    certainty="medium",
    source="Good practice: participation in the whole policy cycle is a criterion of the "
    "peer review of urban strategies; for strategies with EU funds "
    "[(EU) 2021/1060 29(1)(d)]",
)
def through_the_cycle(programme: Programme) -> Verdict:
    """Residents take part in implementation and in monitoring."""
    carrying_out = tuple(_in_implementation(programme))
    monitoring = tuple(_in_monitoring(programme))
    if not carrying_out and not monitoring:
        return _only_drafting(programme)
    timed = any(each.is_timed for each in (*carrying_out, *monitoring))
    message = Message.of(
        "Places that show residents taking part in the implementation: {first}; in the "
        "monitoring: {second}.",
        first=len(carrying_out),
        second=len(monitoring),
    )
    findings = []
    if not carrying_out:
        findings.append(_lacking(programme, "implementation"))
    if not monitoring:
        findings.append(_lacking(programme, "monitoring"))
    is_both = bool(carrying_out and monitoring)
    score = (4 if timed else 3) if is_both else 2
    quotes = (each.quote for each in (*carrying_out[:2], *monitoring[:2]))
    return Verdict(score, message, tuple(findings), tuple(dict.fromkeys(quotes)))


def _in_implementation(programme: Programme) -> Iterator[Phase]:
    """Measures for participation, and sentences that tie it to the implementation."""
    for row in plan_rows(programme):
        if quote := deed_of(programme, row, _ONGOING):
            yield Phase(quote, bool(row.term))
    for mention in programme.mentions(_ONGOING):
        if _goes_on(mention) and _is_of_implementation(programme, mention):
            yield Phase(mention.quote, _is_timed(programme, mention.quote))


def _is_of_implementation(programme: Programme, mention: Mention) -> bool:
    """Whether the implementation is spoken of beside it, or opens the sentence.

    Or the heading over it is on both, `Participation in the implementation`, or residents
    choose something at certain times: `Each year the council of residents picks works`.
    """
    text = mention.quote.text
    if _is_timed(programme, mention.quote) and programme.has_word(_CHOOSING, text):
        return True
    title = mention.section.title
    if is_beside(programme, "taking part", "implementation", title):
        return True
    opening = text[:_OPENING]
    return is_beside(programme, _ONGOING, "implementation", text) or (
        "," in opening and speaks_of(programme, "implementation", opening)
    )


def deed_of(programme: Programme, row: Measure, concept: str) -> Quote | None:
    """What a row does for participation: the row, or the sentence of a fact sheet."""
    for field in map(row.field, _DEEDS):
        for deed in sentences(field.text):
            if speaks_of(programme, concept, deed.text):
                text = " ".join(deed.text.split())
                return (
                    row.quote if text in row.quote.text else Quote(text, field.location)
                )
    return None


def _in_monitoring(programme: Programme) -> Iterator[Phase]:
    """Indicators asked of residents, and sentences on their voice in the monitoring."""
    for indicator in programme.indicators:
        source = indicator.field("data source")
        if source and speaks_of(programme, "survey source", source.text):
            yield Phase(quote_of(indicator, source), bool(indicator.field("frequency")))
    inside = programme.mentions(_VOICE, within="monitoring procedure")
    for mention in dict.fromkeys((*inside, *programme.mentions(_VOICE))):
        is_tied = mention in inside or is_beside(
            programme, _VOICE, "monitoring of the programme", mention.quote.text
        )
        if is_tied and _goes_on(mention):
            yield Phase(mention.quote, _is_timed(programme, mention.quote))


def _goes_on(mention: Mention) -> bool:
    """Whether a sentence of the text says what is so from now on."""
    is_title = mention.quote.text == mention.section.title
    is_prose = not isinstance(mention.block, Table) and not is_title
    return is_prose and says_what_is_so(mention)


def _is_timed(programme: Programme, quote: Quote) -> bool:
    return speaks_of(programme, "recurring time", quote.text)


def _lacking(programme: Programme, phase: str) -> Finding:
    """That one of the phases has no participation."""
    sentence = (
        "Nothing says how residents take part in the implementation."
        if phase == "implementation"
        else "Nothing says how residents take part in the monitoring: a meeting on the "
        "report, a council, a survey."
    )
    return Finding(Message(sentence), (programme.absence(_ONGOING),))


def _only_drafting(programme: Programme) -> Verdict:
    """The verdict where participation ends with the drafting, is denied or promised."""
    _without_rows(programme)
    for concept in (_ONGOING, "taking part"):
        mentions = programme.mentions(concept)
        order = (Stance.NEGATED, Stance.PROMISED, Stance.ASSERTED)
        if quote := first_quote(mentions, *order):
            return _nearest(programme, quote)
    silence = "Nothing says how residents take part in implementation and monitoring."
    return programme.absent(_ONGOING, silence)


def _without_rows(programme: Programme) -> None:
    """Unsure where only sentences could tell, and one of them does not say when it holds."""
    if plan_rows(programme):
        return
    spoken = next(filter(_goes_on, programme.mentions(_ONGOING)), None)
    if spoken is not None:
        message = Message.of(
            "The plan has no tables of measures, and whether this holds for "
            "implementation and monitoring could not be told: “{quote}”",
            quote=excerpt(spoken.quote),
        )
        raise Unsure(message, spoken.quote)


def _nearest(programme: Programme, quote: Quote) -> Verdict:
    message = Message.of(
        "Participation after the drafting is not provided for; the nearest is: “{quote}”",
        quote=excerpt(quote),
    )
    absence = programme.absence(_ONGOING, nearest=quote)
    return Verdict.only_mentioned(message, absence)
