"""Clauses of a sentence: where one joins another, in Latvian and English."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import Sentence

_SUBORDINATE = (
    r"kas|ko|kam|kura\w*|kuri\w*|kuru\w*|kurs|kur|jo|lai|ja|ka|kad|vai|kaut|lai gan"
    r"|neskatoties|neraugoties|tadel ka|tapec ka|nemot vera|izmantojot"
    r"|which|who|whose|where|while|whereas|although|though|because|since|if|whether|that"
    r"|despite|unless|so that"
)
_CONTRAST = (
    r"bet|tacu|tomer|savukart|turpretim|toties|but|however|yet|nevertheless|otherwise"
)
_JOINT = lazy_pattern(
    rf"(?P<contrast>; ?|,? (?:{_CONTRAST})\b,? ?)"
    rf"|(?P<subordinate>, ?(?:un )?(?:{_SUBORDINATE})\b"
    r"| (?:and |or )?(?:which|whose|who|where|because|although|whereas|unless)\b)"
    r"|(?P<comma>, )|(?P<and> (?:un|and|ka ari|as well as) )"
)
_PREDICATE = lazy_pattern(
    r"\b(?:ir|nav|bija|nebija|tiek|netiek|tika|netika|tiks|netiks|bus|nebus|trukst|japa\w*"
    r"|planot[sai]|plano|nodrosina|nosaka|paredz|ietver|is|are|was|were|has|have|had|will"
    r"|does|do|cannot|can|should|must|lacks?|exists?|sets?|meets?)\b"
)


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence and the clause it belongs to, by number."""

    start: int
    end: int
    clause: int


def clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence cut where a clause begins or a clause inside it ends.

    >>> whole = Sentence("Grupa ir, bet mērķu nav", 0, 23)
    >>> [each.text for each in clauses(whole)]
    ['Grupa ir', ', bet mērķu nav']
    """
    return tuple(
        Sentence(
            sentence.text[each.start : each.end],
            sentence.start + each.start,
            sentence.start + each.end,
        )
        for each in segments(fold(sentence.text))
    )


def segments(folded: str) -> list[Segment]:
    """Cut a sentence; a clause that goes on after one inside it keeps its number."""
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

    A comma or "and" parts clauses only if each side has a predicate of its own; the
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
        if kind in {"comma", "and"} and not (kind == "comma" and is_inside):
            later = joints[number + 1 : number + 2]
            end = later[0].start() if later else len(folded)
            has_after = seen < len(predicates) and predicates[seen] < end
            if not (has_before and has_after):
                continue
        yield joint.start(), kind
        is_inside = kind == "subordinate"
        has_before, last_cut = False, joint.start()
