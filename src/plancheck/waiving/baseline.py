"""What was known on a day: a file of findings, so that only newer ones count."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import system_reason
from plancheck.model.evidence import Quote
from plancheck.model.fingerprint import fingerprints, recognise
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.waiver import Waiver
from plancheck.settings.checked_toml import SettingsError
from plancheck.translation import translator

SCHEMA = "plancheck/baseline/1"

GONE_NAMED = 5
"""Findings that are gone by name, before the others are only counted."""

_JUDGED = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.WAIVED})


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline; sentence and section are for people who read the file."""

    fingerprint: str
    message: str = ""
    section: str = ""

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.fingerprint.rsplit("-", 4)[0]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that were known on a day; `origin` names the file."""

    date: dt.date
    findings: tuple[Known, ...]
    origin: str

    def marks(self, code: str) -> tuple[str, ...]:
        """The fingerprints of a rule's findings."""
        return tuple(each.fingerprint for each in self.findings if each.code == code)

    def waiver(self, code: str) -> Waiver:
        """What a finding of a rule that was known before is waived by."""
        reason = Message.of("In the baseline of {date}.", date=self.date)
        return Waiver(code, reason, origin=self.origin)

    def gone(self, results: Sequence[Result]) -> tuple[Message, ...]:
        """What is said of findings that are gone; of rules that did not judge nothing."""
        gone = [
            each
            for result in results
            if result.outcome in _JUDGED and not result.is_mandatory
            for each in self._gone_of(result)
        ]
        named = [
            Message.of(
                "Gone since the baseline of {date}: {code}: {message}",
                date=self.date,
                code=each.code,
                message=each.message,
            )
            for each in gone[:GONE_NAMED]
        ]
        if not gone:
            return ()
        ending = Message.of(
            "Findings of the baseline {origin} that are gone: {count}. Write it anew by "
            "--write-baseline, so that they count if they come back.",
            origin=self.origin,
            count=len(gone),
        )
        return (*named, ending)

    def _gone_of(self, result: Result) -> list[Known]:
        known = [each for each in self.findings if each.code == result.code]
        marks = (each.fingerprint for each in known)
        again = set(recognise(marks, fingerprints(result)).values())
        return [each for each in known if each.fingerprint not in again]

    def text(self) -> str:
        """The file: sorted, a finding a line, so that a change of it is easily seen."""
        lines = [
            json.dumps(
                {
                    "fingerprint": each.fingerprint,
                    "message": each.message,
                    "section": each.section or None,
                },
                ensure_ascii=False,
            )
            for each in self.findings
        ]
        findings = ",\n".join(lines)
        body = f"[\n{findings}\n]" if lines else "[]"
        return (
            f'{{\n"schema": "{SCHEMA}",\n"date": "{self.date.isoformat()}",\n'
            f'"findings": {body}\n}}\n'
        )


def new_baseline(report: Report, origin: str, language: str) -> Baseline:
    """The findings of a report that count, those of mandatory rules left out."""
    translate = translator(language)
    known = [
        Known(
            mark,
            " ".join(finding.message.text(translate).split()),
            " ".join(_section(finding.evidence).split()),
        )
        for result in report.results
        if result.outcome is Outcome.FAIL and not result.is_mandatory
        for finding, mark in zip(result.findings, fingerprints(result), strict=True)
        if result.waiver_of(finding) is None
    ]
    ordered = sorted(known, key=lambda each: each.fingerprint)
    return Baseline(report.as_of, tuple(ordered), origin)


def _section(evidence: Sequence[object]) -> str:
    for each in evidence:
        if isinstance(each, Quote) and each.location.section:
            return each.location.section[-1]
    return ""


def load_baseline(path: Path) -> Baseline:
    """The baseline of a file.

    Raises:
        SettingsError: It cannot be read, or is none.
    """
    # Settings that came with documents may name a device, which never ends.
    if path.exists() and not path.is_file():
        raise _no_baseline(path, "it is no file")
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        if data["schema"] != SCHEMA:
            raise _no_baseline(path, data["schema"])
        findings = tuple(
            Known(
                str(each["fingerprint"]),
                str(each.get("message") or ""),
                str(each.get("section") or ""),
            )
            for each in data["findings"]
        )
        return Baseline(dt.date.fromisoformat(data["date"]), findings, str(path))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _no_baseline(path, system_reason(error)) from error
    except RecursionError as error:
        raise _no_baseline(path, "it is nested too deeply") from error


def _no_baseline(path: Path, detail: object) -> SettingsError:
    return SettingsError(
        "{where} cannot be read as a baseline: {detail}. Write it anew by "
        "--write-baseline, or name another file.",
        where=str(path),
        detail=detail,
    )
