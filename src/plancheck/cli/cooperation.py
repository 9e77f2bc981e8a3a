"""`plancheck cooperation`: which programmes of an audit name each other in their plans."""

import gettext

import click

from plancheck.cli.intermunicipal import (
    audit_argument,
    run_option,
    write_formats,
    written_option,
)
from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option
from plancheck.intermunicipal import cooperation, read_audit
from plancheck.intermunicipal.opening import open_audit

_ = gettext.gettext


@click.command(
    "cooperation", help=_("Show which programmes of an audit plan with each other.")
)
@audit_argument
@written_option
@run_option
@language_option
def command(
    audit: str, formats: tuple[str, ...], run: int | None, language: str | None
) -> None:
    """Read the plans, look for who names whom, and write."""
    spoken = language or spoken_language()
    with open_audit(audit) as database:
        now = read_audit(database, audit, run, with_plans=True)
    write_formats("cooperation", audit, formats, cooperation(now), spoken)
