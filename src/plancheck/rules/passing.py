"""What a programme says of a part that has no section of its own."""

from plancheck.rules.asking import excerpt
from plancheck.rules.forms import held_forms
from plancheck.rules.framework import where_set
from plancheck.sdk import Finding, Heading, Message, Programme, Quote, Stance


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


def _quote(programme: Programme, concept: str) -> Quote | None:
    """Where the text sets a goal or a vision, or tells of a form of participation."""
    if concept == "strategic part":
        goal = where_set(programme, "strategic goal")
        return goal or where_set(programme, "vision")
    if concept == "participation report":
        return next((each.quote for each in held_forms(programme)), None)
    return None
