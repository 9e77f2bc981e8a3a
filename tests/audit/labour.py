"""What the workers of tests do; a module of its own, because workers import it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

Task = tuple[str, str]


def start(notes: Path) -> Callable[[Task], str]:
    """What does as it is told, and notes that it began."""
    return partial(_work, notes)


def start_badly() -> Callable[[Task], str]:
    """A worker that never comes up."""
    sys.exit(4)


def end(*_arguments: object) -> None:
    """What ends its process, as the system does where memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def _work(notes: Path, task: Task) -> str:
    name, what = task
    with notes.open("a", encoding="utf-8") as stream:
        stream.write(f"{name} {os.getpid()}\n")
    if what == "hang":
        time.sleep(60)
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "raise":
        raise ValueError(name)
    if what == "grow":
        return str(len(bytearray(1 << 30)))
    if what == "die once" and notes.read_text("utf-8").count(f"{name} ") == 1:
        os._exit(9)
    if what in {"end worker", "end worker once"} and (
        what == "end worker" or notes.read_text("utf-8").count(f"{name} ") == 1
    ):
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    return name.upper()
