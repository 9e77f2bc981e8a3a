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
    whole_row,
)
from plancheck.rules.municipalities import Others, other_municipalities
from plancheck.sdk import (
    Field,
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    rule,
    sentences,
)

_BODIES = ("partner", "responsible", "executor", "source")
_DEEDS = ("name", "measure", "project", "task", "description", "result")
_LONGEST = 500
"""Characters of a sentence; what is longer is a list, or columns read as one line."""
_OUTSIDE = ("participation report",)


class Shared(NamedTuple):
    """A row that speaks of other municipalities, by its name and with what shows it."""

    name: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Cooperation:
    """What a programme says of working with other municipalities.

    `named` shows the rows that name the other municipality, `unnamed` those that only speak
    of neighbours; `channel` is how they keep in touch, `spoken` a sentence on joint work.
    """

    named: tuple[Quote, ...]
    unnamed: tuple[Shared, ...]
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
    if not found.named and not found.unnamed and not found.spoken:
        return _without(programme, found.channel)
    message = Message.of(
        "Measures and projects that name another municipality or region as partner: "
        "{count}; a standing channel between the partners: {channel}.",
        count=len(found.named),
        channel=Message("yes") if found.channel else Message("none"),
    )
    shown = found.named[:3] or (found.spoken,)
    quotes = dict.fromkeys(each for each in (*shown, found.channel) if each)
    findings = tuple(_findings(programme, found))
    return Verdict(_score(found, complete), message, findings, tuple(quotes))


def _score(found: Cooperation, complete: int) -> int:
    """3 for a partner in the plan and a channel, 4 for several; words count without tables."""
    if found.named and found.channel:
        return 4 if len(found.named) >= complete else 3
    if found.spoken and found.channel and not found.has_rows:
        return 3
    is_half = found.named or (found.channel and (found.unnamed or found.spoken))
    return 2 if is_half else 1


def _findings(programme: Programme, found: Cooperation) -> Iterator[Finding]:
    """What is missing: the partner in the plan, or the channel."""
    is_said = found.spoken and not found.has_rows
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
    mentions = programme.mentions("neighbouring municipality", outside=_OUTSIDE)
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
    for mention in programme.mentions("joint action", outside=_OUTSIDE):
        if mention.stance is not Stance.ASSERTED or others.named(mention.quote.text):
            yield mention.quote
    concept = "association of municipalities"
    yield from (each.quote for each in programme.mentions(concept, outside=_OUTSIDE))


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
    return Cooperation(
        tuple(named), tuple(unnamed), _channel(others), _spoken(others), bool(rows)
    )


def _where_named(others: Others, row: Measure) -> Field | None:
    """The cell that names another municipality as partner, or in what is done jointly."""
    for field in map(row.field, _BODIES):
        if field.text and others.names_partner(field.text):
            return field
    for field in map(row.field, _DEEDS):
        for deed in sentences(field.text):
            is_joint = speaks_of(others.programme, "joint action", deed.text)
            if is_joint and others.names_partner(deed.text):
                return field
    return None


def _where_shared(programme: Programme, row: Measure) -> Field | None:
    """The cell of a row that speaks of neighbours without a name."""
    concept = "neighbouring municipality"
    fields = map(row.field, (*_BODIES, *_DEEDS))
    return next(
        (each for each in fields if speaks_of(programme, concept, each.text)), None
    )


def _channel(others: Others) -> Quote | None:
    """The first sentence or row on how municipalities keep in touch beyond the drafting."""
    mentions = others.programme.mentions("cooperation channel", outside=_OUTSIDE)
    for mention in mentions:
        quote = whole_row(mention)
        quote = quote if len(quote.text) <= _LONGEST else mention.quote
        if _is_standing(mention) and _is_with_others(others, quote.text):
            return quote
    return None


def _spoken(others: Others) -> Quote | None:
    """The first sentence on joint work with a named municipality, after the drafting."""
    for mention in others.programme.mentions("joint action", outside=_OUTSIDE):
        text = mention.quote.text
        if (
            _is_standing(mention)
            and others.names_partner(text)
            and not speaks_of(others.programme, "cooperation while drafting", text)
        ):
            return mention.quote
    return None


def _is_standing(mention: Mention) -> bool:
    """Whether a sentence says what is so, and is no reference to another publication."""
    text = mention.quote.text
    is_sentence = len(text) <= _LONGEST and "http" not in text
    return is_sentence and mention.stance is Stance.ASSERTED and not mention.is_past


def _is_with_others(others: Others, text: str) -> bool:
    """Whether a sentence speaks of other municipalities, but not of asking them once."""
    barred = ("cooperation while drafting", "partner town abroad")
    if any(speaks_of(others.programme, concept, text) for concept in barred):
        return False
    if speaks_of(others.programme, "neighbouring municipality", text):
        return True
    return bool(others.named(text))
