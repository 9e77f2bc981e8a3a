"""What a programme says of a part that has no section of its own."""

from collections.abc import Iterator

from plancheck.rules.asking import excerpt, speaks_of
from plancheck.rules.forms import Held, held_forms
from plancheck.rules.framework import where_set
from plancheck.sdk import (
    Finding,
    Heading,
    Message,
    Paragraph,
    Programme,
    Quote,
    Section,
    Stance,
)

_TOLD = {"action plan": "told action", "strategic part": "told goal"}
"""What the lines of a part are that a plan tells in lists and text, under other headings."""
_CLEARLY = {"action plan": 5, "strategic part": 3}
"""How many such lines make the part."""
_BIDDING = "bidding line"
_MANY = 12
"""So many lines that bid tell of actions, though policies and advice bid too."""
_PARTICIPATION = "participation report"
_FORMS, _COUNTED = 3, 2
_ELSEWHERE = (_PARTICIPATION, "planning context", "previous programme")


def told_in_passing(programme: Programme, concept: str) -> Finding | None:
    """That a part is told of without a section of its own; None where it is not, either."""
    quote = _quote(programme, concept)
    if quote is None:
        return None
    message = Message.of(
        "No heading of the part “{part}” was recognised; the text tells of it, as in "
        "“{quote}”",
        part=Message(concept),
        quote=excerpt(quote),
    )
    return Finding(message, (quote, programme.absence(concept)))


def headed_goals(programme: Programme) -> Quote | None:
    """The first heading that names goals along with something else: `Goals and Actions`."""
    return next(
        (
            mention.quote
            for mention in programme.mentions("strategic goal")
            if isinstance(mention.block, Heading)
            and mention.stance is Stance.ASSERTED
            and mention.section.word_count
        ),
        None,
    )


def told_at_length(programme: Programme, concept: str) -> Quote | None:
    """The first of the lines that make a part of a plan without tables; None if too few."""
    if concept == _PARTICIPATION:
        return _taken_part_in(programme)
    if concept not in _TOLD:
        return None
    lines = _told_lines(programme, concept, _TOLD[concept])
    return lines[0] if len(lines) >= _CLEARLY[concept] else None


def _taken_part_in(programme: Programme) -> Quote | None:
    """Where one section tells of several forms, and of most how many took part in them.

    That is the report, though the section is called `Methodology` or `Introduction`.
    """
    held: dict[tuple[str, ...], list[Held]] = {}
    for form in held_forms(programme):
        held.setdefault(form.quote.location.section, []).append(form)
    for forms in held.values():
        counted = sum(each.counted is not None for each in forms)
        if len(forms) >= _FORMS and counted >= _COUNTED:
            return forms[0].quote
    return None


def _told_lines(programme: Programme, part: str, concept: str) -> tuple[Quote, ...]:
    """The lines that begin as a concept says, each once, where no other part stands."""
    bids = concept == _BIDDING
    elsewhere = (*_ELSEWHERE, *(each for each in _TOLD if bids and each != part))
    barred = programme.section_ids(*elsewhere)
    found: dict[str, Quote] = {}
    for section in programme.walk():
        if id(section) not in barred:
            for line in _lines(section):
                if speaks_of(programme, concept, line.text):
                    found.setdefault(line.text, line)
    return tuple(found.values())


def _lines(section: Section) -> Iterator[Quote]:
    """The heading of a section, where something stands below it, and its paragraphs."""
    if section.heading is not None and (section.blocks or section.subsections):
        yield Quote(section.title, section.location)
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield Quote(block.text, block.location)


def _quote(programme: Programme, concept: str) -> Quote | None:
    """Where the text sets a goal or a vision, or tells of actions or a form of participation."""
    if concept == "strategic part":
        goal = where_set(programme, "strategic goal")
        return goal or where_set(programme, "vision")
    if concept == "action plan":
        lines = [
            line
            for name in (_TOLD[concept], _BIDDING)
            for line in _told_lines(programme, concept, name)
            if _begins_upper(line.text)
        ]
        return lines[0] if len(lines) >= _MANY else None
    if concept == _PARTICIPATION:
        return next((each.quote for each in held_forms(programme)), None)
    return None


def _begins_upper(text: str) -> bool:
    """Whether a line is no continuation of the one before it."""
    return next((each.isupper() for each in text if each.isalpha()), False)
