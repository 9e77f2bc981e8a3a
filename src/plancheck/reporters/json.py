"""The report for programs: JSON as `plancheck/report/1` says."""

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction

from plancheck.sdk import (
    Absence,
    CriterionScore,
    DimensionScore,
    Document,
    Evidence,
    Gap,
    Location,
    Quote,
    Report,
    Result,
    Scores,
    Translate,
    Waiver,
    fingerprints,
    lazy_pattern,
    translator,
)

SCHEMA = "plancheck/report/1"

Json = dict[str, object]


def render(report: Report, language: str) -> str:
    """The report as JSON, two spaces a level, in UTF-8 letters.

    Control characters, which a terminal would obey, and lone surrogates, which no file
    can hold, stand as escapes.
    """
    text = json.dumps(to_json(report, language), ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


_UNSAFE = lazy_pattern(
    r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def to_json(report: Report, language: str) -> Json:
    """The report as the values that JSON has."""
    translate = translator(language)
    return {
        "schema": SCHEMA,
        "programme": _programme(report, translate),
        "profile": {
            "name": report.profile.name,
            "edition": report.profile.edition,
            "stage": report.profile.stage,
            "given": report.profile.is_given,
        },
        "results": [_result(each, language, translate) for each in report.results],
        "criteria": [_criterion(each, translate) for each in report.criteria],
        "summary": dict(report.summary),
        "dimensions": [_dimension(each) for each in report.scores.dimensions],
        "review": _review(report.scores),
        "as_of": report.as_of.isoformat(),
        "complete": report.is_complete,
        "language": language,
        "notes": [note.text(translate) for note in report.notes],
        "plugins": [
            {"name": plugin.name, "version": plugin.version}
            for plugin in report.plugins
        ],
        "settings": dict(report.settings),
    }


def _criterion(criterion: CriterionScore, translate: Translate) -> Json:
    return {
        "id": criterion.id,
        "category": criterion.category,
        "title": translate(criterion.title),
        "score": criterion.score,
        "rules": list(criterion.rules),
        "scores": {each.code: each.score for each in criterion.given},
        "mean": _decimal(criterion.mean),
    }


def _dimension(dimension: DimensionScore) -> Json:
    return {
        "category": dimension.category,
        "score": dimension.score,
        "criteria": {each.id: each.score for each in dimension.criteria},
        "mean": _decimal(dimension.mean),
    }


def _review(scores: Scores) -> Json:
    """What a peer review prints: how many criteria are low and high, what is weakest."""
    return {
        "low": [each.id for each in scores.low],
        "high": [each.id for each in scores.high],
        "not_applicable": [each.id for each in scores.not_applicable],
        "unsure": [each.id for each in scores.open],
        "weakest": [[each.id for each in point] for point in scores.weakest],
    }


def _decimal(mean: Fraction | None) -> float | None:
    return None if mean is None else round(float(mean), 2)


def _programme(report: Report, translate: Translate) -> Json:
    programme = report.programme
    return {
        "title": programme.title,
        "municipality": programme.municipality,
        "period": list(programme.period) if programme.period else None,
        "language": programme.language,
        "kind": programme.kind,
        "approved": programme.approved.isoformat() if programme.approved else None,
        "documents": [_document(each, translate) for each in report.documents],
        "goals": list(programme.goals),
        "priorities": list(programme.priorities),
        "counts": {
            "measures": programme.measure_count,
            "projects": programme.project_count,
            "indicators": programme.indicator_count,
        },
    }


def _document(document: Document, translate: Translate) -> Json:
    return {
        "path": document.name,
        "format": document.format,
        "pages": document.page_count,
        "sha256": document.sha256,
        "health": {
            "text_pages": document.health.text_pages,
            "damaged": document.health.damaged,
        },
        "gaps": [_gap(gap, translate) for gap in document.gaps],
        "notes": [note.text(translate) for note in document.notes],
        "parts": [part.concept for part in document.parts],
    }


def _gap(gap: Gap, translate: Translate) -> Json:
    return {"reason": gap.reason.text(translate), "location": _location(gap.location)}


def _result(result: Result, language: str, translate: Translate) -> Json:
    verdict = result.verdict
    page = result.page(language)
    shown = (*(verdict.quotes if verdict else ()), *result.evidence)
    sought = _absences(result.evidence)
    absence = verdict.absence if verdict and verdict.absence else next(sought, None)
    is_translated = page is not None and page.language == language
    return {
        "code": result.code,
        "title": page.title if page and is_translated else translate(result.title),
        "category": result.category,
        "severity": result.severity,
        "outcome": result.outcome,
        "score": result.score,
        "message": result.message.text(translate),
        "remedy": page.remedy if page else None,
        "source": result.source.text(translate),
        "evidence": _quotes(shown),
        "searched": _searched(absence),
        "items": _items(result, translate),
        "certainty": result.certainty,
        "mandatory": result.is_mandatory,
    }


def _items(result: Result, translate: Translate) -> list[Json]:
    known = zip(result.findings, fingerprints(result), strict=True)
    return [
        {
            "message": finding.message.text(translate),
            "evidence": _quotes(finding.evidence),
            "searched": _searched(next(_absences(finding.evidence), None)),
            "fingerprint": mark,
            "waiver": _waiver(result.waiver_of(finding), translate),
        }
        for finding, mark in known
    ]


def _waiver(waiver: Waiver | None, translate: Translate) -> Json | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason.text(translate),
        "author": waiver.author or None,
        "until": waiver.until.isoformat() if waiver.until else None,
        "origin": waiver.origin or None,
    }


def _quotes(evidence: Sequence[Evidence]) -> list[Json]:
    return [_quote(each) for each in evidence if isinstance(each, Quote)]


def _absences(evidence: Sequence[Evidence]) -> Iterator[Absence]:
    return (each for each in evidence if isinstance(each, Absence))


def _quote(quote: Quote) -> Json:
    return {"quote": quote.text, "location": _location(quote.location)}


def _searched(absence: Absence | None) -> Json | None:
    if absence is None:
        return None
    return {
        "terms": list(absence.terms),
        "where": list(absence.places),
        "nearest": _quote(absence.nearest) if absence.nearest else None,
    }


def _location(location: Location) -> Json:
    return {
        "document": location.document or None,
        "page": location.page_number,
        "page_approximate": location.page_is_approximate,
        "page_label": location.page_label,
        "section": list(location.section) or None,
        "table": location.table_number,
        "row": location.row_number,
        "column": location.column_number,
    }
