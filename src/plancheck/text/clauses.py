"""Clauses of a sentence: where one joins another."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.text.joints import joint_pattern

_JOINT = joint_pattern(
    # before the contrasts: `tādēļ ka` gives a cause, `tādēļ` alone what follows from one
    r"(?P<subordinate>, ?(?:(?:%(before_subordinate)s) )?(?:%(subordinate)s)\b"
    r"|: (?:%(after_colon)s)\b"
    r"| (?:(?:%(before_relative)s) )?(?:%(subordinate_without_comma)s)\b)"
    r"|(?P<contrast>; ?|,? (?:%(contrast)s)\b,? ?)"
    r"|(?P<comma>, )|(?P<colon>: )|(?P<and> (?:%(and)s) )"
)
_PREDICATE = joint_pattern(r"\b(?:%(predicates)s)\b")


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence and the clause it belongs to, by number."""

    start: int
    end: int
    clause: int


def segments(folded: str) -> list[Segment]:
    """Cut a sentence; a clause that goes on after one inside it keeps its number.

    >>> whole = "grupa ir, bet merku nav"
    >>> [whole[each.start : each.end] for each in segments(whole)]
    ['grupa ir', ', bet merku nav']
    """
    cuts = list(_cuts(folded))
    found = [Segment(0, len(folded), 0)]
    outer: list[int] = []
    clause = newest = 0
    for start, kind in cuts:
        if kind == "subordinate":
            outer.append(clause)
            clause = newest = newest + 1
        elif kind == "comma" and outer:
            clause = outer.pop()
        else:
            outer.clear()
            clause = newest = newest + 1
        found[-1].end = start
        found.append(Segment(start, len(folded), clause))
    return [each for each in found if each.end > each.start]


def _cuts(folded: str) -> Iterator[tuple[int, str]]:
    """Where clauses meet: the offset, and how the one that begins is joined.

    A comma, a colon or "and" parts clauses only if each side has a predicate of its own; the
    comma after a subordinate clause always ends it.
    """
    joints = list(_JOINT.finditer(folded))
    predicates = [match.start() for match in _PREDICATE.finditer(folded)]
    has_before, is_inside, last_cut, seen = False, False, 0, 0
    for number, joint in enumerate(joints):
        while seen < len(predicates) and predicates[seen] < joint.start():
            has_before |= predicates[seen] >= last_cut
            seen += 1
        kind = str(joint.lastgroup)
        if kind in {"comma", "colon", "and"} and not (kind == "comma" and is_inside):
            later = joints[number + 1 : number + 2]
            end = later[0].start() if later else len(folded)
            has_after = seen < len(predicates) and predicates[seen] < end
            if not (has_before and has_after):
                continue
        yield joint.start(), kind
        is_inside = kind == "subordinate"
        has_before, last_cut = False, joint.start()
