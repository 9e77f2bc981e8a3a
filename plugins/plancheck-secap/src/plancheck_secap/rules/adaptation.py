"""Whether the plan has actions that adapt to climate change."""

from collections.abc import Iterator, Sequence

from plancheck.sdk import (
    Facet,
    Measure,
    Mention,
    Message,
    Paragraph,
    ParagraphRole,
    Programme,
    Quote,
    Stance,
    Verdict,
    not_applicable,
    rule,
)
from plancheck_secap.rules.asking import SOURCE, sections_on, speaks_of


@rule("SE05", category="climate", severity="error", certainty="medium", source=SOURCE)
def adaptation(programme: Programme, *, needed: int = 3) -> Verdict:
    """The plan has at least three actions that adapt to climate change."""
    measures = programme.measures or not_applicable("The plan has no table of actions.")
    quotes = [each.quote for each in measures if _is_adapting(programme, each)]
    adapting = list(dict.fromkeys((*quotes, *_works_in_text(programme))))
    if not adapting:
        sentence = "No action that adapts to climate change was found."
        return programme.absent("adaptation works", sentence)
    facets = [
        Facet(Message.of("action {number}", number=number), quote)
        for number, quote in enumerate(_padded(adapting, needed), start=1)
    ]
    return Verdict.of_checklist(
        facets,
        needed=needed,
        found="{having} of at least {total} actions that adapt to climate change were found.",
        missing="The plan lacks an action that adapts to climate change ({facet}).",
        absence=programme.absence("adaptation works"),
    )


def _is_adapting(programme: Programme, measure: Measure) -> bool:
    return speaks_of(programme, "adaptation works", measure.quote.text)


def _works_in_text(programme: Programme) -> Iterator[Quote]:
    """Works described below a heading on adaptation actions, one a paragraph.

    A plan may have one row for all of them, and describe them in its chapter.
    """
    headings = set(sections_on(programme, "adaptation actions"))
    seen = set()
    for mention in programme.mentions("adaptation works"):
        is_there = not headings.isdisjoint(mention.section_path)
        if (
            is_there
            and id(mention.block) not in seen
            and _is_action(programme, mention)
        ):
            seen.add(id(mention.block))
            yield mention.quote


def _is_action(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence is an action: an item of a list, or one that opens with the doing.

    What introduces the chapter speaks of actions in general, and an example tells what
    another town did.
    """
    block = mention.block
    if not isinstance(block, Paragraph) or mention.stance is Stance.NEGATED:
        return False
    is_item = block.role is ParagraphRole.LIST_ITEM
    return is_item or speaks_of(programme, "opening of an action", mention.quote.text)


def _padded(quotes: Sequence[Quote], length: int) -> list[Quote | None]:
    """The first quotes, with None for each that is lacking."""
    return [*quotes[:length], *[None] * (length - len(quotes))]
