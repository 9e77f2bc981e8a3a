"""A progress bar on standard error, for a check that takes longer than a second."""

import sys
import threading
from types import TracebackType
from typing import Self

from plancheck.model.message import Message
from plancheck.translation import Translate

PATIENCE = 1.0
"""Seconds without a bar: what is done by then needs none."""


class Progress:
    """Shows steps on a terminal's standard error; a context manager that tidies up."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._state = ("", 0, 1)
        self._bar: _Bar | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def step(self, what: Message, done: int, total: int) -> None:
        """Say what is done next, and how far it has come."""
        with self._lock:
            self._state = (what.text(self._translate), done, total)
            if self._bar:
                self._bar.update(*self._state)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._bar:
                self._bar.stop()

    def _show(self) -> None:
        with self._lock:
            self._bar = _Bar()
            self._bar.update(*self._state)


class _Bar:
    """rich's progress bar; rich is imported only when a bar is shown."""

    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most checks show no bar
        from rich.progress import Progress as RichProgress  # noqa: PLC0415 - likewise

        self._progress = RichProgress(console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("")
        self._progress.start()

    def update(self, what: str, done: int, total: int) -> None:
        self._progress.update(self._task, description=what, completed=done, total=total)

    def stop(self) -> None:
        self._progress.stop()
