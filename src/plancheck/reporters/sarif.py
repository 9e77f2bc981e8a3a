"""The report for code scanning: SARIF 2.1.0, whole by the standard, or what GitHub can show.

The whole file has a result for each item of every rule, told apart by `kind`. GitHub does
not heed `kind` and `suppressions`: to it each result is an alert. Its file therefore has
only what fails and nobody accepted, with the line that it asks for.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.reporters.items import Item, items_of
from plancheck.reporters.sarif_places import Places, uri
from plancheck.reporters.sarif_rules import LEVEL_OF, descriptor
from plancheck.reporters.words import OUTCOME_WORDS, Voice, clean
from plancheck.sdk import Document, Gap, Outcome, Report, Result, Waiver

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)

FINGERPRINT = "plancheck/v1"

_KINDS = {
    Outcome.PASS: "pass",
    Outcome.FAIL: "fail",
    Outcome.WAIVED: "fail",
    Outcome.UNSURE: "review",
    Outcome.NOT_APPLICABLE: "notApplicable",
}
"""A crash is no result: it is a notification of the tool."""

Json = dict[str, object]


def render(report: Report, language: str) -> str:
    """Every result, by the standard."""
    return _dump(_Log(report, Voice.of(report, language), is_for_github=False))


def render_for_github(report: Report, language: str) -> str:
    """What fails, with what GitHub's code scanning asks for."""
    return _dump(_Log(report, Voice.of(report, language), is_for_github=True))


def _dump(log: "_Log") -> str:
    # On one line: with indentation Python writes JSON ten times slower.
    return f"{json.dumps(log.to_json(), ensure_ascii=False)}\n"


@dataclass(frozen=True, slots=True)
class _Log:
    """The report in one language; `is_for_github` leaves out what GitHub misreads."""

    report: Report
    voice: Voice
    is_for_github: bool

    def to_json(self) -> Json:
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run()]}

    def _run(self) -> Json:
        report = self.report
        return {
            "tool": self._tool(),
            "language": self.voice.language,
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": report.is_complete,
                    "toolExecutionNotifications": list(self._notifications()),
                }
            ],
            "artifacts": [_artifact(each) for each in report.documents],
            "results": list(self._results()),
            "properties": {
                "profile": f"{report.profile.name} {report.profile.edition}",
                "stage": report.profile.stage,
                "asOf": report.as_of.isoformat(),
                "summary": {str(name): count for name, count in report.summary.items()},
            },
        }

    def _tool(self) -> Json:
        plugins = {each.name: each.version for each in self.report.plugins}
        version = plugins.pop("builtin", "")
        driver: Json = {
            "name": "plancheck",
            **({"version": version} if version else {}),
            "rules": [descriptor(each, self.voice) for each in self.report.results],
        }
        extensions = [
            {"name": name, "version": version} for name, version in plugins.items()
        ]
        return {"driver": driver, **({"extensions": extensions} if extensions else {})}

    def _results(self) -> Iterator[Json]:
        for index, result in enumerate(self.report.results):
            if result.outcome not in _KINDS:
                continue
            if not self.is_for_github:
                items = _told(result)
            elif result.outcome is Outcome.FAIL:
                items = (each for each in items_of(result) if not each.waiver)
            else:
                continue
            yield from (self._result(each, index) for each in items)

    def _result(self, item: Item, rule_index: int) -> Json:
        result = item.result
        kind = _KINDS[result.outcome]
        places = Places(self.report, self.voice, has_line=self.is_for_github)
        related = places.related(item)
        waivers = [item.waiver] if item.waiver else []
        suppressed = {"suppressions": [self._suppression(each) for each in waivers]}
        properties = {
            "outcome": result.outcome,
            "score": result.score,
            "certainty": result.certainty,
        }
        return {
            "ruleId": result.code,
            "ruleIndex": rule_index,
            # The default, and the one kind that GitHub takes every result for.
            **({} if self.is_for_github else {"kind": kind}),
            "level": LEVEL_OF[result.severity] if kind == "fail" else "none",
            "message": {"text": self._message(item)},
            "locations": [places.main(item)],
            **({"relatedLocations": related} if related else {}),
            **(
                {"partialFingerprints": self._fingerprints(item)} if item.number else {}
            ),
            **(suppressed if waivers else {}),
            "properties": properties,
        }

    def _message(self, item: Item) -> str:
        """The sentence, and for a "not there" what was sought."""
        said = self.voice.sentence(item.message)
        return f"{said} {self.voice.sought(item.absence)}" if item.absence else said

    def _fingerprints(self, item: Item) -> Json:
        """GitHub knows an alert again by the second, which it would make of a line."""
        own = {FINGERPRINT: item.fingerprint}
        line = {"primaryLocationLineHash": item.fingerprint}
        return {**own, **(line if self.is_for_github else {})}

    def _suppression(self, waiver: Waiver) -> Json:
        """A waiver; one that stands in a volume, as a comment does, is in the source."""
        names = {document.name for document in self.report.documents}
        return {
            "kind": "inSource" if waiver.origin in names else "external",
            "status": "accepted",
            "justification": self.voice.waiver(waiver),
        }

    def _notifications(self) -> Iterator[Json]:
        """What could not be read, the rules that crashed, and remarks on the whole."""
        for document in self.report.documents:
            yield from (self._unread(each) for each in document.gaps)
        for index, result in enumerate(self.report.results):
            if result.outcome is Outcome.ERROR:
                word = self.voice.say(OUTCOME_WORDS[result.outcome])
                said = self.voice.sentence(result.message)
                yield {
                    "level": "error",
                    "message": {"text": f"{result.code} ({word}): {said}"},
                    "associatedRule": {"id": result.code, "index": index},
                }

        for note in self.report.notes:
            yield {"level": "note", "message": {"text": self.voice.sentence(note)}}

    def _unread(self, gap: Gap) -> Json:
        said = self.voice.say(
            "Could not be read: {place}: {reason}",
            place=self.voice.place(gap.location),
            reason=gap.reason,
        )
        places = Places(self.report, self.voice)
        return {
            "level": "error",
            "message": {"text": said},
            "locations": [places.of(gap.location)],
        }


def _told(result: Result) -> Iterator[Item]:
    """An item a finding where the rule fails; what it is not sure of is one result."""
    items = items_of(result)
    if result.outcome in {Outcome.FAIL, Outcome.WAIVED}:
        yield from items
    else:
        first = next(items)
        yield Item(result, result.message, first.evidence)


def _artifact(document: Document) -> Json:
    return {
        "location": {"uri": uri(document.name)},
        "roles": ["analysisTarget"],
        "description": {"text": clean(document.name)},
        **({"hashes": {"sha-256": document.sha256}} if document.sha256 else {}),
    }
