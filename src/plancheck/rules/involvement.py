"""Participation after the drafting: through the cycle, and with those hard to reach."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    is_beside,
    plan_rows,
    quote_of,
    row_quote,
    speaks_of,
    whole_row,
)
from plancheck.sdk import (
    Block,
    Facet,
    Finding,
    Measure,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    rule,
    sentences,
)

FACETS: Mapping[str, str] = {
    "groups": "which groups are hard to reach",
    "form": "which form of taking part suits them",
    "support": "what helps them to take part",
    "body": "which measure, with whom responsible, gives residents a council or a budget",
}
"""What reaching all audiences takes: key, and its name in findings."""

_ONGOING = "ongoing participation"
_VOICE = "voice in monitoring"
_DEEDS = ("measure", "name", "project", "task", "description")
_FORM = "suited form"
_LONGEST = 600
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
        if quote := _deed(programme, row, _ONGOING):
            yield Phase(quote, bool(row.term))
    for mention in programme.mentions(_ONGOING):
        if _goes_on(mention) and _is_of_implementation(programme, mention):
            yield Phase(mention.quote, _is_timed(programme, mention.quote))


def _is_of_implementation(programme: Programme, mention: Mention) -> bool:
    """Whether the implementation is spoken of beside it, or opens the sentence."""
    text = mention.quote.text
    opening = text[:_OPENING]
    return is_beside(programme, _ONGOING, "implementation", text) or (
        "," in opening and speaks_of(programme, "implementation", opening)
    )


def _deed(programme: Programme, row: Measure, concept: str) -> Quote | None:
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
    part = programme.part("monitoring procedure")
    inside = programme.mentions(_VOICE, within=part) if part else ()
    for mention in dict.fromkeys((*inside, *programme.mentions(_VOICE))):
        is_tied = mention in inside or is_beside(
            programme, _VOICE, "monitoring of the programme", mention.quote.text
        )
        if is_tied and _goes_on(mention):
            yield Phase(mention.quote, _is_timed(programme, mention.quote))


def _goes_on(mention: Mention) -> bool:
    """Whether a sentence of the text says what is so from now on."""
    is_prose = (
        not isinstance(mention.block, Table) and len(mention.quote.text) <= _LONGEST
    )
    is_sentence = mention.quote.text != mention.section.title
    is_so = mention.stance is Stance.ASSERTED and not mention.is_past
    return is_prose and is_sentence and is_so


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
        for stance in (Stance.NEGATED, Stance.PROMISED, Stance.ASSERTED):
            if quote := first_quote(mentions, stance):
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


@rule(
    "PA05",
    category="participation",
    criteria=("G3", "G4"),
    severity="warning",
    certainty="medium",
    source="[MK 639/2024 3.2]; good practice of the peer review of urban strategies",
)
def audiences(programme: Programme, *, needed: int = 3) -> Verdict:
    """Groups that are hard to reach are named and reached, and residents have a say."""
    quotes = {
        "groups": _reached(programme),
        "form": _helped(programme, _FORM),
        "support": _helped(programme, "support to take part"),
        "body": _body(programme),
    }
    if not any(quotes.values()):
        return _everybody(programme)
    absence = programme.absence("hard to reach")
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), quotes[each]) for each in FACETS],
        needed=needed,
        found="Of reaching all audiences the programme says {having} of {total} things.",
        missing="The programme does not say {facet}.",
        absence=absence,
    )
    if quotes["groups"] is None:  # a form suits a group, and none is named
        return replace(verdict, score=min(verdict.score, 2))
    return verdict


def _reached(programme: Programme) -> Quote | None:
    """The first sentence or row on certain groups that are hard to reach."""
    strong = programme.mentions("hard to reach")
    weak = (
        mention
        for mention in programme.mentions("vulnerable audience")
        if _is_on_participation(programme, mention)
    )
    for mention in (*strong, *weak):
        quote = _of_audience_table(programme, mention) or whole_row(mention)
        is_so = mention.stance is not Stance.PROMISED and len(quote.text) <= _LONGEST
        if is_so and speaks_of(programme, "named audience", quote.text):
            return quote
    return None


def _of_audience_table(programme: Programme, mention: Mention) -> Quote | None:
    """The first row of a table that heads a column with audiences and one with forms.

    The audiences may be named by its caption instead.
    """
    is_cell = isinstance(mention.block, Table)
    table = mention.block if is_cell else _next_block(mention)
    if not isinstance(table, Table):
        return None
    if is_cell and mention.quote.location.row_number != 1:
        return None
    heads = (table.text_at(0, index) for index in range(table.column_count))
    if table.row_count < 2 or not any(
        speaks_of(programme, "form column", head) for head in heads
    ):
        return None
    return row_quote(table, 1)


def _next_block(mention: Mention) -> Block | None:
    """What stands right below the paragraph of a mention, in the same section."""
    blocks = iter(mention.section.blocks)
    for block in blocks:
        if block is mention.block:
            return next(blocks, None)
    return None


def _is_on_participation(programme: Programme, mention: Mention) -> bool:
    """Whether participation is what the sentence or its section is about."""
    if speaks_of(programme, "taking part", mention.quote.text):
        return True
    return any(
        speaks_of(programme, "participation report", each)
        for each in mention.section_path
    )


def _helped(programme: Programme, concept: str) -> Quote | None:
    """How a certain group is reached or helped, where participation is spoken of."""
    for mention in programme.mentions(concept):
        quote = whole_row(mention)
        if (
            mention.stance is Stance.ASSERTED
            and len(quote.text) <= _LONGEST
            and _is_on_participation(programme, mention)
            and (concept != _FORM or speaks_of(programme, "named audience", quote.text))
        ):
            return quote
    return None


def _body(programme: Programme) -> Quote | None:
    """The first measure for a council or a budget of residents that somebody answers for."""
    found = (
        _deed(programme, row, "participation body")
        for row in plan_rows(programme)
        if row.responsible
    )
    return next((quote for quote in found if quote), None)


def _standing(mention: Mention) -> int:
    """A sentence before a heading, and both before a line of a table, as of the contents."""
    if mention.quote.text.rstrip().endswith((".", ";", ":")):
        return 0
    return 2 if isinstance(mention.block, Table) else 1


def _vaguely_named(programme: Programme) -> Quote | None:
    """A sentence on vulnerable groups in participation that names none of them."""
    return next(
        (
            mention.quote
            for mention in programme.mentions("vulnerable people")
            if mention.stance is not Stance.NEGATED
            and isinstance(mention.block, Paragraph)
            and speaks_of(programme, "taking part", mention.block.text)
        ),
        None,
    )


def _everybody(programme: Programme) -> Verdict:
    """The verdict where no audience is told from others: all are invited, or silence."""
    mentions = programme.mentions("everybody invited")
    absence = programme.absence("hard to reach")
    if vague := _vaguely_named(programme):
        message = Message.of(
            "Vulnerable groups are spoken of, but not which groups they are: “{quote}”",
            quote=excerpt(vague),
        )
        return Verdict.only_mentioned(message, absence, vague)
    told = sorted(programme.mentions("parties told apart"), key=_standing)
    if parties := first_quote(told, Stance.ASSERTED):
        message = Message.of(
            "Parties are told from each other, but no group that is hard to reach is "
            "named: “{quote}”",
            quote=excerpt(parties),
        )
        return Verdict.only_mentioned(message, absence, parties)
    if not mentions:
        silence = (
            "No audience is told from others, and no measure gives residents a say."
        )
        return Verdict.absent(silence, absence)
    quote = mentions[0].quote
    message = Message.of(
        "Everybody is invited, but no group that is hard to reach is named: “{quote}”",
        quote=excerpt(quote),
    )
    return Verdict.only_mentioned(message, absence, quote)
