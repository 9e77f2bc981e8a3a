"""The report for GitHub's log: workflow commands, which become annotations.

GitHub shows ten annotations of each kind a step, so a rule has one, the gravest first, and
what it found stands in its lines.
"""

from collections.abc import Iterator

from plancheck.reporters.items import Item, items_of
from plancheck.reporters.words import OUTCOME_WORDS, Voice, clean
from plancheck.sdk import Document, Outcome, Report, Result, Severity

ITEMS_SHOWN = 5
"""Findings of one rule that its annotation names."""

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}

_GRAVEST_FIRST = tuple(COMMANDS)


def render(report: Report, language: str) -> str:
    """A line a rule that fails, is not sure, is waived or crashed; remarks, and the sum."""
    voice = Voice.of(report, language)
    lines = [
        *(line for each in report.documents for line in _unread(each, voice)),
        *(_line(each, voice, report) for each in _in_order(report)),
        *(
            _command("notice", voice.sentence(each), "", "plancheck")
            for each in report.notes
        ),
        _command("notice", voice.summary(report), "", "plancheck"),
    ]
    return "".join(f"{line}\n" for line in lines)


def _in_order(report: Report) -> Iterator[Result]:
    """What is shown: crashes, failures by their severity, and what is for information."""
    order = (Outcome.ERROR, Outcome.FAIL, Outcome.UNSURE, Outcome.WAIVED)
    shown = [each for each in report.results if each.outcome in order]
    yield from sorted(
        shown,
        key=lambda each: (
            order.index(each.outcome),
            _GRAVEST_FIRST.index(each.severity),
        ),
    )


def _line(result: Result, voice: Voice, report: Report) -> str:
    word = voice.say(OUTCOME_WORDS[result.outcome])
    title = f"{result.code} {voice.title(result)} ({word})"
    items = [each for each in items_of(result) if not each.waiver]
    lines = list(_lines(result, items, voice))
    lines += [voice.waiver(by) for by in dict.fromkeys(by for _, by in result.waivers)]
    return _command(_kind(result), "\n".join(lines), _file(items, report), title)


def _lines(result: Result, items: list[Item], voice: Voice) -> Iterator[str]:
    """The sentence that sums up, unless a finding says it too, and the findings."""
    told = items[:ITEMS_SHOWN] if result.outcome is Outcome.FAIL else []
    if result.message not in [each.message for each in told]:
        yield voice.sentence(result.message)
    yield from (_said(each, voice) for each in told)
    if told and len(items) > ITEMS_SHOWN:
        count = len(items) - ITEMS_SHOWN
        yield voice.say("and {count} more (--format json has all)", count=count)


def _said(item: Item, voice: Voice) -> str:
    """A finding with the place of its first quote."""
    said = voice.sentence(item.message)
    if not item.quotes:
        return said
    return f"{said} ({voice.place(item.quotes[0].location)})"


def _kind(result: Result) -> str:
    """Only what fails is as grave as its rule; a crash is grave whatever its rule is."""
    if result.outcome is Outcome.ERROR:
        return "error"
    is_failure = result.outcome is Outcome.FAIL
    return COMMANDS[result.severity] if is_failure else "notice"


def _file(items: list[Item], report: Report) -> str:
    """The file of the first quote; the first volume where nothing can be quoted."""
    named = [quote.location.document for item in items for quote in item.quotes]
    named += [each.name for each in report.documents]
    return next((each for each in named if each), "")


def _unread(document: Document, voice: Voice) -> Iterator[str]:
    for gap in document.gaps:
        said = voice.say(
            "Could not be read: {place}: {reason}",
            place=voice.place(gap.location),
            reason=gap.reason,
        )
        yield _command("warning", said, document.name, voice.volume(document.name))


def _command(kind: str, text: str, file: str, title: str) -> str:
    """A workflow command; the signs that would end its parts stand as escapes."""
    known = (("file", clean(file.replace("\\", "/"))), ("title", title))
    properties = ",".join(
        f"{name}={_property(value)}" for name, value in known if value
    )
    return f"::{kind} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
