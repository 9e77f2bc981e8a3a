"""What a table of money heads too shortly to be known alone: `City`, `Total`."""

from collections.abc import Callable, Sequence

_SHARES = frozenset(
    {"municipal share", "eu share", "state share", "private share", "other share"}
)
_FEWEST_SHARES = 2


def with_shares(
    concepts: Sequence[str | None],
    labels: Sequence[str],
    concept: Callable[[str], str | None],
    is_figures: Callable[[int], bool],
    is_total: Callable[[str], bool],
) -> list[str | None]:
    """Columns of figures beside shares of the money are shares, and their total the amount.

    Args:
        concepts: What the columns are about as far as their labels tell.
        labels: The labels.
        concept: Tells what a label is about.
        is_figures: Whether the cells of a column are figures.
        is_total: Whether a label says that it is the total.
    """
    found = list(concepts)
    if not _SHARES & set(found):
        return found
    unknown = [
        index
        for index, each in enumerate(found)
        if each is None and labels[index] and is_figures(index)
    ]
    for index in unknown:
        share = concept(f"/ {labels[index]}")
        found[index] = share if share in _SHARES and share not in found else None
    if len(_SHARES & set(found)) < _FEWEST_SHARES:
        return list(concepts)
    totals = [index for index in unknown if is_total(labels[index])]
    if totals and "amount" not in found:
        found[totals[0]] = "amount"
    return found
