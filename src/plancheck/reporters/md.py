"""The report in Markdown: for a pull request, a job's summary or an e-mail.

Text of documents is escaped: it stands as it is printed, and links, mentions, HTML and
tables in it are letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.reporters.items import Item, items_of
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    Voice,
    clean,
)
from plancheck.sdk import Category, Outcome, Report, Result, lazy_pattern

ITEMS_SHOWN = 10
"""Findings of one rule before the others are only counted."""

QUOTES_SHOWN = 3
"""Quotes of one finding."""

_TOLD = (Outcome.FAIL, Outcome.ERROR, Outcome.UNSURE, Outcome.WAIVED)
"""The outcomes that more is told of than a line of the list."""

_SIGNS = lazy_pattern(r"[\\`*_\[\]<>|~&$!#{}]")
_START = lazy_pattern(r"^(\d{1,9})([.)])|^([+=-])")
_LINK = lazy_pattern(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_MENTION = lazy_pattern(r"(?<![\w.+-])@(?=\w)")
_NO_SCORE = "–"
_HEAD_WORDS = ("Rule", "Requirement", "Outcome", "Severity", "Score")


def escaped(text: object) -> str:
    """A text that Markdown shows letter by letter, and that notifies nobody."""
    signed = _SIGNS.sub(lambda match: f"\\{match.group()}", clean(text))
    unlinked = _LINK.sub(lambda match: f"\\{match.group()}", signed)
    unstarted = _START.sub(
        lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}",
        unlinked,
    )
    return _MENTION.sub("@\u2060", unstarted)


def render(report: Report, language: str) -> str:
    """The head, the scores, the list of all rules, then what is told of them."""
    view = _View(report, Voice.of(report, language))
    return "\n".join(view.lines()) + "\n"


@dataclass(frozen=True, slots=True)
class _View:
    report: Report
    voice: Voice

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._scores()
        yield from self._rules()
        for category in Category:
            told = [
                each
                for each in self.report.results
                if each.category is category and each.outcome in _TOLD
            ]
            if told:
                yield from ("", f"## {self._say(CATEGORY_TITLES[category])}")
            for result in told:
                yield from self._result(result)

    def _say(self, template: str, **values: object) -> str:
        return escaped(self.voice.say(template, **values))

    def _head(self) -> Iterator[str]:
        programme = self.report.programme
        title = programme.title or self.voice.say("Programme without a title")
        yield f"# {escaped(title)}"
        yield ""
        yield escaped(self.voice.summary(self.report))
        if not self.report.is_complete:
            yield ""
            said = self._say("The check is not complete: see what is said above.")
            yield f"**{said}**"
        yield ""
        yield f"- {escaped(self.voice.judged_by(self.report))}"
        yield f"- {self._say('As of {date}', date=self.report.as_of.isoformat())}"
        for document in self.report.documents:
            name = self.voice.volume(document.name)
            yield f"- {self._say('Document: {name}', name=name)}"
            for gap in document.gaps:
                said = self._say(
                    "Could not be read: {place}: {reason}",
                    place=self.voice.place(gap.location),
                    reason=gap.reason,
                )
                yield f"  - {said}"
        yield from (
            f"- {escaped(self.voice.sentence(each))}" for each in self.report.notes
        )

    def _scores(self) -> Iterator[str]:
        if not self.report.criteria:
            return
        yield from ("", f"## {self._say('Criteria of a peer review')}", "")
        yield self._row(self.voice.say("Criterion"), self.voice.say("Score"))
        yield "| --- | ---: |"
        for criterion in self.report.criteria:
            name = f"{criterion.id} {self.voice.say(criterion.title)}"
            yield self._row(name, _step(criterion.score))

    def _rules(self) -> Iterator[str]:
        """All rules, so that what passed can be seen too."""
        yield from ("", f"## {self._say('Rules')}", "")
        yield self._row(*map(self.voice.say, _HEAD_WORDS))
        yield "| --- | --- | --- | --- | ---: |"
        for result in self.report.results:
            yield self._row(
                result.code,
                self.voice.title(result),
                self.voice.say(OUTCOME_WORDS[result.outcome]),
                self.voice.say(SEVERITY_WORDS[result.severity]),
                _step(result.score),
            )

    def _row(self, *cells: str) -> str:
        return f"| {' | '.join(map(escaped, cells))} |"

    def _result(self, result: Result) -> Iterator[str]:
        word = self._say(OUTCOME_WORDS[result.outcome])
        yield from ("", f"### {result.code} {escaped(self.voice.title(result))}", "")
        score = "" if result.score is None else f", {result.score}/4"
        said = escaped(self.voice.sentence(result.message))
        yield f"**{word}{score}**: {said}"
        items = list(items_of(result))
        yield ""
        for item in items[:ITEMS_SHOWN]:
            is_said = item.message == result.message
            if not is_said:
                yield f"- {escaped(self.voice.sentence(item.message))}"
            yield from self._evidence(item, "" if is_said else "  ")
        if len(items) > ITEMS_SHOWN:
            count = len(items) - ITEMS_SHOWN
            said = self._say("and {count} more (--format json has all)", count=count)
            yield f"- {said}"
        if result.outcome is Outcome.FAIL:
            yield from self._remedy(result)

    def _evidence(self, item: Item, indent: str) -> Iterator[str]:
        for quote in item.quotes[:QUOTES_SHOWN]:
            place = escaped(self.voice.place(quote.location))
            yield f"{indent}- {place}: {escaped(self.voice.quote(quote.text))}"
        if item.absence:
            yield f"{indent}- {escaped(self.voice.sought(item.absence))}"
        if item.waiver:
            yield f"{indent}- {escaped(self.voice.waiver(item.waiver))}"

    def _remedy(self, result: Result) -> Iterator[str]:
        """How to mend it, in the Markdown of the rule's page, and the source."""
        page = result.page(self.voice.language)
        if page and page.remedy:
            yield from ("", f"*{self._say('How to mend it:')}* {page.remedy}")
        yield from ("", escaped(self.voice.source(result)))


def _step(score: int | None) -> str:
    return _NO_SCORE if score is None else str(score)
