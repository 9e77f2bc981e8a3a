"""Monitoring: who reports when on the implementation, and what follows from it."""

from collections.abc import Mapping
from dataclasses import replace

from plancheck.rules.asking import first_quote
from plancheck.rules.monitoring_text import PART, told
from plancheck.sdk import (
    Facet,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    rule,
)

CYCLE_FACETS: Mapping[str, str] = {
    "yearly report": "a yearly report",
    "mid-term evaluation": "an evaluation at mid-term, at least every three years",
    "final evaluation": "a final evaluation",
    "data keeper": "the body that collects the data and writes the report",
    "publishing of results": "where the results are published",
    "consequence of monitoring": "what follows when results lag behind",
}
"""What makes a cycle: concept of the vocabulary, and its name in findings."""

_RHYTHM = ("yearly report", "mid-term evaluation", "final evaluation")


@rule(
    "MO07",
    category="monitoring",
    criteria=("M4",),
    severity="error",
    source="Good practice; [LV monitoring reports]",
)
def reporting_cycle(programme: Programme, *, needed: int = 4) -> Verdict:
    """Reports on the implementation have a calendar, and consequences."""
    facets = {concept: _first(programme, concept) for concept in CYCLE_FACETS}
    if not any(facets.values()):
        return _without_cycle(programme)
    verdict = Verdict.of_checklist(
        [Facet(Message(CYCLE_FACETS[each]), facets[each]) for each in CYCLE_FACETS],
        needed=needed,
        found="{having} of {total} things are set for reporting on the implementation.",
        missing="The monitoring procedure does not name {facet}.",
    )
    lacking = (concept for concept, quote in facets.items() if quote is None)
    findings = tuple(
        replace(finding, evidence=(programme.absence(concept),))
        for finding, concept in zip(verdict.findings, lacking, strict=True)
    )
    quotes = tuple(dict.fromkeys(verdict.quotes))
    verdict = replace(verdict, findings=findings, quotes=quotes)
    if any(facets[each] for each in _RHYTHM):
        return verdict
    message = Message("No report on the implementation has a date or a rhythm.")
    return replace(verdict, score=min(1, verdict.score), message=message)


def _first(programme: Programme, concept: str) -> Quote | None:
    """The first sentence on it, one that holds already before one that is promised."""
    mentions = told(programme, concept, anywhere=True)
    return first_quote(mentions, Stance.ASSERTED, Stance.PROMISED)


def _without_cycle(programme: Programme) -> Verdict:
    """Nothing is set: 1 where monitoring is at least spoken of."""
    part = programme.part(PART)
    own = next(told(programme, "monitoring report", anywhere=True), None)
    quote = own.quote if own else part.quote if part else None
    sentence = "Nothing says who reports on the implementation when, and what follows."
    if quote is None:
        return programme.absent("yearly report", sentence)
    return programme.only_mentioned("yearly report", sentence, quote)
