"""A diff for programs: JSON as `plancheck/diff/1` says."""

import json

from plancheck.diff.changes import Change, Diff, RuleChange, ScoreChange
from plancheck.diff.sides import Side, SideFinding, SideResult
from plancheck.diff.words import Words
from plancheck.text.patterns import lazy_pattern

SCHEMA = "plancheck/diff/1"

Json = dict[str, object]

_UNSAFE = lazy_pattern(
    r"[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def render_json(diff: Diff, language: str) -> str:
    """The diff as JSON; characters that a terminal would obey stand as escapes."""
    words = Words.of(diff, language)
    data = {
        "schema": SCHEMA,
        "old": _side(diff.old),
        "new": _side(diff.new),
        "summary": dict(diff.counts),
        "changes": [_change(each, words) for each in diff.changes],
        "rules": [_rule(each) for each in diff.rules],
        "criteria": [_score(each) for each in diff.criteria],
        "dimensions": [_score(each) for each in diff.dimensions],
        "complete": diff.is_complete,
        "language": language,
        "notes": words.notes(),
    }
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _side(side: Side) -> Json:
    profile, edition, stage = side.judged_by
    return {
        "name": side.name,
        "title": side.title or None,
        "profile": {"name": profile, "edition": edition, "stage": stage},
        "documents": list(side.documents),
        "complete": side.is_complete,
    }


def _change(change: Change, words: Words) -> Json:
    return {
        "status": change.status,
        "code": change.code,
        "severity": change.severity,
        "reason": words.voice.sentence(change.reason) if change.reason else None,
        "old": _finding(change.old),
        "new": _finding(change.new),
    }


def _finding(finding: SideFinding | None) -> Json | None:
    if finding is None:
        return None
    place = finding.place
    return {
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "quote": finding.quote or None,
        "document": place.document if place else None,
        "section": list(place.section) if place else None,
        "page": place.page_number if place else None,
        "table": place.table_number if place else None,
        "row": place.row_number if place else None,
        "waived": finding.is_waived,
    }


def _rule(rule: RuleChange) -> Json:
    result = rule.new or rule.old
    return {
        "code": rule.code,
        "title": result.title if result else None,
        "old": _outcome(rule.old),
        "new": _outcome(rule.new),
    }


def _outcome(result: SideResult | None) -> Json | None:
    if result is None:
        return None
    return {"outcome": result.outcome, "score": result.score}


def _score(change: ScoreChange) -> Json:
    old, new = change.old, change.new
    return {
        "id": change.score.name,
        "title": change.score.title or None,
        "category": change.score.category,
        "old": {"score": old.score, "mean": old.mean} if old else None,
        "new": {"score": new.score, "mean": new.mean} if new else None,
    }
