"""What a person is told of a rule that does not pass: findings, evidence, how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from plancheck.reporters.words import Voice, clean, without_marks
from plancheck.sdk import Absence, Finding, Message, Outcome, Quote, Result, Verdict

ITEMS_SHOWN = 5
"""Findings of one rule, or gaps of one document, before the others are only counted."""

QUOTES_SHOWN = 3
"""Quotes of one finding."""

FOUND_SHOWN = 2
"""Quotes of what is there, in a rule that fails all the same."""

SHORT_QUOTE = 20
"""Characters up to which words may stand in a line by chance, without being quoted."""

INDENT = 4


@dataclass(frozen=True, slots=True)
class Details:
    """The lines below a rule's first line; nothing is shown twice."""

    result: Result
    voice: Voice
    said: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[RenderableType]:
        """Everything, from the sentence that sums up to the remedy."""
        result, verdict = self.result, self.result.verdict
        yield self._sentence(result.message)
        if verdict is None:
            quotes = [each for each in result.evidence if isinstance(each, Quote)]
            yield from self._quotes(quotes, INDENT)
            yield from self._absences(_absences(result.evidence), INDENT)
            return
        if result.reason is not None:
            yield self._sentence(verdict.message)
        yield from self._findings(verdict)
        yield from self._found(verdict)
        if result.outcome is not Outcome.WAIVED:
            absences = [verdict.absence] if verdict.absence else []
            yield from self._absences(absences, INDENT)
            yield from self._remedy()
        yield from self._waived()

    def _sentence(self, message: Message) -> RenderableType:
        said = self.voice.sentence(message)
        self.said.add(said)
        return indented(Text(said))

    def _findings(self, verdict: Verdict) -> Iterator[RenderableType]:
        """The findings; what the sum already says comes first, with its evidence only."""
        shared = _shared_absences(verdict) if self.result.open_findings else []
        findings = sorted(
            (each for each in verdict.findings if not self.result.waiver_of(each)),
            key=lambda each: each.message != verdict.message,
        )
        for finding in findings[:ITEMS_SHOWN]:
            said = self.voice.sentence(finding.message)
            is_new = said not in self.said
            self.said.add(said)
            if is_new:
                yield marked("•", Text(said))
            yield from self._evidence(finding, shared, INDENT + 2 if is_new else INDENT)
        yield from more(len(findings) - ITEMS_SHOWN, self.voice)
        yield from self._absences(shared, INDENT)

    def _evidence(
        self, finding: Finding, shared: Iterable[Absence], indent: int
    ) -> Iterator[RenderableType]:
        quotes = [each for each in finding.evidence if isinstance(each, Quote)]
        yield from self._quotes(quotes[:QUOTES_SHOWN], indent)
        own = [each for each in _absences(finding.evidence) if each not in shared]
        yield from self._absences(own, indent)

    def _found(self, verdict: Verdict) -> Iterator[RenderableType]:
        """What is there of what was asked for."""
        new = [each for each in verdict.quotes if not self._is_told(each)]
        if new:
            yield indented(Text(self.voice.say("What is there:")))
            yield from self._quotes(new[:FOUND_SHOWN], INDENT + 2)

    def _quotes(self, quotes: Iterable[Quote], indent: int) -> Iterator[RenderableType]:
        """Places with their quotes; only the place of what a sentence above quotes already.

        A place alone is told once: several sentences of one section are one place to look.
        """
        bare = set()
        for quote in quotes:
            words = self.voice.quote(quote.text)
            where = self.voice.place(quote.location)
            line = Text(where, "cyan")
            if words[1:-1] not in where and not self._is_told(quote):
                line.append(": ").append(words, "italic")
            elif where in bare:
                continue
            else:
                bare.add(where)
            self.said.add(words)
            yield marked("→", line, indent)

    def _is_told(self, quote: Quote) -> bool:
        """Whether a line above holds these words already."""
        words = self.voice.quote(quote.text)
        sought = words[1:-1] if len(words) > SHORT_QUOTE else words
        return any(sought in line for line in self.said)

    def _absences(
        self, absences: Iterable[Absence], indent: int
    ) -> Iterator[RenderableType]:
        for absence in absences:
            sought = self.voice.sought(absence)
            if sought in self.said:
                continue
            self.said.add(sought)
            yield indented(Text(sought, "dim"), indent)
            yield from self._nearest(absence, indent)

    def _nearest(self, absence: Absence, indent: int) -> Iterator[RenderableType]:
        if absence.nearest is None:
            return
        if not self._is_told(absence.nearest):
            words = self.voice.quote(absence.nearest.text)
            where = self.voice.place(absence.nearest.location)
            said = self.voice.say(
                "Nearest to it: {quote} ({place})", quote=words, place=where
            )
            yield indented(Text(said, "dim"), indent)

    def _waived(self) -> Iterator[RenderableType]:
        """What somebody accepted, by the decision."""
        for waiver in dict.fromkeys(waiver for _, waiver in self.result.waivers):
            yield indented(Text(self.voice.waiver(waiver), "cyan"))
            waived = [each for each, by in self.result.waivers if by == waiver]
            for finding in waived[:ITEMS_SHOWN]:
                said = self.voice.sentence(finding.message)
                if said not in self.said:
                    yield marked("~", Text(said, "dim"), INDENT + 2)
            yield from more(len(waived) - ITEMS_SHOWN, self.voice)

    def _remedy(self) -> Iterator[RenderableType]:
        page = self.result.page(self.voice.language)
        if page and page.remedy:
            label = self.voice.say("How to mend it:")
            remedy = clean(without_marks(page.remedy))
            yield indented(Text.assemble((label, "bold"), " ", remedy))
        yield indented(Text(self.voice.source(self.result), "dim"))


def indented(text: Text, indent: int = INDENT) -> RenderableType:
    """A paragraph that wraps within its indentation."""
    return _Hanging("", text, indent)


def marked(mark: str, text: Text, indent: int = INDENT) -> RenderableType:
    """A paragraph behind a mark, its further lines under its first letter."""
    return _Hanging(f"{mark} ", text, indent)


@dataclass(frozen=True, slots=True)
class _Hanging:
    """An indented paragraph, wrapped once: rich's own grid wraps it again in each layer."""

    mark: str
    text: Text
    indent: int

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Segment]:
        width = max(options.max_width - self.indent - len(self.mark), 1)
        for index, line in enumerate(self.text.wrap(console, width)):
            mark = self.mark if index == 0 else " " * len(self.mark)
            line.rstrip()
            whole = Text.assemble(" " * self.indent, (mark, "dim"), line)
            yield from whole.render(console, end="\n")


def more(count: int, voice: Voice) -> Iterator[RenderableType]:
    """How many are not shown; nothing where all are."""
    if count > 0:
        said = voice.say("and {count} more (--format json has all)", count=count)
        yield indented(Text(said, "dim"))


def _absences(evidence: Iterable[object]) -> list[Absence]:
    return [each for each in evidence if isinstance(each, Absence)]


def _shared_absences(verdict: Verdict) -> list[Absence]:
    """What was sought for more than one finding, or for the verdict itself."""
    found = [
        each for finding in verdict.findings for each in _absences(finding.evidence)
    ]
    found += [verdict.absence] if verdict.absence else []
    return [each for each in dict.fromkeys(found) if found.count(each) > 1]
