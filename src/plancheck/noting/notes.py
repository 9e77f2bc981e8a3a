"""Which findings of a report are written into the documents, each where it belongs."""

from collections.abc import Collection, Iterator

from plancheck.model.note import Note
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.verdict import Finding
from plancheck.noting.homes import Homes
from plancheck.noting.words import Wording
from plancheck.reporters.words import Voice, clean

MOST_NOTES = 10
"""Notes of one rule, where the user does not say how many."""


def notes_of(
    report: Report,
    language: str,
    most: int = MOST_NOTES,
    holding: Collection[str] | None = None,
) -> dict[str, tuple[Note, ...]]:
    """The notes on each document, by its name; a document without findings has none.

    Rules that fail are noted, and those that are unsure, as such; what somebody accepted
    is not.

    Args:
        report: What was found.
        language: Of the notes, BCP 47.
        most: Notes of one rule; the last one says what the others would have.
        holding: The documents whose format can hold notes; all where nothing is said.
            What is found in another one is noted where it belongs in these.
    """
    names = {each.name for each in report.documents}
    held = names if holding is None else names.intersection(holding)
    documents = tuple(each for each in report.documents if each.name in held)
    homes = Homes(documents, report.parts, report.programme.title or "")
    voice = Voice.of(report, language)
    found: dict[str, list[Note]] = {each.name: [] for each in documents}
    for result in report.results:
        for note in _notes(result, homes, voice, most):
            if note.location.document in found:
                found[note.location.document].append(note)
    return {name: tuple(notes) for name, notes in found.items()}


def _notes(result: Result, homes: Homes, voice: Voice, most: int) -> Iterator[Note]:
    findings = _findings(result)
    wording = Wording(result, voice)
    noted: set[str] = set()
    for number, finding in enumerate(findings[:most], start=1):
        home = homes.home(finding.evidence, result.category)
        others = findings[most:] if number == most else ()
        yield Note(
            code=result.code,
            title=voice.title(result),
            severity=result.severity,
            paragraphs=wording.paragraphs(
                finding, home, others, is_first=home.location.document not in noted
            ),
            location=home.location,
            quote=clean(home.text) or None,
        )
        noted.add(home.location.document)


def _findings(result: Result) -> tuple[Finding, ...]:
    """What is noted of a result: each finding where it fails, one where it is not sure."""
    if result.outcome is Outcome.FAIL:
        return result.open_findings
    if result.outcome is not Outcome.UNSURE:
        return ()
    if result.verdict is None:
        return (Finding(result.message, result.evidence),)
    sought = (result.verdict.absence,) if result.verdict.absence else ()
    return (Finding(result.verdict.message, (*result.verdict.quotes, *sought)),)
