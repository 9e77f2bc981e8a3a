"""`plancheck audit`: judge many programmes, and keep what was found in a database."""

import gettext
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import click

from plancheck.audit.database import (
    DATABASE,
    PAGE,
    Database,
    DatabaseError,
    SqliteDatabase,
)
from plancheck.audit.export import EXPORTS
from plancheck.audit.found import unread
from plancheck.audit.limits import Limits
from plancheck.audit.orders import Orders
from plancheck.audit.remote import is_address
from plancheck.audit.run import Audit, run, status
from plancheck.audit.server import ServerDatabase
from plancheck.audit.store import failures
from plancheck.cli.audit_progress import AuditProgress
from plancheck.cli.judging import judging_options_of_many
from plancheck.cli.language import spoken_language
from plancheck.cli.options import program_options
from plancheck.errors import system_reason
from plancheck.reader import ReadingOptions
from plancheck.settings import Settings
from plancheck.volumes import unread_note

_ = gettext.gettext

FAILED_NAMED = 10
"""How many programmes without a report are named when an audit is done."""


@click.command(
    "audit", help=_("Judge many programmes: each file or folder in a folder.")
)
@click.argument("source", metavar="DIR")
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
    "--scheduler",
    metavar="URL",
    help=_(
        "Have the workers of a Dask cluster judge, by the address of its scheduler, "
        "such as tcp://10.0.0.1:8786, instead of processes of this machine."
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
@click.option(
    "--database",
    metavar="URL",
    help=_(
        "PostgreSQL database for the results, such as "
        "postgresql+pg8000://user@host/audits. Default: results.sqlite in --out."
    ),
)
@click.option(
    "--export",
    "exports",
    multiple=True,
    type=click.Choice(sorted(EXPORTS)),
    help=_("Write the tables of this run as a workbook or as Parquet files too."),
)
@click.option("--resume", is_flag=True, help=_("Only go on with what was begun."))
@click.option(
    "--retry-failed",
    is_flag=True,
    help=_("Try the programmes again that there is no report of."),
)
@judging_options_of_many
@program_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    source: str,
    out: Path,
    jobs: int | None,
    scheduler: str | None,
    time_limit: float,
    memory_limit: int,
    database: str | None,
    exports: tuple[str, ...],
    resume: bool,
    retry_failed: bool,
    asked: Settings,
    password: str | None,
    has_ocr: bool,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
    is_fresh: bool,
    debug: bool,  # noqa: ARG001 - heeded where errors end up
) -> int:
    """Audit, say how far it is, and say by the exit status how it went."""
    if scheduler and jobs is not None:
        raise click.UsageError(_("A cluster has its own workers: leave --jobs out."))
    spoken = asked.language or spoken_language()
    options = ReadingOptions(password, has_ocr=has_ocr)
    audit = Audit(
        source,
        out,
        Orders(
            asked,
            Path() if is_address(source) else Path(source),
            out.absolute(),
            without,
            rule_files,
            options,
            spoken,
            is_fresh,
        ),
        Limits(time_limit, memory_limit << 20 or None),
        _processors() if jobs is None else jobs,
        is_resumed=resume,
        is_retried=retry_failed,
        scheduler=scheduler,
    )
    signal.signal(signal.SIGTERM, _interrupt)
    return _run(audit, database, exports)


def _run(audit: Audit, url: str | None, exports: Sequence[str]) -> int:
    host = audit.orders.host()
    database = _open(audit.out, url)
    progress = AuditProgress(audit.orders.language)
    try:
        with progress:
            reached, counts = run(audit, host, database, progress.programme)
        for name in exports:
            EXPORTS[name](database, audit.out)
        failed = failures(database, FAILED_NAMED) if counts["failed"] else ()
    except KeyboardInterrupt:
        progress.say_interrupted()
        raise
    finally:
        database.close()
    page = audit.out / PAGE
    if reached.unchanged < reached.done or not page.exists():
        # Where nothing has changed none of what compares is imported.
        from plancheck.cli.audit_pages import write_pages  # noqa: PLC0415

        write_pages(url or str(audit.out / DATABASE), page, audit.orders.language)
    progress.say_done(counts, database.name)
    progress.say_failed(failed, counts["failed"])
    if left := unread(Path(audit.source), host.readers):
        progress.say(unread_note(left))
    return status(counts)


def _open(out: Path, url: str | None) -> Database:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(str(out), system_reason(error)) from error
    return ServerDatabase(url) if url else SqliteDatabase(out / DATABASE)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Being asked to end is as good as Ctrl-C: what was done is kept."""
    raise KeyboardInterrupt
