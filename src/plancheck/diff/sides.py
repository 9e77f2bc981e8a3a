"""One side of a diff: what a JSON report says, written just now or long ago.

Both sides are read from the JSON report, so that a report that was kept compares as its
programme did on that day.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import PlancheckError, system_reason
from plancheck.model.categories import Category
from plancheck.model.location import Location
from plancheck.model.report import Outcome, Report, Severity
from plancheck.reporters.json import SCHEMA, to_json

_JUDGED = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.WAIVED})


class UnusableReportError(PlancheckError):
    """A file that was given as a report is none that can be compared."""

    def __init__(self, name: str, detail: object) -> None:
        super().__init__(
            "{name} cannot be compared: {detail}. Give a programme, or a report that "
            "“plancheck check --format json” wrote.",
            name=name,
            detail=detail,
        )


@dataclass(frozen=True, slots=True)
class SideFinding:
    """A finding in the words of its report; `place` is None where it quotes nothing."""

    fingerprint: str
    message: str
    place: Location | None
    quote: str
    is_waived: bool


@dataclass(frozen=True, slots=True)
class SideResult:
    """A rule's result."""

    code: str
    title: str
    severity: Severity
    outcome: Outcome
    score: int | None
    message: str
    findings: tuple[SideFinding, ...]

    @property
    def is_judged(self) -> bool:
        """Whether the rule could tell what is there and what is not."""
        return self.outcome in _JUDGED

    @property
    def open_findings(self) -> tuple[SideFinding, ...]:
        """What counts against the programme."""
        if self.outcome is not Outcome.FAIL:
            return ()
        return tuple(each for each in self.findings if not each.is_waived)


@dataclass(frozen=True, slots=True)
class SideScore:
    """A criterion by its id, or a dimension by its category; `mean` is before rounding."""

    name: str
    title: str
    category: Category
    score: int | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared of one programme.

    `name` is the path that the user gave. `gaps` say what could not be read.
    """

    name: str
    title: str
    language: str
    judged_by: tuple[str, str, str]
    results: Mapping[str, SideResult]
    criteria: tuple[SideScore, ...]
    dimensions: tuple[SideScore, ...]
    documents: tuple[str, ...]
    gaps: tuple[tuple[str, Location], ...]
    is_complete: bool


def side_of(report: Report, name: str, language: str) -> Side:
    """The side of a report of just now, its sentences in a language."""
    return _side(to_json(report, language), name)


def load_side(path: Path) -> Side:
    """The side of a report in a file.

    Raises:
        UnusableReportError: It cannot be read, or is no report with fingerprints.
    """
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        if data["schema"] != SCHEMA:
            raise UnusableReportError(str(path), f"its schema is not {SCHEMA}")
        return _side(data, str(path))
    except RecursionError as error:
        raise UnusableReportError(str(path), "it is nested too deeply") from error
    except KeyError as error:
        raise UnusableReportError(str(path), f"it lacks {error}") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UnusableReportError(str(path), system_reason(error)) from error


def _side(data: Mapping[str, Any], name: str) -> Side:
    programme, profile = data["programme"], data["profile"]
    documents = programme["documents"]
    return Side(
        name=name,
        title=str(programme["title"] or ""),
        language=str(data["language"]),
        judged_by=(
            str(profile["name"]),
            str(profile["edition"]),
            str(profile["stage"]),
        ),
        results={str(each["code"]): _result(each) for each in data["results"]},
        criteria=tuple(
            _score(each, str(each["id"]), str(each["title"]))
            for each in data["criteria"]
        ),
        dimensions=tuple(
            _score(each, str(each["category"]), "") for each in data["dimensions"]
        ),
        documents=tuple(str(each["path"]) for each in documents),
        gaps=tuple(
            (str(gap["reason"]), _location(gap["location"]))
            for each in documents
            for gap in each["gaps"]
        ),
        is_complete=bool(data["complete"]),
    )


def _result(data: Mapping[str, Any]) -> SideResult:
    return SideResult(
        code=str(data["code"]),
        title=str(data["title"]),
        severity=Severity(data["severity"]),
        outcome=Outcome(data["outcome"]),
        score=_number(data["score"]),
        message=str(data["message"]),
        findings=tuple(map(_finding, data["items"])),
    )


def _finding(data: Mapping[str, Any]) -> SideFinding:
    quotes: Sequence[Mapping[str, Any]] = data["evidence"]
    first = quotes[0] if quotes else None
    return SideFinding(
        fingerprint=str(data["fingerprint"]),
        message=str(data["message"]),
        place=_location(first["location"]) if first else None,
        quote=str(first["quote"]) if first else "",
        is_waived=data["waiver"] is not None,
    )


def _score(data: Mapping[str, Any], name: str, title: str) -> SideScore:
    mean = data["mean"]
    return SideScore(
        name=name,
        title=title,
        category=Category(data["category"]),
        score=_number(data["score"]),
        mean=None if mean is None else float(mean),
    )


def _location(data: Mapping[str, Any]) -> Location:
    label = data["page_label"]
    return Location(
        document=str(data["document"] or ""),
        section=tuple(map(str, data["section"] or ())),
        page_number=_number(data["page"]),
        page_label=None if label is None else str(label),
        page_is_approximate=bool(data["page_approximate"]),
        table_number=_number(data["table"]),
        row_number=_number(data["row"]),
        column_number=_number(data["column"]),
    )


def _number(value: Any) -> int | None:  # noqa: ANN401 - of a file that anybody wrote
    return None if value is None else int(value)
