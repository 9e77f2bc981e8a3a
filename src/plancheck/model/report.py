"""What a check says in the end: every rule's result, and what it was judged on."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from plancheck.model.categories import Category
from plancheck.model.document import Document, VolumePart
from plancheck.model.evidence import Evidence
from plancheck.model.message import Message
from plancheck.model.page import RulePage, page_in
from plancheck.model.scores import CriterionScore, Scores
from plancheck.model.source import Source
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver


class Severity(StrEnum):
    """How much a failed rule weighs at this stage."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Certainty(StrEnum):
    """How sure a rule's findings are: low where it goes by signs that may mislead.

    It says nothing of how much a finding weighs, which is the severity.
    """

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """How a rule ended: `pass` for a score of 3 or 4, `fail` for 0 to 2.

    A rule that fails is `waived` where somebody accepted each of its findings.
    """

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    UNSURE = "unsure"
    NOT_APPLICABLE = "not-applicable"
    ERROR = "error"
    WAIVED = "waived"


_JUDGED = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.WAIVED})


@dataclass(frozen=True, slots=True)
class Result:
    """One rule's outcome on one programme.

    `verdict` is None where the rule did not judge; `reason` then says why. An `unsure`
    result may have both: the verdict that a gap in the reading made doubtful. `pages`
    are the rule's, one a language. `waivers` has the findings that somebody accepted,
    each with the decision; they stand among the verdict's findings all the same. Of a
    mandatory rule no finding can be waived.
    """

    code: str
    title: str
    category: Category
    criteria: tuple[str, ...]
    severity: Severity
    source: Source
    outcome: Outcome
    verdict: Verdict | None = None
    reason: Message | None = None
    evidence: tuple[Evidence, ...] = ()
    seconds: float = 0.0
    pages: tuple[RulePage, ...] = ()
    certainty: Certainty = Certainty.HIGH
    waivers: tuple[tuple[Finding, Waiver], ...] = ()
    is_mandatory: bool = False

    @property
    def score(self) -> int | None:
        """The verdict's score; None where the rule did not judge or is not sure.

        A waiver does not raise it.
        """
        is_judged = self.outcome in _JUDGED
        return self.verdict.score if self.verdict and is_judged else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is missing or wrong, one for each cause, accepted or not.

        Where a rule fails and names no cause, the sentence that sums up is the one.
        """
        if self.verdict is None:
            return ()
        if self.verdict.findings or self.verdict.passes:
            return self.verdict.findings
        return (Finding(self.verdict.message, self.verdict.quotes),)

    def waiver_of(self, finding: Finding) -> Waiver | None:
        """The decision that accepts a finding of this result; None where nobody did."""
        return next((by for waived, by in self.waivers if waived == finding), None)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that nobody accepted."""
        return tuple(each for each in self.findings if not self.waiver_of(each))

    def page(self, language: str) -> RulePage | None:
        """The rule's page in a language, else in English, else any."""
        return page_in(self.pages, language)

    @property
    def message(self) -> Message:
        """The sentence that says how the rule ended."""
        if self.reason is not None:
            return self.reason
        return self.verdict.message if self.verdict else Message(self.title)


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """An installed plugin as it stood when the check ran."""

    name: str
    version: str
    hooks: tuple[str, ...] = ()
    rule_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """What the programme says it is; None where it does not say.

    `approved` is the day of the decision that adopted it. `goals` and `priorities` are
    as printed, with their codes; the counts are of rows in the plan tables.
    """

    title: str | None
    municipality: str | None
    period: tuple[int, int] | None
    language: str
    kind: str | None
    approved: dt.date | None = None
    goals: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    measure_count: int = 0
    project_count: int = 0
    indicator_count: int = 0


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """The profile that the programme was judged by, and how it came to be chosen."""

    name: str
    edition: str
    stage: str
    is_given: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter needs; results stand in the order of their codes' categories.

    `as_of` is the day that editions and updates are judged by. `parts` has the parts of
    the programme that were found, each with the words that show it.
    """

    programme: ProgrammeSummary
    documents: tuple[Document, ...]
    profile: ProfileInfo
    as_of: dt.date
    results: tuple[Result, ...]
    scores: Scores
    plugins: tuple[PluginInfo, ...] = ()
    settings: tuple[tuple[str, object], ...] = ()
    notes: tuple[Message, ...] = ()
    parts: tuple[VolumePart, ...] = ()

    @property
    def criteria(self) -> tuple[CriterionScore, ...]:
        """The criteria of the peer review that any of the rules counts for."""
        return self.scores.criteria

    @property
    def summary(self) -> dict[Outcome, int]:
        """How many results there are of each outcome, every outcome named."""
        counts = Counter(result.outcome for result in self.results)
        return {outcome: counts[outcome] for outcome in Outcome}

    @property
    def is_complete(self) -> bool:
        """False where a rule crashed or a part of a document could not be read."""
        has_gaps = any(document.gaps for document in self.documents)
        return not has_gaps and not self.summary[Outcome.ERROR]
