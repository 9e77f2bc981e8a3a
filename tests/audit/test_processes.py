from functools import partial
from pathlib import Path

import pytest

from plancheck.audit.limits import Failure, FailureKind, Limits
from plancheck.audit.processes import WorkerStartError, Workforce
from tests.audit import labour

Task = tuple[str, str]
LIMITS = Limits(seconds=1.0, memory=256 << 20, tasks_per_worker=3)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def answers(notes: Path, *tasks: Task, jobs: int = 1) -> dict[str, str | Failure]:
    """The answer to each task, by its name."""
    workforce: Workforce[Task, str] = Workforce(
        partial(labour.start, notes), jobs, LIMITS
    )
    return {task[0]: answer for task, answer in workforce.answers(iter(tasks))}


def workers(notes: Path) -> list[str]:
    """The processes that began a task, task by task."""
    return [line.split()[1] for line in notes.read_text("utf-8").splitlines()]


def test_tasks_are_answered_by_processes_that_live_on(notes: Path) -> None:
    said = answers(notes, ("a", ""), ("b", ""), ("c", ""))

    assert said == {"a": "A", "b": "B", "c": "C"}
    assert len(set(workers(notes))) == 1


def test_a_worker_is_replaced_after_its_share_of_tasks(notes: Path) -> None:
    answers(notes, *((name, "") for name in "abcd"))

    assert len(set(workers(notes))) == 2


def test_what_hangs_is_stopped_and_the_others_go_on(notes: Path) -> None:
    said = answers(notes, ("a", "hang"), ("b", ""))

    assert said == {"a": Failure(FailureKind.TIME), "b": "B"}


def test_a_task_whose_worker_ends_is_tried_twice_and_then_given_up(notes: Path) -> None:
    said = answers(notes, ("a", "die"), ("b", ""))

    assert said == {"a": Failure(FailureKind.CRASH, ending=-9), "b": "B"}
    assert len(set(workers(notes))) == 3


def test_a_task_whose_worker_was_killed_once_is_not_lost(notes: Path) -> None:
    assert answers(notes, ("a", "die once")) == {"a": "A"}


def test_what_asks_for_too_much_memory_fails_alone(notes: Path) -> None:
    said = answers(notes, ("a", "grow"), ("b", ""))

    assert said == {"a": Failure(FailureKind.MEMORY), "b": "B"}


def test_an_exception_is_the_answer_to_its_task(notes: Path) -> None:
    said = answers(notes, ("a", "raise"), ("b", ""))

    assert said == {"a": Failure(FailureKind.CRASH, "ValueError: a"), "b": "B"}


def test_several_work_at_once(notes: Path) -> None:
    said = answers(notes, *((name, "") for name in "abcd"), jobs=2)

    assert said == {"a": "A", "b": "B", "c": "C", "d": "D"}
    assert len(set(workers(notes))) == 2


def test_workers_that_do_not_come_up_end_the_run() -> None:
    workforce: Workforce[Task, str] = Workforce(labour.start_badly, 1, LIMITS)

    with pytest.raises(WorkerStartError):
        list(workforce.answers(iter([("a", "")])))


def test_without_tasks_no_process_is_started(notes: Path) -> None:
    assert answers(notes) == {}
    assert not notes.exists()
