"""Participation of all audiences: those who are hard to reach, and a say for residents."""

from collections.abc import Mapping
from dataclasses import replace

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    plan_rows,
    row_quote,
    speaks_of,
    whole_row,
)
from plancheck.rules.discourse import around, is_served, refers_back
from plancheck.rules.involvement import deed_of
from plancheck.rules.told_audiences import (
    AUDIENCE,
    FORM,
    LONGEST,
    SUPPORT,
    ToldAudiences,
)
from plancheck.sdk import (
    Block,
    Facet,
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
)

FACETS: Mapping[str, str] = {
    "groups": "which groups are hard to reach",
    "form": "which form of taking part suits them",
    "support": "what helps them to take part",
    "body": "which measure, with whom responsible, gives residents a council or a budget",
}
"""What reaching all audiences takes: key, and its name in findings."""


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
    told = ToldAudiences(programme)
    quotes = {
        "groups": _reached(programme, told),
        "form": _helped(programme, told, FORM),
        "support": _helped(programme, told, SUPPORT),
        "body": _body(programme),
    }
    if not any(quotes.values()):
        _without_hints(told)
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


def _without_hints(told: ToldAudiences) -> None:
    """Unsure where a group is given its own way, and nothing says that it is hard to reach."""
    if hint := told.hinted:
        message = Message.of(
            "A group is given a way of its own to have a say, and whether groups that "
            "are hard to reach are meant could not be told: “{quote}”",
            quote=excerpt(hint),
        )
        raise Unsure(message, hint)


def _reached(programme: Programme, told: ToldAudiences) -> Quote | None:
    """The first sentence or row on certain groups that are hard to reach."""
    strong = programme.mentions("hard to reach")
    weak = (
        mention
        for mention in programme.mentions("vulnerable audience")
        if _is_on_participation(programme, told, mention)
    )
    for mention in (*strong, *weak, *told.away()):
        quote = _of_audience_table(programme, mention) or _with_answer(mention)
        is_so = mention.stance is not Stance.PROMISED and len(quote.text) <= LONGEST
        if is_so and speaks_of(programme, AUDIENCE, quote.text):
            return quote
    return told.listed


def _with_answer(mention: Mention) -> Quote:
    """The sentence or row of a mention; a question with the sentence that answers it."""
    quote = whole_row(mention)
    if quote.text.rstrip().endswith("?") and (after := around(mention).after):
        return replace(quote, text=f"{quote.text} {after}")
    return quote


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


def _is_on_participation(
    programme: Programme, told: ToldAudiences, mention: Mention
) -> bool:
    """Whether participation is what the sentence, its paragraph or section is about."""
    if speaks_of(programme, "taking part", mention.quote.text):
        return True
    return told.are_near(mention) or any(
        speaks_of(programme, "participation report", each)
        for each in mention.section_path
    )


def _helped(programme: Programme, told: ToldAudiences, concept: str) -> Quote | None:
    """How a certain group is reached or helped, where participation is spoken of."""
    for mention in programme.mentions(concept):
        quote = whole_row(mention)
        if (
            _is_so(programme, concept, mention)
            and len(quote.text) <= LONGEST
            and _is_on_participation(programme, told, mention)
            and (concept != FORM or _is_for_audience(programme, mention, quote.text))
        ):
            return quote
    return None


def _is_so(programme: Programme, concept: str, mention: Mention) -> bool:
    """Whether a thing is there; a room without steps is, whatever its name seems to deny."""
    if mention.stance is not Stance.NEGATED:
        return mention.stance is Stance.ASSERTED
    return is_served(programme, concept, mention.quote.text)


def _is_for_audience(programme: Programme, mention: Mention, text: str) -> bool:
    """Whether a form is for a certain group, which the sentence before may have named."""
    if speaks_of(programme, AUDIENCE, text):
        return True
    before = around(mention).before
    goes_on = refers_back(programme, text) or speaks_of(
        programme, "groups named before", text
    )
    return goes_on and speaks_of(programme, AUDIENCE, before)


def _body(programme: Programme) -> Quote | None:
    """The first measure for a council or a budget of residents that somebody answers for."""
    found = (
        deed_of(programme, row, "participation body")
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
