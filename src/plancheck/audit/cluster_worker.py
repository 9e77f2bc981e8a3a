"""What a worker of a Dask cluster does: give each programme to a process that is watched.

A programme may hang or bring down whoever reads it, and a thread of a Dask worker can be
neither ended nor limited. So each thread has a process of its own, under the limits that
hold on one machine: a `Workforce` of one, which lives as long as the run.
"""

import atexit
import datetime as dt
import multiprocessing
import os
import tempfile
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Generic

from plancheck.audit.limits import Failure, FailureKind, Limits
from plancheck.audit.orders import Answer, Orders, Task
from plancheck.audit.processes import WorkerStartError, Workforce
from plancheck.audit.remote import check_address, is_address
from plancheck.audit.serving import AnswerT, TaskT, Work
from plancheck.audit.work import start_worker
from plancheck.errors import PlancheckError
from plancheck.model.message import Message
from plancheck.plugins.host import Host
from plancheck.versions import method_parts


@dataclass(frozen=True, slots=True)
class Unfit:
    """In place of an answer: the worker would judge otherwise, or cannot judge at all."""

    reason: Message
    worker: str = ""


@dataclass(frozen=True, slots=True)
class Errand(Generic[TaskT, AnswerT]):
    """What is one for all tasks of a run; `run` tells the runs on one cluster apart."""

    run: str
    start: Callable[[], Work[TaskT, AnswerT]]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Home:
    """How it is where the run was begun: what judges, the folder, and what is audited."""

    parts: Mapping[str, str]
    folder: Path
    source: str

    @classmethod
    def of(cls, host: Host, source: str) -> "Home":
        """How it is here."""
        return cls(method_parts(host), Path.cwd(), source)


def start_away(
    orders: Orders, as_of: dt.date, home: Home
) -> Work[Task, Answer | Unfit]:
    """What answers tasks on a worker, if the worker is as it is at home."""
    try:
        reason = _settle(orders, home)
    except PlancheckError as error:
        reason = Message.of(error.template, **error.facts)
    if reason is not None:
        return partial(_refuse, Unfit(reason))
    return start_worker(replace(orders, out=Path(tempfile.gettempdir())), as_of)


def _settle(orders: Orders, home: Home) -> Message | None:
    """Go to the folder of the run, where it is; why the worker cannot be used, if so."""
    if home.folder.is_dir():
        os.chdir(home.folder)
    if is_address(home.source):
        check_address(home.source)
    elif not (home.folder / home.source).exists():
        return Message.of(
            "it does not see {folder}. Put the programmes where every worker sees them "
            "by the same path, or give an address such as s3://bucket/programmes.",
            folder=str(home.folder / home.source),
        )
    parts = method_parts(orders.host())
    names = [
        name
        for name in dict.fromkeys((*home.parts, *parts))
        if home.parts.get(name) != parts.get(name)
    ]
    if names:
        return Message.of(
            "it has {there}; where you are it is {here}. Install the same there.",
            there=_named(names, parts),
            here=_named(names, home.parts),
        )
    return None


def _named(names: list[str], parts: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {parts.get(name, '–')}" for name in names)


def _refuse(unfit: Unfit, _task: Task) -> Unfit:
    return unfit


class _Helper(Generic[TaskT, AnswerT]):
    """A process that is watched, and asked one task at a time."""

    def __init__(self, errand: Errand[TaskT, AnswerT]) -> None:
        self._inbox: deque[TaskT] = deque()
        self._force: Workforce[TaskT, AnswerT] = Workforce(
            errand.start, 1, errand.limits
        )
        # One process asks for one task at a time, so that the inbox is never found empty.
        self._answers = self._force.answers(iter(self._inbox.popleft, None))

    def answer(self, task: TaskT) -> AnswerT | Failure:
        self._inbox.append(task)
        said = next(self._answers, None)
        return said[1] if said else Failure(FailureKind.WORKER)  # the run is over

    def abandon(self) -> None:
        """End the process while another thread waits for its answer."""
        self._force.abandon()

    def close(self) -> None:
        self._answers.close()  # type: ignore[attr-defined]  # it is a generator


@dataclass
class _Crew:
    """The helpers of a run on this worker: those that wait, and those that work."""

    idle: list[_Helper[Any, Any]] = field(default_factory=list)
    busy: list[_Helper[Any, Any]] = field(default_factory=list)


_crews: dict[str, _Crew] = {}
_over: set[str] = set()
_lock = Lock()


def answer(errand: Errand[TaskT, AnswerT], task: TaskT) -> AnswerT | Failure | Unfit:
    """The answer to a task, on a thread of a Dask worker."""
    with _lock:
        if errand.run in _over:
            return Failure(FailureKind.WORKER)
        crew = _crews.setdefault(errand.run, _Crew())
        helper = crew.idle.pop() if crew.idle else _hire(errand)
        crew.busy.append(helper)
    is_well = False
    try:
        said = helper.answer(task)
        is_well = True
    except WorkerStartError as error:
        ending = error.facts["ending"]
        return _unfit(
            Unfit(Message.of("its processes do not start ({ending}).", ending=ending))
        )
    finally:
        with _lock:
            crew.busy.remove(helper)
            if is_well and errand.run not in _over:
                crew.idle.append(helper)
            else:
                helper.close()
    return _unfit(said) if isinstance(said, Unfit) else said


def end(run: str) -> None:
    """End the processes of a run on this worker, whatever they are at."""
    with _lock:
        _over.add(run)
        crew = _crews.pop(run, _Crew())
        for helper in crew.idle:
            helper.close()
        for helper in crew.busy:
            helper.abandon()


def _end_all() -> None:
    for run in list(_crews):
        end(run)


# A Python that ends waits for its children, and ours wait for tasks.
atexit.register(_end_all)


def _hire(errand: Errand[TaskT, AnswerT]) -> _Helper[TaskT, AnswerT]:
    # Dask's workers are daemons, which multiprocessing lets have no children, lest they
    # be left behind. Ours end with their parent by themselves.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # noqa: SLF001
    return _Helper(errand)


def _unfit(unfit: Unfit) -> Unfit:
    """With the address of the worker that it is of."""
    from distributed import get_worker  # noqa: PLC0415 - an extra

    return replace(unfit, worker=get_worker().address)
