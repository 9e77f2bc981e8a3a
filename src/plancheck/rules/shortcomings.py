"""Needs told by what is wrong: passages in which nearly every sentence names a shortcoming."""

from collections.abc import Iterator

from plancheck.rules.asking import speaks_of
from plancheck.sdk import Paragraph, Programme, Quote, Section, sentences

_CONCEPTS = ("shortcoming told", "need told")
_ELSEWHERE = (
    *("participation report", "strategic part", "action plan", "investment plan"),
    *("monitoring procedure", "previous programme", "climate"),
)
"""Parts in which a word such as `no` or `empty` tells of no shortcoming."""
_FEWEST = 3
_DENSE = 0.75
"""The share of a passage's sentences that must name a shortcoming.

A description of the situation has a sentence on what is lacking here and there.
"""


def told_shortcomings(programme: Programme) -> Iterator[Quote]:
    """The sentences of sections that are on what is wrong, and on little else."""
    seen: set[int] = set()
    for mention in programme.mentions(_CONCEPTS[0], outside=_ELSEWHERE):
        if id(mention.section) not in seen:
            seen.add(id(mention.section))
            yield from _of_section(programme, mention.section)


def sentences_outside_plan(programme: Programme, section: Section) -> Iterator[Quote]:
    """The sentences of a section's own paragraphs; none where they tell what is planned.

    What speaks of something that is not lacking, or not known yet, is left out.
    """
    if id(section) in programme.section_ids(*_ELSEWHERE):
        return
    for quote in _own(section):
        if not speaks_of(programme, "no shortcoming", quote.text):
            yield quote


def _of_section(programme: Programme, section: Section) -> Iterator[Quote]:
    own = _own(section)
    wrong = [quote for quote in own if _is_wrong(programme, quote.text)]
    is_whole = bool(own) and len(wrong) == len(own)
    if is_whole or len(wrong) >= max(_FEWEST, _DENSE * len(own)):
        yield from wrong


def _is_wrong(programme: Programme, text: str) -> bool:
    says = any(speaks_of(programme, concept, text) for concept in _CONCEPTS)
    return says and not speaks_of(programme, "no shortcoming", text)


def _own(section: Section) -> list[Quote]:
    return [
        Quote(sentence.text, block.location)
        for block in section.blocks
        if isinstance(block, Paragraph)
        for sentence in sentences(block.text)
    ]
