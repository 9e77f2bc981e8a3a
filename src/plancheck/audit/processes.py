"""Processes that work on one task after another, each watched and replaced when it fails.

The workers live long, because importing costs more than a small programme. What a task
does to its worker costs that task alone: a worker that takes too long is killed, one that
ends is replaced, and its task gets a failure as its answer.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Generic

from plancheck.audit.limits import Failure, FailureKind, Limits, ending_of
from plancheck.audit.serving import AnswerT, TaskT, Work, answer, serve
from plancheck.errors import PlancheckError

STARTING_SECONDS = 120
"""How long a worker may take to import what it needs."""

STARTS = 3
"""How many workers in a row may end before they are ready, until the run gives up."""

TRIES = 2
"""How often a task is tried whose worker ended: another may have spoilt the worker."""


_SPOILING = frozenset({FailureKind.CRASH, FailureKind.MEMORY})
"""Failures after which a worker may not be what it was."""


class WorkerStartError(PlancheckError):
    """Workers end before they can take a task, which is no task's fault."""

    def __init__(self, ending: str) -> None:
        super().__init__(
            "The processes that judge programmes do not start ({ending}). Run it with "
            "--jobs 0 to see why.",
            ending=ending,
        )


@dataclass(slots=True)
class _Job(Generic[TaskT]):
    """A task with how often its worker has ended."""

    task: TaskT
    deaths: int = 0


@dataclass(slots=True, eq=False)
class _Worker(Generic[TaskT]):
    """A process with our end of its pipe, and what it works on."""

    process: SpawnProcess
    pipe: Connection
    deadline: float
    is_ready: bool = False
    job: _Job[TaskT] | None = None
    done: int = 0


@dataclass
class Workforce(Generic[TaskT, AnswerT]):
    """Workers that answer tasks in any order.

    `start` is called once in each worker, must be importable there, and gives what
    answers a task.
    """

    start: Callable[[], Work[TaskT, AnswerT]]
    jobs: int
    limits: Limits
    _workers: list[_Worker[TaskT]] = field(default_factory=list)
    _again: list[_Job[TaskT]] = field(default_factory=list)
    _failed_starts: int = 0

    def answers(
        self, tasks: Iterator[TaskT]
    ) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
        """Each task with its answer, as they come; tasks are asked for when needed.

        Raises:
            WorkerStartError: No worker comes up.
        """
        try:
            while True:
                self._hand_out(tasks)
                if not any(worker.job for worker in self._workers):
                    return
                yield from self._collect()
        finally:
            self._stop()

    def abandon(self) -> None:
        """Hire nobody any more and end who works, while another thread waits for answers."""
        self.jobs = 0
        for worker in list(self._workers):
            with suppress(ValueError):  # the other thread has closed it by now
                _signal(worker.process)

    def _hand_out(self, tasks: Iterator[TaskT]) -> None:
        """Give each worker that waits a task, and start workers for more of them."""
        idle = [each for each in self._workers if each.job is None]
        while idle or len(self._workers) < self.jobs:
            job = self._again.pop() if self._again else _next(tasks)
            if job is None:
                return
            worker = idle.pop() if idle else self._hire()
            worker.job = job
            if worker.is_ready:
                self._give(worker)

    def _hire(self) -> _Worker[TaskT]:
        ours, theirs = get_context("spawn").Pipe()
        process = get_context("spawn").Process(
            target=serve, args=(theirs, self.start, self.limits), daemon=False
        )
        with _interrupts_held():  # of the terminal, which the child shares as it starts
            process.start()
        theirs.close()
        worker: _Worker[TaskT] = _Worker(
            process, ours, time.monotonic() + STARTING_SECONDS
        )
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker[TaskT]) -> None:
        worker.deadline = time.monotonic() + self.limits.seconds
        assert worker.job is not None  # noqa: S101 - for the type only
        with suppress(OSError):  # it has ended; its sentinel tells
            worker.pipe.send(worker.job.task)

    def _collect(self) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
        """Wait until something happens, and what has come of it."""
        nearest = min(worker.deadline for worker in self._workers if worker.job)
        by_object = {
            each: worker
            for worker in self._workers
            for each in (worker.pipe, worker.process.sentinel)
        }
        patience = max(0.0, nearest - time.monotonic())
        # `wait` gives back what it got, which its type does not say.
        told: Iterable[Any] = connection.wait(list(by_object), patience)
        for worker in dict.fromkeys(by_object[each] for each in told):
            yield from self._heard(worker)
        now = time.monotonic()
        for worker in [each for each in self._workers if each.job]:
            if worker.deadline <= now and worker in self._workers:
                yield from self._overdue(worker)

    def _heard(
        self, worker: _Worker[TaskT]
    ) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
        try:
            said: Any = worker.pipe.recv() if worker.pipe.poll() else None
        except (EOFError, OSError):
            said = None
        if said is None:
            yield from self._ended(worker)
        elif not worker.is_ready:
            worker.is_ready = True
            self._failed_starts = 0
            if worker.job:
                self._give(worker)
        elif worker.job:
            task, worker.job = worker.job.task, None
            worker.done += 1
            is_spoilt = isinstance(said, Failure) and said.kind in _SPOILING
            if is_spoilt or worker.done >= self.limits.tasks_per_worker:
                self._dismiss(worker)
            yield task, said

    def _ended(self, worker: _Worker[TaskT]) -> Iterator[tuple[TaskT, Failure]]:
        """A worker is gone: its task is tried once more, unless it never began."""
        worker.process.join()
        status = worker.process.exitcode
        job = worker.job
        self._dismiss(worker)
        if not worker.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise WorkerStartError(ending_of(status or 0))
            if job:
                self._again.append(job)
        elif job:
            job.deaths += 1
            if job.deaths < TRIES:
                self._again.append(job)
            else:
                yield job.task, Failure(FailureKind.CRASH, ending=status or 0)

    def _overdue(self, worker: _Worker[TaskT]) -> Iterator[tuple[TaskT, Failure]]:
        job = worker.job
        self._dismiss(worker)
        if job and worker.is_ready:
            yield job.task, Failure(FailureKind.TIME)
        elif job:
            raise WorkerStartError(f"{STARTING_SECONDS} s")

    def _dismiss(self, worker: _Worker[TaskT]) -> None:
        self._workers.remove(worker)
        _kill(worker.process)
        worker.pipe.close()

    def _stop(self) -> None:
        """End all workers at once; what they were at is left undone."""
        for worker in list(self._workers):
            self._dismiss(worker)


def answers_here(
    start: Callable[[], Work[TaskT, AnswerT]], tasks: Iterator[TaskT]
) -> Iterator[tuple[TaskT, AnswerT | Failure]]:
    """Each task with its answer, worked out in this process, which nothing limits."""
    work = None
    for task in tasks:
        work = work or start()
        yield task, answer(work, task)


def _next(tasks: Iterator[TaskT]) -> _Job[TaskT] | None:
    for task in tasks:
        return _Job(task)
    return None


def _kill(process: SpawnProcess) -> None:
    _signal(process)
    process.join()
    process.close()


def _signal(process: SpawnProcess) -> None:
    """End a worker with the programs that it started, such as LibreOffice."""
    if process.pid is not None and hasattr(os, "killpg"):
        with suppress(OSError):  # it leads no group yet, or all of it has ended
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Interrupts that come meanwhile wait; a child that is started inherits the waiting."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
