"""Territory: whether measures say where they take place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from plancheck.rules.asking import (
    NO_ROWS,
    WIDESPREAD,
    excerpt,
    first_quote,
    plan_rows,
    quotes_of,
    speaks_of,
)
from plancheck.rules.verdicts import capped
from plancheck.sdk import (
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    not_applicable,
    rule,
)

CONCEPT = "target territory"
OTHERS = ("responsible", "executor", "partner", "source", "data source")
"""Columns whose names of places are those of institutions or of payers."""


@rule(
    "TF01",
    category="territory",
    criteria=("T1",),
    severity="warning",
    source="[(EU) 2021/1060 29(1)(a)] for territorial strategies; "
    "for other programmes good practice",
)
def target_territory(
    programme: Programme, *, located: float = 0.7, everywhere: float = 0.5
) -> Verdict:
    """Measures name their target territory."""
    mentions = programme.mentions(CONCEPT, outside=("participation report",))
    rows = plan_rows(programme)
    if not rows:
        return _by_words(programme, mentions)
    verdict = _by_rows(programme, rows, located)
    whole = [row for row in rows if _is_everywhere(programme, row)]
    if len(whole) > everywhere * len(rows):
        verdict = capped(verdict, 2, _habit(whole, rows))
    if not verdict.passes and (denied := first_quote(mentions, Stance.NEGATED)):
        sentence = (
            "The programme itself says that target territories are missing: “{quote}”"
        )
        message = Message.of(sentence, quote=excerpt(denied))
        verdict = capped(verdict, 1, Finding(message, (denied,)))
    return verdict


def _by_rows(programme: Programme, rows: Sequence[Measure], located: float) -> Verdict:
    tables = (*programme.tables_of("action"), *programme.tables_of("investment"))
    headed = sum(row.has_column("territory") for row in rows)
    has_column = headed >= WIDESPREAD * len(
        rows
    )  # one table of many says nothing of it
    verdict = Verdict.of_share(
        rows,
        having=lambda row: _says_where(programme, row),
        found="{having} of {total} measures and projects say where they take place.",
        missing="“{name}” does not say where it takes place.",
        pass_at=located,
    )
    located_rows = (row for row in rows if _says_where(programme, row))
    places = (_place(programme, row) for row in located_rows)
    verdict = replace(verdict, quotes=tuple(islice(places, len(verdict.quotes))))
    if has_column or verdict.passes:
        return verdict
    lacking = [row for row in rows if not _says_where(programme, row)]
    message = Message.of(
        "Few of the action and investment tables have a column for the target territory, "
        "and own places were recognised in {having} of {total} rows; "
        "units = […] in the facts file lets others be recognised."
        if headed
        else "The action and investment tables have no column for the target territory, "
        "and own places were recognised in {having} of {total} rows; "
        "units = […] in the facts file lets others be recognised.",
        having=len(rows) - len(lacking),
        total=len(rows),
    )
    finding = Finding(message, (tables[0].quote, *quotes_of(lacking)))
    absence = programme.absence(CONCEPT)
    return Verdict(verdict.score, message, (finding,), verdict.quotes, absence)


def _says_where(programme: Programme, row: Measure) -> bool:
    """Whether the row names a place, or the whole municipality, in its column or its text."""
    if row.territory:
        return True
    return bool(programme.places.find(own_text(row))) or _is_everywhere(programme, row)


def _place(programme: Programme, row: Measure) -> Quote:
    """The cell that says where the row takes place; the row where none says it alone."""
    if row.territory:
        return row.territory.quote
    for concept in row.cells:
        field = row.field(concept)
        if concept not in OTHERS and _names_place(programme, field.text):
            return field.quote
    return row.quote


def _names_place(programme: Programme, text: str) -> bool:
    """Whether a text names a place of the municipality, or all of it."""
    return bool(programme.places.find(text)) or programme.has_word(
        "whole_municipality", text
    )


def _is_everywhere(programme: Programme, row: Measure) -> bool:
    """Whether the row is for the whole municipality."""
    if row.territory:
        return _is_whole(programme, row.territory.text)
    text = own_text(row)
    return not programme.places.find(text) and programme.has_word(
        "whole_municipality", text
    )


def _is_whole(programme: Programme, text: str) -> bool:
    """Whether a territory is all of the municipality.

    A town that the municipality is called after is a place in it: `Lejasupe` in
    `Lejasupes novads`, though the town has no other mark of a place.
    """
    if not programme.places.names_whole_municipality(text):
        return False
    has_towns = speaks_of(programme, "rural municipality", programme.municipality or "")
    return (
        not has_towns
        or speaks_of(programme, "rural municipality", text)
        or programme.has_word("whole_municipality", text)
    )


def own_text(row: Measure) -> str:
    """What the row says of itself, without the bodies that carry it out or pay for it."""
    own = (place.text for concept, place in row.cells.items() if concept not in OTHERS)
    return " | ".join(own)


def _habit(whole: Sequence[Measure], rows: Sequence[Measure]) -> Finding:
    sentence = (
        "{count} of {total} rows name the whole territory as their place, which is no "
        "choice."
    )
    message = Message.of(sentence, count=len(whole), total=len(rows))
    return Finding(message, quotes_of(whole))


def _by_words(programme: Programme, mentions: Sequence[Mention]) -> Verdict:
    """The verdict on a programme without tables: what its sentences say."""
    if not mentions:
        not_applicable(NO_ROWS)
    asserted = first_quote(mentions, Stance.ASSERTED)
    quote = asserted or mentions[0].quote
    message = Message.of(
        "Target territories are only spoken of; no table of measures names them: "
        "“{quote}”"
        if asserted
        else "The programme itself says that target territories are not set: “{quote}”",
        quote=excerpt(quote),
    )
    verdict = programme.only_mentioned(CONCEPT, message, quote)
    return replace(verdict, score=2) if asserted else verdict
