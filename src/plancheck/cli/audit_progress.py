"""How far an audit has come, on standard error: a bar on a terminal, else a line now and then."""

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import click

from plancheck.audit.found import Found
from plancheck.audit.run import Progress
from plancheck.cli.bar import Bar, printable
from plancheck.model.message import Message
from plancheck.translation import translator

LINE_SECONDS = 30.0
"""How often a line is written where nobody watches a terminal."""


class AuditProgress:
    """Shows how far an audit has come; a context manager that tidies up."""

    def __init__(self, language: str) -> None:
        self._translate = translator(language)
        self._begun = time.monotonic()
        self._said = self._begun
        self._progress = Progress(0)
        self._bar: Bar | None = None

    def programme(self, progress: Progress, found: Found) -> None:
        """A programme is done."""
        self._progress = progress
        if self._bar:
            rate = self._rate(progress).text(self._translate)
            what = f"{rate}  {found.name}"
            self._bar.update(what, progress.done, progress.total)
        elif time.monotonic() - self._said >= LINE_SECONDS:
            self._said = time.monotonic()
            self.say(self._rate(progress))

    def say_interrupted(self) -> None:
        """Say that it stopped, and how to go on."""
        self.say(
            Message.of(
                "Stopped after {done} of {total} programmes; what was judged is kept. "
                "Run the same command again to go on.",
                done=self._progress.done,
                total=self._progress.total,
            )
        )

    def say_failed(self, failed: Sequence[tuple[str, str]], count: int) -> None:
        """Say which programmes there is no report of, and why: the first of them."""
        for name, reason in failed:
            said = reason if name in reason else f"{name}: {reason}"
            click.echo(f"  {printable(said)}", err=True)
        if more := count - len(failed):
            said = Message.of("and {count} more", count=more).text(self._translate)
            click.echo(f"  {said}", err=True)

    def say_done(self, counts: dict[str, int], database: str) -> None:
        """Say what came of it."""
        progress = self._progress
        judged = progress.done - progress.unchanged - progress.failed
        self.say(
            Message.of(
                "{total} programmes: {judged} judged, {unchanged} unchanged. Of all "
                "{findings} have findings, {incomplete} are incomplete, {failed} of "
                "these without a report. Results: {database}",
                total=progress.total,
                judged=judged,
                unchanged=progress.unchanged,
                findings=counts["findings"],
                incomplete=counts["incomplete"],
                failed=counts["failed"],
                database=database,
            )
        )

    def _rate(self, progress: Progress) -> Message:
        """How many are done, how fast, and how long the others will take."""
        seconds = max(time.monotonic() - self._begun, 0.001)
        judged = max(progress.done - progress.unchanged, 1)
        left = (progress.total - progress.done) * seconds / judged
        return Message.of(
            "{done} of {total} programmes, {rate} pages a second, {left} left; "
            "{failed} failed",
            done=progress.done,
            total=progress.total,
            rate=f"{progress.pages / seconds:.0f}",
            left=_clock(left),
            failed=progress.failed,
        )

    def say(self, message: Message) -> None:
        """Say a sentence on a line of its own."""
        click.echo(message.text(self._translate), err=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar = Bar()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()


def _clock(seconds: float) -> str:
    """A time as people read it from a clock: hours, minutes, seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
