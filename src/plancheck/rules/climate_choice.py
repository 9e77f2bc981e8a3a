"""Climate: whether the municipality has chosen what to concentrate on."""

from collections.abc import Iterator
from typing import NamedTuple

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    is_national,
    names_own_place,
    row_quote,
    speaks_of,
    stance_on,
    titled,
)
from plancheck.rules.hazards import HAZARDS, local_hazards
from plancheck.sdk import (
    Finding,
    Mention,
    Message,
    Objective,
    Paragraph,
    Programme,
    Quote,
    Section,
    Stance,
    Unsure,
    Verdict,
    rule,
    sentences,
)

_TOPICS = ("weather", *HAZARDS)
_OPENING = 120
_WINDOW = 500
_ADAPTING = ("adaptation works", "adaptation")
_ORDERING = ("put first", "put after")
_LONGEST_HEADING = 8
_LONGEST_GOAL = 20
_STRATEGIC = ("goal", "long-term priority", "priority", "direction", "task")


class _Named(NamedTuple):
    """What stands among the objectives, with or without a code."""

    name: str
    quote: Quote


@rule(
    "CL04",
    category="climate",
    severity="warning",
    certainty="medium",
    source="Good practice: the peer review missed own paths, needs and priorities in the "
    "climate text",
)
def climate_choice(programme: Programme) -> Verdict:
    """The programme says what comes first in adapting to climate change."""
    if title := titled(programme, "adaptation"):
        message = Message("The programme as a whole is on adapting to climate change.")
        return Verdict(3, message, quotes=(title,))
    local = tuple(local_hazards(programme))
    choices = [
        each for each in _choices(programme) if _is_local(programme, each, local)
    ]
    choices.sort(key=lambda each: not _has_reason(programme, each))
    objectives = (*_objectives(programme), *_answered(programme, local))
    if not choices and not objectives:
        return _nothing(programme)
    specific = [each for each in objectives if _names(programme, each.name, local)]
    named = [each.quote for each in (specific or objectives)]
    quotes = tuple(dict.fromkeys([*(each.quote for each in choices[:1]), *named[:2]]))
    if choices and objectives:
        message = Message(
            "What comes first in adapting to climate change is said and stands among "
            "its objectives."
        )
        score = 4 if _has_reason(programme, choices[0]) else 3
        return Verdict(score, message, quotes=quotes)
    if specific:
        message = Message("Local climate hazards stand among the objectives.")
        return Verdict(3, message, quotes=quotes)
    if not choices and (perhaps := _perhaps(programme, local)):
        raise Unsure(Message.of(_PERHAPS, quote=excerpt(perhaps)), perhaps)
    finding = (
        _without_objective(programme, choices[0])
        if choices
        else _without_words(programme, objectives[0])
    )
    return Verdict(2, finding.message, (finding,), quotes)


def _objectives(programme: Programme) -> Iterator[_Named]:
    """What stands among the objectives and is on adapting, wherever objectives are told."""
    yield from (_Named(each.name, each.quote) for each in _adapting(programme))
    yield from _headed(programme)
    yield from _titled(programme)
    yield from _uncoded(programme)
    yield from _defined(programme)


def _choices(programme: Programme) -> Iterator[Mention]:
    """The sentences of climate and strategic part that choose, with a hazard in or after them.

    Elsewhere a sentence has to name adapting itself, and to be the municipality's own.
    """
    parts = (programme.part("climate"), programme.part("strategic part"))
    for part in parts:
        if part is None:
            continue
        for mention in programme.mentions("chosen focus", within=part):
            text = _around(mention)
            if (
                programme.named_among(_TOPICS, text)
                and mention.stance is not Stance.NEGATED
                and not is_national(programme, mention.quote.text)
            ):
                yield mention
    for mention in programme.mentions("chosen focus"):
        is_prose = isinstance(mention.block, Paragraph)
        if (
            is_prose
            and _is_on_adapting(programme, mention.quote.text)
            and mention.stance is Stance.ASSERTED
            and not is_national(programme, mention.quote.text)
        ):
            yield mention


_PERHAPS = (
    "Adapting stands among the objectives; whether it is said what comes first in it "
    "could not be told from: “{quote}”"
)


def _perhaps(programme: Programme, local: tuple[str, ...]) -> Quote | None:
    """The first sentence on an own place and weather there that puts something first or after."""
    parts = (programme.part("climate"), programme.part("strategic part"))
    for part in filter(None, parts):
        for paragraph in part.paragraphs:
            for sentence in sentences(paragraph.text):
                text = sentence.text
                is_own = names_own_place(programme, text) and not is_national(
                    programme, text
                )
                topics = ("weather", *_ADAPTING, *local)
                if (
                    is_own
                    and any(speaks_of(programme, each, text) for each in topics)
                    and any(speaks_of(programme, each, text) for each in _ORDERING)
                    and not speaks_of(programme, "open question", text)
                ):
                    return Quote(text, paragraph.location)
    return None


def _is_on_adapting(programme: Programme, text: str) -> bool:
    return bool(programme.named_among(_ADAPTING, text))


def _around(mention: Mention) -> str:
    """A sentence with those that follow in its paragraph; a cell by itself."""
    text, block = mention.quote.text, mention.block
    if not isinstance(block, Paragraph):
        return text
    start = max(0, block.text.find(text))
    return block.text[start : start + max(_WINDOW, len(text))]


def _is_local(programme: Programme, mention: Mention, local: tuple[str, ...]) -> bool:
    """Whether a choice names the municipality, a place, or a hazard known to strike here."""
    text = _around(mention)
    return names_own_place(programme, text) or _names(programme, text, local)


def _names(programme: Programme, text: str, hazards: tuple[str, ...]) -> bool:
    return bool(programme.named_among(hazards, text))


def _has_reason(programme: Programme, mention: Mention) -> bool:
    return speaks_of(programme, "reason", _around(mention))


def _adapting(programme: Programme) -> Iterator[Objective]:
    """The goals, priorities, directions and tasks that are about adapting."""
    for each in programme.objectives:
        if each.level in _STRATEGIC and _is_on_adapting(programme, each.name):
            yield each


def _defined(programme: Programme) -> Iterator[_Named]:
    """The paragraphs of the strategic part that set an objective, and to adapt with it.

    As `Priority 3. Safe river. To adapt the riverside to floods` does.
    """
    part = programme.part("strategic part")
    for paragraph in part.paragraphs if part else ():
        item = programme.levels.item(paragraph.text[:_OPENING])
        is_set = item is not None and item.code and item.level in _STRATEGIC
        if not is_set or programme.levels.level_word(paragraph.text) is None:
            continue
        for sentence in sentences(paragraph.text):
            stance = stance_on(programme, "adaptation", sentence.text)
            if stance is Stance.ASSERTED:
                quote = Quote(sentence.text, paragraph.location)
                yield _Named(excerpt(quote), quote)


def _answered(programme: Programme, local: tuple[str, ...]) -> Iterator[_Named]:
    """The rows of a table of hazards that name by its code what answers one of them."""
    part = programme.part("climate")
    planned = {row.code for row in programme.measures if row.code} | {
        each.code for each in programme.objectives
    }
    for table in part.tables if part else ():
        if programme.is_plan_table(table):
            continue
        for row_index in range(1, table.row_count):
            row = row_quote(table, row_index)
            hazard = table.text_at(row_index, 0)
            codes = {
                *programme.codes_in(row.text),
                *programme.numbered.named_in(row.text),
            }
            if _names(programme, hazard, local) and planned & codes:
                yield _Named(hazard, row)


def _uncoded(programme: Programme) -> Iterator[_Named]:
    """The goals, priorities and directions without codes that adapt, or name hazards.

    A name in plain words speaks of water, heat and cold where another speaks of adapting.
    """
    for each in programme.uncoded_objectives:
        hazards = len(programme.named_among(HAZARDS, each.name))
        if _is_on_adapting(programme, each.name) or hazards:
            yield _Named(each.name, each.quote)


def _headed(programme: Programme) -> Iterator[_Named]:
    """What is said of adapting below a heading of goals or priorities, for one without codes."""
    for concept in _ADAPTING:
        for mention in programme.mentions(concept):
            if (
                not programme.is_plan_table(mention.block)
                and _is_chosen(programme, mention)
                and mention.stance is Stance.ASSERTED
                and not is_national(programme, mention.quote.text)
            ):
                yield _Named(excerpt(mention.quote), mention.quote)


def _titled(programme: Programme) -> Iterator[_Named]:
    """Headings of goals that are on a hazard or on adapting: `Objective 3. Less flood risk`."""
    for section in programme.walk():
        title = section.title
        is_goal = len(title.split()) <= _LONGEST_GOAL and _is_goal(programme, section)
        if is_goal and programme.named_among((*_ADAPTING, *HAZARDS), title):
            yield _Named(title, Quote(title, section.location))


def _is_goal(programme: Programme, section: Section) -> bool:
    """Whether a heading, or one above it, is of a numbered goal or of chosen priorities."""
    return any(
        speaks_of(programme, concept, title)
        for title in section.location.section
        for concept in ("numbered goal", "chosen heading")
    )


def _is_chosen(programme: Programme, mention: Mention) -> bool:
    """Whether the heading right over a mention is of goals or priorities in adapting.

    A chapter of priorities may speak of climate change without choosing anything.
    """
    title = mention.section.title
    is_short = len(title.split()) <= _LONGEST_HEADING
    return is_short and all(
        any(speaks_of(programme, concept, title) for concept in concepts)
        for concepts in (("chosen heading",), _ADAPTING)
    )


def _without_objective(programme: Programme, choice: Mention) -> Finding:
    sentence = (
        "No goal, priority, direction or task takes up what is said of adapting to climate "
        "change: “{quote}”"
    )
    message = Message.of(sentence, quote=excerpt(choice.quote))
    return Finding(message, (choice.quote, programme.absence("adaptation")))


def _without_words(programme: Programme, objective: _Named) -> Finding:
    message = Message.of(
        "“{name}” stands among the objectives, but it is not said which local needs in "
        "adapting to climate change come first.",
        name=objective.name,
    )
    return Finding(message, (objective.quote, programme.absence("chosen focus")))


def _nothing(programme: Programme) -> Verdict:
    """The verdict where nothing is chosen: climate change only mentioned, or not even that."""
    mentions = programme.mentions("climate change", outside=("participation report",))
    told = [each for each in mentions if each.quote.text.endswith(".")]
    quote = first_quote((*told, *mentions), Stance.ASSERTED)
    if quote is None:
        silence = "Nothing is said of what matters in adapting to climate change."
        return programme.absent("adaptation", silence)
    message = Message.of(
        "Climate change is spoken of, but not what is needed and what comes first in "
        "adapting to it: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("chosen focus", message, quote)
