"""`plancheck compare`: the programmes of an audit beside each other."""

import gettext

import click

from plancheck.cli.intermunicipal import (
    audit_argument,
    run_option,
    write_formats,
    write_own_pages,
    written_option,
)
from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option
from plancheck.intermunicipal import compare, read_audit
from plancheck.intermunicipal.figures import GROUPINGS
from plancheck.intermunicipal.opening import open_audit
from plancheck.intermunicipal.reading import run_before

_ = gettext.gettext


@click.command("compare", help=_("Compare the programmes of an audit with each other."))
@audit_argument
@written_option
@run_option
@click.option(
    "--before",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("The run to compare with. Default: the one before."),
)
@click.option(
    "--group-by",
    type=click.Choice(GROUPINGS),
    default="region",
    help=_("What the programmes are grouped by. Default: region, of their facts."),
)
@language_option
def command(  # noqa: PLR0913 - one parameter an option
    *,
    audit: str,
    formats: tuple[str, ...],
    run: int | None,
    before: int | None,
    group_by: str,
    language: str | None,
) -> None:
    """Read the audit, compare, and write."""
    spoken = language or spoken_language()
    with open_audit(audit) as database:
        now = read_audit(database, audit, run)
        other = before or run_before(database, now.number)
        earlier = read_audit(database, audit, other) if other else None
        found = compare(now, earlier, group_by)
        for page in write_formats("comparison", audit, formats, found, spoken):
            write_own_pages(page, database, found, spoken)
