import os
import signal
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from bench.audit.contents import contents
from plancheck.audit import cluster_worker
from plancheck.audit.cluster import (
    Cluster,
    NoWorkersError,
    SchedulerLostError,
    UnfitWorkerError,
)
from plancheck.audit.cluster_worker import Errand, Home
from plancheck.audit.limits import Failure, FailureKind, Limits
from plancheck.cli import main
from plancheck.plugins.host import Host
from plancheck.versions import method_parts
from tests.audit import labour
from tests.audit.conftest import Folder
from tests.programmes import SMALL

distributed = pytest.importorskip(
    "distributed", reason="the extra “audit” is not installed"
)

if TYPE_CHECKING:
    from distributed import LocalCluster

Task = tuple[str, str]
WORKERS = 2


@pytest.fixture(scope="module")
def local() -> "Iterator[LocalCluster]":
    """A cluster of processes on this machine, which gives a task up at the second death."""
    import dask  # noqa: PLC0415 - comes with distributed

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0"
        ) as made,
    ):
        yield made


@pytest.fixture
def scheduler(local: "LocalCluster") -> str:
    """The address of a cluster that has all its workers."""
    with distributed.Client(local, set_as_default=False) as client:
        client.wait_for_workers(WORKERS, timeout=20)
    return str(local.scheduler_address)


def answers(scheduler: str, notes: Path, *tasks: Task) -> dict[str, str | Failure]:
    """The answer to each task, by its name."""
    errand = Errand(uuid4().hex, partial(labour.start, notes), Limits(seconds=1))
    cluster: Cluster[Task, str] = Cluster(scheduler, errand)
    return {task[0]: answer for task, answer in cluster.answers(iter(tasks))}


def test_tasks_are_answered_by_the_processes_of_the_workers(
    scheduler: str, tmp_path: Path
) -> None:
    tasks = [(name, "") for name in "abcdef"]

    said = answers(scheduler, tmp_path / "notes", *tasks)

    assert said == {name: name.upper() for name in "abcdef"}
    lines = (tmp_path / "notes").read_text("utf-8").splitlines()
    assert len({line.split()[1] for line in lines}) == WORKERS


def test_what_hangs_or_crashes_costs_itself_alone(
    scheduler: str, tmp_path: Path
) -> None:
    said = answers(
        scheduler, tmp_path / "notes", ("a", "hang"), ("b", "die"), ("c", "raise")
    )

    assert said == {
        "a": Failure(FailureKind.TIME),
        "b": Failure(FailureKind.CRASH, ending=-9),
        "c": Failure(FailureKind.CRASH, "ValueError: c"),
    }


def test_a_task_whose_worker_was_killed_once_is_not_lost(
    scheduler: str, tmp_path: Path
) -> None:
    tasks = (("a", "end worker once"), ("b", ""), ("c", ""))

    said = answers(scheduler, tmp_path / "notes", *tasks)

    assert said == {"a": "A", "b": "B", "c": "C"}


def test_a_task_whose_workers_end_is_given_up_and_the_others_are_not(
    scheduler: str, tmp_path: Path
) -> None:
    tasks = (("a", "end worker"), *((name, "") for name in "bcde"))

    said = answers(scheduler, tmp_path / "notes", *tasks)

    assert said.pop("a") == Failure(FailureKind.WORKER, ending=2)
    assert said == {name: name.upper() for name in "bcde"}


def test_tasks_are_asked_for_as_they_are_needed(scheduler: str, tmp_path: Path) -> None:
    asked: list[int] = []

    def tasks() -> Iterator[Task]:
        for number in range(20):
            asked.append(number)
            yield str(number), ""

    errand = Errand(uuid4().hex, partial(labour.start, tmp_path / "notes"), Limits())
    cluster: Cluster[Task, str] = Cluster(scheduler, errand)
    for count, _answer in enumerate(cluster.answers(tasks()), 1):
        assert len(asked) <= count + 2 * WORKERS

    assert len(asked) == 20


def test_no_process_stays_when_a_run_is_left(scheduler: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    errand = Errand(uuid4().hex, partial(labour.start, notes), Limits())
    cluster: Cluster[Task, str] = Cluster(scheduler, errand)
    answered = cluster.answers(iter([("a", ""), ("b", ""), ("c", "hang")]))
    next(answered)

    answered.close()  # type: ignore[attr-defined]  # it is a generator

    with distributed.Client(scheduler, set_as_default=False) as client:
        assert set(client.run(_crew_count).values()) == {0}


def _crew_count() -> int:
    return len(cluster_worker._crews)  # noqa: SLF001 - nobody else can tell


def test_a_cluster_keeps_what_one_process_keeps(
    folder: Folder, scheduler: str, local: "LocalCluster"
) -> None:
    for name in "abcd":
        folder.write(f"{name}.md", SMALL.replace("Upes", f"Upes {name}"))
    folder.write("broken.pdf", "none")
    folder.audit()
    alone = contents(folder.database)
    folder.database.unlink()
    with pytest.raises(KeyboardInterrupt):
        folder.audit(scheduler=scheduler, stop_after=2)
    os.kill(next(iter(local.workers.values())).process.process.pid, signal.SIGKILL)

    progress = folder.audit(scheduler=scheduler, is_resumed=True)

    assert (progress.done, progress.unchanged) == (5, 2)
    assert contents(folder.database) == alone


def test_workers_fetch_from_an_address(folder: Folder, scheduler: str) -> None:
    folder.write("one.md")

    progress = folder.audit(
        scheduler=scheduler, source=f"file://{folder.programmes.resolve()}"
    )

    assert (progress.done, progress.failed) == (1, 0)


def test_a_worker_that_judges_by_another_plancheck_ends_the_run(
    folder: Folder, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("one.md")
    parts = {"plancheck": "9.9 (00000000)"}
    monkeypatch.setattr("plancheck.audit.cluster_worker.method_parts", lambda _: parts)

    with pytest.raises(UnfitWorkerError, match=r"it is plancheck 9\.9 \(00000000\)"):
        folder.audit(scheduler=scheduler)


def test_a_worker_that_does_not_see_the_programmes_ends_the_run(
    folder: Folder, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write("one.md")

    def elsewhere(host: Host, source: str) -> Home:
        return Home(method_parts(host), Path("/nowhere"), source)

    monkeypatch.setattr(Home, "of", elsewhere)

    with pytest.raises(UnfitWorkerError, match="does not see /nowhere/programmes"):
        folder.audit(scheduler=scheduler)


def test_a_scheduler_that_ends_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("plancheck.audit.cluster.CONNECTING_SECONDS", 1)
    notes = tmp_path / "notes"
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0"
    ) as made:
        errand = Errand(uuid4().hex, partial(labour.start, notes), Limits())
        cluster: Cluster[Task, str] = Cluster(made.scheduler_address, errand)
        answered = cluster.answers(iter([("a", ""), ("b", "hang")]))
        next(answered)
        made.close()
        with pytest.raises(SchedulerLostError, match="is gone"):
            next(answered)
    cluster_worker.end(errand.run)  # the worker was in this process


def test_a_scheduler_without_workers_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("plancheck.audit.cluster.JOINING_SECONDS", 0.2)
    with (
        distributed.LocalCluster(
            n_workers=0, processes=False, dashboard_address=":0"
        ) as made,
        pytest.raises(NoWorkersError, match="Start some: dask worker"),
    ):
        answers(made.scheduler_address, tmp_path / "notes", ("a", ""))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "nonsense://x:1"])
def test_a_wrong_address_is_a_mistake_in_the_call(
    address: str,
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("plancheck.audit.cluster.CONNECTING_SECONDS", 0.3)
    folder.write("one.md")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = address.format(port=free.getsockname()[1])

        status = main(["audit", "programmes", "--out", "out", "--scheduler", address])

    assert status == 2
    assert f"No Dask scheduler answers at {address}" in capsys.readouterr().err


def test_a_cluster_and_processes_exclude_each_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["audit", "x", "--out", "out", "--scheduler", "tcp://x", "--jobs", "2"]

    assert main(call) == 2
    assert "leave --jobs out" in capsys.readouterr().err
