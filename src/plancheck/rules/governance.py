"""Governance: who steers the implementation, and who answers for each measure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plancheck.rules.asking import (
    NO_ROWS,
    excerpt,
    first_quote,
    is_beside,
    plan_rows,
    quotes_of,
    speaks_of,
)
from plancheck.rules.bodies import FACETS, NAME, Body, implementation_bodies
from plancheck.rules.verdicts import by_column, capped, split, weakest, without_column
from plancheck.sdk import (
    Facet,
    Finding,
    Measure,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    fold,
    not_applicable,
    rule,
)


@rule(
    "GV01",
    category="governance",
    criteria=("C2", "G5"),
    severity="error",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def coordination(programme: Programme, *, needed: int = 3, reach: int = 8) -> Verdict:
    """A named body coordinates the implementation."""
    bodies = implementation_bodies(programme, reach)
    if not bodies:
        return _without_body(programme)
    body = bodies[0]
    if not body.facets:
        is_own = speaks_of(programme, "implementation", body.quote.text)
        is_own = is_own or not _is_part_of_a_name(body)
        return _only_named(body) if is_own else _without_body(programme)
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), body.facets.get(each)) for each in FACETS],
        needed=needed,
        found="“{body}” is named, and {having} of {total} things are said of it.",
        missing="The programme does not say of “{body}” {facet}.",
        body=body.name,
    )
    verdict = replace(
        verdict,
        score=max(1, verdict.score),
        quotes=tuple(dict.fromkeys((body.quote, *verdict.quotes))),
    )
    return _promised(verdict, body, needed)


def _promised(verdict: Verdict, body: Body, needed: int) -> Verdict:
    """At most 2 for a body yet to be set up, and 3 where it is settled what it will be."""
    if body.promise is None:
        return verdict
    message = Message.of(
        "“{body}” is only to be set up: “{quote}”",
        body=body.name,
        quote=excerpt(body.promise),
    )
    highest = 3 if body.settled_count >= needed else 2
    return capped(verdict, highest, Finding(message, (body.promise,)))


def _is_part_of_a_name(body: Body) -> bool:
    """Whether it is called by more than its kind: `Drought Task Force`, of another plan."""
    before = body.quote.text.partition(body.name)[0].split()[-1:]
    is_capital = body.name[:1].isupper() and any(word[:1].isupper() for word in before)
    return is_capital and before != ["The"]


def _only_named(body: Body) -> Verdict:
    """The verdict on a body of which nothing is said: one cause, one finding."""
    message = Message.of(
        "“{body}” is named, but nothing is said of its members, meetings, tasks and "
        "decisions.",
        body=body.name,
    )
    return Verdict(1, message, (Finding(message, (body.quote,)),), (body.quote,))


def _without_body(programme: Programme) -> Verdict:
    """The verdict where no body is named: what is said of coordination instead."""
    outside = ("participation report",)
    bodies = programme.mentions(NAME, outside=outside)
    words = programme.mentions("coordination", outside=outside)
    denied = first_quote((*bodies, *words), Stance.NEGATED)
    if denied is not None:
        sentence = "The programme itself says that there is no coordination: “{quote}”"
    elif (denied := _coordinating(programme, words)) is not None:
        sentence = (
            "Coordination is spoken of, but no body with members, meetings and tasks is "
            "named for it: “{quote}”"
        )
    else:
        silence = "No body is named that steers and coordinates the implementation."
        return programme.absent(NAME, silence)
    message = Message.of(sentence, quote=excerpt(denied))
    return programme.only_mentioned(NAME, message, denied)


def _coordinating(programme: Programme, words: Sequence[Mention]) -> Quote | None:
    """The first sentence that ties coordination to the implementation, or to a unit's tasks."""
    return next(
        (
            each.quote
            for each in words
            if not each.is_past
            and (
                is_beside(programme, "coordination", "implementation", each.quote.text)
                or is_beside(programme, "coordination", "unit tasks", each.quote.text)
            )
        ),
        None,
    )


@rule(
    "GV02",
    category="governance",
    criteria=("G5",),
    severity="error",
    source="Good practice; Covenant of Mayors reporting guidelines",
)
def responsible_body(
    programme: Programme, *, filled: float = 0.9, specific: float = 0.7
) -> Verdict:
    """Measures name a specific responsible body."""
    rows = plan_rows(programme) or not_applicable(NO_ROWS)
    named, _ = split(rows, lambda row: row.responsible)
    verdict = _filled(rows, filled)
    return (
        weakest((verdict, _precise(programme, named, specific))) if named else verdict
    )


def _precise(programme: Programme, rows: Sequence[Measure], specific: float) -> Verdict:
    """How many of the rows that name somebody name more than the municipality as a whole."""
    _, general = split(rows, lambda row: _is_specific(programme, row))
    verdict = Verdict.of_share(
        rows,
        having=lambda row: _is_specific(programme, row),
        found="{having} of {total} rows name a unit, post, company or institution.",
        missing="",
        pass_at=specific,
    )
    if verdict.passes:
        return replace(verdict, findings=())
    message = Message.of(
        "{count} of {total} rows name no unit, but all of the administration, as “{name}”.",
        count=len(general),
        total=len(rows),
        name=general[0].responsible.text,
    )
    return replace(
        verdict, message=message, findings=(Finding(message, quotes_of(general)),)
    )


def _filled(rows: Sequence[Measure], filled: float) -> Verdict:
    """How many rows name anybody."""
    _, lacking = split(rows, lambda row: row.responsible)
    verdict = Verdict.of_share(
        rows,
        having=lambda row: row.responsible,
        found="{having} of {total} measures and projects name a responsible body.",
        missing="“{name}” names no responsible body.",
        missing_all="No measure or project names a responsible body.",
        pass_at=filled,
    )
    columns = ("responsible", "executor")
    verdict = by_column(verdict, lacking, columns, "responsible body")
    return without_column(verdict, rows, columns, "responsible body")


def _is_specific(programme: Programme, row: Measure) -> bool:
    """Whether one of the bodies in the cell is more than the municipality as a whole."""
    pieces = re.split(r"[,;/\n]", row.responsible.text)
    return any(_is_unit(programme, piece.strip(" .()")) for piece in pieces)


def _is_unit(programme: Programme, name: str) -> bool:
    """Whether anything is left of a name without general words and the municipality's name."""
    name = programme.abbreviations.get(name, name)
    own = {word[:5] for word in fold(programme.municipality or "").split()}
    words = re.findall(r"[^\W\d_]+", name)
    return any(
        fold(word)[:5] not in own
        and not speaks_of(programme, "generic responsible", word)
        for word in words
    )
