"""What several rules ask of a plan: where it says a thing itself, and under which heading."""

from collections.abc import Collection

from plancheck.sdk import Heading, Mention, Programme, Quote, Stance, fold

SOURCE = "Covenant of Mayors for Climate and Energy, reporting guidelines"


def asserted(
    programme: Programme, concept: str, within: Collection[str] = ()
) -> Quote | None:
    """Where the plan itself says so, and not for later; headings before other text.

    Args:
        programme: The plan.
        concept: What is sought.
        within: Headings under one of which it must stand; anywhere without them.
    """
    found = _asserting(programme, concept, within)
    found.sort(key=lambda each: not isinstance(each.block, Heading))
    return found[0].quote if found else None


def told(programme: Programme, concept: str, within: Collection[str]) -> Quote | None:
    """The same, where more than a heading says it."""
    found = _asserting(programme, concept, within)
    texts = (each for each in found if not isinstance(each.block, Heading))
    return next((each.quote for each in texts), None)


def _asserting(
    programme: Programme, concept: str, within: Collection[str]
) -> list[Mention]:
    return [
        each
        for each in programme.mentions(concept)
        if each.stance is Stance.ASSERTED
        and (not within or not set(within).isdisjoint(each.section_path))
    ]


def sections_on(programme: Programme, concept: str) -> tuple[str, ...]:
    """The headings that name a concept; where none does, those that it is named under."""
    mentions = programme.mentions(concept)
    headed = [each for each in mentions if isinstance(each.block, Heading)]
    return tuple(each.section.title for each in headed or mentions)


def speaks_of(programme: Programme, concept: str, text: str) -> bool:
    """Whether a text names a concept."""
    return any(
        True for _ in programme.vocabulary.concept(concept).spans(fold(text), text)
    )
