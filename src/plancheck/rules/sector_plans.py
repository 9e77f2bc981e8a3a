"""Plans of single sectors: which the municipality has, in what state, and for which tasks."""

import re
from typing import NamedTuple

from plancheck.rules.asking import excerpt, plan_rows, speaks_of, whole_row
from plancheck.rules.body_names import stems
from plancheck.rules.discourse import around, refers_back
from plancheck.sdk import (
    Finding,
    Mention,
    Message,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    alternatives,
    fold,
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
    "plan of sport and youth",
    "plan of housing",
    "plan of health",
    "plan of digital",
)
"""Concepts of the vocabulary, one a sector."""

_CONTEXT = "planning context"
_BARE_CODE = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2}){2,3}\.?(?!\d)")
_PROJECT_CODE = re.compile(r"\b[A-Z]{1,3}-?\d{1,3}\b")
_BEFORE = 45
_SHORTEST_NAME = 12
_LONGEST = 700


class SectorPlan(NamedTuple):
    """A plan with the sentence or row that tells most of it.

    `name` holds how the words of its name begin, so that its inflected forms are one plan.
    """

    concept: str
    name: tuple[str, ...]
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
    """What all mentions tell of a plan of the municipality's own, with the fullest of them."""
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
    fullest = max(own, key=lambda plan: plan.known, default=None)
    if fullest is None:
        return None
    same = [plan for plan in own if plan.name == fullest.name]
    return fullest._replace(
        has_status=any(plan.has_status for plan in same),
        is_linked=any(plan.is_linked for plan in same),
    )


def _read(programme: Programme, concept: str, mention: Mention) -> SectorPlan | None:
    """What is said near a mention; None where the plan is another body's."""
    quote = mention.quote
    start = mention.start
    before = re.split(r"[,;(.]", quote.text[max(0, start - _BEFORE) : start])[-1]
    if speaks_of(programme, "plan of others", f"{before}{mention.term}"):
        return None
    if mention.stance is Stance.NEGATED or len(quote.text) > _LONGEST:
        return None
    if isinstance(mention.block, Table):
        row = whole_row(mention)
        near, quote = row.text, row if len(row.text) <= _LONGEST else quote
    else:
        near = _near(programme, mention)
    names_measure = not isinstance(mention.block, Table) and _names_measure(
        programme, near
    )
    return SectorPlan(
        concept,
        stems(mention.term),
        quote,
        speaks_of(programme, "plan status", near),
        names_measure or _names_task(programme, near),
    )


def _near(programme: Programme, mention: Mention) -> str:
    """What a sentence says of one plan, with what is said of all of its plans.

    Each plan has what stands around it up to the joint before the next one. What comes
    before a colon, and a sentence behind that goes on with this one, is on all of them.
    """
    text = mention.quote.text
    end = mention.start + len(mention.term)
    spans = sorted({span for each in PLANS for span in programme.spans(each, text)})
    earlier = [last for _, last in spans if last <= mention.start]
    later = [first for first, _ in spans if first >= end]
    left = _last_joint(programme, text, earlier[-1], mention.start) if earlier else 0
    if mention.stance is Stance.PROMISED:  # what is to be drawn up is not drawn up
        left = mention.start
    right = _last_joint(programme, text, end, later[0]) if later else len(text)
    opening = text.partition(":")[0] if ":" in text[: mention.start] else ""
    after = around(mention).after
    goes_on = bool(after) and refers_back(programme, after)
    return " | ".join((opening, text[left:right], after if goes_on else ""))


def _last_joint(programme: Programme, text: str, start: int, end: int) -> int:
    """Where what is said of the next thing begins, between the two."""
    words = alternatives(programme.vocabulary, "conjunction")
    joint = re.compile(rf"; ?|, ?| (?:{words}) |: ?")
    joints = [match.end() for match in joint.finditer(text, start, end)]
    strong = [each for each in joints if text[:each].rstrip().endswith(";")]
    return (strong or joints or [end])[-1]


def _names_task(programme: Programme, text: str) -> bool:
    return bool(
        programme.codes_in(text)
        or _BARE_CODE.search(text)
        or _PROJECT_CODE.search(text)
    )


def _names_measure(programme: Programme, text: str) -> bool:
    folded = fold(text)
    names = (row.name for row in plan_rows(programme))
    return any(len(name) >= _SHORTEST_NAME and fold(name) in folded for name in names)
