"""What the Covenant of Mayors asks of a plan: inventory, risks, actions, reporting."""

from collections.abc import Collection

from plancheck.sdk import (
    Facet,
    Measure,
    Message,
    Programme,
    Quote,
    Stance,
    Verdict,
    fold,
    not_applicable,
    rule,
)
from plancheck_secap.rules.asking import SOURCE, asserted, sections_on, told

SECTORS = {
    "municipal buildings": "sector of buildings",
    "homes": "sector of homes",
    "transport": "sector of transport",
    "heat and energy production": "sector of heat",
}


@rule("SE01", category="climate", severity="error", source=SOURCE)
def inventory(programme: Programme, *, needed: int = 5) -> Verdict:
    """The plan has a baseline emission inventory with its year and sectors."""
    within = sections_on(programme, "emission inventory")
    facets = [
        Facet(Message("an inventory"), asserted(programme, "emission inventory")),
        Facet(Message("its base year"), _base_year(programme, within)),
        *(
            Facet(Message(name), asserted(programme, concept, within))
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


@rule("SE03", category="climate", severity="error", source=SOURCE)
def risks(programme: Programme, *, needed: int = 3) -> Verdict:
    """The plan assesses climate risks and says who and what is vulnerable."""
    tables = programme.tables_of("risk")
    within = sections_on(programme, "risk assessment")
    facets = [
        Facet(Message("an assessment"), asserted(programme, "risk assessment")),
        Facet(Message("hazards"), told(programme, "weather", within)),
        Facet(
            Message("who and what is vulnerable"),
            told(programme, "vulnerable", within),
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


def _base_year(programme: Programme, within: Collection[str]) -> Quote | None:
    """In the inventory, else in a table that counts emissions from a baseline year."""
    emissions = programme.vocabulary.concept("emissions")
    if quote := asserted(programme, "inventory year", within):
        return quote
    for row in programme.indicators:
        if row.baseline_year and emissions.spans(fold(row.quote.text), row.quote.text):
            return row.quote
    return None


def _is_planned(measure: Measure) -> bool:
    return bool(measure.responsible and measure.term and measure.amount)
