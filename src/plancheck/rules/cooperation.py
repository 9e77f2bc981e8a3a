"""Governance beyond the municipality: what neighbours, region and state carry out with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    plan_rows,
    quote_of,
    speaks_of,
)
from plancheck.rules.joint_work import OUTSIDE, channel, shares_in, spoken, told
from plancheck.rules.municipalities import Others, other_municipalities
from plancheck.rules.told_partners import DEEDS, told_partners
from plancheck.sdk import (
    Field,
    Finding,
    Measure,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    rule,
    sentences,
)

_BODIES = ("partner", "responsible", "executor", "source")


class Shared(NamedTuple):
    """A row that speaks of other municipalities, by its name and with what shows it."""

    name: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Cooperation:
    """What a programme says of working with other municipalities.

    `named` shows the rows that name the other municipality, `unnamed` those that only speak
    of neighbours. `told` are sentences of the text that plan a certain work with one;
    `channel` is how they keep in touch, `spoken` a sentence on joint work.
    """

    named: tuple[Quote, ...]
    unnamed: tuple[Shared, ...]
    told: tuple[Quote, ...]
    channel: Quote | None
    spoken: Quote | None
    has_rows: bool


@rule(
    "GV03",
    category="governance",
    criteria=("T4",),
    severity="warning",
    certainty="medium",
    source="Good practice: a question of the peer review of urban strategies",
)
def neighbours(programme: Programme, *, complete: int = 2) -> Verdict:
    """Measures are carried out together with other municipalities or regions."""
    found = _cooperation(programme)
    if not (found.named or found.unnamed or found.told or found.spoken):
        return _without(programme, found.channel)
    message = Message.of(
        "Measures and projects that name another municipality or region as partner: "
        "{count}; sentences that tell what is done with one: {told}; a standing channel "
        "between the partners: {channel}."
        if found.told and not found.named
        else "Measures and projects that name another municipality or region as partner: "
        "{count}; a standing channel between the partners: {channel}.",
        count=len(found.named),
        told=len(found.told),
        channel=Message("yes") if found.channel else Message("none"),
    )
    shown = (*found.named, *found.told)[:3] or (found.spoken,)
    quotes = dict.fromkeys(each for each in (*shown, found.channel) if each)
    findings = tuple(_findings(programme, found))
    return Verdict(_score(found, complete), message, findings, tuple(quotes))


def _score(found: Cooperation, complete: int) -> int:
    """3 for a partner in the plan and a channel, 4 for several rows that name one.

    What the text plans with a named partner counts as a row does; where there are no rows,
    any words on joint work do.
    """
    if found.named and found.channel:
        return 4 if len(found.named) >= complete else 3
    if found.channel and (found.told or (found.spoken and not found.has_rows)):
        return 3
    is_half = (
        found.named or found.told or (found.channel and (found.unnamed or found.spoken))
    )
    return 2 if is_half else 1


def _findings(programme: Programme, found: Cooperation) -> Iterator[Finding]:
    """What is missing: the partner in the plan, or the channel."""
    is_said = found.told or (found.spoken and not found.has_rows)
    if not found.named and not is_said:
        yield _without_partner(programme, found)
    if not found.channel:
        absence = programme.absence("cooperation channel", nearest=found.spoken)
        sentence = (
            "Nothing says how the partners keep in touch: regular meetings, a joint "
            "group or an exchange of data."
        )
        yield Finding(Message(sentence), (absence,))


def _without_partner(programme: Programme, found: Cooperation) -> Finding:
    if found.unnamed:
        message = Message.of(
            "“{name}” speaks of neighbours, but names none of them.",
            name=found.unnamed[0].name,
        )
        return Finding(message, tuple(row.quote for row in found.unnamed[:3]))
    nearest = found.spoken or found.channel
    sentence = (
        "Cooperation with others is spoken of, but no measure or project names another "
        "municipality or region as partner: “{quote}”"
    )
    message = Message.of(sentence, quote=excerpt(nearest) if nearest else "")
    absence = programme.absence("neighbouring municipality", nearest=nearest)
    return Finding(message, (absence,))


def _without(programme: Programme, channel: Quote | None) -> Verdict:
    """The verdict where nothing is done together: neighbours are mentioned, or not even that."""
    mentions = programme.mentions("neighbouring municipality", outside=OUTSIDE)
    nearest = (
        channel
        or first_quote(mentions, Stance.NEGATED, Stance.PROMISED, Stance.ASSERTED)
        or next(_touched(programme), None)
    )
    absence = programme.absence("joint action", nearest=nearest)
    silence = (
        "No measure or project is carried out together with another municipality or "
        "region."
    )
    if nearest is None:
        return Verdict.absent(silence, absence)
    is_on_others = nearest == channel or _is_on_others(programme, nearest.text)
    message = Message.of(
        "Neighbours are mentioned, but nothing is planned with them: “{quote}”"
        if is_on_others
        else "Working together is spoken of, but with no other municipality or region: "
        "“{quote}”",
        quote=excerpt(nearest),
    )
    return Verdict.only_mentioned(message, absence)


def _is_on_others(programme: Programme, text: str) -> bool:
    """Whether a sentence names another municipality, or speaks of some."""
    concepts = ("neighbouring municipality", "association of municipalities")
    return bool(other_municipalities(programme).named(text)) or any(
        speaks_of(programme, concept, text) for concept in concepts
    )


def _touched(programme: Programme) -> Iterator[Quote]:
    """Sentences that touch on working with others, though nothing is planned with them."""
    others = other_municipalities(programme)
    for mention in programme.mentions("joint action", outside=OUTSIDE):
        if mention.stance is not Stance.ASSERTED or others.named(mention.quote.text):
            yield mention.quote
    concept = "association of municipalities"
    yield from (each.quote for each in programme.mentions(concept, outside=OUTSIDE))


def _cooperation(programme: Programme) -> Cooperation:
    others = other_municipalities(programme)
    named: list[Quote] = []
    unnamed: list[Shared] = []
    rows = plan_rows(programme)
    for row in rows:
        if field := _where_named(others, row):
            named.append(quote_of(row, field))
        elif field := _where_shared(programme, row):
            unnamed.append(Shared(row.name, quote_of(row, field)))
    planned = told(others)
    return Cooperation(
        tuple(named),
        tuple(unnamed),
        planned,
        channel(others, planned),
        spoken(others),
        has_rows=bool(rows),
    )


def _where_named(others: Others, row: Measure) -> Field | None:
    """The cell that names another municipality as partner, or in what is done jointly."""
    for field in map(row.field, _BODIES):
        if field.text and others.names_partner(field.text):
            return field
    for field in map(row.field, DEEDS):
        for deed in sentences(field.text):
            is_joint = speaks_of(others.programme, "joint action", deed.text)
            if is_joint and others.names_partner(deed.text):
                return field
            if shares_in(others, deed.text):
                return field
    pieces = told_partners(others.programme, row)
    return next((field for field, text in pieces if others.names_partner(text)), None)


def _where_shared(programme: Programme, row: Measure) -> Field | None:
    """The cell of a row that speaks of neighbours without a name."""
    concept = "neighbouring municipality"
    fields = map(row.field, (*_BODIES, *DEEDS))
    return next(
        (each for each in fields if speaks_of(programme, concept, each.text)), None
    )
