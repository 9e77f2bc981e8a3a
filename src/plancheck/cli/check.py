"""`plancheck check`: judge one programme."""

import gettext
from dataclasses import replace
from pathlib import Path

import click

from plancheck.cli.annotate import Annotating
from plancheck.cli.baselines import refuse_other_file, write_baseline
from plancheck.cli.formats import formats_option
from plancheck.cli.judging import judging_options
from plancheck.cli.options import paths_argument, program_options
from plancheck.cli.run import Judged, Orders
from plancheck.cli.targets import Output, parse_target
from plancheck.model.report import Report
from plancheck.noting import MOST_NOTES
from plancheck.reader import ReadingOptions
from plancheck.settings import (
    FailOn,
    Settings,
)
from plancheck.statuses import exit_status

_ = gettext.gettext


@click.command(
    "check", help=_("Judge one programme: its files, or one folder of them.")
)
@paths_argument
@judging_options
@formats_option(
    "text",
    _("Format of the report, and a file for it; several at once. Default: text."),
)
@click.option(
    "--annotate",
    "notes_folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("Write copies of the files with the findings as comments into this folder."),
)
@click.option(
    "--notes",
    "most_notes",
    type=click.IntRange(min=1),
    default=MOST_NOTES,
    metavar="N",
    help=_("Most comments of one rule in the copies. Default: 10."),
)
@click.option(
    "--bundle",
    "bundle_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write all that proves the check into this ZIP archive."),
)
@click.option(
    "--write-baseline",
    "baseline_to_write",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write the findings that count now to a file, for --baseline."),
)
@program_options
@click.option(
    "--details", is_flag=True, help=_("Show how each criterion comes to its score.")
)
@click.option("--timings", is_flag=True, help=_("Say how long each rule took."))
@click.option(
    "--watch",
    "is_watching",
    is_flag=True,
    help=_("Check again whenever a file is saved, and say only what changed."),
)
def command(  # noqa: PLR0913 - one parameter an option
    *,
    asked: Settings,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    notes_folder: Path | None,
    most_notes: int,
    bundle_file: Path | None,
    password: str | None,
    has_ocr: bool,
    baseline_to_write: Path | None,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
    is_fresh: bool,
    debug: bool,
    details: bool,
    timings: bool,
    is_watching: bool,
) -> int:
    """Check, write the reports, and say by the exit status how it went."""
    if is_watching:
        from plancheck.cli import watching  # noqa: PLC0415 - only when asked for

        watching.refuse_unwatchable(formats, baseline_to_write, bundle_file)
    if baseline_to_write:
        refuse_other_file(baseline_to_write)
        asked = replace(asked, baseline=None)
    orders = Orders(
        asked=asked,
        facts_file=click.get_current_context().params["facts"],
        paths=paths,
        options=ReadingOptions(password, has_ocr=has_ocr),
        without=without,
        rule_files=rule_files,
        is_fresh=is_fresh,
        is_debugged=debug,
        ignores_baseline=baseline_to_write is not None,
    )
    run = orders.run()
    output = Output(
        targets=[parse_target(each, run.host.reporters) for each in formats],
        annotating=Annotating(notes_folder, most_notes) if notes_folder else None,
        bundle=bundle_file,
        is_detailed=details,
    )
    output.prepare(run.inputs())
    report = run.report()
    if baseline_to_write:
        report = write_baseline(report, baseline_to_write, asked.language)
    judged = Judged(run, report)
    output.write(judged)
    if timings:
        _print_timings(report)
    if is_watching:
        judged = watching.watch(watching.what_is_watched(orders, run, output), judged)
    return exit_status(judged.report, judged.run.settings.fail_on or FailOn.ERROR)


def _print_timings(report: Report) -> None:
    for result in sorted(report.results, key=lambda each: -each.seconds):
        click.echo(f"{result.seconds * 1000:9.1f} ms  {result.code}", err=True)
