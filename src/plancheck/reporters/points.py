"""Where to begin: the weakest points, and which rules raise the lowest criteria most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from plancheck.sdk import (
    CriterionScore,
    Outcome,
    Report,
    Result,
    RuleScore,
    Severity,
)

POINTS_SHOWN = 3
"""Weak points that are named: as many as a peer review works on."""

_GOOD, _BEST = 3, 4
_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Point:
    """A weak point: low criteria of one dimension, or one rule that fails by itself.

    `failing` has the rules to mend, the weakest first; `waived` those that somebody
    accepted; `passing` what is there already.
    """

    criteria: tuple[CriterionScore, ...]
    failing: tuple[Result, ...]
    waived: tuple[Result, ...] = ()
    passing: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Rise:
    """A criterion before a rule is mended, and after."""

    before: CriterionScore
    after: CriterionScore


@dataclass(frozen=True, slots=True)
class Action:
    """A rule to mend, and the criteria that it raises once those before it are mended."""

    result: Result
    rises: tuple[Rise, ...]


def weakest_points(report: Report) -> tuple[Point, ...]:
    """The points to begin with, the weakest first; where few are low, single rules follow.

    A point where everything was accepted is not one to begin with.
    """
    by_code = {each.code: each for each in report.results}
    points = [_point(criteria, by_code) for criteria in report.scores.weakest]
    points = [point for point in points if point.failing][:POINTS_SHOWN]
    named = {each.code for point in points for each in point.failing}
    others = [each for each in failing_of(report.results) if each.code not in named]
    others.sort(key=urgency)
    singles = (Point((), (each,)) for each in others)
    return (*points, *singles)[:POINTS_SHOWN]


def _point(
    criteria: tuple[CriterionScore, ...], by_code: Mapping[str, Result]
) -> Point:
    codes = dict.fromkeys(code for each in criteria for code in each.rules)
    results = [by_code[code] for code in codes if code in by_code]
    return Point(
        criteria,
        tuple(sorted(failing_of(results), key=_weakness)),
        tuple(each for each in results if each.outcome is Outcome.WAIVED),
        tuple(each for each in results if each.outcome is Outcome.PASS),
    )


def failing_of(results: Sequence[Result]) -> list[Result]:
    """Those to mend: what somebody accepted by a waiver is not among them."""
    return [each for each in results if each.outcome is Outcome.FAIL]


def urgency(result: Result) -> tuple[int, int]:
    """What to mend first: the gravest severity, then the lowest score."""
    return _SEVERITIES.index(result.severity), result.score or 0


def _weakness(result: Result) -> tuple[int, int]:
    return result.score or 0, _SEVERITIES.index(result.severity)


def actions(report: Report) -> Iterator[Action]:
    """The failing rules, each time the one that raises the lowest criteria most.

    A rise counts by how far the criterion was from the top: 0 to 1 is worth more than 3
    to 4. A mended rule is taken to get a 3, with which it passes.
    """
    criteria = {each.id: each for each in report.criteria}
    waiting = sorted(failing_of(report.results), key=urgency)
    while waiting:
        effects = [_effect(each.code, criteria) for each in waiting]
        best = max(effects)
        result = waiting.pop(effects.index(best))
        raised = dict(_raised(result.code, criteria))
        yield Action(result, tuple(_rises(criteria, raised)))
        criteria.update(raised)


def _raised(
    code: str, criteria: dict[str, CriterionScore]
) -> Iterator[tuple[str, CriterionScore]]:
    """The criteria that a rule counts for, as they would be if it passed."""
    for criterion in criteria.values():
        if code in criterion.rules:
            given = tuple(
                RuleScore(each.code, _GOOD) if each.code == code else each
                for each in criterion.given
            )
            yield criterion.id, replace(criterion, given=given)


def _effect(code: str, criteria: dict[str, CriterionScore]) -> Fraction:
    total = Fraction(0)
    for name, after in _raised(code, criteria):
        before = criteria[name].mean
        if before is not None and after.mean is not None:
            total += (after.mean - before) * (_BEST - before)
    return total


def _rises(
    before: dict[str, CriterionScore], after: dict[str, CriterionScore]
) -> Iterator[Rise]:
    """The criteria whose mean rises, the weakest first."""
    for name in sorted(after, key=lambda each: before[each].mean or 0):
        if (after[name].mean or 0) > (before[name].mean or 0):
            yield Rise(before[name], after[name])
