"""Strategy: whether the programme learns from the one before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancheck.rules.asking import QUOTED, excerpt, speaks_of
from plancheck.sdk import (
    Facet,
    Heading,
    Mention,
    Message,
    Paragraph,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    rule,
    sentences,
)

PART = "previous programme"
NAME = "programme before"
REVIEW_FACETS: Mapping[str, str] = {
    "counts of what was done": "how many measures or projects were done, as numbers or shares",
    "lessons": "what was learned",
    "reasons": "why things were not done",
    "carried over": "what is carried over",
}
"""What makes a review: concept of the vocabulary, and its name in findings."""

_FIGURE = re.compile(r"\d")


class _Text(NamedTuple):
    """A sentence or row of a review; `meant` has the heads of columns beside the figures."""

    quote: Quote
    meant: str


@rule(
    "SD05",
    category="strategy",
    criteria=("M4", "S2"),
    severity="info",
    source="[APSL 4] on evaluation; good practice",
)
def previous_programme(programme: Programme, *, needed: int = 2) -> Verdict:
    """The programme before is reviewed, with counts and lessons."""
    mentions = _mentions(programme)
    texts = tuple(_texts(programme, mentions))
    if not texts:
        return _without(programme, mentions)
    facets = {concept: _first(programme, concept, texts) for concept in REVIEW_FACETS}
    verdict = Verdict.of_checklist(
        [Facet(Message(REVIEW_FACETS[each]), facets[each]) for each in REVIEW_FACETS],
        needed=needed,
        found="Of the programme before, {having} of {total} things are told.",
        missing="The review of the programme before does not tell {facet}.",
    )
    quotes = tuple(dict.fromkeys((texts[0].quote, *verdict.quotes)))[:QUOTED]
    score = max(1, verdict.score)
    if facets["counts of what was done"] is None:
        score = min(2, score)
    return Verdict(score, verdict.message, verdict.findings, quotes)


def _mentions(programme: Programme) -> tuple[Mention, ...]:
    own = programme.mentions(NAME, within=PART)
    return (*own, *programme.mentions(NAME, outside=("participation report",)))


def _texts(programme: Programme, mentions: tuple[Mention, ...]) -> Iterator[_Text]:
    """The sentences and rows of the review: its part, and paragraphs that name the programme."""
    part = programme.part(PART)
    seen: set[int] = set()
    blocks = [
        block for section in (part.walk() if part else ()) for block in section.blocks
    ]
    blocks += [
        each.block
        for each in mentions
        if _is_told(programme, each) and not isinstance(each.block, Heading)
    ]
    blocks += list(_below_tables(programme, blocks))
    for block in blocks:
        if id(block) in seen:
            continue
        seen.add(id(block))
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            for sentence in sentences(block.text):
                yield _Text(Quote(sentence.text, block.location), sentence.text)


def _is_told(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence says what is so; counts say of some things that they were not done."""
    return mention.stance is Stance.ASSERTED or _counts(programme, mention.quote.text)


def _below_tables(
    programme: Programme, blocks: Sequence[object]
) -> Iterator[Paragraph]:
    """The paragraph below each table of a review, which says what follows from it."""
    tables = {id(block) for block in blocks if isinstance(block, Table)}
    for section in programme.walk():
        for block, following in pairwise(section.blocks):
            if id(block) in tables and isinstance(following, Paragraph):
                yield following


def _rows(table: Table) -> Iterator[_Text]:
    """The rows of a table; a figure says what it counts by the head of its column."""
    for row_index, row in enumerate(table.grid):
        cells = table.row_texts(row_index)
        own = {id(cell): cell for cell in row if cell is not None}
        headed = (
            f"{table.text_at(0, cell.column_index)}: {cell.text}"
            if cell.text.strip().isdigit()
            else cell.text
            for cell in own.values()
        )
        quote = Quote(" | ".join(cells), table.location_of(row_index))
        yield _Text(quote, " | ".join(headed))


def _counts(programme: Programme, text: str) -> bool:
    """Whether a text says how many things were done."""
    is_counted = speaks_of(programme, "counts of what was done", text)
    return is_counted and bool(_FIGURE.search(text))


def _first(
    programme: Programme, concept: str, texts: tuple[_Text, ...]
) -> Quote | None:
    """The first text that speaks of it; counts need a figure beside the word."""
    for each in texts:
        if speaks_of(programme, concept, each.meant) and (
            concept != "counts of what was done" or _FIGURE.search(each.meant)
        ):
            return each.quote
    return None


def _without(programme: Programme, mentions: tuple[Mention, ...]) -> Verdict:
    """The verdict without a review: 1 where it is denied or put off."""
    sentence = "Nothing tells what became of the programme before this one."
    if not mentions:
        return programme.absent(NAME, sentence)
    quote = mentions[0].quote
    message = Message.of(
        "The programme before is named, but not reviewed: “{quote}”",
        quote=excerpt(quote),
    )
    return programme.only_mentioned(NAME, message, quote)
