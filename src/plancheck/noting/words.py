"""What a note says: the finding, its rule, why it matters, how to mend it, what to paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.model.evidence import Absence, Quote
from plancheck.model.report import Outcome, Result
from plancheck.model.verdict import Finding
from plancheck.reporters.words import (
    CERTAINTY_WORDS,
    LONGEST_QUOTE,
    SEVERITY_WORDS,
    Voice,
    clean,
    cut,
    without_marks,
)
from plancheck.text.patterns import lazy_pattern

PLACES_TOLD = 12
"""Places of findings that have no note of their own, before the others are only counted."""

QUOTES_TOLD = 3
"""Further quotes of one finding."""

_RULED = lazy_pattern(r"[|:\- ]+")
_HEADING_MARK = lazy_pattern(r"#{1,6} ")


@dataclass(frozen=True, slots=True)
class Wording:
    """The paragraphs of notes on one result."""

    result: Result
    voice: Voice

    def paragraphs(
        self,
        finding: Finding,
        home: Quote,
        others: Sequence[Finding] = (),
        *,
        is_first: bool = True,
    ) -> tuple[str, ...]:
        """All that a note says.

        Args:
            finding: What it is about.
            home: The words that it stands at, which it need not repeat.
            others: Findings of the rule that have no note of their own.
            is_first: Whether no other note of the rule stands in the document: that one
                says why it matters and what to paste, the others only how to mend it.
        """
        told = (
            *self._sentences(finding),
            *self._evidence(finding, home),
            *self._advice(is_whole=is_first),
            *self._others(others),
        )
        return tuple(dict.fromkeys(told))

    def _sentences(self, finding: Finding) -> Iterator[str]:
        if self.result.outcome is Outcome.UNSURE:
            yield self.voice.say("Not sure: {sentence}", sentence=finding.message)
        else:
            yield self.voice.sentence(finding.message)
        yield f"{self._rule()}: {self.voice.title(self.result)}"
        if self.result.outcome is Outcome.UNSURE:
            yield self.voice.sentence(self.result.message)

    def _rule(self) -> str:
        """The code with how grave and how sure it is, and with the score."""
        result = self.result
        words = [SEVERITY_WORDS[result.severity], CERTAINTY_WORDS[result.certainty]]
        said = [self.voice.say(word) for word in words if word]
        said += [] if result.score is None else [f"{result.score}/4"]
        return f"{result.code} ({', '.join(said)})"

    def _evidence(self, finding: Finding, home: Quote) -> Iterator[str]:
        """Quotes beside the words that the note stands at, and what was sought in vain."""
        quotes = [each for each in finding.evidence if isinstance(each, Quote)]
        for quote in [each for each in quotes if each != home][:QUOTES_TOLD]:
            yield self.voice.say(
                "See also {place}: {quote}",
                place=self.voice.place(quote.location),
                quote=self.voice.quote(quote.text),
            )
        for absence in finding.evidence:
            if isinstance(absence, Absence):
                yield self.voice.sought(absence)
                yield from self._nearest(absence, home)

    def _nearest(self, absence: Absence, home: Quote) -> Iterator[str]:
        if absence.nearest == home:
            yield self.voice.say("Nearest to it is what this comment stands at.")
        elif absence.nearest is not None:
            yield self.voice.say(
                "Nearest to it: {quote} ({place})",
                quote=self.voice.quote(absence.nearest.text),
                place=self.voice.place(absence.nearest.location),
            )

    def _advice(self, *, is_whole: bool) -> Iterator[str]:
        page = self.result.page(self.voice.language)
        if page is None:
            return
        if page.why and is_whole:
            yield f"{self.voice.say('Why:')} {_plain(page.why)}"
        if page.remedy:
            yield f"{self.voice.say('How to mend it:')} {_plain(page.remedy)}"
        if page.fragment and is_whole:
            lines = "\n".join(_printed(page.fragment))
            yield f"{self.voice.say('To paste and fill in:')}\n{lines}"

    def _others(self, others: Sequence[Finding]) -> Iterator[str]:
        """How many findings have no note, and where the first of them are."""
        if not others:
            return
        yield self.voice.say(
            "Findings of this rule without a comment of their own: {count}.",
            count=len(others),
        )
        for finding in others[:PLACES_TOLD]:
            yield f"• {self.voice.sentence(finding.message)}"


def _plain(markdown: str) -> str:
    return clean(without_marks(markdown))


def _printed(fragment: str) -> Iterator[str]:
    """The lines of an example without the marks of its notation."""
    for line in map(clean, fragment.splitlines()):
        if not line or _RULED.fullmatch(line):
            continue
        plain = without_marks(_HEADING_MARK.sub("", line, count=1))
        yield cut(plain.strip("| "), 2 * LONGEST_QUOTE)
