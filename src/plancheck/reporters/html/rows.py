"""One rule of the checklist: what was found of it, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from plancheck.reporters.fragments import Grid, Line, blocks_of
from plancheck.reporters.html.tongue import Tongue
from plancheck.reporters.words import (
    CERTAINTY_WORDS,
    OUTCOME_MARKS,
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    clean,
    without_marks,
)
from plancheck.sdk import (
    Absence,
    Evidence,
    Finding,
    Message,
    Outcome,
    Quote,
    Result,
    RulePage,
    Waiver,
)

FINDINGS_SHOWN = 5
"""Findings of a rule that stand open; the others are folded below them."""

FINDINGS_KEPT = 200
"""Findings of a rule that the page holds: nobody reads more, and the file stays small."""

QUOTES_SHOWN = 3
"""Quotes of one finding, or of what is there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence: words with their place, or what was sought in vain."""

    place: Markup
    quote: Markup
    sought: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A finding; `sentence` is empty where the row says the same already."""

    sentence: Markup
    evidence: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """A decision, and the findings that it accepts."""

    decision: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class RuleRow:
    """A result as the template prints it."""

    result: Result
    tongue: Tongue

    @property
    def code(self) -> str:
        """The code, clean."""
        return clean(self.result.code)

    @property
    def title(self) -> str:
        """What the rule requires."""
        return self.tongue.voice.title(self.result)

    @property
    def title_language(self) -> Markup:
        """Where the rule has no page and no title in the language of the reader."""
        page, voice = self._page, self.tongue.voice
        if page and page.language == voice.language:
            return Markup()
        is_translated = voice.translate(self.result.title) != self.result.title
        return self.tongue.attribute(voice.language if is_translated else "en")

    @property
    def mark(self) -> str:
        """The mark of the outcome."""
        return OUTCOME_MARKS[self.result.outcome]

    @property
    def outcome(self) -> str:
        """The outcome in a word."""
        return self.tongue.voice.say(OUTCOME_WORDS[self.result.outcome])

    @property
    def severity(self) -> str:
        """How much it weighs."""
        return self.tongue.voice.say(SEVERITY_WORDS[self.result.severity])

    @property
    def certainty(self) -> str:
        """How sure the rule is, where it fails and is not quite sure."""
        word = CERTAINTY_WORDS[self.result.certainty]
        return self.tongue.voice.say(word) if word and self.fails else ""

    @property
    def fails(self) -> bool:
        """Whether it is to be mended."""
        return self.result.outcome is Outcome.FAIL

    @property
    def score(self) -> int | None:
        """The score; a waiver does not raise it."""
        return self.result.score

    @property
    def sentence(self) -> Markup:
        """What was found, in a sentence."""
        return self.tongue.sentence(self.result.message)

    @property
    def doubted(self) -> Markup:
        """What the rule found, where a gap in the reading makes it unsure."""
        result = self.result
        if result.verdict is None or result.reason is None:
            return Markup()
        return self.tongue.sentence(result.verdict.message)

    @property
    def lead(self) -> tuple[Shown, ...]:
        """The evidence to see at once: one quote with its place, or what was sought."""
        evidence = self._lead_evidence()
        quotes = [each for each in evidence if isinstance(each, Quote)]
        if quotes:
            return (self._shown(quotes[0], self._told),)
        return tuple(self._shown(each, self._told) for each in evidence[:1])

    def _lead_evidence(self) -> tuple[Evidence, ...]:
        verdict = self.result.verdict
        if verdict is None:
            return self.result.evidence
        if verdict.findings and not verdict.passes:
            own = tuple(each for one in verdict.findings for each in one.evidence)
        else:
            own = verdict.quotes
        return (
            *own,
            *self.result.evidence,
            *((verdict.absence,) if verdict.absence else ()),
        )

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The findings that nobody accepted, each once; none where the row tells it all."""
        findings = tuple(dict.fromkeys(self.result.open_findings))
        if len(findings) == 1 and self._is_told(findings[0]):
            return ()
        items = map(self._item, findings[:FINDINGS_KEPT])
        return tuple(item for item in items if item.sentence or item.evidence)

    @property
    def waived(self) -> tuple[Waived, ...]:
        """What somebody accepted, by the decision."""
        by_waiver: dict[Waiver, list[Finding]] = {}
        for finding, waiver in self.result.waivers:
            by_waiver.setdefault(waiver, []).append(finding)
        return tuple(
            Waived(
                self.tongue.voice.waiver(waiver),
                tuple(map(self._item, findings[:FINDINGS_KEPT])),
            )
            for waiver, findings in by_waiver.items()
        )

    @property
    def left_out(self) -> int:
        """Findings that are too many for a page."""
        return max(len(self.result.open_findings) - FINDINGS_KEPT, 0)

    def _is_told(self, finding: Finding) -> bool:
        """Whether the row has all of a finding: the sentence and its one evidence."""
        return finding.message in self._said and len(finding.evidence) < 2

    @property
    def _said(self) -> tuple[Message, ...]:
        """The sentences that the row has at its top."""
        verdict = self.result.verdict
        return (self.result.message, *((verdict.message,) if verdict else ()))

    def _item(self, finding: Finding) -> Item:
        is_told = finding.message in self._said
        sentence = self.tongue.sentence(finding.message)
        quotes = [each for each in finding.evidence if isinstance(each, Quote)]
        sought = [each for each in finding.evidence if isinstance(each, Absence)]
        shared = self._shared
        evidence = (
            *(self._shown(each, finding.message) for each in quotes[:QUOTES_SHOWN]),
            *(self._shown(each) for each in sought if each not in shared),
        )
        return Item(Markup() if is_told else sentence, evidence)

    @property
    def found(self) -> tuple[Shown, ...]:
        """What is there, in a rule that does not pass all the same."""
        verdict = self.result.verdict
        if verdict is None or self.result.outcome is Outcome.PASS:
            return ()
        return tuple(map(self._shown, verdict.quotes[:QUOTES_SHOWN]))

    @property
    def more_found(self) -> tuple[Shown, ...]:
        """The other quotes of a rule that passes."""
        verdict = self.result.verdict
        if verdict is None or self.result.outcome is not Outcome.PASS:
            return ()
        return tuple(map(self._shown, verdict.quotes[1:QUOTES_SHOWN]))

    @property
    def sought(self) -> tuple[Shown, ...]:
        """What was sought in vain for the rule, or for more than one finding."""
        leads = self._lead_evidence()[:1]
        return tuple(self._shown(each) for each in self._shared if each not in leads)

    @property
    def _shared(self) -> tuple[Absence, ...]:
        verdict = self.result.verdict
        if verdict is None:
            return ()
        found = [
            each
            for finding in verdict.findings
            for each in finding.evidence
            if isinstance(each, Absence)
        ]
        found += [verdict.absence] if verdict.absence else []
        return tuple(each for each in dict.fromkeys(found) if found.count(each) > 1)

    def _shown(self, evidence: Evidence, message: Message | None = None) -> Shown:
        """Evidence in words; the quote is left out where place or message have it already."""
        voice = self.tongue.voice
        if isinstance(evidence, Absence):
            nearest = evidence.nearest
            return Shown(
                place=self.tongue.place(nearest.location) if nearest else Markup(),
                quote=self.tongue.quote(nearest) if nearest else Markup(),
                sought=voice.sought(evidence),
            )
        words = voice.quote(evidence.text)[1:-1]
        is_said = words in voice.place(evidence.location) or (
            message is not None and words in voice.sentence(message)
        )
        place = self.tongue.place(evidence.location)
        return Shown(place, Markup() if is_said else self.tongue.quote(evidence))

    @property
    def _told(self) -> Message:
        return self.result.message

    @property
    def _page(self) -> RulePage | None:
        return self.result.page(self.tongue.voice.language)

    @property
    def page_language(self) -> Markup:
        """The attribute of what is from the rule's page."""
        return self.tongue.attribute(self._page.language) if self._page else Markup()

    @property
    def why(self) -> str:
        """Why the rule is there."""
        return self._from_page(self._page.why if self._page else None)

    @property
    def remedy(self) -> str:
        """How to mend it."""
        return self._from_page(self._page.remedy if self._page else None)

    def _from_page(self, text: str | None) -> str:
        return clean(without_marks(text)) if text else ""

    @property
    def fragment(self) -> tuple[Line | Grid, ...]:
        """What can be pasted into the programme and filled in."""
        text = self._page.fragment if self._page else None
        return tuple(blocks_of(text)) if text else ()

    @property
    def has_more(self) -> bool:
        """Whether there is something to unfold: what does not apply says all in a line."""
        return self.result.verdict is not None or bool(self.why)

    @property
    def source(self) -> str:
        """What the rule rests on."""
        return self.tongue.voice.source(self.result)

    @property
    def volumes(self) -> frozenset[str]:
        """The documents that its evidence stands in, or was sought in."""
        return frozenset(_documents(_evidence_of(self.result)))


def _evidence_of(result: Result) -> Iterable[Evidence]:
    yield from result.evidence
    if result.verdict:
        yield from result.verdict.quotes
        for finding in result.verdict.findings:
            yield from finding.evidence


def _documents(evidence: Iterable[Evidence]) -> Iterable[str]:
    for each in evidence:
        if isinstance(each, Quote):
            yield each.location.document
        else:
            yield from each.places
