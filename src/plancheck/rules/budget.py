"""How a programme enters the municipal budget: facets told in sentences about the budget."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancheck.rules.asking import is_past, speaks_of, stance_on
from plancheck.sdk import (
    Paragraph,
    Programme,
    Quote,
    Section,
    Stance,
    Table,
    sentences,
)

FACETS: Mapping[str, str] = {
    "budget preparer": "who prepares it",
    "budget calendar": "when it is done",
    "budget selection": "what is taken from the action and investment plan",
    "budget code": "which budget programme or code it goes to",
    "budget approval": "how it is approved",
    "budget report": "how it is reported back",
}
"""What a budget procedure tells: concept of the vocabulary, and its name in findings."""

_APPROVAL = "budget approval"

OUTSIDE = ("current situation", "participation report")
"""Parts whose sentences on the budget tell of its figures, or of proposals."""

SENTENCES_APART = 2


@dataclass(frozen=True, slots=True)
class Procedure:
    """What is said of how the programme enters the budget, by facet."""

    facets: Mapping[str, Quote]
    is_promise: bool


def budget_procedure(programme: Programme) -> Procedure:
    """The facets told in the section on the budget, or near sentences on budget and programme."""
    told: dict[str, tuple[Quote, Stance]] = {}
    for quote in _sentences_on_budget(programme):
        for concept in FACETS:
            kept = told.get(concept)
            if kept and kept[1] is Stance.ASSERTED:
                continue
            stance = stance_on(programme, concept, quote.text)
            if stance is Stance.ASSERTED or (stance is Stance.PROMISED and not kept):
                told[concept] = (quote, stance)
    if told and _APPROVAL not in told and (approved := _approved(programme)):
        told[_APPROVAL] = (approved, Stance.ASSERTED)
    return Procedure(
        {concept: told[concept][0] for concept in FACETS if concept in told},
        bool(told) and all(stance is Stance.PROMISED for _, stance in told.values()),
    )


def _approved(programme: Programme) -> Quote | None:
    """A sentence that says of decisions on money in general who approves them.

    It may stand in a chapter on the council, far from those on the programme.
    """
    for mention in programme.mentions("budget", outside=OUTSIDE):
        text = mention.quote.text
        is_told = stance_on(programme, _APPROVAL, text) is Stance.ASSERTED
        if is_told and not is_past(programme, text):
            return mention.quote
    return None


def _sentences_on_budget(programme: Programme) -> Iterator[Quote]:
    """The sentences that may tell of the procedure, those of its own section first.

    What was done while the programme was drafted is left out.
    """
    part = programme.part("budget linkage")
    own = tuple(part.walk()) if part else ()
    seen = {id(section) for section in own}
    for section in own:
        yield from _quotes(section, with_cells=True)
    for mention in programme.mentions("budget", outside=OUTSIDE):
        if isinstance(mention.block, Paragraph) and id(mention.section) not in seen:
            seen.add(id(mention.section))
            for quote in _windows(programme, tuple(_quotes(mention.section))):
                if not is_past(programme, quote.text):
                    yield quote


def _windows(programme: Programme, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The sentences near one on the budget that has one on the programme near it."""
    budget = _places(programme, "budget", quotes)
    plans = _places(programme, "own plan", quotes)
    centres = [place for place in budget if _is_near(place, plans)]
    for place, quote in enumerate(quotes):
        if _is_near(place, centres):
            yield quote


def _places(
    programme: Programme, concept: str, quotes: Sequence[Quote]
) -> tuple[int, ...]:
    """The indexes of the sentences that speak of a concept."""
    return tuple(
        index
        for index, quote in enumerate(quotes)
        if speaks_of(programme, concept, quote.text)
    )


def _is_near(place: int, places: Sequence[int]) -> bool:
    return any(abs(place - other) <= SENTENCES_APART for other in places)


def _quotes(section: Section, *, with_cells: bool = False) -> Iterator[Quote]:
    """The sentences of a section's own paragraphs, and where asked the cells of its tables."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            for sentence in sentences(block.text):
                yield Quote(sentence.text, block.location)
        elif isinstance(block, Table) and with_cells:
            for cell in block.cells:
                yield Quote(
                    cell.text, block.location_of(cell.row_index, cell.column_index)
                )
