"""`python -m bench audit`: how fast audits run, and what they need.

The goals are ratios within one run. On a machine that others use too, two processes get
less than two processors; beside the ratio by the clock stands what the processor time
allows: that of one worker alone, by that of the busier of two.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.audit.programmes import mixed, small, vast
from bench.audit.watched import Run, watch
from bench.figures import Figure, table
from bench.measure import Spread

SETTINGS = """
[rules.MO02]
filled = 0.5
[rules.FF01]
severity = "error"
"""
"""What is changed for the figure of changed rules: a threshold, so that one rule runs again,
and a severity, for which none does."""


def main(arguments: list[str]) -> int:
    """Measure, print, and say with `--strict` whether every goal was reached."""
    parser = argparse.ArgumentParser(prog="python -m bench audit", description=__doc__)
    parser.add_argument(
        "--short", action="store_true", help="a tenth of the programmes"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 below a goal")
    options = parser.parse_args(arguments)
    share = 10 if options.short else 1
    with tempfile.TemporaryDirectory(prefix="plancheck-audit-") as name:
        found = [
            *_processes(Path(name, "processes"), 40 // share or 4),
            *_unchanged(Path(name, "unchanged"), 200 // share),
            *_rules_changed(Path(name, "changed"), 40 // share or 4),
            *_memory(Path(name, "memory"), 50 // share, 500 // share),
        ]
        said = table(_title(share), found)
        sys.stdout.write(f"{said}\n\n{_rate(Path(name, 'rate'))}\n")
    is_short = not all(figure.is_reached for figure in found)
    return int(options.strict and is_short)


def _title(share: int) -> str:
    load = os.getloadavg()[0]
    part = "" if share == 1 else f", a {share}th of the programmes"
    return f"Audits of made programmes; load of the machine {load:.1f}{part}."


def _made(folder: Path, make: Callable[[Path, int], None], count: int) -> Path:
    programmes = folder / "programmes"
    programmes.mkdir(parents=True)
    for number in range(count):
        make(programmes, number)
    return programmes


def _one(value: float) -> Spread:
    return Spread.of([value])


def _processes(folder: Path, count: int) -> list[Figure]:
    programmes = folder / "programmes"
    programmes.mkdir(parents=True)
    mixed(programmes, count)
    one = watch(programmes, folder / "one", "--jobs", "1")
    two = watch(programmes, folder / "two", "--jobs", "2")
    by_work = sum(one.workers) / max(two.workers)
    clock = _one(one.seconds / two.seconds)
    name = f"one process / two, {count} mixed"
    return [Figure(name, _one(by_work), 1.8, wall=clock, is_least=True)]


def _unchanged(folder: Path, count: int) -> list[Figure]:
    """The same again: the database knows it all."""
    programmes = _made(folder, small, count)
    first = watch(programmes, folder / "out")
    same = watch(programmes, folder / "out")
    return [_against(first, same, f"first / unchanged, {count} small", 50.0)]


def _rules_changed(folder: Path, count: int) -> list[Figure]:
    """The same by other rules: nothing is read, and one rule is run."""
    programmes = folder / "programmes"
    programmes.mkdir(parents=True)
    mixed(programmes, count)
    cache, out = folder / "cache", folder / "out"
    first = watch(programmes, out, cache=cache)
    (programmes / "plancheck.toml").write_text(SETTINGS, encoding="utf-8")
    rules = watch(programmes, out, cache=cache)
    return [_against(first, rules, f"first / rules changed, {count} mixed", 5.0)]


def _against(first: Run, later: Run, name: str, goal: float) -> Figure:
    clock = _one(first.seconds / later.seconds)
    return Figure(name, _one(first.cpu / later.cpu), goal, wall=clock, is_least=True)


def _memory(folder: Path, few: int, many: int) -> list[Figure]:
    """Few rules: what the parent keeps does not depend on what the workers do."""
    peaks = {}
    for count in (few, many):
        programmes = _made(folder / str(count), small, count)
        out = folder / str(count) / "out"
        peaks[count] = watch(programmes, out, "--select", "MO02").parent_megabytes
    name = f"parent's memory, {many} / {few}"
    return [Figure(name, _one(peaks[many] / peaks[few]), 1.1)]


def _rate(folder: Path) -> str:
    """Pages a second of programmes of two hundred pages, and what a thousand would take."""
    count = 4
    programmes = _made(folder, vast, count)
    run = watch(programmes, folder / "out", "--jobs", "2")
    each = run.cpu / count
    return (
        f"{count} programmes of 200 pages (PDF), two workers: "
        f"{count * 200 / run.seconds:.0f} pages a second by the clock, "
        f"{200 / each:.0f} a second of processor time;\n"
        f"a thousand such programmes: {each * 1000 / 3600:.1f} hours of processor time, "
        f"{run.seconds / count * 1000 / 3600:.1f} hours by the clock at this load. "
        f"Parent: {run.parent_megabytes:.0f} MB."
    )
