"""Plans of single sectors: which the municipality has, in what state, and for which tasks."""

import re
from typing import NamedTuple

from plancheck.rules.asking import excerpt, speaks_of, whole_row
from plancheck.sdk import (
    Finding,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    rule,
)

PLANS = (
    "plan of energy",
    "plan of mobility",
    "plan of waste",
    "plan of water",
    "plan of civil protection",
    "plan of social services",
    "plan of tourism",
    "plan of education",
    "plan of culture",
    "plan of housing",
    "plan of health",
    "plan of digital",
)
"""Concepts of the vocabulary, one a sector."""

_CONTEXT = "planning context"
_BARE_CODE = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,3}\.?(?!\d)")
_PROJECT_CODE = re.compile(r"\b[A-Z]{1,3}-?\d{1,3}\b")
_JOINTS = re.compile(r"[(),;]| un | and ")
_BEFORE = 45
_BEHIND = 110
_LONGEST = 700


class SectorPlan(NamedTuple):
    """A plan with the sentence or row that tells most of it."""

    concept: str
    quote: Quote
    has_status: bool
    is_linked: bool

    @property
    def known(self) -> int:
        """How much is said of it."""
        return self.has_status + self.is_linked


@rule(
    "CI03",
    category="integration",
    criteria=("C1", "C3"),
    severity="info",
    certainty="medium",
    source="Good practice: work across departments is a criterion of the peer review of "
    "urban strategies",
)
def sector_plans(programme: Programme, *, needed: int = 3) -> Verdict:
    """Own sector plans are named with their state and their tasks."""
    found = [plan for each in PLANS if (plan := _best(programme, each)) is not None]
    if not found:
        return _unnamed(programme)
    stated = [plan for plan in found if plan.has_status]
    linked = [plan for plan in found if plan.is_linked]
    labels = (programme.vocabulary.label(plan.concept) for plan in found)
    message = Message.of(
        "Own sector plans: {count} ({plans}); with their state {stated}, tied to a "
        "task or project {linked}.",
        count=len(found),
        plans=", ".join(labels),
        stated=len(stated),
        linked=len(linked),
    )
    score = _score(len(found), len(stated), len(linked), needed)
    ordered = sorted(found, key=lambda plan: -plan.known)
    quotes = tuple(dict.fromkeys(plan.quote for plan in ordered))
    finding = Finding(message, quotes[:3])
    return Verdict(score, message, (finding,) if score < 3 else (), quotes)


def _unnamed(programme: Programme) -> Verdict:
    """The verdict where no plan has a name: one sentence on such plans, or nothing."""
    mentions = programme.mentions("sector plans")
    if not mentions:
        silence = "No own sector plan is named."
        return programme.absent("plan of energy", silence)
    quote = mentions[0].quote
    message = Message.of(
        "Sector plans are mentioned, but none is named: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned("plan of energy", message, quote)


def _score(count: int, stated: int, linked: int, needed: int) -> int:
    """3 from so many plans of which half have a state or a task, 4 where half have both."""
    if count < needed:
        return 2 if stated and linked else 1
    if min(stated, linked) * 2 >= count:
        return 4
    return 3 if max(stated, linked) * 2 >= count else 2


def _best(programme: Programme, concept: str) -> SectorPlan | None:
    """The mention that tells most of a plan of the municipality's own."""
    inside = programme.mentions(concept, within=_CONTEXT)
    sources = {
        id(fragment)
        for table in programme.tables_of("indicator")
        for fragment in table.fragments
    }  # a plan there is only where the data come from
    plans = (
        _read(programme, concept, mention)
        for mention in (*programme.mentions(concept), *inside)
        if id(mention.block) not in sources
    )
    own = [plan for plan in plans if plan is not None]
    return max(own, key=lambda plan: plan.known, default=None)


def _read(programme: Programme, concept: str, mention: Mention) -> SectorPlan | None:
    """What is said near a mention; None where the plan is another body's."""
    quote = mention.quote
    start = quote.text.find(mention.term)
    before = re.split(r"[,;(.]", quote.text[max(0, start - _BEFORE) : start])[-1]
    if speaks_of(programme, "plan of others", f"{before}{mention.term}"):
        return None
    if mention.stance is Stance.NEGATED or len(quote.text) > _LONGEST:
        return None
    if isinstance(mention.block, Table):
        row = whole_row(mention)
        near, quote = row.text, row if len(row.text) <= _LONGEST else quote
    else:
        near = _piece(quote.text[start : start + len(mention.term) + _BEHIND])
    return SectorPlan(
        concept,
        quote,
        speaks_of(programme, "plan status", near),
        _names_task(programme, near),
    )


def _piece(text: str) -> str:
    """A text up to where the next thing of a list begins, outside of brackets."""
    depth = 0
    for match in _JOINTS.finditer(text):
        joint = match.group()
        depth += (joint == "(") - (joint == ")")
        if depth <= 0 and joint not in "()":
            return text[: match.start()]
    return text


def _names_task(programme: Programme, text: str) -> bool:
    return bool(
        programme.codes_in(text)
        or _BARE_CODE.search(text)
        or _PROJECT_CODE.search(text)
    )
