"""What a worker is within: a process that answers tasks until its parent has no more."""

import os
import threading
from collections.abc import Callable
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from plancheck.audit.limits import Failure, FailureKind, Limits, limit_memory

TaskT = TypeVar("TaskT")
AnswerT = TypeVar("AnswerT")
Work = Callable[[TaskT], AnswerT | Failure]


def serve(
    pipe: Connection, start: Callable[[], Work[Any, Any]], limits: Limits
) -> None:
    """Say that the worker is ready, then answer one task after another.

    Args:
        pipe: Brings tasks, and takes first True and then an answer to each.
        start: Gives what answers a task; what it imports and makes counts for no limit.
        limits: How much memory a task may ask for.
    """
    if hasattr(os, "setsid"):
        os.setsid()  # a group of its own, which a terminal does not interrupt
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = start()
    limit_memory(limits.memory)
    pipe.send(True)  # noqa: FBT003 - it is ready
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(answer(work, task))


def answer(work: Work[TaskT, AnswerT], task: TaskT) -> AnswerT | Failure:
    """The answer to a task; an exception of any kind costs this task alone."""
    try:
        return work(task)
    except MemoryError:
        return Failure(FailureKind.MEMORY)
    except Exception as error:  # noqa: BLE001 - it is recorded with the task
        detail = f"{type(error).__name__}: {error}"
        return Failure(FailureKind.CRASH, detail=detail)


def _end_with_parent() -> None:
    """Do not go on for nobody when the parent was killed."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
