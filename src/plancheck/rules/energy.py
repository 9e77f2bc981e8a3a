"""Climate: energy data of the municipality, and the plans that go with the programme."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from plancheck.rules.asking import (
    excerpt,
    is_elsewhere,
    names_own_place,
    speaks_of,
    titled,
    whole_row,
)
from plancheck.rules.hazards import names_past_year
from plancheck.sdk import (
    Facet,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    is_contents_title,
    rule,
)

FACETS: Mapping[str, str] = {
    "energy data": "own energy use or emissions with their year",
    "energy management": "how energy is managed",
    "energy plan": "the state of an energy and climate plan, or why there is none",
    "adaptation strategy": "the state of an adaptation strategy, or why there is none",
}
"""What is asked for: concept of the vocabulary, and its name in findings."""

_OUTSIDE = ("participation report",)
_PLANNING = ("action", "investment", "proposals")
_NUMBER = re.compile(r"(?<![\w.])\d{2,}")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@rule(
    "CL07",
    category="climate",
    severity="warning",
    source="Good practice: energy management and strategies of adaptation; "
    "[VPP2027]; [EEL 5(1)]",
)
def energy_and_plans(programme: Programme, *, needed: int = 3) -> Verdict:
    """Energy data are told, and how the programme goes with energy and climate plans."""
    managed = _asserted(programme.mentions("energy management", outside=_OUTSIDE))
    told = {
        "energy data": next(_energy_data(programme), None),
        "energy management": next(managed, None),
        "energy plan": _plan(programme, "energy plan")
        or titled(programme, "energy plan"),
        "adaptation strategy": _plan(programme, "adaptation strategy")
        or titled(programme, "adaptation"),
    }
    if not any(told.values()):
        return _untold(programme)
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), quote) for each, quote in told.items()],
        needed=needed,
        found="Of energy data, energy management and the plans that go with the programme "
        "{having} of {total} are told.",
        missing="On energy and climate plans it is not said: {facet}.",
        absence=programme.absence("energy data"),
    )
    sought = (programme.absence(each) for each, quote in told.items() if quote is None)
    findings = tuple(
        replace(finding, evidence=(absence,))
        for finding, absence in zip(verdict.findings, sought, strict=True)
    )
    return replace(verdict, findings=findings)


def _untold(programme: Programme) -> Verdict:
    """The verdict where nothing is told: a plan that is promised or denied, or silence."""
    mentions = [
        each
        for each in programme.mentions("energy plan", outside=_OUTSIDE)
        if _is_own_plan(programme, each)
    ]
    if not mentions:
        spoken = _asserted(programme.mentions("own energy", outside=_OUTSIDE))
        if quote := next(spoken, None):
            return _only_spoken_of(programme, quote)
        silence = (
            "Nothing is said of own energy use or emissions, or of own energy and "
            "climate plans."
        )
        return programme.absent("energy plan", silence)
    quote = mentions[0].quote
    message = Message.of(
        "An energy and climate plan is mentioned, but neither its state nor energy data "
        "are told: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("energy data", message, quote)


def _only_spoken_of(programme: Programme, quote: Quote) -> Verdict:
    message = Message.of(
        "Energy is spoken of, but neither how much of it is used in which year nor the "
        "state of an energy plan is told: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("energy data", message, quote)


def _asserted(mentions: Iterable[Mention]) -> Iterator[Quote]:
    return (each.quote for each in mentions if each.stance is Stance.ASSERTED)


def _energy_data(programme: Programme) -> Iterator[Quote]:
    """Sentences and rows with a figure of energy or emissions and a year that is past."""
    for mention in programme.mentions("energy data", outside=_OUTSIDE):
        if programme.is_plan_table(mention.block, *_PLANNING):
            continue
        if mention.stance is Stance.NEGATED:
            continue
        if is_contents_title(mention.section.title):
            continue
        quote = whole_row(mention)
        has_figure = _has_figure(programme, mention, quote)
        if (
            has_figure
            and _has_year(programme, mention, quote)
            and _is_own(programme, quote)
        ):
            yield quote


def _has_figure(programme: Programme, mention: Mention, quote: Quote) -> bool:
    """Whether a figure with its unit stands there; the unit may head the table."""
    if speaks_of(programme, "energy figure", quote.text):
        return True
    if not isinstance(mention.block, Table):
        return False
    has_number = bool(_NUMBER.search(_YEAR.sub("", quote.text)))
    return has_number and programme.has_word(
        "energy_unit", f"{_heads(mention)} {quote.text}"
    )


def _has_year(programme: Programme, mention: Mention, quote: Quote) -> bool:
    """Whether a past year stands in the sentence or row, heads the table, or shortly before."""
    if names_past_year(programme, quote.text):
        return True
    if isinstance(mention.block, Table):
        return bool(_YEAR.search(_heads(mention)))
    return names_past_year(programme, _before(mention))


def _before(mention: Mention) -> str:
    """The paragraph of a sentence with the two before it."""
    blocks = mention.section.blocks
    indexes = (index for index, each in enumerate(blocks) if each is mention.block)
    index = next(indexes, 0)
    near = blocks[max(0, index - 2) : index + 1]
    return "\n".join(each.text for each in near if isinstance(each, Paragraph))


def _heads(mention: Mention) -> str:
    """What heads a table: its section, its caption, its first two rows; empty for text."""
    block = mention.block
    if not isinstance(block, Table):
        return ""
    rows = (
        text
        for index in range(min(2, block.row_count))
        for text in block.row_texts(index)
    )
    return " | ".join((*block.location.section[-1:], block.caption, *rows))


def _is_own(programme: Programme, quote: Quote) -> bool:
    """Whether figures are not those of the nation or of another country."""
    text = quote.text
    return not is_elsewhere(programme, text) or names_own_place(programme, text)


def _plan(programme: Programme, concept: str) -> Quote | None:
    """The sentence with the state of the municipality's own plan, or the decision against one."""
    for mention in programme.mentions(concept, outside=_OUTSIDE):
        if _decides_against(programme, mention.quote.text):
            return mention.quote
        is_there = mention.stance is Stance.ASSERTED and _has_status(programme, mention)
        if is_there and _is_own_plan(programme, mention):
            return mention.quote
    for mention in programme.mentions(concept, within="planning context"):
        is_own = programme.places.names_municipality(mention.quote.text)
        if is_own and _has_status(programme, mention):
            return mention.quote
    return None


def _is_own_plan(programme: Programme, mention: Mention) -> bool:
    """Whether a plan is the municipality's: by its name, or by what the sentence says.

    Energy and climate action plans are municipal unless they are called national; an
    adaptation plan is as often the nation's.
    """
    text = mention.quote.text
    if programme.has_word("national", text):
        return programme.places.names_municipality(text)
    if not speaks_of(programme, "adaptation strategy", text):
        return True
    own = speaks_of(programme, "own document", text)
    return own or programme.places.names_municipality(text)


def _decides_against(programme: Programme, text: str) -> bool:
    return speaks_of(programme, "no separate plan", text)


def _has_status(programme: Programme, mention: Mention) -> bool:
    return speaks_of(programme, "plan status", mention.quote.text)
