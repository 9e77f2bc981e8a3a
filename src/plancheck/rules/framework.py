"""Document structure: whether the strategic part sets what the plans are to carry out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from plancheck.rules.asking import (
    QUOTED,
    excerpt,
    first_quote,
    only_denies,
    speaks_of,
)
from plancheck.sdk import (
    Facet,
    Finding,
    Heading,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Section,
    Stance,
    Table,
    Verdict,
    fold,
    rule,
)

PART = "strategic part"
FACETS = {
    "vision": "a vision, or a reference to that of the strategy",
    "strategic goal": "a strategic goal",
    "medium-term priority": "a medium-term priority",
    "action direction": "an action direction",
}
_LEVELS = {
    "strategic goal": ("goal", "long-term priority"),
    "medium-term priority": ("priority",),
    "action direction": ("direction",),
}
_OUTSIDE = ("participation report",)
_HEADER_ROWS = 2
_LONGEST_HEADING = 8
"""Words of a heading or a header cell that names what stands below it."""
_MARKS = frozenset(":–-„“(")
_OPENING = 100
"""Characters of a line that opens a list."""
_LABEL = 40
"""Characters within which a line that sets something names what it is."""


@rule(
    "DS03",
    category="structure",
    criteria=("S1",),
    severity="error",
    certainty="medium",
    source="[TAPL 1(1)]: a development programme sets medium-term priorities",
)
def strategic_part(
    programme: Programme, *, needed: int = 4, words: int = 40
) -> Verdict:
    """The strategic part sets vision, goals, priorities and action directions."""
    part = programme.part(PART)
    found = {concept: where_set(programme, concept) for concept in FACETS}
    if part is None and not any(found.values()):
        return programme.absent(
            PART,
            "No section that sets goals and priorities was found in the supplied files.",
        )
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), quote) for each, quote in found.items()],
        needed=needed,
        found="{having} of {total} things that a strategic part sets were found.",
        missing="Not found in the strategic part: {facet}.",
    )
    findings = _with_sought(programme, verdict, found)
    bare = _unexplained(programme, words) if verdict.passes else None
    quotes = ((part.quote,) if part else ()) + tuple(filter(None, found.values()))
    return Verdict(
        score=max(1, min(verdict.score, 3) if bare else verdict.score),
        message=verdict.message,
        findings=(*findings, bare) if bare else findings,
        quotes=tuple(dict.fromkeys(quotes)),
    )


def _with_sought(
    programme: Programme, verdict: Verdict, found: Mapping[str, Quote | None]
) -> tuple[Finding, ...]:
    """The findings with what was sought, and the sentence that only speaks of it."""
    lacking = [concept for concept, quote in found.items() if quote is None]
    return tuple(
        replace(finding, evidence=(programme.absence(concept, nearest=nearest),))
        for finding, concept in zip(verdict.findings, lacking, strict=True)
        for nearest in [first_quote(programme.mentions(concept), Stance.ASSERTED)]
    )


def where_set(programme: Programme, concept: str) -> Quote | None:
    """Where the programme sets a vision, goal, priority or direction of its own."""
    if concept == "vision":
        return next(_visions(programme), None)
    levels = _LEVELS[concept]
    coded = (
        each.quote
        for each in programme.objectives
        if each.level in levels and each.origin == PART and each.name
    )
    uncoded = (
        each.quote for each in programme.uncoded_objectives if each.level in levels
    )
    candidates = (
        coded,
        _coded_headings(programme, levels),
        _named(programme, concept),
        uncoded,
        _in_chapters(programme, levels),
        _headed_in_plans(programme, concept),
        _led_by_goals(programme) if concept == "action direction" else (),
        _numbered_goals(programme) if concept == "strategic goal" else (),
    )
    return next(chain(*candidates), None)


def _in_chapters(programme: Programme, levels: Sequence[str]) -> Iterator[Quote]:
    """Coded banners of the tables of chapters that are a priority each.

    Such a programme sets its directions there, and has only the priorities in its
    strategic part: `4. Priority P1: Health`, and in its table `RV 1.1. Care`.
    """
    for objective in programme.objectives:
        if objective.level in levels and objective.name:
            path = objective.quote.location.section
            items = map(programme.levels.heading, path)
            if any(each and each.code and each.level == "priority" for each in items):
                yield objective.quote


def _headed_in_plans(programme: Programme, concept: str) -> Iterator[Quote]:
    """The column of a plan that says what its rows serve, where no objective has a code."""
    for table in () if programme.objectives else programme.tables:
        for level in _LEVELS[concept]:
            if table.filled(level) and (quote := table.column_quote(level)):
                yield quote


def _led_by_goals(programme: Programme) -> Iterator[Quote]:
    """The goals that measures stand right below, in a strategy that has no level between."""
    objectives = (*programme.objectives, *programme.uncoded_objectives)
    goals = {each.code: each.quote for each in objectives if each.level == "goal"}
    for row in programme.measures:
        if row.parents and (quote := goals.get(row.parents[-1])):
            yield quote


def _numbered_goals(programme: Programme) -> Iterator[Quote]:
    """Headings that number goals or strategies: `Strategy 1: Improve the resilience`."""
    for section in programme.walk():
        if section.heading and speaks_of(programme, "told goal", section.title):
            yield Quote(section.title, section.location)


def _visions(programme: Programme) -> Iterator[Quote]:
    """The sentences that state the vision or name that of the strategy, own part first."""
    for mention in _own_part_first(programme, "vision"):
        if isinstance(mention.block, Heading):
            if mention.section.word_count and not only_denies(
                programme, "vision", mention.section
            ):
                yield mention.quote
        elif isinstance(mention.block, Paragraph) and mention.section_path:
            yield mention.quote


def _own_part_first(programme: Programme, concept: str) -> Iterator[Mention]:
    """What is asserted of a concept, in the strategic part and then elsewhere."""
    part = programme.part(PART)
    inside = programme.mentions(concept, within=part) if part else ()
    for mention in (*inside, *programme.mentions(concept, outside=_OUTSIDE)):
        if mention.stance is Stance.ASSERTED:
            yield mention


def _coded_headings(programme: Programme, levels: Sequence[str]) -> Iterator[Quote]:
    """Headings that begin with a code or number of the level, such as `VTP1. Droši ceļi`."""
    reader = programme.levels
    for section in programme.walk():
        item = reader.item(section.title) if section.heading else None
        if not item or item.level not in levels or not item.code or not item.name:
            continue
        if item.code.prefix or reader.level_word(section.title):
            yield Quote(section.title, section.location)


def _named(programme: Programme, concept: str) -> Iterator[Quote]:
    """Headings, lines and columns that are called so and hold something."""
    for mention in _own_part_first(programme, concept):
        block = mention.block
        if isinstance(block, Heading):
            is_set = (
                _is_short(block.text)
                and _holds(mention.section)
                and not only_denies(programme, concept, mention.section)
            )
        elif isinstance(block, Table):
            is_plan = programme.is_plan_table(block)
            is_set = not is_plan and _heads_column(block, mention)
        else:
            text = mention.quote.text
            is_shown = speaks_of(programme, "shown in a figure", text)
            is_set = is_shown or _is_label(mention, block)
        if is_set:
            yield mention.quote


def _is_short(text: str) -> bool:
    return len(text.split()) <= _LONGEST_HEADING


def _holds(section: Section) -> bool:
    return bool(section.word_count or section.tables)


def _heads_column(table: Table, mention: Mention) -> bool:
    """Whether a cell heads a column in which something stands."""
    row, column = (
        mention.quote.location.row_number,
        mention.quote.location.column_number,
    )
    if row is None or column is None or row > _HEADER_ROWS:
        return False
    return _is_short(table.text_at(row - 1, column - 1)) and any(
        table.text_at(index, column - 1).strip()
        for index in range(row, table.row_count)
    )


def _is_label(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether a line says what follows it: `1. prioritāte: droši ceļi`, `The goals are to:`."""
    start = fold(paragraph.text).find(fold(mention.term))
    if paragraph.text.rstrip().endswith(":") and len(paragraph.text) <= _OPENING:
        return 0 <= start < _LABEL
    after = paragraph.text[start + len(mention.term) :].lstrip()
    if after[:1] == "." and len(after) > _LONGEST_HEADING:  # `3.2. Goals. G1 – Jobs; …`
        return not any(map(str.isalpha, paragraph.text[: max(0, start)]))
    return 0 <= start < _LABEL and after[:1] in _MARKS and len(after) > 1


def _unexplained(programme: Programme, words: int) -> Finding | None:
    """That the priorities are only listed; None where something is said of them."""
    part = programme.part(PART)
    priorities = [
        each
        for each in programme.objectives
        if each.level == "priority" and each.origin == PART
    ]
    if part is None or not priorities:
        return None
    cells = (cell.text for table in part.tables for cell in table.cells)
    count = part.word_count + sum(len(text.split()) for text in cells)
    if count >= words * len(priorities):
        return None
    message = Message.of(
        "The {count} priorities are only listed, without a reason, such as “{quote}”.",
        count=len(priorities),
        quote=excerpt(priorities[0].quote),
    )
    return Finding(message, tuple(each.quote for each in priorities[:QUOTED]))
