"""Feedback: what was decided on each proposal of the public, and why."""

import re
from collections.abc import Iterator, Sequence

from plancheck.rules.asking import excerpt, first_quote, speaks_of, whole_row
from plancheck.rules.forms import is_on_taking_part
from plancheck.sdk import (
    Finding,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Row,
    Stance,
    Verdict,
    fold,
    rule,
    sentences,
)

_CONCEPT = "proposals"
_REASON_WORDS = 2
_BEHIND = 2
"""Sentences behind one on proposals that may tell what became of them."""
_COUNT = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


@rule(
    "PA03",
    category="participation",
    criteria=("G2",),
    severity="error",
    source="[MK 628/2014 2.3]",
)
def feedback(programme: Programme, *, answered: float = 0.9) -> Verdict:
    """Each proposal is answered with a decision and its reason."""
    rows = programme.proposals
    if not rows:
        return _without_table(programme)
    return Verdict.of_share(
        [_Answer(row) for row in rows],
        having=lambda answer: answer.is_decided and answer.has_reason(programme),
        found="{having} of {total} proposals have a decision with its reason.",
        missing="The proposal “{name}” has no decision with its reason.",
        missing_all="None of the {total} proposals has a decision with its reason.",
        pass_at=answered,
    )


class _Answer:
    """A proposal with what was decided on it.

    Its quote leaves out who made the proposal: reports must not spread personal data.
    """

    def __init__(self, row: Row) -> None:
        self._row = row

    @property
    def name(self) -> str:
        return excerpt(self._row.field("proposal").quote)

    @property
    def quote(self) -> Quote:
        fields = map(self._row.field, ("proposal", "decision", "notes"))
        texts = (" ".join(each.text.split()) for each in fields if each.text)
        return Quote(" | ".join(texts), self._row.quote.location)

    @property
    def is_decided(self) -> bool:
        return bool(self._row.field("decision"))

    def has_reason(self, programme: Programme) -> bool:
        """Whether more is said than that the proposal was accepted or rejected."""
        if self._row.says("notes", "result", "measure", "task", "place in programme"):
            return True
        bare = programme.vocabulary.concept("bare decision")
        decision = self._row.field("decision").text
        words = (each for each in _WORD.findall(decision))
        return sum(not bare.spans(fold(each), each) for each in words) >= _REASON_WORDS


def _without_table(programme: Programme) -> Verdict:
    """The verdict where no table of proposals was found: what the text says instead."""
    mentions = _decisions(programme)
    if quote := _said_none(programme):
        message = Message.of(
            "The programme says that no proposals were received: “{quote}”",
            quote=excerpt(quote),
        )
        return Verdict(4, message, quotes=(quote,))
    if quote := _counted(programme, mentions):
        message = Message.of(
            "How many proposals were accepted and rejected is said, but not what was "
            "decided on each and why: “{quote}”",
            quote=excerpt(quote),
        )
        if answered := _answered(mentions, programme):
            quotes = tuple(dict.fromkeys((quote, answered)))
            message = Message.of(
                "How many proposals were accepted and rejected is said, and that each "
                "was answered: “{quote}”",
                quote=excerpt(answered),
            )
            return Verdict(3, message, quotes=quotes)
        absence = programme.absence("proposals decided", nearest=quote)
        return Verdict(2, message, (Finding(message, (quote, absence)),), (quote,))
    order = (Stance.ASSERTED, Stance.PROMISED, Stance.NEGATED)
    if quote := first_quote(mentions, *order):
        return _mentioned(programme, quote)
    silence = "No table or text in the supplied files answers proposals of the public."
    return programme.absent("proposals decided", silence)


def _mentioned(programme: Programme, quote: Quote) -> Verdict:
    message = Message.of(
        "Proposals are mentioned, but not what was decided on each and why: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("proposals decided", message, quote)


def _decisions(programme: Programme) -> tuple[Mention, ...]:
    """Sentences on proposals in the report on participation, or tied to its drafting."""
    inside = programme.mentions(_CONCEPT, within="participation report")
    loose = programme.mentions(_CONCEPT)
    tied = (each for each in loose if is_on_taking_part(programme, each))
    return tuple(dict.fromkeys((*inside, *tied)))


def _said_none(programme: Programme) -> Quote | None:
    mentions = programme.mentions("no proposals")
    return mentions[0].quote if mentions else None


def _counted(programme: Programme, mentions: Sequence[Mention]) -> Quote | None:
    """A sentence with the numbers of proposals accepted and rejected."""
    for mention in mentions:
        for quote in (whole_row(mention), *_after(mention)):
            if (
                len(_COUNT.findall(quote.text)) >= 2
                and speaks_of(programme, "proposals decided", quote.text)
                and speaks_of(programme, "proposals rejected", quote.text)
            ):
                return quote
    return None


def _after(mention: Mention) -> Iterator[Quote]:
    """The sentences behind one on proposals: "143 comments came. 89 were accepted, …"."""
    if not isinstance(mention.block, Paragraph):
        return
    told = sentences(mention.block.text)
    at = next((n for n, each in enumerate(told) if each.text == mention.quote.text), 0)
    for each in told[at + 1 : at + 1 + _BEHIND]:
        yield Quote(each.text, mention.quote.location)


def _answered(mentions: Sequence[Mention], programme: Programme) -> Quote | None:
    """A sentence in a paragraph on proposals that says that each was answered with its reason."""
    for mention in mentions:
        for quote in (whole_row(mention), *_after(mention)):
            if speaks_of(programme, "proposals answered", quote.text):
                return quote
    return None
