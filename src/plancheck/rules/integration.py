"""Cross-sectoral integration: measures that reach beyond their own sector."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from plancheck.rules.asking import (
    NO_ROWS,
    QUOTED,
    excerpt,
    first_quote,
    plan_rows,
    quotes_of,
    speaks_of,
    spelt_out,
)
from plancheck.rules.discourse import is_served
from plancheck.rules.sectors import link_matrix, sectors_in
from plancheck.rules.told_links import joined_sectors, linked_rows, told_sectors
from plancheck.sdk import (
    Facet,
    Finding,
    Measure,
    Message,
    Objective,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    not_applicable,
    rule,
)

FACETS: Mapping[str, str] = {
    "theme climate": "climate and energy",
    "theme access": "inclusion and accessibility",
    "theme digital": "digitalisation",
    "theme equality": "equal opportunities",
}
"""The cross-cutting themes: concept of the vocabulary, and its name in findings."""

_BODIES = ("responsible", "executor", "partner")
_DEEDS = ("name", "measure", "project", "task", "description", "result", "target group")
_CHAPTERS = ("priority", "direction", "task")
_GOALS = ("goal", "long-term priority")
"""What measures of any chapter may serve."""
_FEWEST = 3
"""Rows that a column must have to say something of the whole plan."""


@rule(
    "CI01",
    category="integration",
    criteria=("C1",),
    severity="warning",
    certainty="medium",
    source="[(EU) 2021/1060 29(1)(c)] for territorial strategies; for other "
    "programmes good practice",
)
def links_across_sectors(
    programme: Programme, *, complementing: float = 0.3, crossing: float = 0.2
) -> Verdict:
    """Measures are linked across sectors."""
    rows = plan_rows(programme) or not_applicable(NO_ROWS)
    groups = (rows, programme.measures) if programme.measures else (rows,)
    joining = _joining(programme, groups)
    ways = [_by_partners(joining, group, crossing) for group in groups]
    columned = [row for row in rows if _has_column(programme, row)]
    if len(columned) >= min(_FEWEST, len(rows)):
        ways.append(_by_column(columned, complementing))
    if matrix := link_matrix(programme):
        message = Message("A matrix shows which directions and sectors are linked.")
        ways.append(Verdict(3, message, quotes=(matrix,)))
    ways.append(_by_sentences(programme, rows, complementing))
    best = max(ways, key=lambda way: way.score)
    if best.passes:
        return best
    if joined := joined_sectors(programme):
        message = Message.of(
            "The text joins bodies of several sectors, but in which measures could not "
            "be told: “{quote}”",
            quote=excerpt(joined[0]),
        )
        raise Unsure(message, *joined[:QUOTED])
    if best.score and not any(row.says(*_BODIES) for row in rows):
        message = Message.of(
            "No row of the plans has a column for the bodies that carry it out, so whether "
            "measures join several sectors could not be told; in words {count} of {total} do.",
            count=sum(id(row) in joining for row in rows),
            total=len(rows),
        )
        raise Unsure(message, *quotes_of(rows))
    return _slogan(programme, [row for row in rows if id(row) not in joining], best)


def _joining(
    programme: Programme, groups: Iterable[Sequence[Measure]]
) -> AbstractSet[int]:
    """The ids of the rows that join bodies of two or more sectors."""
    rows = {id(row): row for row in chain.from_iterable(groups)}
    return {key for key, row in rows.items() if len(_sectors(programme, row)) > 1}


def _by_partners(
    joining: AbstractSet[int], rows: Sequence[Measure], crossing: float
) -> Verdict:
    verdict = Verdict.of_share(
        rows,
        having=lambda row: id(row) in joining,
        found="{having} of {total} measures and projects join bodies of two or more "
        "sectors.",
        missing="",
        pass_at=crossing,
    )
    return replace(verdict, findings=())


def _by_sentences(
    programme: Programme, rows: Sequence[Measure], complementing: float
) -> Verdict:
    """Which measures the text links with each other or with another sector."""
    linked = linked_rows(programme)
    verdict = Verdict.of_share(
        rows,
        having=lambda row: (row.code or row.name) in linked,
        found="{having} of {total} measures and projects are linked with others in the "
        "text.",
        missing="",
        pass_at=complementing,
    )
    quotes = tuple(dict.fromkeys(linked.values()))[:QUOTED]
    return replace(verdict, findings=(), quotes=quotes)


def _by_column(rows: Sequence[Measure], complementing: float) -> Verdict:
    verdict = Verdict.of_share(
        rows,
        having=lambda row: row.field("complementarity"),
        found="{having} of {total} measures and projects name what they complement.",
        missing="",
        pass_at=complementing,
    )
    return replace(verdict, findings=())


def _has_column(programme: Programme, row: Measure) -> bool:
    """Whether a row has a column for other measures; links to other documents are none."""
    field = row.field("complementarity")
    is_other = speaks_of(programme, "link to a document", field.label)
    return row.has_column("complementarity") and not is_other


def _sectors(programme: Programme, row: Measure) -> set[str]:
    """The sectors of those who answer for a row, take part in it or are served by it."""
    texts = (row.field(concept).text for concept in _BODIES)
    text = spelt_out(programme, " | ".join(each for each in texts if each))
    return sectors_in(programme, text) | told_sectors(programme, row)


def _slogan(programme: Programme, lone: Sequence[Measure], best: Verdict) -> Verdict:
    """The verdict where too little is linked: shares, or a word for it, or nothing.

    Args:
        programme: The programme.
        lone: The rows that join no sectors.
        best: The best that was found.
    """
    mentions = [
        mention
        for mention in programme.mentions("synergy")
        if not isinstance(mention.block, Table)
    ]
    nearest = first_quote(mentions, Stance.ASSERTED, Stance.NEGATED)
    absence = programme.absence("synergy", nearest=nearest)
    score = max(best.score, 1 if nearest else 0)
    if best.score == 0 and nearest is not None:
        message = Message.of(
            "Links across sectors are spoken of, but no measure shows one: “{quote}”",
            quote=excerpt(nearest),
        )
    elif best.score == 0:
        message = Message(
            "No measure names what it complements, or joins bodies of several sectors."
        )
    else:
        message = best.message
    finding = Finding(message, (*quotes_of(lone), absence))
    return Verdict(score, message, (finding,), best.quotes, absence)


@rule(
    "CI02",
    category="integration",
    criteria=("C4",),
    severity="info",
    certainty="medium",
    source="Good practice: cross-cutting themes are a criterion of the peer review of "
    "urban strategies",
)
def cross_cutting_themes(programme: Programme, *, needed: int = 3) -> Verdict:
    """Cross-cutting themes have measures outside their own chapter."""
    rows = plan_rows(programme) or not_applicable(NO_ROWS)
    above = {each.code: each for each in programme.objectives}
    chapters = {id(row): tuple(_chapters(row, above)) for row in rows}
    quotes = {theme: _outside(programme, rows, chapters, theme) for theme in FACETS}
    if not any(quotes.values()):
        return _without_themes(programme)
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[theme]), quotes[theme]) for theme in FACETS],
        needed=needed,
        found="{having} of {total} cross-cutting themes have a measure outside their own "
        "chapter.",
        missing="No measure outside its own chapter serves {facet}.",
    )
    lacking = [theme for theme in FACETS if quotes[theme] is None]
    findings = (
        replace(finding, evidence=(programme.absence(theme),))
        for finding, theme in zip(verdict.findings, lacking, strict=True)
    )
    return replace(verdict, findings=tuple(findings))


def _without_themes(programme: Programme) -> Verdict:
    """The verdict where no theme has a measure: a paragraph on principles, or nothing."""
    concept = "horizontal principle"
    mentions = programme.mentions(concept)
    principle = first_quote(mentions, Stance.ASSERTED, Stance.PROMISED)
    absence = programme.absence(concept, nearest=principle)
    if principle is None:
        silence = "No measure outside its own chapter serves a cross-cutting theme."
        return Verdict.absent(silence, absence)
    message = Message.of(
        "Cross-cutting themes are named as principles, but no measure outside their own "
        "chapters serves them: “{quote}”",
        quote=excerpt(principle),
    )
    return Verdict.only_mentioned(message, absence)


def _outside(
    programme: Programme,
    rows: Sequence[Measure],
    chapters: Mapping[int, Sequence[str]],
    theme: str,
) -> Quote | None:
    """The first row that serves a theme, but stands under no heading of that theme."""
    for row in rows:
        texts = filter(None, (row.field(concept).text for concept in _DEEDS))
        if not any(is_served(programme, theme, text, *FACETS) for text in texts):
            continue
        if not any(speaks_of(programme, theme, text) for text in chapters[id(row)]):
            return row.quote
    return None


def _chapters(row: Measure, above: Mapping[str, Objective]) -> Iterator[str]:
    """What a row stands under: its group cells, and what its code counts on from.

    The cell that names the row is none of them, though its column may be called tasks.
    """
    for concept in _CHAPTERS:
        text = " ".join(row.field(concept).text.split())
        if text and row.name not in text:
            yield text
    own = above.get(row.code)
    codes = (*row.parents, own.parent_code if own else "")
    for code in filter(None, codes):
        item = above.get(code)
        if item is None or item.level not in _GOALS:
            yield item.name if item else code
