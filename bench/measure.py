"""Whole processes, measured in turn: ratios hold where seconds drift."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


class FailedCommandError(Exception):
    """A measured command did not end as it should."""

    def __init__(self, command: Sequence[str], status: int) -> None:
        self.command = tuple(command)
        self.status = status
        super().__init__(f"Exit status {status}: {' '.join(command)}")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock and of CPU, and its peak memory."""

    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several rounds, with the smallest and the largest."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of at least one value."""
        return cls(median(values), min(values), max(values))

    def __str__(self) -> str:
        """As "1.52 [1.40–1.71]"."""
        return f"{self.middle:.2f} [{self.low:.2f}–{self.high:.2f}]"


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end with its output thrown away.

    The parent stays small: Linux counts the memory of the process that it forked from
    into a child's peak.

    Raises:
        FailedCommandError: Its exit status is not 0.
    """
    start = perf_counter()
    # An installed program has its bytecode beside it; do not measure the compiler.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=settings
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedCommandError(command, process.returncode)
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte)


def in_turn(rounds: int, commands: dict[str, Sequence[str]]) -> dict[str, list[Cost]]:
    """Run all commands once without counting, then each once a round, A B A B."""
    for command in commands.values():
        run(command)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command))
    return costs


def ratio(dividend: Sequence[Cost], divisor: Sequence[Cost], measure: str) -> Spread:
    """The ratio of two costs in each round; `measure` is a field of `Cost`."""
    return Spread.of(
        [
            getattr(above, measure) / getattr(below, measure)
            for above, below in zip(dividend, divisor, strict=True)
        ]
    )
