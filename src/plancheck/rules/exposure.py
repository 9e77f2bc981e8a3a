"""Climate: who and what is exposed to it, and where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from plancheck.rules.asking import QUOTED, excerpt, is_elsewhere, speaks_of, stance_on
from plancheck.rules.hazards import HAZARDS, hazard_mentions
from plancheck.rules.told_locally import told_locally
from plancheck.sdk import (
    Facet,
    Location,
    Message,
    Programme,
    Quote,
    Stance,
    Statement,
    Unsure,
    Verdict,
    measure_specificity,
    rule,
)

SECTORS = (
    "exposed works",
    "exposed rescue",
    "exposed health",
    "exposed nature",
    "exposed farming",
    "exposed tourism",
)
"""The fields of the national adaptation plan, as concepts of the vocabulary."""

_GROUP = "exposed group"
_PLACE = "place"


@rule(
    "CL03",
    category="climate",
    severity="warning",
    certainty="medium",
    source="Good practice: risk and vulnerability assessment of the Covenant of Mayors",
)
def exposure(programme: Programme, *, sectors: int = 2, many: int = 4) -> Verdict:
    """It is said who and what is exposed to climate hazards, and where."""
    told = _told(programme)
    if not _is_whole(told, sectors) and (loose := _perhaps(programme, sectors)):
        raise Unsure(Message.of(_PERHAPS, quote=excerpt(loose[0])), *loose[:QUOTED])
    if not told:
        return _untold(programme)
    named = [quote for concept, quote in told.items() if concept in SECTORS]
    several = Message.of("which sectors, at least {count}", count=sectors)
    verdict = Verdict.of_checklist(
        [
            Facet(several, named[0] if len(named) >= sectors else None),
            Facet(Message("which groups of people"), told.get(_GROUP)),
            Facet(Message("which places"), told.get(_PLACE)),
        ],
        needed=3,
        found="Of sectors, groups of people and places that climate hazards endanger, "
        "{having} of {total} are told.",
        missing="Of what climate hazards endanger it is not said {facet}.",
        absence=programme.absence("exposure"),
    )
    highest = 4 if len(named) >= many else 3
    return replace(
        verdict,
        score=max(1, min(verdict.score, highest)),
        quotes=tuple(dict.fromkeys(verdict.quotes)),
    )


_PERHAPS = (
    "Sectors, people and places are named in the climate text, but whether they are told "
    "as exposed to climate hazards could not be told: “{quote}”"
)


def _is_whole(told: Mapping[str, Quote], sectors: int) -> bool:
    """Whether sectors enough, a group and a place are told."""
    named = sum(concept in SECTORS for concept in told)
    return named >= sectors and _GROUP in told and _PLACE in told


def _perhaps(programme: Programme, sectors: int) -> tuple[Quote, ...]:
    """The sentences on own places that name all of it, though no word says that it is exposed."""
    told: dict[str, Quote] = {}
    statements = tuple(told_locally(programme))
    for each in statements:
        for concept in _concepts(programme, each):
            told.setdefault(concept, each.quote)
    return tuple(dict.fromkeys(told.values())) if _is_whole(told, sectors) else ()


def _untold(programme: Programme) -> Verdict:
    """The verdict where nothing exposed is told: hazards that are named, or silence."""
    mentions = (
        each for hazard in HAZARDS for each in hazard_mentions(programme, hazard)
    )
    quote = next(
        (
            each.quote
            for each in mentions
            if speaks_of(programme, "exposure", each.quote.text)
            and not is_elsewhere(programme, each.quote.text)
        ),
        None,
    )
    if quote is None:
        return programme.absent(
            "exposure", "No text says who or what climate hazards endanger, or where."
        )
    message = Message.of(
        "That hazards endanger something is said, but not whom, what and where: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("exposure", message, quote)


def _told(programme: Programme) -> Mapping[str, Quote]:
    """Sectors, groups and places named with a hazard, each with the sentence that tells most."""
    told: dict[str, Quote] = {}
    tied = [(each, _concepts(programme, each)) for each in _tied(programme)]
    for statement, concepts in sorted(tied, key=lambda each: -len(each[1])):
        for concept in concepts:
            told.setdefault(concept, statement.quote)
    return told


def _concepts(programme: Programme, statement: Statement) -> tuple[str, ...]:
    text = statement.quote.text
    named = (
        concept
        for concept in programme.named_among((*SECTORS, _GROUP), text)
        if stance_on(programme, concept, text) not in {None, Stance.NEGATED}
    )
    places = statement.places or programme.places.find_located(text)
    return (*named, _PLACE) if places else tuple(named)


def _tied(programme: Programme) -> Iterator[Statement]:
    """The statements in the climate part on what weather endangers, and on hazards elsewhere.

    What is planned against a hazard does not say what it endangers.
    """
    part = programme.part("climate")
    if part is not None:
        local = measure_specificity(programme, part.sections).statements
        for _, block in groupby(local, key=_block):
            yield from _tied_in(programme, tuple(block))
    for hazard in HAZARDS:
        for mention in hazard_mentions(programme, hazard):
            text = mention.quote.text
            places = programme.places.find(text)
            places = places or programme.places.find_located(text)
            is_here = places or not is_elsewhere(programme, text)
            if is_here and speaks_of(programme, "exposure", text):
                yield Statement(mention.quote, len(text.split()), places)
    yield from _measured(programme)


def _measured(programme: Programme) -> Iterator[Statement]:
    """Where a hazard is measured, as an indicator of it says: there it threatens."""
    for row in programme.indicators:
        if not programme.named_among(HAZARDS, row.name):
            continue
        table, indexes = row.place.table, [row.place.row_index]
        own = [cell for cell in row.cells.values() if cell.table is table]
        indexes += [cell.row_index for cell in own]
        for index in range(min(indexes), max(indexes) + 1):  # a sheet has many rows
            text = " | ".join(filter(None, table.row_texts(index)))
            found = programme.places.find(text) or programme.places.find_located(text)
            if found:
                quote = Quote(text, table.location_of(index))
                yield Statement(quote, len(text.split()), found)


def _is_on_weather(programme: Programme, text: str) -> bool:
    topics = ("weather", "climate change", *HAZARDS)
    return bool(programme.named_among(topics, text))


def _block(statement: Statement) -> tuple[int, Location | None]:
    """The paragraph of a sentence, the table of a row."""
    table = statement.table
    return (id(table), None) if table else (0, statement.quote.location)


def _tied_in(programme: Programme, block: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of a paragraph or table that speaks of weather and of exposure.

    The heading above it, or the head of the table, may be what says exposure or weather.
    """
    table, first = block[0].table, block[0].quote
    heads = (" | ".join(table.row_texts(0)), table.caption) if table else ()
    if speaks_of(programme, "responsible", " | ".join(heads)):
        return
    above = (*first.location.section[-1:], *heads)
    own = [each for each in block if not each.is_national]
    about = " | ".join((*above, *(each.quote.text for each in own)))
    if not speaks_of(programme, "exposure", about):
        return
    weather = [_is_on_weather(programme, each.quote.text) for each in own]
    is_below_weather = any(map(partial(_is_on_weather, programme), above))
    for each, is_on_weather in zip(own, weather, strict=True):
        exposed = not table and speaks_of(programme, "exposure", each.quote.text)
        if is_on_weather or (exposed and (is_below_weather or any(weather))):
            yield each
