"""Governance on several levels: what region and state do for the programme."""

import re

from plancheck.rules.asking import (
    excerpt,
    is_beside,
    plan_rows,
    quote_of,
    speaks_of,
    spelt_out,
)
from plancheck.rules.discourse import says_what_is_so
from plancheck.rules.told_partners import told_partners
from plancheck.sdk import (
    CAPITALS,
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Quote,
    Table,
    Verdict,
    rule,
)

_OTHERS = ("planning region", "state body")
OTHER_LEVELS = {
    "region": "the municipalities and state institutions",
    "municipality": "the planning region and state institutions",
}
_BODIES = ("partner", "responsible", "executor")
_OUTSIDE = ("participation report",)
_NAME = re.compile(rf"(?<=[\w,;] )[{CAPITALS}]|[„“«\"]")
"""Where a name begins: a capital within a sentence, or a quotation mark."""
_PART = re.compile(r"[”“\"]? ?[–:—-] (.+)")
_AFTER_DASH = re.compile(rf"\w [–—] (?:[{CAPITALS}]{{2,4}} )?[“„\"]?(?:\w+ )?$")
"""What stands before a body that a list gives a part: `par upi – Valsts vides dienests`.

Its legal form may come first, in capitals."""
_FEWEST_WORDS = 3
"""Words of a part that somebody takes: `maršrutu tīkls un datu karte`."""


@rule(
    "GV04",
    category="governance",
    criteria=("G1",),
    severity="info",
    certainty="medium",
    source="Good practice: multi-level governance in the Handbook of Sustainable Urban "
    "Development Strategies (JRC, EUR 29990 EN)",
)
def multi_level_roles(programme: Programme, *, share: float = 0.05) -> Verdict:
    """Other levels, such as region and state, have a part in the measures."""
    rows = plan_rows(programme)
    held = [found for row in rows if (found := _levels_in(programme, row))]
    described = {
        level: quote
        for level in _OTHERS
        if (quote := _described(programme, level)) is not None
    }
    if not held and not described:
        return _without(programme)
    is_shared = bool(held) and len(held) >= share * len(rows)
    named = {level for found in held for level in found} | {*described}
    message = _summary(programme, len(held), len(rows), len(described))
    shown = [quote for found in held[:3] for quote in found.values()]
    quotes = (*shown, *described.values())
    score = _score(len(named), len(described), is_shared=is_shared)
    findings = () if score >= 3 else (_too_little(programme, named, message),)
    return Verdict(score, message, findings, tuple(dict.fromkeys(quotes)))


def _levels(programme: Programme) -> Message:
    """The levels that a programme's own has to work with, in words."""
    return Message(OTHER_LEVELS["region" if programme.is_of_region else "municipality"])


def _summary(programme: Programme, held: int, total: int, described: int) -> Message:
    """How far rows and text give the other levels a part."""
    if not total:
        return Message.of(
            "The text says of {count} of 2 levels what they do ({levels}); the programme "
            "has no table of measures that could name them.",
            levels=_levels(programme),
            count=described,
        )
    return Message.of(
        "{count} of {total} measures and projects name a body of another level as "
        "responsible or partner ({levels}); the text says of {described} of the 2 levels "
        "what they do.",
        levels=_levels(programme),
        count=held,
        total=total,
        described=described,
    )


def _score(named: int, described: int, *, is_shared: bool) -> int:
    """4 where both levels have a part and rows show it, 3 by rows or by words on both."""
    if is_shared:
        return 4 if named == len(_OTHERS) else 3
    return 3 if described == len(_OTHERS) else 2


def _too_little(programme: Programme, named: set[str], message: Message) -> Finding:
    lacking = next((level for level in _OTHERS if level not in named), _OTHERS[0])
    return Finding(message, (programme.absence(lacking),))


def _levels_in(programme: Programme, row: Measure) -> dict[str, Quote]:
    """The levels whose bodies answer for a row or take part in it, with the cell or row."""
    found: dict[str, Quote] = {}
    for field in map(row.field, _BODIES):
        text = spelt_out(programme, field.text)
        for level in _OTHERS:
            if text and speaks_of(programme, level, text):
                found.setdefault(level, quote_of(row, field))
    for field, piece in told_partners(programme, row):
        for level in _OTHERS:
            if speaks_of(programme, level, piece):
                found.setdefault(level, quote_of(row, field))
    return found


def _described(programme: Programme, level: str) -> Quote | None:
    """The first sentence that says what the bodies of a level do."""
    for mention in programme.mentions(level, outside=_OUTSIDE):
        if not says_what_is_so(mention):
            continue
        text = mention.quote.text
        has_role = is_beside(programme, level, "role of a body", text) or (
            bool(_AFTER_DASH.search(text[: mention.start]))
            and speaks_of(programme, "role of a body", text)
        )
        if _heads_line(programme, level, mention) or (
            has_role and not _is_vague(programme, mention)
        ):
            return mention.quote
    return None


def _heads_line(programme: Programme, level: str, mention: Mention) -> bool:
    """Whether a line gives a body its part: `Road administration – bridge in 2026`.

    Behind an abbreviation stands the body's own name, and no part.
    """
    text = mention.quote.text
    end = mention.start + len(mention.term)
    if isinstance(mention.block, Table) or len(text[: mention.start].split()) > 1:
        return False
    part = _PART.match(text, end)
    if part is None or speaks_of(programme, level, part[1]):
        return False
    return len(part[1].split()) >= _FEWEST_WORDS


def _is_vague(programme: Programme, mention: Mention) -> bool:
    """Whether bodies without a name only cooperate: any programme can say that."""
    text = mention.quote.text
    opens_with_name = len(text.partition(mention.term)[0].split()) == 1
    roles = programme.spans("role of a body", text)
    general = programme.spans("role in general", text)
    starts = {start for start, _ in general}
    is_named = opens_with_name or bool(_NAME.search(text))
    return not is_named and all(start in starts for start, _ in roles)


def _without(programme: Programme) -> Verdict:
    """The verdict where neither level has a part: at most they are mentioned."""
    mentions = (
        mention
        for level in _OTHERS
        for mention in programme.mentions(level, outside=_OUTSIDE)
    )
    nearest = next((mention.quote for mention in mentions), None)
    absence = programme.absence("state body", nearest=nearest)
    if nearest is None:
        silence = Message.of(
            "No measure or text gives another level a part: {levels}.",
            levels=_levels(programme),
        )
        return Verdict.absent(silence, absence)
    message = Message.of(
        "Other levels ({levels}) are only mentioned; no measure or text says what they "
        "do: “{quote}”",
        levels=_levels(programme),
        quote=excerpt(nearest),
    )
    return Verdict.only_mentioned(message, absence)
