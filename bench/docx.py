"""How fast a Word programme is read and checked, as ratios to a bare parse of it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.make_docx import programme_path
from bench.measure import Spread, in_turn, ratio

READ = "import sys, plancheck; plancheck.read([sys.argv[1]])"
GOALS = {
    "reading / bare parse and walk": 2.0,
    "check / bare parse and walk": 4.0,
    "peak memory of check, MB": 150.0,
    "--help / python -I -c pass": 8.0,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its goal: judged by CPU time, the clock beside it."""

    name: str
    judged: Spread
    wall: Spread | None
    goal: float

    @property
    def is_reached(self) -> bool:
        """The median is not above the goal."""
        return self.judged.middle <= self.goal


def figures(rounds: int) -> list[Figure]:
    """Measure everything in that many rounds."""
    costs = in_turn(rounds, _commands(programme_path()))
    pairs = {
        "reading / bare parse and walk": ("read", "bare"),
        "check / bare parse and walk": ("check", "bare"),
        "--help / python -I -c pass": ("help", "python"),
    }
    found = [
        Figure(
            name,
            ratio(costs[above], costs[below], "cpu_seconds"),
            ratio(costs[above], costs[below], "wall_seconds"),
            GOALS[name],
        )
        for name, (above, below) in pairs.items()
    ]
    memory = Spread.of([cost.peak_megabytes for cost in costs["check"]])
    name = "peak memory of check, MB"
    found.insert(2, Figure(name, memory, None, GOALS[name]))
    return found


def _commands(path: Path) -> dict[str, Sequence[str]]:
    python = sys.executable
    plancheck = str(Path(python).with_name("plancheck"))
    bare = str(Path(__file__).with_name("bare_docx.py"))
    # Exit status 1 would be findings, but a crash of Python too.
    check = (plancheck, "check", "--format", "json", "--fail-on", "never")
    return {
        "bare": (python, "-I", bare, str(path)),
        "read": (python, "-I", "-c", READ, str(path)),
        "check": (*check, str(path)),
        "python": (python, "-I", "-c", "pass"),
        "help": (plancheck, "--help"),
    }


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    lines = [
        f"200-page DOCX, half of it tables; whole processes, {rounds} rounds in turn;",
        "median [smallest–largest]; ratios are of CPU time, the clock's beside them.",
        "",
        f"{'':32}{'measured':24}{'by the clock':24}{'goal':8}",
    ]
    for figure in found:
        wall = str(figure.wall) if figure.wall else ""
        word = "reached" if figure.is_reached else "not reached"
        lines.append(
            f"{figure.name:32}{figure.judged!s:24}{wall:24}≤ {figure.goal:<6g}{word}"
        )
    return "\n".join(lines)
