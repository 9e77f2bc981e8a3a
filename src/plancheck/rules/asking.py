"""Questions that several rules ask of a programme's rows, words and places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plancheck.sdk import (
    Field,
    Indicator,
    Measure,
    Mention,
    Message,
    PlanTable,
    Programme,
    Quote,
    Row,
    Section,
    Stance,
    Table,
    fold,
    judge_stance,
    sentences,
)

QUOTED = 3
"""How many rows a finding about many of them quotes."""

BESIDE = 40
"""Characters between two things that belong together."""

WIDESPREAD = 0.25
"""The share of the rows that must have a column for it to be one of the programme's."""

NO_ROWS = Message("The programme has no action or investment table.")
NO_PROJECTS = Message("The programme has no investment table.")
NO_INDICATORS = Message("The programme has no indicator table.")
"""What a rule on rows says where there are none."""

_COVER_LINES = 6
_LONGEST_TITLE = 30
"""Words of the longest title."""

LONGEST_EXCERPT = 160
"""Characters of a quote within a sentence."""

_WORD = re.compile(r"\w+")

_SHORTEST_NAME = 3
"""Letters of an indicator's name."""


def plan_rows(programme: Programme) -> tuple[Measure, ...]:
    """The rows of action and investment tables, a row of a joint table once."""
    return programme.plan_rows


def has_column(table: PlanTable, concepts: Sequence[str]) -> bool:
    """Whether many rows have one of the columns, and some of them fill it."""
    is_widespread = table.covered(*concepts) >= WIDESPREAD
    return is_widespread and any(row.says(*concepts) for row in table.rows)


def named_indicators(programme: Programme) -> tuple[Indicator, ...]:
    """The indicators that have a name; a dash, a template's line or a reference is none."""
    return tuple(
        each
        for each in programme.indicators
        if sum(map(str.isalpha, each.name)) >= _SHORTEST_NAME
        and each.name.strip()[:1] not in {"(", "["}
        and not programme.has_word("row_reference", each.name)
    )


def speaks_of(programme: Programme, concept: str, text: str) -> bool:
    """Whether a text names a concept of the vocabulary."""
    return bool(programme.spans(concept, text))


def stance_on(programme: Programme, concept: str, text: str) -> Stance | None:
    """How a sentence speaks of a concept; None where it does not.

    Where it names the concept more than once, the most certain of them decides.
    """
    spans = programme.spans(concept, text)
    stances = {judge_stance(text, *span, programme.vocabulary) for span in spans}
    order = (Stance.ASSERTED, Stance.PROMISED, Stance.NEGATED)
    return next((stance for stance in order if stance in stances), None)


def only_denies(programme: Programme, concept: str, section: Section) -> bool:
    """Whether what stands below a heading only says that there is none, or none yet."""
    stances = {
        stance_on(programme, concept, sentence.text)
        for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text)
    } - {None}
    return bool(stances) and Stance.ASSERTED not in stances and not section.tables


def is_beside(programme: Programme, concept: str, other: str, text: str) -> bool:
    """Whether a text names two concepts within a few words of each other."""
    return any(
        max(start, other_start) - min(end, other_end) <= BESIDE
        for start, end in programme.spans(concept, text)
        for other_start, other_end in programme.spans(other, text)
    )


def is_past(programme: Programme, text: str) -> bool:
    """Whether a sentence tells what was done while the programme was drafted."""
    return programme.has_word("past", text)


def names_own_place(programme: Programme, text: str) -> bool:
    """Whether a text names the municipality or a place in it."""
    places = programme.places
    return places.names_municipality(text) or bool(places.find(text))


def is_national(programme: Programme, text: str) -> bool:
    """Whether a text is on the nation, and names nothing of the municipality's."""
    is_said = programme.has_word("national", text)
    return is_said and not names_own_place(programme, text)


def is_elsewhere(programme: Programme, text: str) -> bool:
    """Whether a text speaks of the nation, of another country or of the world."""
    is_on_nation = programme.has_word("national", text)
    return is_on_nation or speaks_of(programme, "elsewhere", text)


def anywhere(programme: Programme, concept: str) -> tuple[Mention, ...]:
    """Where a concept is named, also in the part that reviews other documents."""
    inside = programme.mentions(concept, within="planning context")
    return (*programme.mentions(concept), *inside)


def first_quote(mentions: Iterable[Mention], *stances: Stance) -> Quote | None:
    """The first sentence of the first stance that there is; None where there is none."""
    found: dict[Stance, Quote] = {}
    for each in mentions:
        if each.stance is stances[0]:
            return each.quote
        found.setdefault(each.stance, each.quote)
    return next((found[stance] for stance in stances if stance in found), None)


def row_quote(table: Table, row_index: int) -> Quote:
    """A row as printed, with its place."""
    texts = (" ".join(text.split()) for text in table.row_texts(row_index))
    return Quote(" | ".join(texts), table.location_of(row_index))


def whole_row(mention: Mention) -> Quote:
    """The sentence that names a thing; for a cell all of its row."""
    row_number = mention.quote.location.row_number
    if not isinstance(mention.block, Table) or row_number is None:
        return mention.quote
    row = row_quote(mention.block, row_number - 1)
    return replace(row, location=mention.quote.location)


def titled(programme: Programme, concept: str) -> Quote | None:
    """What says that the whole programme is on a concept: its title, or a line of its cover."""
    title = programme.title
    if title and speaks_of(programme, concept, title.text):
        return title
    kinds = programme.vocabulary.kinds.get("title", ())
    for paragraph in programme.documents[0].paragraphs[:_COVER_LINES]:
        text = paragraph.text
        is_short = len(text.split()) <= _LONGEST_TITLE
        is_title = is_short and any(term.is_in(fold(text), text) for term in kinds)
        if is_title and speaks_of(programme, concept, text):
            return Quote(text, paragraph.location)
    return None


def excerpt(quote: Quote) -> str:
    """A quote short enough to stand within a sentence; the whole of it is the evidence."""
    text = " ".join(quote.text.split())
    if len(text) <= LONGEST_EXCERPT:
        return text
    return text[:LONGEST_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def quotes_of(rows: Sequence[Row]) -> tuple[Quote, ...]:
    """The first few of many rows, as evidence for what is said of all."""
    return tuple(row.quote for row in rows[:QUOTED])


def spelt_out(programme: Programme, text: str) -> str:
    """A cell with the meanings of its abbreviations behind it."""
    known = programme.abbreviations
    meanings = (known[word] for word in _WORD.findall(text) if word in known)
    return " | ".join((text, *meanings))


def quote_of(row: Row, field: Field) -> Quote:
    """The row as printed; only the cell where it stands elsewhere, as in a fact sheet."""
    text = " ".join(field.text.split())
    return row.quote if text in row.quote.text else field.quote
