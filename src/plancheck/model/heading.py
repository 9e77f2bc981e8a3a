"""Headings, and the level at which each truly stands."""

from dataclasses import dataclass

from plancheck.model.location import Location
from plancheck.text.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"^\s*(\d{1,3}(?:\.\d{1,3})*)\.?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed, its number in front; `level` counts from 1."""

    text: str
    level: int
    location: Location

    @property
    def number(self) -> tuple[int, ...]:
        """Its number, such as (2, 1) for `2.1. Vīzija`; empty where it has none."""
        found = _NUMBER.match(self.text)
        return tuple(map(int, found[1].split("."))) if found else ()


def true_levels(headings: tuple[Heading, ...]) -> tuple[int, ...]:
    """The level of each heading, corrected by the numbers that are printed.

    Writers and machine readers give `3.1` the style of `3.` now and then. A numbered
    heading stands below the heading whose number it extends; one without a number
    between `2.1` and `2.2` stands within chapter 2, whatever its style.
    """
    levels: list[int] = []
    known: dict[tuple[int, ...], int] = {}
    last: tuple[int, ...] = ()
    upcoming = _next_numbers(headings)
    for heading, following in zip(headings, upcoming, strict=True):
        level = heading.level
        above = known.get(heading.number[:-1])
        if above is not None:
            level = max(level, above + 1)
        if (
            not heading.number
            and last
            and len(following) > 1
            and _goes_on(last, following)
        ):
            level = max(level, known[last] + 1)
        if heading.number:
            last = heading.number
            known[last] = level
        levels.append(level)
    return tuple(levels)


def _next_numbers(headings: tuple[Heading, ...]) -> tuple[tuple[int, ...], ...]:
    """For each heading the number of the next one that has a number."""
    following: tuple[int, ...] = ()
    found = []
    for heading in reversed(headings):
        found.append(following)
        following = heading.number or following
    return tuple(reversed(found))


def _goes_on(last: tuple[int, ...], following: tuple[int, ...]) -> bool:
    """Whether the numbers count on within one chapter."""
    return last[0] == following[0] and following > last
