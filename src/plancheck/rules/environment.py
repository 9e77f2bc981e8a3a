"""Coherence: whether the programme went through strategic environmental assessment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.rules.asking import anywhere, excerpt, speaks_of, stance_on
from plancheck.sdk import (
    Finding,
    Heading,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    find_dates,
    fold,
    rule,
)

_ASSESSMENT = "strategic assessment"
_BODY = "assessment body"
_OUTCOME = "assessment outcome"
_REPORT = "environmental report"
_USED = "assessment used"
_NUMBER = re.compile(
    r"\b(?:nr|no)\.? ?(?:[a-z]{1,5}[-/]?)?\d"
    r"|(?<![\w./-])\d{1,6}-\d{1,6}/\d{2,4}(?![\w/-])"  # how files are numbered: 35409-88/2025
    r"|(?<![\w./-])[a-z]{1,6}(?:[./-]\d{1,6}){2,5}(?![\w/-])"  # or WST.442.17.2024
)


@rule(
    "LG04",
    category="legal",
    severity="error",
    certainty="medium",
    source="Good practice: programmes name the outcome of strategic environmental "
    "assessment; [IVN likums 4(3)]; [MK 157/2004]",
)
def environmental_assessment(programme: Programme) -> Verdict:
    """The outcome of strategic environmental assessment is named with its day and number."""
    outcomes = tuple(_outcomes(programme))
    if not outcomes:
        return _without_outcome(programme)
    best = max(outcomes, key=lambda each: each.strength)
    lacking = tuple(_lacking(best))
    used = any(each.is_used for each in outcomes)
    score = 2 if lacking else 4 if used else 3
    return Verdict(
        score,
        message=lacking[0].message
        if lacking
        else Message.of("The outcome is named: “{quote}”", quote=excerpt(best.quote)),
        findings=lacking,
        quotes=(best.quote,),
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A decision or opinion on the programme's assessment, and what is told of it."""

    quote: Quote
    has_day: bool
    has_number: bool
    is_report: bool
    is_used: bool

    @property
    def strength(self) -> int:
        """How much is told: the day and the number make it possible to look it up."""
        return self.has_day * 2 + self.has_number * 2 + self.is_report + self.is_used


def _outcomes(programme: Programme) -> Iterator[_Outcome]:
    """The sentences on assessment, or on the body that decides on it, with an outcome."""
    for mention in _mentions(programme, _ASSESSMENT, _REPORT, _BODY):
        text = mention.quote.text
        stance = stance_on(programme, _OUTCOME, text)
        about = speaks_of(programme, _ASSESSMENT, text) or speaks_of(
            programme, _REPORT, text
        )
        is_open = Stance.PROMISED in {stance, mention.stance}
        if is_open and not _is_decided(programme, text):
            continue
        if stance is None or not (about or _is_near(programme, mention)):
            continue
        yield _Outcome(
            mention.quote,
            has_day=bool(find_dates(text)),
            has_number=_has_number(programme, text),
            is_report=speaks_of(programme, _REPORT, text),
            is_used=speaks_of(programme, _USED, _whole(mention)),
        )


def _mentions(programme: Programme, *concepts: str) -> Iterator[Mention]:
    """What is said of the assessment or its body, headings left out."""
    for concept in concepts:
        for mention in anywhere(programme, concept):
            spelt_out = programme.abbreviations.get(mention.term, mention.term)
            is_meant = spelt_out == mention.term or speaks_of(
                programme, concept, spelt_out
            )
            if is_meant and not isinstance(mention.block, Heading):
                yield mention


def _has_number(programme: Programme, text: str) -> bool:
    """Whether a sentence names a decision by its number."""
    is_numbered = _NUMBER.search(fold(text)) is not None
    return is_numbered or programme.has_word("decision_number", text)


def _is_decided(programme: Programme, text: str) -> bool:
    """Whether a sentence tells of a decision of a day, whatever is still to follow from it.

    As in `decided on 4 May 2023 that an assessment is to be made`.
    """
    starts = [
        following.start()
        for pattern in programme.vocabulary.patterns("what_follows")
        for following in pattern.finditer(fold(text))
    ]
    told = text[: min(starts, default=0)]
    is_told = stance_on(programme, _OUTCOME, told) is Stance.ASSERTED
    return is_told and bool(find_dates(told))


def _is_near(programme: Programme, mention: Mention) -> bool:
    """Whether the paragraph or its heading is on the assessment, the sentence naming the body."""
    texts = (_whole(mention), " ".join(mention.section_path[-1:]))
    return any(speaks_of(programme, _ASSESSMENT, text) for text in texts)


def _whole(mention: Mention) -> str:
    """The paragraph that a sentence stands in; of a table the sentence alone."""
    block = mention.block
    return mention.quote.text if isinstance(block, Table) else block.text


def _lacking(best: _Outcome) -> Iterator[Finding]:
    if best.has_day and (best.has_number or best.is_report):
        return
    message = Message.of(
        "The outcome of the assessment is named without {what}: “{quote}”",
        what=Message("its day and number")
        if not best.has_day and not best.has_number
        else Message("its number")
        if best.has_day
        else Message("its day"),
        quote=excerpt(best.quote),
    )
    yield Finding(message, (best.quote,))


def _without_outcome(programme: Programme) -> Verdict:
    """The verdict where no outcome is named: a word, or nothing.

    Nothing is no proof: the decision may stand in a document of its own.
    """
    spoken = next(_mentions(programme, _ASSESSMENT, _REPORT), None)
    absence = programme.absence(_ASSESSMENT, nearest=spoken.quote if spoken else None)
    if spoken is None:
        raise Unsure(
            "Nothing is said of strategic environmental assessment; the decision on it may "
            "stand outside the supplied files.",
            absence,
        )
    message = Message.of(
        "Strategic environmental assessment is mentioned without its outcome: “{quote}”",
        quote=excerpt(spoken.quote),
    )
    return Verdict(1, message, (Finding(message, (spoken.quote, absence)),))
