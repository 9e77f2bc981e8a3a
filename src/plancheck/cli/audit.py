"""`plancheck audit`: judge many programmes, and keep what was found in a database."""

import datetime as dt
import gettext
import os
import signal
from pathlib import Path
from types import FrameType

import click

from plancheck.audit.database import Database, SqliteDatabase
from plancheck.audit.limits import Limits
from plancheck.audit.run import Audit, run, status
from plancheck.audit.work import Orders
from plancheck.cli.audit_progress import AuditProgress
from plancheck.cli.language import spoken_language
from plancheck.cli.options import (
    codes,
    debug_option,
    language_option,
    ocr_option,
    password_option,
    rules_option,
    without_option,
)
from plancheck.reader import ReadingOptions
from plancheck.settings import FailOn, Settings, Stage

_ = gettext.gettext

DATABASE = "results.sqlite"
"""What the database is called in the folder of results."""


@click.command(
    "audit", help=_("Judge many programmes: each file or folder in a folder.")
)
@click.argument("source", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help=_("Folder for the results."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    metavar="N",
    help=_(
        "How many programmes at once. Default: the processors. With 0 this process "
        "works itself, without limits."
    ),
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    default=600,
    metavar="SECONDS",
    help=_("What one programme may take. Default: 600."),
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=0),
    default=2048,
    metavar="MB",
    help=_("What one programme may take; 0 is without limit. Default: 2048."),
)
@click.option("--resume", is_flag=True, help=_("Only go on with what was begun."))
@click.option(
    "--retry-failed",
    is_flag=True,
    help=_("Try the programmes again that there is no report of."),
)
@click.option("--profile", metavar="NAME", help=_("What to judge by. Default: found."))
@click.option(
    "--stage",
    type=click.Choice([each.value for each in Stage]),
    help=_("Stage of the drafts."),
)
@click.option("--select", multiple=True, metavar="CODES", help=_("Only these rules."))
@click.option("--ignore", multiple=True, metavar="CODES", help=_("Not these rules."))
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in FailOn]),
    help=_("Least severity that makes the exit status 1. Default: error."),
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help=_("Day that editions and updates are judged by. Default: today."),
)
@password_option
@ocr_option
@language_option
@without_option
@rules_option
@debug_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    source: Path,
    out: Path,
    jobs: int | None,
    time_limit: float,
    memory_limit: int,
    resume: bool,
    retry_failed: bool,
    profile: str | None,
    stage: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    as_of: dt.datetime | None,
    password: str | None,
    has_ocr: bool,
    language: str | None,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
    debug: bool,  # noqa: ARG001 - heeded where errors end up
) -> int:
    """Audit, say how far it is, and say by the exit status how it went."""
    asked = Settings(
        profile=profile,
        stage=Stage(stage) if stage else None,
        select=codes(select),
        ignore=codes(ignore),
        fail_on=FailOn(fail_on) if fail_on else None,
        language=language,
        as_of=as_of.date() if as_of else None,
    )
    spoken = language or spoken_language()
    options = ReadingOptions(password, has_ocr=has_ocr)
    audit = Audit(
        source,
        out,
        Orders(asked, source, without, rule_files, options, spoken),
        Limits(time_limit, memory_limit << 20 or None),
        _processors() if jobs is None else jobs,
        is_resumed=resume,
        is_retried=retry_failed,
    )
    signal.signal(signal.SIGTERM, _interrupt)
    return _run(audit)


def _run(audit: Audit) -> int:
    host = audit.orders.host()
    database = _open(audit.out)
    progress = AuditProgress(audit.orders.language)
    try:
        with progress:
            _reached, counts = run(audit, host, database, progress.programme)
    except KeyboardInterrupt:
        progress.say_interrupted()
        raise
    finally:
        database.close()
    progress.say_done(counts, audit.out / DATABASE)
    return status(counts)


def _open(out: Path) -> Database:
    out.mkdir(parents=True, exist_ok=True)
    return SqliteDatabase(out / DATABASE)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Being asked to end is as good as Ctrl-C: what was done is kept."""
    raise KeyboardInterrupt
