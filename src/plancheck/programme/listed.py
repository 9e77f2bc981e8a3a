"""Columns that list what they hold: `Source, frequency`, `Cost, thousand EUR; source`."""

from collections.abc import Mapping

from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace
from plancheck.text.amounts import CURRENCY, SCALE
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_LISTED = frozenset(
    {
        *("data source", "source", "amount", "frequency", "unit"),
        *("responsible", "partner", "territory", "target group"),
    }
)
"""What one column may hold beside something else: `Source, frequency, responsible`."""
_LEADING_SUM = lazy_pattern(rf"~?\d[\d\s.,]{{0,20}}(?:{SCALE} ?)?(?:{CURRENCY})?")
"""In folded text."""
_COUNTED = lazy_pattern(rf"(?<!\w)(?:{SCALE}|{CURRENCY})(?!\w)")
"""That a label, folded, says in what sums are counted."""
_LEAD_AND_PARTNERS = lazy_pattern(
    r"[^()]{2,80} \((?P<partners>[^()]{2,80}[,;][^()]{2,80})\)"
)


def listed_columns(
    labels: tuple[str, ...], known: Mapping[str, int], columns: ColumnReader
) -> Mapping[str, int]:
    """What columns hold beside what they are about, as their labels list it.

    Args:
        labels: The labels, one a column.
        known: The column of each concept that is known already.
        columns: What the labels mean.
    """
    found: dict[str, int] = {}
    for index, label in enumerate(labels):
        leaf = label.rpartition(" / ")[2]
        pieces = columns.pieces(leaf)
        named = [columns.concept(piece.strip()) for piece in pieces]
        if len(pieces) > 1 and named[-1]:  # `Cost, thousand EUR; source`
            front = leaf.removesuffix(pieces[-1]).rstrip(" ;,+&")
            named = [columns.concept(front), *named]
        is_listed = len({*named} - {None}) > 1
        for concept in (_of_money(each, known) for each in named if is_listed):
            is_counted = concept != "amount" or _COUNTED.search(fold(leaf))
            if concept in _LISTED and is_counted and concept not in known:
                found.setdefault(concept, index)
    return found


def _of_money(concept: str | None, known: Mapping[str, int]) -> str | None:
    """What a column lists; the source beside a sum is that of the money: `Cost; source`."""
    is_of_money = not known.keys().isdisjoint({"source", "amount"})
    is_of_values = not known.keys().isdisjoint({"baseline", "target", "frequency"})
    if concept == "data source" and is_of_money and not is_of_values:
        return "source"
    return concept


def part_sum_and_source(cells: dict[str, CellPlace]) -> None:
    """Read number and words of a cell for themselves: `1 500; PB, ERAF` under `Cost; source`.

    The words are no unit of the number, and a number alone names no source.
    """
    amount, source = cells.get("amount"), cells.get("source")
    if amount is None or amount != source:
        return
    text = amount.text.strip()
    found = _LEADING_SUM.match(fold(text))
    number = text[: found.end()].rstrip(" ;,:") if found else ""
    cells["amount"] = amount._replace(said=number)
    cells["source"] = amount._replace(said=text[len(number) :].lstrip(" ;,:.\n"))


def part_lead_and_partners(cells: dict[str, CellPlace]) -> None:
    """Take several bodies in brackets behind the responsible one for partners.

    `Planning Office (Region, Roads Ltd)` names who leads and who helps; one word in
    brackets, as in `Planning Office (PO)`, is a short name.
    """
    lead = cells.get("responsible")
    if lead is None or "partner" in cells:
        return
    found = _LEAD_AND_PARTNERS.fullmatch(" ".join(lead.text.split()))
    if found is not None:
        cells["partner"] = lead._replace(said=found["partners"])
