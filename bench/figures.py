"""Figures with their goals, and the table that a benchmark prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.measure import Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its goal, which is the most it may be, or the least.

    It is judged by CPU time; `wall` shows the clock beside it where that was measured.
    """

    name: str
    judged: Spread
    goal: float
    wall: Spread | None = None
    is_least: bool = False

    @property
    def is_reached(self) -> bool:
        """The median is on the right side of the goal."""
        if self.is_least:
            return self.judged.middle >= self.goal
        return self.judged.middle <= self.goal


def table(title: str, found: Sequence[Figure]) -> str:
    """The figures, a line each, under what was measured."""
    lines = [
        title,
        "median [smallest–largest]; ratios are of CPU time, the clock's beside them.",
        "",
        f"{'':34}{'measured':26}{'by the clock':24}{'goal':10}",
    ]
    for figure in found:
        wall = str(figure.wall) if figure.wall else ""
        word = "reached" if figure.is_reached else "not reached"
        goal = f"{'≥' if figure.is_least else '≤'} {figure.goal:<8g}"
        lines.append(f"{figure.name:34}{figure.judged!s:26}{wall:24}{goal}{word}")
    return "\n".join(lines)


def plancheck_check(program: str) -> tuple[str, ...]:
    """The command that judges a file, which is named after it, and never ends with 1.

    Exit status 1 would be findings, but a crash of Python too.
    """
    return (program, "check", "--format", "json", "--fail-on", "never", "--no-cache")
