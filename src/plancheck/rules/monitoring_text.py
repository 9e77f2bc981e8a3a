"""What a programme says of its own monitoring: sentences, not the tables of indicators."""

from collections.abc import Iterator
from dataclasses import replace

from plancheck.rules.asking import speaks_of
from plancheck.sdk import Mention, Paragraph, Programme, Stance, judge_stance

PART = "monitoring procedure"
_OUTSIDE = ("participation report", "current situation")
_SHORTEST_HEAD = 5


def told(
    programme: Programme, concept: str, *, anywhere: bool = False
) -> Iterator[Mention]:
    """Sentences on a concept where the programme speaks of its monitoring.

    What is denied is left out, and so is what speaks of another document's monitoring. A
    report that “will be prepared every year” is a rule that stands; an arrangement that
    is yet to be drawn up is none.

    Args:
        programme: Whose sentences are sought.
        concept: Its name in the vocabulary.
        anywhere: Also in other parts, where the sentence or its paragraph is on the
            monitoring or the implementation of the programme.
    """
    own = _own_sections(programme)
    outside = {id(each) for each in programme.mentions(concept, outside=_OUTSIDE)}
    for mention in programme.mentions(concept, outside=_OUTSIDE[:1]):
        block = mention.block
        about = block.text if isinstance(block, Paragraph) else mention.quote.text
        is_named = anywhere and speaks_of(programme, "monitoring report", about)
        if id(mention) in outside:
            is_own = (
                is_named
                or id(mention.section) in own
                or speaks_of(programme, PART, mention.section.title)
            )
        else:  # headings may be in disorder, but what was done so far sets no rule
            is_own = is_named and not mention.is_past
        if is_own and not programme.is_plan_table(mention.block):
            judged = replace(mention, given_stance=_stance(programme, mention))
            if _stands(programme, judged):
                yield judged


def _own_sections(programme: Programme) -> frozenset[int]:
    part = programme.part(PART)
    return part.section_ids if part and part.found_by != "table" else frozenset()


def _stands(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence tells a rule of the programme's own monitoring."""
    text = mention.quote.text
    is_foreign = speaks_of(programme, "foreign monitoring", text)
    if mention.stance is Stance.NEGATED or is_foreign:
        return False
    is_arrangement = programme.has_word("arrangement", text)
    return not (mention.stance is Stance.PROMISED and is_arrangement)


def _stance(programme: Programme, mention: Mention) -> Stance:
    """How a sentence speaks of it; what a list behind a colon denies does not count.

    As in `The evaluation was made: of 83 measures 15 are not begun`.
    """
    head, colon, _ = mention.quote.text.partition(":")
    start = head.find(mention.term)
    if not colon or start < 0 or len(head.split()) < _SHORTEST_HEAD:
        return mention.stance
    return judge_stance(head, start, start + len(mention.term), programme.vocabulary)
