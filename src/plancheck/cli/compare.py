"""`plancheck compare`: the programmes of an audit beside each other."""

import gettext
from pathlib import Path

import click

from plancheck.cli.comparing import audit_argument, run_option, write_formats
from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option
from plancheck.comparing import compare, read_audit
from plancheck.comparing.opening import open_audit
from plancheck.comparing.reading import run_before

_ = gettext.gettext


@click.command("compare", help=_("Compare the programmes of an audit with each other."))
@audit_argument
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("html",),
    metavar="NAME[=FILE]",
    help=_("html or xlsx, and a file for it. Default: html, beside the database."),
)
@run_option
@click.option(
    "--before",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("The run to compare with. Default: the one before."),
)
@language_option
def command(
    audit: Path,
    formats: tuple[str, ...],
    run: int | None,
    before: int | None,
    language: str | None,
) -> None:
    """Read the audit, compare, and write."""
    spoken = language or spoken_language()
    with open_audit(audit) as database:
        now = read_audit(database, str(audit), run)
        other = before or run_before(database, now.number)
        earlier = read_audit(database, str(audit), other) if other else None
    found = compare(now, earlier)
    write_formats("comparison", audit, formats, found, spoken)
