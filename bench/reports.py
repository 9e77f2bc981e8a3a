"""How long the report takes in each format, as a ratio to reading the programme."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, table
from bench.make_docx import programme_path
from bench.measure import Spread

GOAL = 1.0
"""All formats together take at most as long as reading."""

ALL = "all formats / reading"


def figures(rounds: int) -> list[Figure]:
    """Measure each installed format in that many processes; a format has no goal of its own."""
    runs = [_run(programme_path()) for _ in range(rounds)]
    names = [name for name in runs[0] if name != "reading"]
    shares = {
        f"{name} / reading": [each[name] / each["reading"] for each in runs]
        for name in names
    }
    shares[ALL] = [
        (sum(run.values()) - run["reading"]) / run["reading"] for run in runs
    ]
    return [Figure(name, Spread.of(values), GOAL) for name, values in shares.items()]


def _run(path: Path) -> dict[str, float]:
    """The seconds of one process."""
    script = Path(__file__).with_name("render_reports.py")
    # Without -P this folder would stand first, and bench.docx be taken for python-docx.
    done = subprocess.run(  # noqa: S603 - our own command
        (sys.executable, "-P", str(script), str(path)), capture_output=True, check=True
    )
    return {name: float(took) for name, took in json.loads(done.stdout).items()}


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(f"Reports of the 200-page DOCX, {rounds} processes;", found)
