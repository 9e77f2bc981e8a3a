"""How much time and memory a programme may take, and what becomes of one that takes more."""

import os
import signal
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plancheck.model.message import Message


class FailureKind(StrEnum):
    """Why there is no report of a programme."""

    UNREADABLE = "unreadable"
    NO_PROGRAMME = "no-programme"
    SETTINGS = "settings"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one programme may take.

    `memory` is in bytes, beyond what a worker has before its first programme; None is
    without limit. A worker is replaced after `tasks_per_worker`, in case something that
    it calls keeps memory.
    """

    seconds: float = 600.0
    memory: int | None = 2 << 30
    tasks_per_worker: int = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no answer.

    `ending` is the exit status of the process that ended, negative for a signal,
    or how many workers of a cluster ended; `detail` the exception that was raised, or a
    sentence for the user.
    """

    kind: FailureKind
    detail: str = ""
    ending: int = 0

    def message(self, limits: Limits) -> Message:
        """The sentence that says why."""
        if self.kind is FailureKind.TIME:
            return Message.of(
                "It took longer than {seconds} seconds and was stopped; see --time-limit.",
                seconds=f"{limits.seconds:g}",
            )
        if self.kind is FailureKind.MEMORY:
            return Message.of(
                "It asked for more than {size} MB of memory; see --memory-limit.",
                size=(limits.memory or 0) >> 20,
            )
        if self.kind is FailureKind.WORKER:
            return Message.of(
                "{count} workers of the cluster ended, one after another, while they "
                "judged it.",
                count=self.ending,
            )
        if self.kind is FailureKind.CRASH and not self.detail:
            return Message.of(
                "The process that read it ended twice: {ending}.",
                ending=ending_of(self.ending),
            )
        if self.kind is FailureKind.CRASH:
            return Message.of("plancheck crashed: {detail}.", detail=self.detail)
        return Message(self.detail)


def ending_of(status: int) -> str:
    """How a process ended, by its exit status; a signal has a name."""
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def limit_memory(extra: int | None) -> None:
    """Let this process ask for so many bytes more than it has, where the system can."""
    if extra is None or sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    size = _address_space() + extra
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _address_space() -> int:
    """Bytes that this process has mapped; a usual size where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 512 << 20
    return pages * os.sysconf("SC_PAGE_SIZE")
