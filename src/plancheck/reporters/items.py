"""The results of a report one by one: what formats with a row or a mark for each need."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.sdk import (
    Absence,
    Evidence,
    Message,
    Quote,
    Result,
    Waiver,
    fingerprints,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A finding of a result; the result itself where it has none, without a number."""

    result: Result
    message: Message
    evidence: tuple[Evidence, ...]
    number: int | None = None
    fingerprint: str = ""
    waiver: Waiver | None = None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words that it is judged by, in their order."""
        return tuple(each for each in self.evidence if isinstance(each, Quote))

    @property
    def absence(self) -> Absence | None:
        """What was sought in vain; None where nothing was."""
        absences = (each for each in self.evidence if isinstance(each, Absence))
        return next(absences, None)


def items_of(result: Result) -> Iterator[Item]:
    """The findings of a result, or the result itself; never nothing."""
    known = zip(result.findings, fingerprints(result), strict=True)
    for number, (finding, mark) in enumerate(known, start=1):
        waiver = result.waiver_of(finding)
        yield Item(result, finding.message, finding.evidence, number, mark, waiver)
    if not result.findings:
        yield Item(result, result.message, found_by(result))


def found_by(result: Result) -> tuple[Evidence, ...]:
    """The evidence of a result itself: what is there, and what was sought in vain."""
    verdict = result.verdict
    absence = (verdict.absence,) if verdict and verdict.absence else ()
    return (*(verdict.quotes if verdict else ()), *absence, *result.evidence)
