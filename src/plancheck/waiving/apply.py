"""Lays waivers over a report: what is accepted stays in it, and no longer counts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plancheck.model.evidence import Absence, Quote
from plancheck.model.fingerprint import fingerprints, recognise, unnumbered
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.verdict import Finding
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.waiving.baseline import Baseline

_TOLD = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.WAIVED, Outcome.NOT_APPLICABLE})
"""Outcomes that tell whether a finding is there; others leave a waiver in peace."""


def waive(
    report: Report,
    requests: Sequence[WaiverRequest] = (),
    baseline: Baseline | None = None,
) -> Report:
    """The report with the findings waived that are asked for, or were known before.

    Scores stay. A waiver that ran out, that is of a mandatory rule or that no finding
    needs is told in the report's notes.

    Args:
        report: A report with or without waivers.
        requests: Those asked for by hand; the first that covers a finding is its waiver.
        baseline: What was known before.
    """
    mandatory = {each.code for each in report.results if each.is_mandatory}
    counting = [
        each
        for each in requests
        if each.waiver.code not in mandatory and each.waiver.holds_on(report.as_of)
    ]
    names = [document.name for document in report.documents]
    alone = names[0] if len(names) == 1 else None
    results = [_with_requests(each, counting, alone) for each in report.results]
    gone: tuple[Message, ...] = ()
    if baseline is not None:
        results = [_with_baseline(each, baseline) for each in results]
        gone = baseline.gone(results)
    used = {waiver for result in results for _, waiver in result.waivers}
    told = {each.code for each in results if each.outcome in _TOLD}
    notes = (
        note
        for request in dict.fromkeys(requests)
        if (note := _note(request.waiver, report, mandatory, used, told))
    )
    return replace(report, results=tuple(results), notes=(*report.notes, *notes, *gone))


def _with_requests(
    result: Result, requests: Sequence[WaiverRequest], alone: str | None
) -> Result:
    own = [each for each in requests if each.waiver.code == result.code]
    if not own or result.outcome is not Outcome.FAIL:
        return result
    marks = fingerprints(result)
    named = recognise((each.finding for each in own if each.finding), marks)
    waivers = []
    for finding, mark in zip(result.findings, marks, strict=True):
        covering = (
            each.waiver
            for each in own
            if (
                named.get(mark) == each.finding
                if each.finding
                else _covers(each, finding, alone)
            )
        )
        if waiver := next(covering, None):
            waivers.append((finding, waiver))
    return _waived(result, waivers)


def _covers(request: WaiverRequest, finding: Finding, alone: str | None) -> bool:
    """Whether a finding stands where the request is for; `alone` is an only volume."""
    if request.section is not None:
        wanted = unnumbered(request.section)
        return wanted in map(unnumbered, _headings(finding.evidence))
    if request.place is not None:
        return _stands_at(request.place, finding, alone)
    return True


def _headings(evidence: Sequence[Quote | Absence]) -> tuple[str, ...]:
    """The headings above the first quote; without a quote, the places searched."""
    for each in evidence:
        if isinstance(each, Quote):
            return each.location.section
    return tuple(
        place for each in evidence if isinstance(each, Absence) for place in each.places
    )


def _stands_at(place: Location, finding: Finding, alone: str | None) -> bool:
    quote = next((each for each in finding.evidence if isinstance(each, Quote)), None)
    if quote is None:
        searched = _headings(finding.evidence)
        if not place.section:
            return place.document in (alone, *searched)
        is_heading = place.block_index is None
        return is_heading and unnumbered(place.section[-1]) in map(unnumbered, searched)
    at = quote.location
    if at.document != place.document:
        return False
    if place.block_index is None:
        return at.section[: len(place.section)] == place.section
    rows = {place.row_number, at.row_number}
    return at.block_index == place.block_index and (None in rows or len(rows) == 1)


def _with_baseline(result: Result, baseline: Baseline) -> Result:
    known = baseline.marks(result.code)
    if not known or result.is_mandatory or result.outcome is not Outcome.FAIL:
        return result
    marks = fingerprints(result)
    again = recognise(known, marks)
    waiver = baseline.waiver(result.code)
    waivers = [
        (finding, waiver)
        for finding, mark in zip(result.findings, marks, strict=True)
        if mark in again and result.waiver_of(finding) is None
    ]
    return _waived(result, [*result.waivers, *waivers])


def _waived(result: Result, waivers: Iterable[tuple[Finding, Waiver]]) -> Result:
    """The result with its waivers; waived itself where each finding has one."""
    with_waivers = replace(result, waivers=tuple(waivers))
    if with_waivers.open_findings:
        return with_waivers
    return replace(with_waivers, outcome=Outcome.WAIVED)


def _note(
    waiver: Waiver,
    report: Report,
    mandatory: set[str],
    used: set[Waiver],
    told: set[str],
) -> Message | None:
    """What is to be said of a waiver; None where it holds and is needed."""
    facts = {
        "code": waiver.code,
        "author": waiver.author or "?",
        "reason": str(waiver.reason),
        "origin": waiver.origin,
    }
    if waiver.code in mandatory:
        return Message.of(
            "The waiver of {code} by {author} does not count: by the profile "
            "{profile} the rule is mandatory, as the law demands it ({origin}).",
            **facts,
            profile=report.profile.name,
        )
    if not waiver.holds_on(report.as_of):
        return Message.of(
            "The waiver of {code} by {author} ran out on {until} and no longer counts: "
            "{reason} ({origin})",
            **facts,
            until=waiver.until,
        )
    if waiver not in used and waiver.code in told:
        return Message.of(
            "The waiver of {code} by {author} is not needed: it covers no finding. "
            "Take it out: {reason} ({origin})",
            **facts,
        )
    return None
