"""Audits as whole programs, watched from outside: time, processor time by process, memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

LOOKS_SECONDS = 0.05
DAY = ("--as-of", "2026-01-01")
TICKS = os.sysconf("SC_CLK_TCK")


class FailedAuditError(Exception):
    """An audit ended in another way than audits do."""


@dataclass(frozen=True, slots=True)
class Run:
    """What an audit took: seconds by the clock, processor seconds, and the parent's peak.

    `workers` has the processor seconds of each worker, which Linux tells.
    """

    seconds: float
    cpu: float
    workers: tuple[float, ...]
    parent_megabytes: float


def command(folder: Path, out: Path, *options: str) -> list[str]:
    """The command of an audit of a folder."""
    head = [sys.executable, "-m", "plancheck", "audit", str(folder), "--out", str(out)]
    return [*head, *DAY, "--profile", "lv-municipality", *options]


def environment(cache: Path | None) -> dict[str, str]:
    """The environment of an audit: the same language each time, and its own cache.

    Results keep sentences in the language of the environment, so two audits that are
    compared must not take it from whoever calls them.
    """
    settings = {**os.environ, "PLANCHECK_CACHE": str(cache or ""), "LANGUAGE": "en"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    return settings


def watch(folder: Path, out: Path, *options: str, cache: Path | None = None) -> Run:
    """Run an audit to its end.

    Args:
        folder: The programmes.
        out: Where results go.
        options: What else the command line says.
        cache: The folder of the cache; without it, nothing is kept.

    Raises:
        FailedAuditError: It ended with another status than 0, 1 or 3.
    """
    settings = environment(cache)
    before = os.times()
    start = perf_counter()
    workers: dict[int, float] = {}
    peak = 0.0
    with tempfile.TemporaryFile() as said:
        called = command(folder, out, *options)
        with subprocess.Popen(called, stderr=said, env=settings) as process:  # noqa: S603 - ours
            while process.poll() is None:
                peak = max(peak, _peak(process.pid))
                for each in _children(process.pid):
                    workers[each] = _cpu(each) or workers.get(each, 0.0)
                sleep(LOOKS_SECONDS)
        seconds = perf_counter() - start
        if process.returncode not in (0, 1, 3):
            said.seek(0)
            raise FailedAuditError(said.read().decode("utf-8", "replace"))
    after = os.times()
    used = (
        after.children_user
        + after.children_system
        - before.children_user
        - before.children_system
    )
    return Run(seconds, used, tuple(sorted(workers.values())), peak)


def workers_of(process: int) -> Sequence[int]:
    """The processes that a process has started."""
    return _children(process)


def _children(process: int) -> list[int]:
    with suppress(OSError):
        told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        return list(map(int, told.split()))
    return []


def _cpu(process: int) -> float:
    """Processor seconds until now; 0 where the process is gone."""
    with suppress(OSError, IndexError):
        told = (
            Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
        )
        return (int(told[11]) + int(told[12])) / TICKS
    return 0.0


def _peak(process: int) -> float:
    """The most memory that a process had at once, in megabytes."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
        line = next(each for each in lines if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return 0.0
