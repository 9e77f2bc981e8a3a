"""Climate: whether the programme knows what climate change means for its own places."""

from collections.abc import Mapping, Sequence

from plancheck.rules.asking import QUOTED, excerpt, first_quote, titled
from plancheck.rules.hazards import HAZARDS, local_hazards, named_hazards
from plancheck.rules.published_risks import against_published
from plancheck.rules.told_locally import told_events
from plancheck.rules.verdicts import capped
from plancheck.sdk import (
    Absence,
    Finding,
    Message,
    Paragraph,
    Part,
    Programme,
    Quote,
    Stance,
    Unsure,
    Verdict,
    rule,
)

CONCEPT = "climate change"
_OUTSIDE = ("participation report",)
_PLANS = ("strategic part", "action plan")


@rule(
    "CL01",
    category="climate",
    severity="warning",
    source="Good practice; projects of adaptation are supported that are set in a "
    "development programme: [MK 284/2024]",
)
def climate_part(
    programme: Programme, *, good: int = 400, weak: int = 150, local: int = 3
) -> Verdict:
    """A climate part stands in the main text."""
    part = programme.part("climate")
    if part is None or part.found_by != "heading":
        return _as_a_whole(programme) or _without_part(programme)
    words = _words(part)
    if part.is_annex:
        message = Message.of(
            "Climate change has its section only in an annex ({words} words), not in the "
            "main text.",
            words=words,
        )
        return Verdict(1, message, (Finding(message, (part.quote,)),), (part.quote,))
    is_local = words >= weak and _hazards_within(programme, part) >= local
    if words < good and not is_local:
        if whole := _as_a_whole(programme):
            return whole
        _refuse_if_told_elsewhere(programme, part, good)
        message = Message.of(
            "The sections on climate change have only {words} words in the main text; "
            "{good} are the least that can be local.",
            words=words,
            good=good,
        )
        score = 2 if words >= weak else 1
        return Verdict(
            score, message, (Finding(message, (part.quote,)),), (part.quote,)
        )
    return _placed(programme, part, words)


def _as_a_whole(programme: Programme) -> Verdict | None:
    """The verdict on a programme whose title says that all of it is on the climate."""
    if title := titled(programme, "adaptation"):
        message = Message("The programme as a whole is on adapting to climate change.")
        return Verdict(3, message, quotes=(title,))
    if title := titled(programme, CONCEPT):
        message = Message("The programme as a whole is on climate change.")
        return Verdict(3, message, quotes=(title,))
    return None


def _refuse_if_told_elsewhere(programme: Programme, part: Part, good: int) -> None:
    """Say that it cannot be told where paragraphs under other headings speak of it at length.

    Raises:
        Unsure: These have as many words as a climate part.
    """
    own = {id(paragraph) for paragraph in part.paragraphs}
    told: dict[int, tuple[int, Quote]] = {}
    for mention in programme.mentions(CONCEPT, outside=_OUTSIDE):
        block = mention.block
        if isinstance(block, Paragraph) and id(block) not in own:
            told.setdefault(id(block), (len(block.text.split()), mention.quote))
    words = sum(count for count, _ in told.values())
    if words >= good:
        quote = next(quote for _, quote in told.values())
        message = Message.of(
            "The sections headed so are short, but paragraphs with {words} words under "
            "other headings speak of climate change, as in “{quote}”",
            words=words,
            quote=excerpt(quote),
        )
        raise Unsure(message, quote, part.quote)


def _hazards_within(programme: Programme, part: Part) -> int:
    """How many hazards the part describes by something local, as a table of them does."""
    own = {section.location.section for section in part.walk()}
    quotes = local_hazards(programme).values()
    return sum(quote.location.section in own for quote in quotes)


def _placed(programme: Programme, part: Part, words: int) -> Verdict:
    """3, or 4 when climate change is spoken of both in the situation and in the plans."""
    situation = _spoken(programme, ("current situation",))
    plans = _spoken(programme, _PLANS)
    message = Message.of(
        "The sections on climate change have {words} words in the main text.",
        words=words,
    )
    quotes = tuple(each for each in (part.quote, situation, plans) if each)
    return Verdict(4 if situation and plans else 3, message, quotes=quotes)


def _spoken(programme: Programme, concepts: Sequence[str]) -> Quote | None:
    """The first sentence on climate change within one of these parts."""
    for concept in concepts:
        if part := programme.part(concept):
            mentions = programme.mentions(CONCEPT, within=part)
            if quote := first_quote(mentions, Stance.ASSERTED):
                return quote
    return None


def _words(part: Part) -> int:
    """The words of the part's paragraphs and of its tables."""
    cells = (cell for table in part.tables for cell in table.cells)
    return part.word_count + sum(len(cell.text.split()) for cell in cells)


def _without_part(programme: Programme) -> Verdict:
    """The verdict where no heading is on climate change: a mention, or nothing."""
    mentions = programme.mentions(CONCEPT, outside=_OUTSIDE)
    if not mentions:
        nearest = first_quote(programme.mentions("climate of a place"), Stance.ASSERTED)
        absence = programme.absence(CONCEPT, nearest=nearest)
        return Verdict.absent(
            "No section of the programme is on climate change.", absence
        )
    quote = mentions[0].quote
    message = Message.of(
        "Climate change has no section of its own; it is only mentioned: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned(CONCEPT, message, quote)


@rule(
    "CL02",
    category="climate",
    severity="warning",
    source="Good practice; [LVGMC 2022]",
)
def local_risks(programme: Programme, *, needed: int = 3) -> Verdict:
    """Local climate risks are described with local data."""
    named = named_hazards(programme)
    local = local_hazards(programme)
    events = told_events(programme)
    if len(local) < needed <= len(events):
        raise Unsure(
            Message.of(_EVENTS, quote=excerpt(events[0].quote)),
            *(each.quote for each in events[:QUOTED]),
        )
    if not named and not local:
        silence = "No climate hazard is named that threatens the territory."
        terms = tuple(programme.vocabulary.label(each) for each in HAZARDS)
        places = tuple(document.name for document in programme.documents)
        return Verdict.absent(silence, Absence(terms[:8], places))
    message = Message.of(
        "Climate hazards with a local class, figure, past event or place: {count} of "
        "{total} that are named.",
        count=len(local),
        total=len({**named, **local}),
    )
    score = (
        4 if len(local) > needed else 3 if len(local) == needed else 2 if local else 1
    )
    findings = () if score >= 3 else (_too_general(programme, local, named, needed),)
    verdict = Verdict(score, message, findings, tuple(local.values()))
    for finding in against_published(programme):
        verdict = capped(verdict, 2, finding)
    return verdict


_EVENTS = (
    "Local events and figures are told in the climate text, but of which climate hazards "
    "they are could not be told: “{quote}”"
)


def _too_general(
    programme: Programme,
    local: Mapping[str, Quote],
    named: Mapping[str, Quote],
    needed: int,
) -> Finding:
    """That hazards are named without anything local, or that too few are named."""
    general = [each for each in named if each not in local]
    if not general:
        message = Message.of(
            "Climate hazards described with something local: {count}; a local picture "
            "has at least {needed}.",
            count=len(local),
            needed=needed,
        )
        return Finding(message, tuple(local.values()))
    labels = ", ".join(programme.vocabulary.label(each) for each in general)
    sentence = (
        "Named without a local class, figure, past event or place: {hazards}; as in "
        "“{quote}”"
    )
    quotes = tuple(named[each] for each in general[:QUOTED])
    return Finding(
        Message.of(sentence, hazards=labels, quote=excerpt(quotes[0])), quotes
    )
