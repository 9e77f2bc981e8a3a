"""Baseline and target told apart by the years that stand in their cells: `12 (2023)`."""

from collections.abc import Callable, Sequence
from statistics import median

from plancheck.text.patterns import lazy_pattern

_DATED = lazy_pattern(
    r"[^\n]{0,24}\d[^\n]{0,12}[(\[,;/] ?(?P<behind>(?:19|20)\d\d)[^\d\n]{0,8}"
    r"|(?P<before>(?:19|20)\d\d)[^\d\n]{0,8}[:–=-] ?\d[^\n]{0,24}"
)
_VALUES = ("baseline", "target")
_FEWEST = 2
_MOST = 0.8


def with_dated_values(
    concepts: tuple[str | None, ...],
    labels: Sequence[str],
    texts: Callable[[int], Sequence[str]],
) -> tuple[str | None, ...]:
    """Of two columns of values with years the earlier are baselines, the later targets.

    Only labels that are nobody's words are told so: `Where we start | Where we arrive`.

    Args:
        concepts: What the columns of an indicator table are about, by their labels.
        labels: The labels, one a column.
        texts: The texts in a column's body, empty ones left out.
    """
    if set(_VALUES) <= set(concepts):
        return concepts
    years = {
        index: year
        for index, concept in enumerate(concepts)
        if (concept in _VALUES or (concept is None and labels[index]))
        and (year := _year(texts(index))) is not None
    }
    if len(years) != len(_VALUES) or len(set(years.values())) < len(_VALUES):
        return concepts
    told = list(concepts)
    for index, value in zip(sorted(years, key=years.__getitem__), _VALUES, strict=True):
        if concepts[index] not in {None, value}:
            return concepts
        told[index] = value
    return tuple(told)


def _year(texts: Sequence[str]) -> float | None:
    """The middle one of the years of a column's values; None where most have none."""
    found = [match for text in texts if (match := _DATED.fullmatch(text.strip()))]
    if len(found) < max(_FEWEST, _MOST * len(texts)):
        return None
    return median(int(each["behind"] or each["before"]) for each in found)
