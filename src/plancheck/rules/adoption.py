"""Document structure: whether the programme says who adopted it and in which version."""

from collections.abc import Iterator

from plancheck.rules.asking import excerpt
from plancheck.sdk import (
    Absence,
    Approval,
    Finding,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    fold,
    rule,
)

VERSION = "plan version"
_APPROVAL = "approval"
_DRAFT = "draft note"
_FRONT_BLOCKS = 14
_LONGEST_LINE = 15


@rule(
    "DS07",
    category="structure",
    severity="warning",
    source="Good practice: the decision stands on the title page, and each yearly "
    "version of the plans has a number",
)
def adoption(programme: Programme) -> Verdict:
    """The decision that adopted the programme is named, and the version of its plans."""
    approved = programme.approved
    if approved is None:
        return _without_decision(programme)
    version = version_notes(programme)
    findings = tuple(_lacking(programme, approved, version))
    quotes = (approved.quote, *version[:1])
    return Verdict(
        score=2 if approved.number is None else 4 if version else 3,
        message=Message.of(
            "Adopted on {date}, decision or minutes No. {number}.",
            date=approved.date,
            number=approved.number,
        )
        if approved.number
        else findings[0].message,
        findings=findings,
        quotes=tuple(dict.fromkeys(quotes)),
    )


def version_notes(programme: Programme) -> tuple[Quote, ...]:
    """What names a version or an update of the programme's plans, in reading order."""
    others = [
        term for terms in programme.vocabulary.other_kinds.values() for term in terms
    ]
    return tuple(
        mention.quote
        for mention in programme.mentions(VERSION)
        if mention.stance is Stance.ASSERTED
        and not any(
            term.is_in(fold(mention.quote.text), mention.quote.text) for term in others
        )
    )


def _lacking(
    programme: Programme, approved: Approval, version: tuple[Quote, ...]
) -> Iterator[Finding]:
    if approved.number is None:
        message = Message.of(
            "The day of the decision is named, {date}, but not the number of the "
            "decision or of the minutes.",
            date=approved.date,
        )
        yield Finding(message, (approved.quote,))
    if not version:
        message = Message(
            "No version or update of the action or investment plan is named."
        )
        yield Finding(message, (programme.absence(VERSION),))


def _without_decision(programme: Programme) -> Verdict:
    """The verdict where no day of a decision is named: what the title page says instead."""
    terms = programme.vocabulary.concept(_APPROVAL).readable_terms
    names = tuple(document.name for document in programme.documents)
    said = next(_on_title_page(programme), None)
    absence = Absence(terms, names, said)
    if said is None:
        return Verdict.absent(
            "No decision that adopted the programme is named, with its day and number.",
            absence,
        )
    message = Message.of(
        "No decision with its day is named; the title page only says “{quote}”.",
        quote=excerpt(said),
    )
    return Verdict.only_mentioned(message, absence, said)


def _on_title_page(programme: Programme) -> Iterator[Quote]:
    """The first short lines that speak of adoption without a day, or of a draft."""
    for mention in (*programme.mentions(_APPROVAL), *programme.mentions(_DRAFT)):
        index = mention.quote.location.block_index
        is_line = not isinstance(mention.block, Table)
        is_short = len(mention.quote.text.split()) <= _LONGEST_LINE
        if index is not None and index < _FRONT_BLOCKS and is_line and is_short:
            yield mention.quote
