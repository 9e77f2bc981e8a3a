"""What columns are about, told by those beside them."""

from collections.abc import Callable, Sequence

from plancheck.programme.columns import ColumnReader
from plancheck.programme.money_columns import with_total
from plancheck.programme.years import years_in_label

_Concepts = tuple[str | None, ...]

_VALUED = frozenset({"baseline", "target", "trend", "unit"})
_MONITORED = frozenset({"baseline", "target", "unit", "frequency"})
_FEWEST_VALUED = 2
_FEWEST_YEARS = 2


def told_by_neighbours(
    concepts: Sequence[str | None],
    labels: Sequence[str],
    columns: ColumnReader,
    holds_figures: Callable[[int], bool],
) -> tuple[str | None, ...]:
    """The concepts of columns, read in each other's light.

    Args:
        concepts: What the columns are about as far as their own labels tell.
        labels: The labels, one a column.
        columns: What labels mean.
        holds_figures: Whether the cells of a column are figures.
    """
    told = tuple(with_total(concepts, labels, columns))
    told = _with_target(told, holds_figures)
    told = _of_indicators(told, labels)
    told = _of_risks(told)
    told = _of_money(told)
    told = _of_measures(told)
    return _of_proposals(told)


def _with_target(
    concepts: _Concepts, holds_figures: Callable[[int], bool]
) -> _Concepts:
    """What is to be reached, and is a figure, is the target: `Baseline | To be achieved`."""
    if not {"baseline", "result"} <= set(concepts) or "target" in concepts:
        return concepts
    at = concepts.index("result")
    is_behind = at > concepts.index("baseline") and holds_figures(at)
    return _renamed(concepts, at, "target") if is_behind else concepts


def _of_indicators(concepts: _Concepts, labels: Sequence[str]) -> _Concepts:
    """Indicators may be called results, and have values under years and goals.

    The base year heads baseline values where it is named: `Bāzes gads (2020)`. The goal
    beside a baseline is the value to reach.
    """
    if "baseline year" in concepts and "baseline" not in concepts:
        index = concepts.index("baseline year")
        if years_in_label(labels[index]):
            concepts = _renamed(concepts, index, "baseline")
    if len(_VALUED.intersection(concepts)) >= _FEWEST_VALUED:
        concepts = _called(concepts, "result", "indicator")
    if {"indicator", "baseline"} <= set(concepts) and "target" not in concepts:
        concepts = tuple("target" if each == "goal" else each for each in concepts)
    return _with_ends(concepts)


def _with_ends(concepts: _Concepts) -> _Concepts:
    """The first and the last of the years over values: `Indicator | 2020 | 2024 | 2027`.

    Behind a baseline the last year is that of the end: `Baseline | 2027 | 2030`.
    """
    years = [index for index, each in enumerate(concepts) if each == "value in year"]
    if "indicator" not in concepts or "target" in concepts or not years:
        return concepts
    if "baseline" in concepts:
        is_behind = years[-1] > concepts.index("baseline")
        return _renamed(concepts, years[-1], "last value") if is_behind else concepts
    if len(years) < _FEWEST_YEARS:
        return concepts
    return _renamed(
        _renamed(concepts, years[0], "first value"), years[-1], "last value"
    )


def _of_risks(concepts: _Concepts) -> _Concepts:
    """What is done about a risk is no measure of the plan, and its answer no decision."""
    if "risk" not in concepts or "mitigation" in concepts:
        return concepts
    behind = concepts[concepts.index("risk") :]
    answer = next((each for each in ("measure", "decision") if each in behind), None)
    return _called(concepts, answer, "mitigation") if answer else concepts


def _of_money(concepts: _Concepts) -> _Concepts:
    """The sources beside a sum are those of the money."""
    is_of_money = "amount" in concepts and (
        "measure" in concepts or "project" in concepts
    )
    if not is_of_money or not _MONITORED.isdisjoint(concepts):
        return concepts
    return _called(concepts, "data source", "source")


def _of_measures(concepts: _Concepts) -> _Concepts:
    """The second of two columns of measures says more of the first."""
    if concepts.count("measure") < 2 or "description" in concepts:
        return concepts
    second = concepts.index("measure", concepts.index("measure") + 1)
    return _renamed(concepts, second, "description")


def _of_proposals(concepts: _Concepts) -> _Concepts:
    """The result of a proposal is what was decided on it."""
    return (
        _called(concepts, "result", "decision") if "proposal" in concepts else concepts
    )


def _called(concepts: _Concepts, known: str, meant: str) -> _Concepts:
    """The first column of one concept as that of another, if no other column is that."""
    if known not in concepts or meant in concepts:
        return concepts
    return _renamed(concepts, concepts.index(known), meant)


def _renamed(concepts: _Concepts, index: int, concept: str) -> _Concepts:
    """The concepts with another at one place."""
    return (*concepts[:index], concept, *concepts[index + 1 :])
