"""Territory: whether the programme knows how its places are linked, and uses it."""

import re
from collections.abc import Sequence

from plancheck.rules.asking import (
    QUOTED,
    excerpt,
    first_quote,
    only_denies,
    plan_rows,
    speaks_of,
)
from plancheck.rules.told_journeys import describes, told_journeys
from plancheck.sdk import (
    CAPITALS,
    Finding,
    Heading,
    Measure,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Section,
    Stance,
    Table,
    Unsure,
    Verdict,
    fold,
    rule,
)

CONCEPT = "functional links"
_CODE = re.compile(r"[^\W_]{0,4}-?\d+(?:\.\d+)*")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?:[ \u00a0]\d{3})*(?![\d.])")
_FIGURE = re.compile(r"\d")
_PROPER = re.compile(rf"(?<=[\w,;–-] )[{CAPITALS}][^\W\d_]{{2,}}")
_NO_ROWS = Message(
    "Links between places are described, but the programme has no table of measures in "
    "which their use could be sought."
)
_PERHAPS = (
    "Whether it is told how the places are linked could not be told from: “{quote}”"
)
_ABOVE = frozenset({"goal", "priority", "direction", "task"})
"""Columns that say what a row stands under, and many rows alike."""
_STEM = 5
_DESCRIBED = 3
"""Sentences on the links that make a description, with or without a heading."""


@rule(
    "TF03",
    category="territory",
    criteria=("T3", "T4"),
    severity="warning",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def functional_links(programme: Programme) -> Verdict:
    """Functional links and development centres are described, and measures use them."""
    mentions = tuple(_mentions(programme))
    named = [each for each in mentions if _is_said(programme, each)]
    told = tuple(told_journeys(programme))
    is_told = any(describes(programme, each) for each in told)
    said = [*named, *told] if is_told else named
    if not said:
        return _without(programme, mentions, told)
    sections = _sections(programme, said)
    quotes = tuple(dict.fromkeys(each.quote for each in said))[:QUOTED]
    is_described = is_told or len(said) >= _DESCRIBED or any(map(_has_flow, said))
    if not sections and not is_described:
        return _only_mentioned(programme, quotes)
    if not any(_is_of_places(programme, text) for text in _texts(sections, said)):
        message = Message.of(
            "Links between places are spoken of in general, without a place or a figure: "
            "“{quote}”",
            quote=excerpt(quotes[-1]),
        )
        return _partly(message, quotes)
    if not plan_rows(programme):
        raise Unsure(_NO_ROWS, *quotes)
    users = _users(programme, sections, said)
    if not users:
        message = Message(
            "Links between places are described, but no measure or project uses them."
        )
        return _partly(message, quotes)
    message = Message.of(
        "Links between places are described; measures and projects that use them: {count}.",
        count=len(users),
    )
    has_figures = any(map(_has_figures, sections))
    return Verdict(4 if has_figures else 3, message, quotes=(*quotes, *users[:2]))


def _only_mentioned(programme: Programme, quotes: tuple[Quote, ...]) -> Verdict:
    message = Message.of(
        "Links between places are only mentioned, not described: “{quote}”",
        quote=excerpt(quotes[0]),
    )
    absence = programme.absence(CONCEPT, nearest=quotes[0])
    finding = Finding(message, (quotes[0], absence))
    return Verdict(1, message, (finding,), quotes, absence)


def _partly(message: Message, quotes: tuple[Quote, ...]) -> Verdict:
    return Verdict(2, message, (Finding(message, quotes),), quotes)


def _mentions(programme: Programme) -> Sequence[Mention]:
    """What is said of links outside the plan tables, whose rows are sought apart."""
    outside = ("participation report", "monitoring procedure")
    return [
        each
        for each in programme.mentions(CONCEPT, outside=outside)
        if not programme.is_plan_table(each.block)
    ]


def _is_said(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence tells of links, or a heading below which they are not denied."""
    if mention.stance is not Stance.ASSERTED:
        return False
    is_heading = isinstance(mention.block, Heading)
    return not (is_heading and only_denies(programme, CONCEPT, mention.section))


def _is_of_places(programme: Programme, text: str) -> bool:
    """Whether a text names a place, a distance or a number; a definition names none."""
    own = (programme.municipality or "", *programme.places.units)
    stems = [fold(name)[:_STEM] for name in own if len(name) >= _STEM]
    folded = fold(text)
    names_own = any(re.search(rf"\b{re.escape(stem)}", folded) for stem in stems)
    return names_own or bool(_FIGURE.search(text) or _PROPER.search(text))


def _has_flow(mention: Mention) -> bool:
    """Whether one sentence gives several numbers: how many come, from how far."""
    return len(_NUMBER.findall(mention.quote.text)) >= 2


def _sections(programme: Programme, said: Sequence[Mention]) -> tuple[Section, ...]:
    """The sections whose heading names the links, else those with several sentences on them."""
    by_id = {id(each.section): each.section for each in said}
    headed = [
        each
        for each in by_id.values()
        if speaks_of(programme, CONCEPT, each.title) and each.blocks
    ]
    counts = {key: sum(id(each.section) == key for each in said) for key in by_id}
    dense = [by_id[key] for key, count in counts.items() if count >= _DESCRIBED]
    return tuple(headed or dense)


def _users(
    programme: Programme, sections: Sequence[Section], said: Sequence[Mention]
) -> list[Quote]:
    """The rows that a description names by code, and those that name a link themselves."""
    texts = _texts(sections, said)
    codes = {code for text in texts for code in _CODE.findall(text)}
    named = {code for text in texts for code in programme.codes_in(text)}
    return [
        row.quote
        for row in plan_rows(programme)
        if (len(row.code) > 1 and row.code.rstrip(".") in codes)
        or row.code in named
        or _is_linking(programme, row)
    ]


def _texts(sections: Sequence[Section], said: Sequence[Mention]) -> list[str]:
    """The paragraphs of the sections, and those in which something else is said."""
    paragraphs = [
        block.text
        for section in sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]
    others = (each for each in said if not isinstance(each.block, Heading))
    return paragraphs + [
        each.block.text if isinstance(each.block, Paragraph) else each.quote.text
        for each in others
    ]


def _is_linking(programme: Programme, row: Measure) -> bool:
    """Whether a row itself is on a link, such as a joint service or a bus on demand."""
    cells = (cell for concept, cell in row.cells.items() if concept not in _ABOVE)
    texts = (row.name, *(cell.text for cell in cells))
    return any(
        speaks_of(programme, each, text)
        for each in (CONCEPT, "linking service")
        for text in texts
    )


def _has_figures(section: Section) -> bool:
    """Whether a section tells flows or distances: a table, or several figures."""
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    figures = sum(len(_FIGURE.findall(text)) for text in texts)
    return figures > 8 or any(isinstance(block, Table) for block in section.blocks)


def _without(
    programme: Programme, mentions: Sequence[Mention], told: Sequence[Mention]
) -> Verdict:
    """The verdict where the links are not asserted: denied, put off, or not named."""
    sentence = (
        "Nothing tells how the places are linked: no centres, commuting or reach of "
        "services."
    )
    denied = first_quote(mentions, Stance.NEGATED, Stance.PROMISED)
    if denied is None and told:
        message = Message.of(_PERHAPS, quote=excerpt(told[0].quote))
        raise Unsure(message, *(each.quote for each in told[:QUOTED]))
    if denied is None:
        return programme.absent(CONCEPT, sentence)
    message = Message.of(
        "Links between places are spoken of only as missing or still to come: “{quote}”",
        quote=excerpt(denied),
    )
    return programme.only_mentioned(CONCEPT, message, denied)
