"""Columns of money whose labels do not say enough: `City`, `Total`, an unknown fund."""

from collections.abc import Callable, Sequence

from plancheck.programme.columns import MONEY, ColumnReader
from plancheck.programme.shares import SHARE_COLUMNS

_OVER_SHARES = MONEY | {"data source"}
_FEWEST_SHARES = 2


def with_shares(
    concepts: Sequence[str | None],
    stacks: Sequence[tuple[str, ...]],
    columns: ColumnReader,
    holds_figures: Callable[[int], bool],
) -> list[str | None]:
    """What stands beside shares of the money is a share too, and their total the amount.

    Nobody can know each fund: what stands below one label with two shares is another,
    `XY` in `Sources / EU | PB | XY`. Where no label joins them, figures must tell: `City`
    over figures is the share of the municipality, over words a place.

    Args:
        concepts: What the columns are about as far as their own labels tell.
        stacks: The labels, each as its header cells from the top down.
        columns: What labels mean.
        holds_figures: Whether the cells of a column are figures.
    """
    found = _with_unknown_funds(concepts, stacks, columns)
    if SHARE_COLUMNS.isdisjoint(found):
        return found
    labels = [" / ".join(stack) for stack in stacks]
    unknown = [
        index
        for index, label in enumerate(labels)
        if label and _is_open(found[index], label, columns) and holds_figures(index)
    ]
    told = list(found)
    for index in unknown:
        share = columns.concept(f"/ {labels[index]}")
        told[index] = share if share in SHARE_COLUMNS and share not in told else None
    if len(SHARE_COLUMNS & set(told)) < _FEWEST_SHARES:
        return found
    totals = [index for index in unknown if columns.is_total(labels[index])]
    if totals and "amount" not in told:
        told[totals[0]] = "amount"
    return told


def _with_unknown_funds(
    concepts: Sequence[str | None],
    stacks: Sequence[tuple[str, ...]],
    columns: ColumnReader,
) -> list[str | None]:
    """What nobody knows below one label of the money with two shares is another share.

    `Sources` alone could be those of data, but not over shares of the money.
    """
    above = [
        stack[:-1]
        for concept, stack in zip(concepts, stacks, strict=True)
        if concept in SHARE_COLUMNS and len(stack) > 1
    ]
    return [
        _share_in(stack[-1], columns)
        if concept in _OVER_SHARES
        and columns.concept(stack[-1]) is None
        and above.count(stack[:-1]) >= _FEWEST_SHARES
        else concept
        for concept, stack in zip(concepts, stacks, strict=True)
    ]


def _share_in(label: str, columns: ColumnReader) -> str:
    """The share that a piece of a label names, `State, XY`; that of others where none does."""
    known = (columns.concept(f"/ {piece.strip()}") for piece in columns.pieces(label))
    return (
        next((each for each in known if each in SHARE_COLUMNS), None) or "other share"
    )


def with_total(
    concepts: Sequence[str | None], labels: Sequence[str], columns: ColumnReader
) -> list[str | None]:
    """The total before the years of a project is its sum: `Avots | Kopā | 2023 | 2024`."""
    found = list(concepts)
    known = set(found)
    if not known & {"project", "measure"} or known & {"amount", "indicator"}:
        return found
    years = (index for index, label in enumerate(labels) if columns.is_year(label))
    before = next((index - 1 for index in years if index), None)
    if before is None:
        return found
    is_open = _is_open(found[before], labels[before], columns)
    if is_open and columns.is_total(labels[before]):
        found[before] = "amount"
    return found


def _is_open(concept: str | None, label: str, columns: ColumnReader) -> bool:
    """Whether it is not known what a column is: `Kopā` is the total, or `together`."""
    return concept is None or (concept == "partner" and columns.is_total(label))
