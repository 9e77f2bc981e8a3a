"""Which findings of a report are written into the documents, each where it belongs."""

from collections.abc import Iterator

from plancheck.model.note import Note
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.verdict import Finding
from plancheck.noting.homes import Homes
from plancheck.noting.words import Wording
from plancheck.reporters.words import Voice, clean
from plancheck.translation import translator

MOST_NOTES = 10
"""Notes of one rule, where the user does not say how many."""


def notes_of(
    report: Report, language: str, most: int = MOST_NOTES
) -> dict[str, tuple[Note, ...]]:
    """The notes on each document, by its name; a document without findings has none.

    Rules that fail are noted, and those that are unsure, as such; what somebody accepted
    is not.

    Args:
        report: What was found.
        language: Of the notes, BCP 47.
        most: Notes of one rule; the last one says what the others would have.
    """
    homes = Homes(report.documents, report.parts)
    voice = _voice(report, language)
    found: dict[str, list[Note]] = {each.name: [] for each in report.documents}
    for result in report.results:
        for note in _notes(result, homes, voice, most):
            if note.location.document in found:
                found[note.location.document].append(note)
    return {name: tuple(notes) for name, notes in found.items()}


def _notes(result: Result, homes: Homes, voice: Voice, most: int) -> Iterator[Note]:
    findings = _findings(result)
    wording = Wording(result, voice)
    for number, finding in enumerate(findings[:most], start=1):
        home = homes.home(finding.evidence, result.category)
        others = findings[most:] if number == most else ()
        yield Note(
            code=result.code,
            title=voice.title(result),
            severity=result.severity,
            paragraphs=wording.paragraphs(finding, home, others),
            location=home.location,
            quote=clean(home.text) or None,
        )


def _findings(result: Result) -> tuple[Finding, ...]:
    """What is noted of a result: each finding where it fails, one where it is not sure."""
    verdict = result.verdict
    if result.outcome is Outcome.UNSURE:
        doubted = verdict.message if verdict else result.message
        sought = verdict.absence if verdict else None
        quotes = verdict.quotes[:1] if verdict else ()
        evidence = (*quotes, *result.evidence, *((sought,) if sought else ()))
        return (Finding(doubted, evidence),)
    if result.outcome is not Outcome.FAIL or verdict is None:
        return ()
    if verdict.findings:
        return verdict.findings
    sought = verdict.absence
    return (
        Finding(verdict.message, (*verdict.quotes, *((sought,) if sought else ()))),
    )


def _voice(report: Report, language: str) -> Voice:
    names = tuple(document.name for document in report.documents)
    parts = {
        document.name: document.parts[0].concept
        for document in report.documents
        if len(document.parts) == 1
    }
    return Voice(language, translator(language), names, parts)
