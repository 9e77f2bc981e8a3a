"""Bodies that carry a programme out: found by name, described by what stands near it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancheck.rules.asking import (
    is_beside,
    row_quote,
    speaks_of,
    stance_on,
)
from plancheck.rules.body_names import LABEL, OwnNames, abbreviation_in, stems
from plancheck.sdk import (
    Location,
    Mention,
    Programme,
    Quote,
    Section,
    Stance,
    Table,
    fold,
    sentences,
)

NAME = "implementation body"
FACETS: Mapping[str, str] = {
    "body members": "who belongs to it",
    "body leader": "who leads it",
    "body meetings": "how often it meets",
    "body tasks": "what its tasks are",
    "body decisions": "how its decisions are taken",
    "body budget": "how it is linked to the budget",
}
"""What makes a body more than a name: concept of the vocabulary, and its name in findings."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or cell that speaks of a concept, how, and whether it names the body."""

    concept: str
    quote: Quote
    stance: Stance
    is_named: bool = False

    @property
    def worth(self) -> tuple[bool, bool]:
        """What tells more: of a body that is there, and with the body's name."""
        return self.stance is not Stance.PROMISED, self.is_named


@dataclass(frozen=True, slots=True)
class _Near:
    """A text near a mention, and the quote that shows it as printed."""

    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Body:
    """A body with what is said of it; `promise` says that it is yet to be set up.

    `settled_count` is how many of the things are said as they are, not promised too.
    """

    name: str
    quote: Quote
    facets: Mapping[str, Quote]
    promise: Quote | None = None
    settled_count: int = 0

    @property
    def standing(self) -> tuple[int, int]:
        """How well the body is described; one yet to be set up goes behind one that works."""
        count = len(self.facets)
        return (min(count, 2) if self.promise else count, count)


def implementation_bodies(programme: Programme, reach: int) -> tuple[Body, ...]:
    """The bodies that a programme names for its implementation, the best one first.

    Args:
        programme: Whose bodies are sought.
        reach: How many blocks before and after a mention are read for its description.
    """
    by_name: dict[tuple[str, ...], list[Mention]] = {}
    for mention in _own_mentions(programme):
        by_name.setdefault(stems(mention.term), []).append(mention)
    found = (
        _body(programme, [*mentions, *_by_abbreviation(programme, mentions)], reach)
        for mentions in by_name.values()
    )
    bodies = [body for body in found if body is not None]
    return tuple(sorted(bodies, key=lambda each: each.standing, reverse=True))


def _own_mentions(programme: Programme) -> Iterator[Mention]:
    """Mentions of bodies that are neither denied nor those that drafted the programme."""
    barred = programme.section_ids("participation report")
    barred -= programme.section_ids("coordination")
    mentions = tuple(
        each for each in programme.mentions(NAME) if id(each.section) not in barred
    )
    drafting = {id(each.section) for each in mentions if _is_drafting(programme, each)}
    for mention in mentions:
        serves = speaks_of(programme, "implementation", mention.quote.text)
        is_drafting = _is_drafting(programme, mention) or (
            id(mention.section) in drafting and not serves
        )
        is_name = "(" not in mention.term  # what a bracket parts is no name
        if is_name and mention.stance is not Stance.NEGATED and not is_drafting:
            yield mention


def _by_abbreviation(
    programme: Programme, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Sentences that name a body by its abbreviation alone, in sections on implementation."""
    shorts = OwnNames.of(programme, mentions).abbreviations
    known = {id(mention.block) for mention in mentions}
    barred = programme.section_ids("planning context")
    for section in programme.walk() if shorts else ():
        if id(section) in barred or not _is_on_implementation(programme, section):
            continue
        for paragraph in section.paragraphs:
            if id(paragraph) in known:
                continue
            for sentence in sentences(paragraph.text):
                if found := abbreviation_in(sentence.text, shorts):
                    yield Mention(
                        Quote(sentence.text, paragraph.location),
                        found[0],
                        found.start(),
                        section,
                        paragraph,
                        programme.vocabulary,
                    )
                    break


def _is_on_implementation(programme: Programme, section: Section) -> bool:
    """Whether the heading over a text is on coordinating or carrying out."""
    return any(
        speaks_of(programme, concept, section.title)
        for concept in ("coordination", "implementation", NAME)
    )


def _is_drafting(programme: Programme, mention: Mention) -> bool:
    text = mention.quote.text
    if mention.is_past or speaks_of(programme, "drafting", _headings(mention)):
        return True
    serves = speaks_of(programme, "implementation", text)
    return not serves and speaks_of(programme, "drafting", text)


def _is_in_charge(programme: Programme, mention: Mention) -> bool:
    """Whether a mention stands below a heading on the implementation or its coordination."""
    part = programme.part("coordination")
    paths = {section.location.section for section in part.sections} if part else set()
    own = mention.section_path
    is_below = any(own[: len(path)] == path for path in paths if path)
    return is_below or speaks_of(programme, "implementation", _headings(mention))


def _headings(mention: Mention) -> str:
    """The headings over a mention without the programme's own title."""
    return " › ".join(mention.section_path[1:])


def _body(programme: Programme, mentions: Sequence[Mention], reach: int) -> Body | None:
    """A body as described; None where nothing near it speaks of the implementation."""
    names = OwnNames.of(programme, mentions)
    described = [tuple(_said(programme, each, reach, names)) for each in mentions]
    order = sorted(
        range(len(mentions)),
        key=lambda index: -len({each.concept for each in described[index]}),
    )
    described = [described[index] for index in order]
    if not any(
        each.concept == "implementation" for said in described for each in said
    ) and not any(_is_in_charge(programme, each) for each in mentions):
        return None
    facets: dict[str, Said] = {}
    for each in (each for said in described for each in said):
        kept = facets.get(each.concept)
        if kept is None or each.worth > kept.worth:
            facets[each.concept] = each
    facets.pop("implementation", None)
    name = min(
        (mention.term for mention in mentions),
        key=lambda term: (term.isupper(), len(term), term),
    )
    return Body(
        name,
        mentions[order[0]].quote,
        {concept: facets[concept].quote for concept in FACETS if concept in facets},
        _promise(programme, mentions, tuple(facets.values())),
        _settled_count(programme, mentions, facets.values()),
    )


def _settled_count(
    programme: Programme, mentions: Sequence[Mention], said: Iterable[Said]
) -> int:
    """How much is said of a body as it is; nothing of one that merely might be."""
    is_decided = any(
        mention.stance is not Stance.PROMISED
        or is_beside(programme, NAME, "to be set up", mention.quote.text)
        for mention in mentions
    )
    return is_decided * sum(each.stance is not Stance.PROMISED for each in said)


def _promise(
    programme: Programme, mentions: Sequence[Mention], said: Sequence[Said]
) -> Quote | None:
    """The sentence that says that the body is not there yet; None where it is there."""
    for mention in mentions:
        if is_beside(programme, NAME, "to be set up", mention.quote.text):
            return mention.quote
    if all(mention.stance is Stance.PROMISED for mention in mentions):
        return mentions[0].quote
    if said and all(each.stance is Stance.PROMISED for each in said):
        return said[0].quote
    return None


def _said(
    programme: Programme, mention: Mention, reach: int, names: OwnNames
) -> Iterator[Said]:
    """What is said of the body within so many blocks, in its section and those below it."""
    for near in _near(programme, mention, reach):
        # a section below may tell of the budget without a word on the body
        is_below = near.quote.location.section != mention.section_path
        for concept in ("implementation", *FACETS):
            if is_below and concept == "body budget":
                continue
            text = names.spelt_out(near.text)
            if not _is_said_of(programme, concept, text, names):
                continue
            stance = stance_on(programme, concept, text)
            if stance is not None and stance is not Stance.NEGATED:
                is_named = names.is_named(near.quote.text)
                yield Said(concept, near.quote, stance, is_named)


def _near(programme: Programme, mention: Mention, reach: int) -> Iterator[_Near]:
    """The sentences and cells near a mention; of its own table only those of its row.

    Tables of measures, projects or indicators describe no body, whatever they name.
    """
    place = mention.quote.location
    for section in mention.section.walk():
        heading = section.heading
        if heading is not None and _is_within(place, heading.location, reach):
            yield _Near(heading.text, Quote(heading.text, heading.location))
        for block in section.blocks:
            if not _is_within(place, block.location, reach):
                continue
            if programme.is_plan_table(block):
                continue
            if isinstance(block, Table):
                yield from _cells(
                    block, place.row_number if block is mention.block else None
                )
            else:
                for sentence in sentences(block.text):
                    yield _Near(sentence.text, Quote(sentence.text, block.location))


def _is_said_of(programme: Programme, concept: str, text: str, names: OwnNames) -> bool:
    """Whether a text near the body's name says this of the body, not of another one."""
    if concept == "implementation":
        return True
    folded = fold(text)
    spans = programme.spans(concept, text)
    if concept == "body budget" and not (LABEL.match(folded) or names.is_meant(text)):
        return False
    return any(not names.is_of_another(text, *span) for span in spans)


def _is_within(one: Location, other: Location, reach: int) -> bool:
    return abs((one.block_index or 0) - (other.block_index or 0)) <= reach


def _cells(table: Table, row_number: int | None) -> Iterator[_Near]:
    """Each cell behind the head of its column, and the second also behind the first.

    As in `Members: heads of department`, and `Leader: executive director`. The quote is
    the row as printed.
    """
    for cell in table.cells:
        is_other_row = row_number is not None and cell.row_index + 1 != row_number
        if cell.row_index == 0 or is_other_row or not cell.text.strip():
            continue
        quote = row_quote(table, cell.row_index)
        heads = [table.text_at(0, cell.column_index)] if cell.column_index else [""]
        if cell.column_index == 1:
            heads.append(table.text_at(cell.row_index, 0))
        for head in heads:
            yield _Near(f"{head}: {cell.text}" if head else cell.text, quote)
