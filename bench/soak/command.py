"""`python -m bench soak`: an audit interrupted at random keeps what one in one go keeps.

Programmes are made by changing complete ones, one in twenty is damaged. They are audited
in one go without a cache, and then with one, interrupted by a signal again and again and
resumed; the two databases must be equal, and no programme may be judged twice.
"""

import argparse
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bench.audit.contents import contents
from bench.audit.programmes import seeded, with_damage
from bench.audit.watched import command, environment, watch

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


class SoakError(Exception):
    """Something was lost, doubled or judged otherwise; the text says what."""


def main(arguments: list[str]) -> int:
    """Soak, print what was seen, and exit 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench soak", description=__doc__)
    parser.add_argument("--programmes", type=int, default=2000, help="default: 2000")
    parser.add_argument("--interruptions", type=int, default=10, help="default: 10")
    parser.add_argument(
        "--seed", type=int, default=7, help="of when and how; default: 7"
    )
    parser.add_argument("--select", default="", help="only these rules; default: all")
    options = parser.parse_args(arguments)
    select = ("--select", options.select) if options.select else ()
    with tempfile.TemporaryDirectory(prefix="plancheck-soak-") as name:
        try:
            said = soak(
                Path(name),
                options.programmes,
                options.interruptions,
                options.seed,
                select,
            )
        except SoakError as error:
            sys.stdout.write(f"{error}\n")
            return 1
    sys.stdout.write(f"{said}\n")
    return 0


def soak(
    folder: Path,
    count: int,
    interruptions: int,
    seed: int,
    select: tuple[str, ...] = (),
) -> str:
    """Audit in one go and in pieces, and compare.

    Raises:
        SoakError: The two differ.
    """
    programmes = folder / "programmes"
    programmes.mkdir()
    with_damage(programmes, count)
    whole = watch(programmes, folder / "whole", *select)
    database = folder / "pieces" / "results.sqlite"
    random, stopped = seeded(seed), []
    for _ in range(interruptions):
        part = random.uniform(0.2, 1.6) * whole.seconds / (interruptions + 1)
        number = random.choice(SIGNALS)
        _interrupted(command(programmes, database.parent, *select), part, number)
        stopped.append(_counts(database)["checks"])
    last = watch(programmes, database.parent, *select, cache=folder / "cache")
    _compare(folder / "whole" / "results.sqlite", database)
    counts = _counts(database)
    return (
        f"{count} programmes, {counts['failed']} of them damaged; in one go "
        f"{whole.seconds:.0f} s. Interrupted {len(stopped)} times, after "
        f"{', '.join(map(str, stopped))} programmes; the last part took "
        f"{last.seconds:.0f} s. {counts['checks']} checks, none twice; the databases are "
        "equal."
    )


def _interrupted(called: list[str], seconds: float, number: signal.Signals) -> None:
    """Run an audit for a while, with a cache beside its results, and end it."""
    out = Path(called[called.index("--out") + 1])
    settings = environment(out.parent / "cache")
    with subprocess.Popen(  # noqa: S603 - our own command
        called, stderr=subprocess.DEVNULL, env=settings
    ) as audit:
        time.sleep(seconds)
        audit.send_signal(number)


def _counts(database: Path) -> dict[str, int]:
    if not database.exists():
        return {"checks": 0, "failed": 0}
    with closing(sqlite3.connect(database)) as connection:
        try:
            [row] = connection.execute(
                "SELECT count(*), sum(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) "
                "FROM checks"
            )
        except sqlite3.OperationalError:  # stopped before there were tables
            return {"checks": 0, "failed": 0}
    return {"checks": row[0], "failed": row[1] or 0}


def _compare(whole: Path, pieces: Path) -> None:
    expected, found = contents(whole), contents(pieces)
    for table, rows in expected.items():
        if rows != found[table]:
            lost = [row for row in rows if row not in found[table]][:3]
            extra = [row for row in found[table] if row not in rows][:3]
            raise SoakError(f"{table} differs: lost {lost}, extra {extra}")
    counts = _counts(pieces)["checks"]
    programmes = len(expected["checks"])
    if counts != programmes:
        raise SoakError(f"{counts} checks of {programmes} programmes: some twice")
