"""Columns of a plan that stand for a year each: `Funding / 2024 | 2025 | Total`, or crosses."""

from collections.abc import Mapping
from decimal import Decimal

from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace, Field
from plancheck.programme.years import years_in_label

_FEWEST_YEARS = 2
_NOTHING = frozenset({"", "-", "–", "—", "0", "0,00", "0.00"})
_TIMES = frozenset({"term", "start"})
_PLANNED = frozenset({"action", "investment"})


def year_columns(
    labels: tuple[str, ...],
    concepts: tuple[str | None, ...],
    role: str,
    columns: ColumnReader,
) -> Mapping[int, int]:
    """The year of each column of a plan that is headed by one below `Funding` or `Term`.

    Args:
        labels: The labels, one a column.
        concepts: What the columns are about.
        role: What the table is for.
        columns: Tells what says nothing but a year.
    """
    if role not in _PLANNED:
        return {}
    years = {
        index: years_in_label(label)[-1]
        for index, label in enumerate(labels)
        if concepts[index] in {"amount", "term", "value in year"}
        and columns.is_year(label.rpartition(" / ")[2])
    }
    is_split = any(concepts[index] != "value in year" for index in years)
    return years if len(years) >= _FEWEST_YEARS and is_split else {}


def with_year_columns(
    concepts: tuple[str | None, ...], years: Mapping[int, int]
) -> tuple[str | None, ...]:
    """The concepts where no year stands for the whole sum or the whole term.

    The first year stands for the sum, or for the term, where no other column does.
    """
    if not years:
        return concepts
    told = [
        "value in year" if at in years else each for at, each in enumerate(concepts)
    ]
    open_years = list(years)
    if "amount" not in told and "amount" in concepts:
        told[open_years.pop(0)] = "amount"
    if _TIMES.isdisjoint(told):
        told[open_years.pop(0)] = "term"
    return tuple(told)


def label_of_term(years: Mapping[int, int]) -> str:
    """What the columns of years are called together: `2024–2030`."""
    return f"{min(years.values())}–{max(years.values())}"


def tell_years(cells: dict[str, CellPlace], years: Mapping[int, int]) -> None:
    """Let the term of a row be the years that it has something in, and their sum its amount."""
    for concept in ("term", "amount"):
        place = cells.get(concept)
        if place is None or place.column_index not in years:
            continue
        row = {
            year: place._replace(column_index=index) for index, year in years.items()
        }
        filled = {
            year: each
            for year, each in row.items()
            if each.text.strip() not in _NOTHING
        }
        is_term = concept == "term"
        said = ", ".join(map(str, sorted(filled))) if is_term else _sum(filled)
        cells[concept] = place._replace(said=said)


def _sum(filled: Mapping[int, CellPlace]) -> str:
    """What the sums of the years make, in the scale of the table; empty where there is none."""
    numbers = [number for each in filled.values() if (number := Field(each).number)]
    return str(sum(numbers, Decimal(0))) if numbers else ""
