"""Runs rules on a programme and keeps a result of each, whatever happens in them."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plancheck.model.categories import CRITERIA
from plancheck.model.document import Gap
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Result
from plancheck.model.scores import CriterionScore, RuleScore, Scores
from plancheck.model.source import Source
from plancheck.model.verdict import NOTHING, NotApplicable, Unsure, Verdict
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary import UnknownConceptError
from plancheck.rule import OnCrash
from plancheck.selection import Selected
from plancheck.sources.citing import cite

GAPS_NAMED = 3
"""How many gaps a sentence names before it only counts the others."""

_OPEN = frozenset({Outcome.UNSURE, Outcome.ERROR})
"""Outcomes that may become a score once the rule can tell."""


def judge(
    selected: Iterable[Selected],
    programme: Programme,
    *,
    known: Mapping[str, Result] = MappingProxyType({}),
    on_result: Callable[[Result], None] | None = None,
    on_crash: OnCrash | None = None,
) -> tuple[Result, ...]:
    """The result of each rule, in the order that the rules are given in.

    A rule that crashes has the outcome `error`, and the others run on.

    Args:
        selected: The rules with their options and severities.
        programme: What they judge.
        known: Results of the same rules, with the same options, on the same programme,
            by their codes; these rules are not run again.
        on_result: Called after each rule, to show progress.
        on_crash: Called with the exception of a rule that crashed.
    """
    gaps = tuple(
        gap
        for document in programme.documents
        for gap in document.gaps
        if not gap.is_figure
    )
    results = []
    for each in selected:
        if each.rule.code in known:
            result = _as_selected(known[each.rule.code], each, programme)
        else:
            result = _run(each, programme, gaps, on_crash)
        results.append(result)
        if on_result:
            on_result(result)
    return tuple(results)


def _as_selected(known: Result, selected: Selected, programme: Programme) -> Result:
    """A result that is known, with what the profile says of the rule now."""
    return replace(
        known,
        severity=selected.severity,
        source=_source(selected, programme),
        is_mandatory=selected.is_mandatory,
        seconds=0.0,
    )


def _source(selected: Selected, programme: Programme) -> Source:
    rule = selected.rule
    return cite(rule.source, programme.law_day, selected.jurisdictions)


def score_criteria(results: Sequence[Result]) -> Scores:
    """The criteria that any of the rules counts for, each with what its rules give it."""
    given = {
        criterion: tuple(
            RuleScore(result.code, result.score, result.outcome in _OPEN)
            for result in results
            if criterion.id in result.criteria
        )
        for criterion in CRITERIA
    }
    return Scores(
        tuple(
            CriterionScore(criterion.id, criterion.category, criterion.title, scores)
            for criterion, scores in given.items()
            if scores
        )
    )


def _run(
    selected: Selected,
    programme: Programme,
    gaps: tuple[Gap, ...],
    on_crash: OnCrash | None,
) -> Result:
    rule = selected.rule
    result = Result(
        code=rule.code,
        title=rule.title,
        category=rule.category,
        criteria=rule.criteria,
        severity=selected.severity,
        source=_source(selected, programme),
        outcome=Outcome.ERROR,
        certainty=rule.certainty,
        is_mandatory=selected.is_mandatory,
    )
    start = time.perf_counter()
    try:
        verdict = rule(programme, **selected.options)
        _check_told(verdict)
        result = _judged(result, verdict, gaps)
    except NotApplicable as answer:
        result = replace(result, outcome=Outcome.NOT_APPLICABLE, reason=answer.reason)
    except Unsure as answer:
        result = replace(
            result,
            outcome=Outcome.UNSURE,
            reason=answer.reason,
            evidence=answer.evidence,
        )
    except UnknownConceptError as error:  # a language may lack what one rule asks for
        reason = Message.of(error.template, **error.facts)
        result = replace(result, outcome=Outcome.UNSURE, reason=reason)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - anybody's; the others run on
        if on_crash:
            on_crash(rule, error)
        result = replace(result, reason=_crash(error))
    return replace(result, seconds=time.perf_counter() - start)


def _check_told(verdict: object) -> None:
    """Find out here, where one rule is to blame, that a report could not print it.

    Raises:
        TypeError: It is no verdict.
        KeyError: A template names a value that the rule does not give.
    """
    if not isinstance(verdict, Verdict):
        wrong = f"it gives {verdict!r}, not a Verdict"
        raise TypeError(wrong)
    for message in (verdict.message, *(each.message for each in verdict.findings)):
        message.text()


def _judged(result: Result, verdict: Verdict, gaps: tuple[Gap, ...]) -> Result:
    """The result of a verdict; unsure where what is missing may stand in a gap."""
    if verdict.passes:
        return replace(result, outcome=Outcome.PASS, verdict=verdict)
    if gaps and _rests_on_absence(verdict):
        reason = _may_stand_in(gaps)
        return replace(result, outcome=Outcome.UNSURE, verdict=verdict, reason=reason)
    return replace(result, outcome=Outcome.FAIL, verdict=verdict)


def _rests_on_absence(verdict: Verdict) -> bool:
    return verdict.absence is not None or verdict.score == NOTHING


def _may_stand_in(gaps: tuple[Gap, ...]) -> Message:
    """The sentence that names what could not be read."""
    first, *others = [_named(gap) for gap in gaps[:GAPS_NAMED]]
    named = first
    for other in others:
        named = Message.of("{first}; {other}", first=named, other=other)
    if len(gaps) > GAPS_NAMED:
        named = Message.of(
            "{first}; and {count} more", first=named, count=len(gaps) - GAPS_NAMED
        )
    return Message.of(
        "Not found, but it may stand in what could not be read: {gaps}.", gaps=named
    )


def _named(gap: Gap) -> Message:
    place = gap.location
    if place.page_number is not None:
        return Message.of(
            "{document}, page {page} ({reason})",
            document=place.document,
            page=place.page_number,
            reason=gap.reason,
        )
    return Message.of(
        "{document} ({reason})", document=place.document, reason=gap.reason
    )


def _crash(error: BaseException) -> Message:
    return Message.of(
        "The rule crashed: {kind}: {detail}.",
        kind=type(error).__name__,
        detail=str(error).rstrip("."),
    )
