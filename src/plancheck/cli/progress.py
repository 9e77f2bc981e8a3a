"""A progress bar on standard error, for a check that takes longer than a second."""

import sys
import threading
from types import TracebackType
from typing import Self

from plancheck.cli.bar import Bar
from plancheck.model.message import Message
from plancheck.translation import Translate

PATIENCE = 1.0
"""Seconds without a bar: what is done by then needs none."""


class Progress:
    """Shows steps on a terminal's standard error; a context manager that tidies up."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._state = ("", 0, 1)
        self._bar: Bar | None = None
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
            self._bar = Bar()
            self._bar.update(*self._state)
