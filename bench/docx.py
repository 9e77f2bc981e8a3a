"""How fast a Word programme is read and checked, as ratios to a bare parse of it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, plancheck_check, table
from bench.make_docx import programme_path
from bench.measure import Spread, in_turn, ratio

READ = "import sys, plancheck; plancheck.read([sys.argv[1]])"
GOALS = {
    "reading / bare parse and walk": 2.0,
    "check / bare parse and walk": 4.0,
    "peak memory of check, MB": 150.0,
    "--help / python -I -c pass": 8.0,
}


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
            GOALS[name],
            ratio(costs[above], costs[below], "wall_seconds"),
        )
        for name, (above, below) in pairs.items()
    ]
    memory = Spread.of([cost.peak_megabytes for cost in costs["check"]])
    name = "peak memory of check, MB"
    found.insert(2, Figure(name, memory, GOALS[name]))
    return found


def _commands(path: Path) -> dict[str, Sequence[str]]:
    python = sys.executable
    plancheck = str(Path(python).with_name("plancheck"))
    bare = str(Path(__file__).with_name("bare_docx.py"))
    return {
        "bare": (python, "-I", bare, str(path)),
        "read": (python, "-I", "-c", READ, str(path)),
        "check": (*plancheck_check(plancheck), str(path)),
        "python": (python, "-I", "-c", "pass"),
        "help": (plancheck, "--help"),
    }


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(
        f"200-page DOCX, half of it tables; whole processes, {rounds} rounds in turn;",
        found,
    )
