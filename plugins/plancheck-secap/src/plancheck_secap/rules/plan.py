"""What the Covenant of Mayors asks of a plan: inventory, target, risks, actions, reporting."""

from collections.abc import Collection, Iterator, Sequence

from plancheck.sdk import (
    Facet,
    Heading,
    Measure,
    Message,
    Paragraph,
    Programme,
    Quote,
    Stance,
    Verdict,
    fold,
    not_applicable,
    rule,
)

SOURCE = "Covenant of Mayors for Climate and Energy, reporting guidelines"
SECTORS = {
    "municipal buildings": "sector of buildings",
    "homes": "sector of homes",
    "transport": "sector of transport",
    "heat and energy production": "sector of heat",
}


@rule("SE01", category="climate", severity="error", source=SOURCE)
def inventory(programme: Programme, *, needed: int = 5) -> Verdict:
    """The plan has a baseline emission inventory with its year and sectors."""
    within = _sections_on(programme, "emission inventory")
    facets = [
        Facet(Message("an inventory"), _asserted(programme, "emission inventory")),
        Facet(Message("its base year"), _base_year(programme, within)),
        *(
            Facet(Message(name), _asserted(programme, concept, within))
            for name, concept in SECTORS.items()
        ),
    ]
    if facets[0].quote is None:
        sentence = "No inventory of emissions was found in the supplied files."
        return programme.absent("emission inventory", sentence)
    return Verdict.of_checklist(
        facets,
        needed=needed,
        found="{having} of {total} things are said of the baseline inventory.",
        missing="The baseline inventory lacks {facet}.",
    )


@rule("SE02", category="climate", severity="error", source=SOURCE)
def target(programme: Programme) -> Verdict:
    """The plan has a target for emissions, as a share and by a year."""
    promised = None
    for mention in programme.mentions("emission target"):
        if mention.stance is not Stance.NEGATED and not mention.is_past:
            quote = mention.quote
            promised = promised or quote
            if _has_year(quote.text):
                found = "The plan states by how much emissions fall, and by when."
                return Verdict(4, Message(found), quotes=(quote,))
    if promised is not None:
        sentence = Message("The plan says how much emissions fall, but not by when.")
        return Verdict.of_checklist(
            [Facet(Message("a share"), promised), Facet(Message("a year"))],
            needed=2,
            found=str(sentence),
            missing="The target for emissions lacks {facet}.",
        )
    return programme.absent("emission target", "No target for emissions was found.")


@rule("SE03", category="climate", severity="error", source=SOURCE)
def risks(programme: Programme, *, needed: int = 3) -> Verdict:
    """The plan assesses climate risks and says who and what is vulnerable."""
    tables = programme.tables_of("risk")
    facets = [
        Facet(Message("an assessment"), _asserted(programme, "risk assessment")),
        Facet(Message("hazards"), _asserted(programme, "weather")),
        Facet(
            Message("who and what is vulnerable"), _asserted(programme, "vulnerable")
        ),
        Facet(Message("a table of risks"), tables[0].quote if tables else None),
    ]
    return Verdict.of_checklist(
        facets,
        needed=needed,
        found="{having} of {total} things of a risk assessment were found.",
        missing="The risk assessment lacks {facet}.",
        absence=programme.absence("risk assessment"),
    )


@rule("SE04", category="climate", severity="error", source=SOURCE)
def mitigation(programme: Programme, *, filled: float = 0.8) -> Verdict:
    """Actions have a responsible body, a time frame and a cost."""
    return Verdict.of_share(
        programme.measures or not_applicable("The plan has no table of actions."),
        having=_is_planned,
        found="{having} of {total} actions have a responsible body, a time frame and a cost.",
        missing="“{name}” lacks a responsible body, a time frame or a cost.",
        missing_all="No action has a responsible body, a time frame and a cost together.",
        pass_at=filled,
    )


@rule("SE05", category="climate", severity="error", certainty="medium", source=SOURCE)
def adaptation(programme: Programme, *, needed: int = 3) -> Verdict:
    """The plan has at least three actions that adapt to climate change."""
    measures = programme.measures or not_applicable("The plan has no table of actions.")
    works = programme.vocabulary.concept("adaptation works")
    quotes = [
        each.quote for each in measures if works.spans(fold(_text(each)), _text(each))
    ]
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


@rule("SE06", category="monitoring", severity="warning", source=SOURCE)
def reporting(programme: Programme) -> Verdict:
    """The plan says how often its implementation is reported."""
    part = programme.part("monitoring procedure")
    if part is None:
        sentence = "No section says how the plan is monitored."
        return programme.absent("monitoring procedure", sentence)
    for mention in programme.mentions("regular reporting", within=part):
        if mention.stance is Stance.ASSERTED:
            found = Message("The plan says how often it is reported.")
            return Verdict(4, found, quotes=(mention.quote,))
    return programme.absent(
        "regular reporting", "The section on monitoring does not say how often."
    )


def _asserted(
    programme: Programme, concept: str, within: Collection[str] = ()
) -> Quote | None:
    """Where the plan itself says so, and not for later; headings before other text.

    Args:
        programme: The plan.
        concept: What is sought.
        within: Headings under one of which it must stand; anywhere without them.
    """
    found = [
        each
        for each in programme.mentions(concept)
        if each.stance is Stance.ASSERTED
        and (not within or not set(within).isdisjoint(each.section_path))
    ]
    found.sort(key=lambda each: not isinstance(each.block, Heading))
    return found[0].quote if found else None


def _sections_on(programme: Programme, concept: str) -> tuple[str, ...]:
    """The headings that name a concept; where none does, those that it is named under."""
    mentions = programme.mentions(concept)
    headed = [each for each in mentions if isinstance(each.block, Heading)]
    return tuple(each.section.title for each in headed or mentions)


def _base_year(programme: Programme, within: Collection[str]) -> Quote | None:
    """In the inventory, else in a table that counts emissions from a baseline year."""
    emissions = programme.vocabulary.concept("emissions")
    if quote := _asserted(programme, "inventory year", within):
        return quote
    for row in programme.indicators:
        if row.baseline_year and emissions.spans(fold(row.quote.text), row.quote.text):
            return row.quote
    return None


def _has_year(text: str) -> bool:
    return any(str(year) in text for year in range(2024, 2056))


def _is_planned(measure: Measure) -> bool:
    return bool(measure.responsible and measure.term and measure.amount)


def _works_in_text(programme: Programme) -> Iterator[Quote]:
    """Works listed below a heading on adaptation actions, one a block.

    A plan may have one row for all of them, and describe them in its chapter.
    """
    headings = _sections_on(programme, "adaptation actions")
    seen = set()
    for mention in programme.mentions("adaptation works"):
        is_there = not set(headings).isdisjoint(mention.section_path)
        is_text = isinstance(mention.block, Paragraph)
        if is_there and is_text and mention.stance is not Stance.NEGATED:
            if id(mention.block) not in seen:
                yield mention.quote
            seen.add(id(mention.block))


def _text(measure: Measure) -> str:
    return measure.quote.text


def _padded(quotes: Sequence[Quote], length: int) -> list[Quote | None]:
    """The first quotes, with None for each that is lacking."""
    return [*quotes[:length], *[None] * (length - len(quotes))]
