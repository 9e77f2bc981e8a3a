"""Whether a sentence asserts, denies or promises what it names.

Which words join clauses (`text.joints`), deny and promise, the files of a language say.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from plancheck.text.clauses import Segment, segments
from plancheck.text.folding import fold
from plancheck.text.joints import joint_pattern
from plancheck.text.sentences import Sentence, sentences

_CONTENT_CLAUSE = joint_pattern(r",? ?(?:%(content)s)\b")
_NO_NEGATIONS = joint_pattern(
    r"\b(?:%(no_denial)s)\b"
    r"|\b(?:%(numbered)s) (?:%(number_sign)s) ?\d|\b(?:%(number_sign)s)\. ?\d"
)
_CONTRASTED = joint_pattern(r", (?:%(not)s) (?=(?:%(contrasted)s)\b)")
_WITHOUT = joint_pattern(r"\b(?:%(without)s)\b")
_FARTHEST_LACK = 6
"""Words between "without" and what it takes away: `without a named coordinating body`."""

_RELATIVE = joint_pattern(r",? ?(?:%(relative)s)\b(?P<rest>.*)", re.DOTALL)
_COMPLEMENT = joint_pattern(r"\W{0,3}(?:(?:%(of)s) (?:[\w-]{1,30} ){0,3}[\w-]{1,30})?")
_MAKING = joint_pattern(r"\b(?:%(making)s)")
_PREDICATE_WORDS = 3
"""A denial among so many last words of a clause governs the clause that follows."""


Tells = Callable[[str], bool]


class Stance(StrEnum):
    """How a sentence speaks of a thing: as there, as not there, as still to come."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PROMISED = "promised"


def stance(
    text: str,
    start: int,
    end: int,
    denies: Tells,
    promises: Tells,
) -> Stance:
    """How a text speaks of what stands at a span of it: its clause decides.

    A denial outweighs a promise ("nav plānots"). What another clause of the sentence
    denies or promises does not count, unless this one is its content ("nav norādīts,
    kuras …").

    Args:
        text: A sentence, or a text of several.
        start: Of the span, in `text`.
        end: Of the span.
        denies: Whether folded text has words that deny.
        promises: Whether folded text has words that put off.
    """
    sentence = next(
        (each for each in sentences(text) if each.start <= start < each.end),
        Sentence(text, 0, len(text)),
    )
    first, last = start - sentence.start, end - sentence.start
    folded = fold(sentence.text)
    folded = _NO_NEGATIONS.sub(lambda match: " " * len(match[0]), folded)
    parts = segments(folded)
    folded = _without_contrasts(_without_exceptions(folded, first), first)
    if _is_denied_content(folded, parts, first, denies):
        return Stance.NEGATED
    clause_numbers = {
        each.clause for each in parts if each.start < last and first < each.end
    }
    own = " ".join(
        folded[each.start : each.end] for each in parts if each.clause in clause_numbers
    )
    for clause in (own, _told_of_its_making(folded, parts, last)):
        if denies(clause):
            return Stance.NEGATED
        if promises(clause):
            return Stance.PROMISED
    return Stance.ASSERTED


def _without_exceptions(folded: str, start: int) -> str:
    """A sentence without the words that deny only what is right behind them.

    "Measures without an operation are carried out by the steering group" denies no group.
    """
    for match in _WITHOUT.finditer(folded):
        words = folded[match.end() : max(match.end(), start)].split()
        if start < match.start() or len(words) > _FARTHEST_LACK:
            blank = " " * len(match[0])
            folded = folded[: match.start()] + blank + folded[match.end() :]
    return folded


def _without_contrasts(folded: str, start: int) -> str:
    """A sentence without what only tells a thing from another one that it is not.

    "Results are published on the notice boards, not on the web only" denies no boards.
    """
    for match in _CONTRASTED.finditer(folded):
        if start < match.start():
            blank = " " * len(match[0])
            folded = folded[: match.start()] + blank + folded[match.end() :]
    return folded


def _told_of_its_making(folded: str, segments: Sequence[Segment], end: int) -> str:
    """The relative clause right after a thing that tells of its making; else nothing.

    "Grupa, kas nav izveidota" is not there; "grupa, kas nav tikusies" is.
    """
    after = next((each for each in segments if each.start >= end), None)
    if after is None or not _COMPLEMENT.fullmatch(folded, end, after.start):
        return ""
    clause = folded[after.start : after.end]
    relative = _RELATIVE.match(clause)
    return clause if relative and _MAKING.search(relative["rest"]) else ""


def _is_denied_content(
    folded: str,
    segments: Sequence[Segment],
    offset: int,
    denies: Tells,
) -> bool:
    """Whether the clause at an offset is what the clause before it denies to be told."""
    index = next(
        (i for i, each in enumerate(segments) if each.start <= offset < each.end), 0
    )
    if not index or not _CONTENT_CLAUSE.match(folded, segments[index].start):
        return False
    above = segments[index - 1]
    ending = " ".join(folded[above.start : above.end].split()[-_PREDICATE_WORDS:])
    return denies(ending)
