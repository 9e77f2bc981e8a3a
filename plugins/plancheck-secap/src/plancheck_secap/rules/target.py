"""Whether the plan promises so much by then, for itself."""

from plancheck.sdk import (
    Facet,
    Mention,
    Message,
    Programme,
    Stance,
    Verdict,
    rule,
)
from plancheck_secap.rules.asking import SOURCE, speaks_of


@rule("SE02", category="climate", severity="error", source=SOURCE)
def target(programme: Programme) -> Verdict:
    """The plan has a target for emissions, as a share and by a year."""
    stated = [
        each
        for each in programme.mentions("emission target")
        if each.stance is not Stance.NEGATED and not each.is_past
    ]
    own = [each for each in stated if not _is_of_others(programme, each)]
    for mention in own:
        if _has_year(mention.quote.text):
            found = "The plan states by how much emissions fall, and by when."
            return Verdict(4, Message(found), quotes=(mention.quote,))
    if own:
        return Verdict.of_checklist(
            [Facet(Message("a share"), own[0].quote), Facet(Message("a year"))],
            needed=2,
            found="The plan says how much emissions fall, but not by when.",
            missing="The target for emissions lacks {facet}.",
        )
    if stated:
        message = Message(
            "The plan repeats a target of the state or the European Union, and sets none of "
            "its own."
        )
        quote = stated[0].quote
        return programme.only_mentioned("emission target", message, quote)
    return programme.absent("emission target", "No target for emissions was found.")


def _is_of_others(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence speaks of the state or the Union and not of the municipality.

    The municipality may join their target: then the sentence names it too.
    """
    text = mention.quote.text
    is_own = programme.places.names_municipality(text) or speaks_of(
        programme, "the municipality itself", text
    )
    return not is_own and speaks_of(programme, "level above", text)


def _has_year(text: str) -> bool:
    return any(str(year) in text for year in range(2024, 2056))
