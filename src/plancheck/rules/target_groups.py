"""Territory: whether measures say for whom they are done."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.rules.asking import (
    NO_ROWS,
    WIDESPREAD,
    excerpt,
    first_quote,
    has_column,
    plan_rows,
    quotes_of,
    speaks_of,
)
from plancheck.rules.territory import own_text
from plancheck.rules.verdicts import capped, split
from plancheck.sdk import (
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Stance,
    Verdict,
    fold,
    not_applicable,
    rule,
)

CONCEPT = "target group"


@rule(
    "TF02",
    category="territory",
    criteria=("T2",),
    severity="warning",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def target_group(programme: Programme, *, named: float = 0.5) -> Verdict:
    """Measures name their target group."""
    mentions = programme.mentions("no target group", outside=("participation report",))
    rows = programme.measures or plan_rows(programme)
    if not rows:
        return _by_words(programme, mentions)
    verdict = _by_rows(programme, rows, named)
    if not verdict.passes and (denied := first_quote(mentions, Stance.NEGATED)):
        sentence = "The programme itself says that target groups are missing: “{quote}”"
        message = Message.of(sentence, quote=excerpt(denied))
        verdict = capped(verdict, 1, Finding(message, (denied,)))
    return verdict


def _by_rows(programme: Programme, rows: Sequence[Measure], named: float) -> Verdict:
    verdict = Verdict.of_share(
        rows,
        having=lambda row: _names_group(programme, row),
        found="{having} of {total} measures say for whom they are done.",
        missing="“{name}” does not say for which group it is done.",
        pass_at=named,
    )
    if not verdict.passes and (alike := _for_everybody(programme, rows)):
        return alike
    tables = (*programme.tables_of("action"), *programme.tables_of("investment"))
    headed = [row for row in rows if row.has_column(CONCEPT)]
    is_column = len(headed) >= WIDESPREAD * len(rows) and any(
        has_column(table, (CONCEPT,)) for table in tables
    )
    if verdict.passes or is_column:
        return verdict
    held, lacking = split(rows, lambda row: _names_group(programme, row))
    message = Message.of(
        "The action tables have no column for the target group, or few of them do, and "
        "{having} of {total} measures name a group."
        if headed
        else "The action table has no column for the target group, and {having} of "
        "{total} measures name a group in their text.",
        having=len(held),
        total=len(rows),
    )
    finding = Finding(message, (tables[0].quote, *quotes_of(lacking)))
    absence = programme.absence(CONCEPT)
    return Verdict(verdict.score, message, (finding,), verdict.quotes, absence)


def _for_everybody(programme: Programme, rows: Sequence[Measure]) -> Verdict | None:
    """The verdict where the rows that have a target group name all residents."""
    given = [row for row in rows if row.target_group]
    if not given or any(_names_group(programme, row) for row in rows):
        return None
    message = Message.of(
        "{count} of {total} measures are for all residents, as “{quote}”; a measure that "
        "leaves nobody out has no target group.",
        count=len(given),
        total=len(rows),
        quote=given[0].target_group.text,
    )
    return Verdict(1, message, (Finding(message, quotes_of(given)),))


def _names_group(programme: Programme, row: Measure) -> bool:
    """Whether the row names a group: in its column any but `residents`, else a known one."""
    if row.target_group:
        return not _is_everybody(programme, row.target_group.text)
    return speaks_of(programme, "group of people", own_text(row))


def _is_everybody(programme: Programme, text: str) -> bool:
    """Whether a cell names only all residents, whom no measure leaves out."""
    return programme.vocabulary.has_word("everybody", fold(text).strip(" ."), text)


def _by_words(programme: Programme, mentions: Sequence[Mention]) -> Verdict:
    """The verdict on a programme without tables: what its sentences say."""
    named = programme.mentions(CONCEPT, outside=("participation report",))
    if not (mentions or named):
        not_applicable(NO_ROWS)
    asserted = first_quote(named, Stance.ASSERTED)
    quote = asserted or (*mentions, *named)[0].quote
    message = Message.of(
        "Target groups are only spoken of; no table of measures names them: “{quote}”"
        if asserted
        else "The programme itself says that target groups are missing: “{quote}”",
        quote=excerpt(quote),
    )
    verdict = programme.only_mentioned(CONCEPT, message, quote)
    return replace(verdict, score=2) if asserted else verdict
