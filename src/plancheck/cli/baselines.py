"""`--write-baseline`: the findings that count now become those that are known."""

import gettext
from pathlib import Path

import click

from plancheck.cli.output import refuse_unwritable, write_output
from plancheck.model.report import Report
from plancheck.settings.checked_toml import SettingsError
from plancheck.waiving import load_baseline, new_baseline, waive

_ = gettext.gettext


def refuse_other_file(file: Path) -> None:
    """Keep a mistyped name from replacing a programme or anything else by a baseline.

    Raises:
        click.UsageError: There is such a file, and it is no baseline.
        UnwritableFileError: It could not be written.
    """
    refuse_unwritable(file)
    if not file.exists():
        return
    try:
        load_baseline(file)
    except SettingsError as error:
        raise click.UsageError(
            _("{name} is there already and is no baseline; name another file.").format(
                name=file
            )
        ) from error


def write_baseline(report: Report, file: Path, language: str | None) -> Report:
    """Write the baseline of a report; the report by it, which shows what is known."""
    written = new_baseline(report, str(file), language or report.programme.language)
    write_output(written.text(), file)
    said = _("Written: {file}; findings in it: {count}.").format(
        file=file, count=len(written.findings)
    )
    click.echo(said, err=True)
    return waive(report, baseline=written)
