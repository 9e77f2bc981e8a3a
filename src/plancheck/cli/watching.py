"""`--watch`: judge again whenever a file is saved, and say only what changed.

Files are looked at twice a second instead of asking the system for news of them: drafts
lie on shared drives and in synchronised folders, for which no system has any.
"""

import datetime as dt
import gettext
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.run import Judged, Orders, Run
from plancheck.cli.targets import Output
from plancheck.diff import Diff, compare, side_of
from plancheck.errors import PlancheckError
from plancheck.model.report import Report
from plancheck.reporters.words import clean
from plancheck.translation import error_sentence

_ = gettext.gettext

PAUSE = 0.5
"""Seconds between two looks at the files."""

PATIENCE = 5
"""How often a draft that cannot be read is tried again before that is said.

Word writes a temporary file, removes the old one and renames: for a moment a volume is
not there, or only half of it is.
"""

Stamps = Mapping[Path, tuple[int, int, int]]
"""By each file what changes when it is saved: its time, its size, its number on the disk."""


def wait() -> None:
    """Wait until the next look; tests wait for nothing."""
    time.sleep(PAUSE)


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched and what is done when it changes.

    Args:
        judge: Judges the files as they are now.
        files: Says which they are; some may not be there.
        tell: Shows what changed.
    """

    judge: Callable[[], Judged]
    files: Callable[[], Iterable[Path]]
    tell: Callable[[Judged, Diff], None]


def what_is_watched(orders: Orders, run: Run, output: Output) -> Watched:
    """What `--watch` looks at, and does."""
    in_files = replace(output, targets=[each for each in output.targets if each.file])

    def judge() -> Judged:
        run = orders.run()
        return Judged(run, run.report())

    def tell(judged: Judged, diff: Diff) -> None:
        in_files.write(judged)
        write_output(changes_text(diff, judged.language))

    return Watched(judge, run.inputs, tell)


def watch(watched: Watched, first: Judged) -> Judged:
    """Judge at every change until the user interrupts; the last report.

    Args:
        watched: What is watched.
        first: The report that was shown already.
    """
    last, seen = first, stamps(watched.files())
    click.echo(_("Watching. Ctrl-C ends it."), err=True)
    try:
        while True:
            wait()
            now = stamps(watched.files())
            if now == seen:
                continue
            while (later := _after_a_pause(watched)) != now:
                now = later  # somebody still writes
            names = _changed(seen, now)
            seen = now
            judged = _judged(watched)
            if judged is not None:
                _say_saved(names)
                watched.tell(judged, _compared(last, judged))
                last = judged
    except KeyboardInterrupt:
        click.echo(_("No longer watching."), err=True)
    return last


def refuse_unwatchable(
    formats: Sequence[str], baseline: Path | None, bundle: Path | None
) -> None:
    """Stop where what is asked for cannot be done again at every change.

    Raises:
        click.UsageError: Something is to be written once.
    """
    if baseline or bundle:
        raise click.UsageError(
            _("--watch goes neither with --write-baseline nor with --bundle.")
        )
    for name in formats:
        if name != "text" and "=" not in name:
            raise click.UsageError(
                _(
                    "With --watch standard output says what changed; give {name} a "
                    "file: --format {name}=FILE."
                ).format(name=name)
            )


def changes_text(diff: Diff, language: str) -> str:
    """What changed, fitted to the terminal."""
    # rich is slow to import
    from plancheck.diff.text import render_text  # noqa: PLC0415
    from plancheck.reporters.printing import PLAIN_WIDTH  # noqa: PLC0415

    is_terminal = sys.stdout.isatty()
    return render_text(
        diff,
        language,
        width=terminal_width() if is_terminal else PLAIN_WIDTH,
        has_colour=is_terminal and is_styled(),
        is_brief=True,
    )


def stamps(files: Iterable[Path]) -> Stamps:
    """What is known of the files that are there now."""
    found = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue  # it is being renamed, or is gone
        found[file] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


def _after_a_pause(watched: Watched) -> Stamps:
    wait()
    return stamps(watched.files())


def _judged(watched: Watched) -> Judged | None:
    """The report of the files as they are; None where they cannot be judged for good."""
    problem = ""
    judged: Judged | None = None
    for attempt in range(PATIENCE):
        if attempt:
            wait()
        try:
            judged = watched.judge()
        except PlancheckError as error:
            problem = error_sentence(error, spoken_language())
            continue
        except OSError as error:  # the file went while it was looked at
            problem = str(error)
            continue
        if not _has_unread_volume(judged.report):
            break
    if judged is None:
        click.echo(f"plancheck: {problem}", err=True)
    return judged


def _has_unread_volume(report: Report) -> bool:
    return any(each.gaps and not each.blocks for each in report.documents)


def _changed(before: Stamps, after: Stamps) -> list[str]:
    paths = dict.fromkeys((*after, *before))
    return [clean(path.name) for path in paths if before.get(path) != after.get(path)]


def _say_saved(names: Sequence[str]) -> None:
    said = _("{time} Saved: {names}").format(
        time=dt.datetime.now().astimezone().strftime("%H:%M:%S"), names=", ".join(names)
    )
    click.echo(f"\n{said}", err=True)


def _compared(last: Judged, judged: Judged) -> Diff:
    language = judged.language
    old = side_of(last.report, _("before"), language)
    return compare(old, side_of(judged.report, _("now"), language))
