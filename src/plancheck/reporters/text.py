"""The report for people: what was judged, then each rule with its evidence and remedy."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.rule import Rule as Line
from rich.text import Text

from plancheck.reporters.criteria import Review
from plancheck.reporters.details import ITEMS_SHOWN, Details, indented, more
from plancheck.reporters.first_line import FirstLine
from plancheck.reporters.points import urgency
from plancheck.reporters.printing import PLAIN_WIDTH, printed
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    CERTAINTY_WORDS,
    OUTCOME_MARKS,
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    Voice,
    clean,
)
from plancheck.sdk import (
    Category,
    Document,
    Outcome,
    Report,
    Result,
)

_STYLES = {
    Outcome.FAIL: "bold red",
    Outcome.ERROR: "bold magenta",
    Outcome.UNSURE: "bold yellow",
    Outcome.WAIVED: "cyan",
    Outcome.PASS: "green",
    Outcome.NOT_APPLICABLE: "dim",
}

_ORDER = {outcome: index for index, outcome in enumerate(OUTCOME_MARKS)}


def render(report: Report, language: str) -> str:
    """The report as plain text, with no escape sequences."""
    return _render(report, language, PLAIN_WIDTH, is_styled=False)


def render_for_terminal(
    report: Report,
    language: str,
    width: int,
    *,
    has_colour: bool,
    is_detailed: bool = False,
) -> str:
    """The report for a terminal.

    Args:
        report: The report.
        language: BCP 47.
        width: Of a line, in characters.
        has_colour: Whether the terminal shows colours.
        is_detailed: Also how the score of each criterion and dimension is counted.
    """
    return _render(
        report, language, width, is_styled=has_colour, is_detailed=is_detailed
    )


def _render(
    report: Report,
    language: str,
    width: int,
    *,
    is_styled: bool,
    is_detailed: bool = False,
) -> str:
    voice = Voice.of(report, language)
    view = _View(report, voice, Review(report.scores, voice, is_detailed))
    return printed(view.parts(), width, has_colour=is_styled)


@dataclass(frozen=True, slots=True)
class _View:
    """The report in one language, as the parts that are printed one after the other."""

    report: Report
    voice: Voice
    review: Review

    def parts(self) -> Iterator[RenderableType]:
        yield from self._head()
        for category in Category:
            results = [
                each for each in self.report.results if each.category is category
            ]
            if results:
                yield from self._category(category, results)
        yield from self.review.lines()
        yield from self._end()

    def _head(self) -> Iterator[RenderableType]:
        programme = self.report.programme
        title = clean(programme.title or "")
        yield Text(title or self.voice.say("Programme without a title"), "bold")
        facts = [clean(programme.municipality)] if programme.municipality else []
        if programme.period:
            facts.append("{}–{}".format(*programme.period))
        if facts:
            yield Text(", ".join(facts))
        yield Text(self.voice.judged_by(self.report))
        yield Text(self._dated())
        for document in self.report.documents:
            yield from self._document(document)
        for note in self.report.notes:
            yield Text(self.voice.sentence(note), "yellow")

    def _dated(self) -> str:
        """The day of the check, and that of the approval where the programme has one."""
        approved = self.report.programme.approved
        if approved is None:
            return self.voice.say("As of {date}", date=self.report.as_of.isoformat())
        return self.voice.say(
            "As of {date}; approved on {approved}",
            date=self.report.as_of.isoformat(),
            approved=approved.isoformat(),
        )

    def _document(self, document: Document) -> Iterator[RenderableType]:
        yield Text(
            self.voice.say("Document: {name}", name=document.name)
            if document.page_count is None
            else self.voice.say(
                "Document: {name}, pages: {pages}",
                name=document.name,
                pages=document.page_count,
            )
        )
        if document.parts:
            held = ", ".join(self.voice.say(each.concept) for each in document.parts)
            said = self.voice.say("Parts of the programme in it: {parts}", parts=held)
            yield indented(Text(said))
        for note in document.notes:
            yield indented(Text(self.voice.sentence(note), "dim"))
        for gap in document.gaps[:ITEMS_SHOWN]:
            said = self.voice.say(
                "Could not be read: {place}: {reason}",
                place=self.voice.place(gap.location),
                reason=gap.reason,
            )
            yield indented(Text(said, "bold yellow"))
        yield from more(len(document.gaps) - ITEMS_SHOWN, self.voice)

    def _category(
        self, category: Category, results: list[Result]
    ) -> Iterator[RenderableType]:
        yield Text()
        title = self.voice.say(CATEGORY_TITLES[category])
        passed = sum(each.outcome is Outcome.PASS for each in results)
        judged = sum(each.score is not None for each in results)
        if judged:
            count = self.voice.say(
                "{passed} of {judged} pass", passed=passed, judged=judged
            )
            title += f": {count}"
        yield Line(Text(title, "bold"), align="left", style="dim")
        for result in sorted(results, key=lambda each: _ORDER[each.outcome]):
            yield self._first_line(result)
            if result.outcome is not Outcome.PASS:
                yield from Details(result, self.voice).lines()

    def _first_line(self, result: Result) -> RenderableType:
        """Mark, word, code, title and score; the title wraps in its own column."""
        mark, style = OUTCOME_MARKS[result.outcome], _STYLES[result.outcome]
        words = {each: self.voice.say(word) for each, word in OUTCOME_WORDS.items()}
        word = words[result.outcome].ljust(max(map(len, words.values())))
        start = Text.assemble((f"{mark} {word}", style), " ", (result.code, "bold"))
        weights = [Text(each, style) for each in self._weights(result)]
        return FirstLine(start, Text(self.voice.title(result)), weights)

    def _weights(self, result: Result) -> list[str]:
        """The score; where the rule fails, how grave it is and, below, how sure."""
        score = "" if result.score is None else f"{result.score}/4"
        if result.outcome is not Outcome.FAIL:
            return [score]
        weight = f"{self.voice.say(SEVERITY_WORDS[result.severity])} {score}"
        certainty = CERTAINTY_WORDS[result.certainty]
        return [weight, self.voice.say(certainty)] if certainty else [weight]

    def _end(self) -> Iterator[RenderableType]:
        yield Text()
        yield Line(style="dim")
        yield Text(self.voice.summary(self.report), "bold")
        if not self.report.is_complete:
            yield Text(
                self.voice.say("The check is not complete: see what is said above.")
            )
        yield Text(self._next())

    def _next(self) -> str:
        failed = [each for each in self.report.results if each.outcome is Outcome.FAIL]
        if not failed:
            return self.voice.say("No rule fails.")
        first = min(failed, key=urgency)
        return self.voice.say(
            "What to do next: begin with {code}; “plancheck explain {code}” says why "
            "it matters and how to mend it.",
            code=first.code,
        )
