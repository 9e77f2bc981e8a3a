"""An audit from the folder to the database: what is new is judged, the rest stands."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

from plancheck.audit.database import Database
from plancheck.audit.found import Found, find_programmes
from plancheck.audit.limits import Failure, Limits
from plancheck.audit.orders import Answer, Orders, Task
from plancheck.audit.remote import find_remote, is_address
from plancheck.audit.store import COMPLETE, INTERRUPTED, Method, Store
from plancheck.audit.tasks import Refused, TaskMaker
from plancheck.errors import PlancheckError
from plancheck.model.day import today
from plancheck.model.exits import FINDINGS, INCOMPLETE, OK
from plancheck.plugins.host import Host
from plancheck.translation import translator
from plancheck.versions import method_version


class NothingToResumeError(PlancheckError):
    """There is no run to go on with."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "There is no audit in {name} to go on with. Leave --resume out to begin one.",
            name=name,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come, in programmes; `pages` are those judged in this part.

    `failed` counts those that there is no report of, `unchanged` those that were judged
    before.
    """

    total: int
    done: int = 0
    unchanged: int = 0
    failed: int = 0
    pages: int = 0

    def plus(
        self, *, unchanged: int = 0, failed: int = 0, pages: int = 0
    ) -> "Progress":
        """One more programme is done."""
        return Progress(
            self.total,
            self.done + 1,
            self.unchanged + unchanged,
            self.failed + failed,
            self.pages + pages,
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """What is asked for.

    `source` is a folder, a list, a file or an address, `out` where results go. `jobs` is the number
    of workers; without any, this process works itself, and nothing limits it. With a
    `scheduler` the workers of its cluster work instead, however many they are.
    """

    source: str
    out: Path
    orders: Orders
    limits: Limits
    jobs: int
    is_resumed: bool = False
    is_retried: bool = False
    scheduler: str | None = None


OnProgress = Callable[[Progress, Found], None]


def run(
    audit: Audit, host: Host, database: Database, on_progress: OnProgress
) -> tuple[Progress, dict[str, int]]:
    """Judge what was not judged before, and keep it.

    Whatever ends it, all programmes that were done by then are kept, and the same call
    goes on with the others.

    Args:
        audit: What is asked for.
        host: The plugins, by the same orders.
        database: Where results are kept.
        on_progress: Called after each programme.

    Returns:
        How far it came, and the counts of the run's programmes.

    Raises:
        PlancheckError: Something that the user can mend; the sentence says how.
    """
    programmes = _found(audit, host)
    store = Store(database)
    unfinished = store.unfinished(audit.source)
    if audit.is_resumed and not store.has_runs(audit.source):
        raise NothingToResumeError(database.name)
    day = _day(audit, unfinished)
    asked = _asked(audit.orders)
    version = method_version(host, has_ocr=audit.orders.options.has_ocr)
    method = Method(audit.source, day.isoformat(), asked, version)
    store.begin(method, host, programmes)
    begun = Progress(len(programmes))
    part = _Part(audit, host, store, method, day, on_progress, begun)
    state = INTERRUPTED
    try:
        part.judge_all(programmes)
        state = COMPLETE
    finally:
        store.end(state)
    return part.progress, store.counts()


def status(counts: Mapping[str, int]) -> int:
    """The exit status of a run, by the counts of its programmes; see `Store.counts`."""
    if counts["incomplete"]:  # what was not read cannot be vouched for
        return INCOMPLETE
    return FINDINGS if counts["findings"] else OK


def _found(audit: Audit, host: Host) -> tuple[Found, ...]:
    if is_address(audit.source):
        return find_remote(audit.source, host.readers)
    return find_programmes(Path(audit.source), host.readers, audit.out)


def _day(audit: Audit, unfinished: dict[str, object] | None) -> dt.date:
    """The day to judge by: as asked, that of the run that goes on, or today."""
    if audit.orders.asked.as_of:
        return audit.orders.asked.as_of
    if unfinished:
        return dt.date.fromisoformat(str(unfinished["as_of"]))
    return today()


def _asked(orders: Orders) -> dict[str, object]:
    """What was asked for on the command line, for the record; never a password."""
    asked = orders.asked
    named: dict[str, object] = {
        "profile": asked.profile,
        "stage": asked.stage,
        "select": asked.select,
        "ignore": asked.ignore,
        "fail_on": asked.fail_on,
        "language": orders.language,
        "without": orders.without,
        "rules": [str(path) for path in orders.rule_files],
        "ocr": orders.options.has_ocr,
        "password": orders.options.password is not None,
    }
    return {name: value for name, value in named.items() if value}


@dataclass
class _Part:
    """One part of a run, from its start to its end or its interruption."""

    audit: Audit
    host: Host
    store: Store
    method: Method
    day: dt.date
    on_progress: OnProgress
    progress: Progress

    def judge_all(self, programmes: tuple[Found, ...]) -> None:
        """Judge what is not known, and keep each as it comes."""
        tasks = self._tasks(programmes)
        first = next(tasks, None)
        if first is None:  # all is known: nobody is needed, and nothing that judges
            return
        for task, answer in self._answers(chain((first,), tasks)):
            if isinstance(answer, Failure):
                self._keep_failure(task, answer)
            else:
                key = "" if answer.is_stale else task.key
                self.store.keep(
                    task.found, {**answer.check, "input_key": key}, answer.records
                )
                self._count(task.found, pages=int(answer.check["pages"] or 0))

    def _answers(
        self, tasks: Iterator[Task]
    ) -> Iterator[tuple[Task, Answer | Failure]]:
        orders, limits = self.audit.orders, self.audit.limits
        # As in `judge_all`: imported where there is something to judge.
        if self.audit.scheduler:
            from plancheck.audit.cluster import Cluster  # noqa: PLC0415
            from plancheck.audit.cluster_worker import (  # noqa: PLC0415
                Errand,
                Home,
                start_away,
            )

            home = Home.of(self.host, self.audit.source)
            away = partial(start_away, orders, self.day, home)
            errand: Errand[Task, Any] = Errand(uuid4().hex, away, limits)
            return Cluster(self.audit.scheduler, errand).answers(tasks)
        from plancheck.audit.processes import Workforce, answers_here  # noqa: PLC0415
        from plancheck.audit.work import start_worker  # noqa: PLC0415

        start = partial(start_worker, orders, self.day)
        if self.audit.jobs:
            return Workforce(start, self.audit.jobs, limits).answers(tasks)
        return answers_here(start, tasks)

    def _tasks(self, programmes: tuple[Found, ...]) -> Iterator[Task]:
        """What is left to judge; what is known or cannot be is settled on the way.

        Raises:
            SettingsError: What is asked for is not there: no programme's fault.
        """
        is_sound = False
        maker = TaskMaker(
            self.audit.orders, self.method.digest, self.day, self.host.readers
        )
        for found in programmes:
            task = maker.task(found)
            if self.store.known(found, task.key, is_retried=self.audit.is_retried):
                self._count(found, unchanged=1)
            elif isinstance(task, Refused):
                self._keep_failure(task, task.failure)
            else:
                if not is_sound:
                    from plancheck.checker import check_asked  # noqa: PLC0415 - as above

                    check_asked(self.audit.orders.asked, self.host)
                    is_sound = True
                yield task

    def _keep_failure(self, task: Task | Refused, failure: Failure) -> None:
        translate = translator(self.audit.orders.language)
        reason = failure.message(self.audit.limits).text(translate)
        self.store.keep(
            task.found,
            {
                "input_key": task.key,
                "state": "failed",
                "failure": failure.kind.value,
                "reason": reason,
                "exit_status": INCOMPLETE,
                "is_complete": 0,
                "as_of": self.day.isoformat(),
            },
            {},
        )
        self._count(task.found, failed=1)

    def _count(self, found: Found, **counts: int) -> None:
        self.progress = self.progress.plus(**counts)
        self.on_progress(self.progress, found)
