"""What a municipality takes in a year, as its facts or its programme say."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plancheck.rules.asking import speaks_of
from plancheck.sdk import (
    Mention,
    Programme,
    Quote,
    Stance,
    Table,
    fold,
    parse_value,
    sums_in,
)

CONCEPT = "municipal revenue"
_OUTSIDE = ("participation report",)
_NEAR = 70
_CHANGES = (" par", " by")
_LEAST = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Revenue:
    """Money of a year, with the words that say so; without words it is a given fact."""

    amount: Decimal
    quote: Quote | None


def yearly_revenue(programme: Programme) -> Revenue | None:
    """The largest revenue that is named; None where neither facts nor programme name one.

    The largest, because several years stand side by side, and the rule that asks must not
    blame a programme for an old one.
    """
    given = programme.facts.revenue_eur
    if given is not None:
        return Revenue(Decimal(given), None)
    found = [*_in_sentences(programme), *_in_tables(programme)]
    likely = [each for each in found if each.amount >= _LEAST]
    return max(likely, key=lambda each: each.amount, default=None)


def _in_sentences(programme: Programme) -> Iterator[Revenue]:
    for mention in programme.mentions(CONCEPT, outside=_OUTSIDE):
        if mention.stance is Stance.NEGATED or isinstance(mention.block, Table):
            continue
        if amount := _after_term(mention, decimal_comma=programme.language != "en"):
            yield Revenue(amount, mention.quote)


def _after_term(mention: Mention, *, decimal_comma: bool) -> Decimal | None:
    """The sum shortly after the words for revenue; not by how much it changed."""
    _, _, after = mention.quote.text.partition(mention.term)
    found = sums_in(after, decimal_comma=decimal_comma)
    if not found:
        return None
    start = after.find(found[0].text)
    if start > _NEAR or fold(after[:start]).rstrip().endswith(_CHANGES):
        return None
    return found[0].number


def _in_tables(programme: Programme) -> Iterator[Revenue]:
    """The last number of rows headed revenue, in tables on the municipality's finances."""
    for mention in programme.mentions("revenue", outside=_OUTSIDE):
        table, number = mention.block, mention.quote.location.row_number
        if not isinstance(table, Table) or number is None:
            continue
        if speaks_of(programme, "revenue row", mention.quote.text.strip()):
            yield from _of_row(programme, table, number - 1)


def _of_row(programme: Programme, table: Table, row_index: int) -> Iterator[Revenue]:
    texts = table.row_texts(row_index)
    about = " ".join((table.caption, *table.location.section[-1:], texts[0]))
    if not speaks_of(programme, "municipal finances", about):
        return
    comma = programme.language != "en"
    values = (parse_value(each, about, decimal_comma=comma) for each in texts[1:])
    numbers = [each.number for each in values if each.number and each.currency]
    if numbers:
        yield Revenue(
            numbers[-1], Quote(" | ".join(texts), table.location_of(row_index))
        )
