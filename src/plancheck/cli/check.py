"""`plancheck check`: judge one programme."""

import gettext
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from plancheck.cache.cache import usual_cache
from plancheck.checked_toml import unknown_name
from plancheck.checker import Observer, check
from plancheck.cli.annotate import Annotating
from plancheck.cli.baselines import refuse_other_file, write_baseline
from plancheck.cli.judging import judging_options
from plancheck.cli.language import spoken_language
from plancheck.cli.options import (
    debug_option,
    no_cache_option,
    ocr_option,
    password_option,
    paths_argument,
    rules_option,
    without_option,
)
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.progress import Progress
from plancheck.host import Host, load_plugins
from plancheck.model.report import Report
from plancheck.noting import MOST_NOTES
from plancheck.reader import ReadingOptions
from plancheck.reporter import Reporter
from plancheck.rule import Rule
from plancheck.settings import (
    FailOn,
    Settings,
    find_settings,
    trusted_rule_files,
)
from plancheck.statuses import exit_status
from plancheck.translation import translator

_ = gettext.gettext


@dataclass(frozen=True, slots=True)
class Target:
    """A format to write the report in, and the file to write it to; None is standard output."""

    reporter: Reporter
    file: Path | None


@click.command(
    "check", help=_("Judge one programme: its files, or one folder of them.")
)
@paths_argument
@judging_options
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("text",),
    metavar="NAME[=FILE]",
    help=_("Format of the report, and a file for it; several at once. Default: text."),
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
@password_option
@ocr_option
@without_option
@rules_option
@no_cache_option
@debug_option
@click.option(
    "--details", is_flag=True, help=_("Show how each criterion comes to its score.")
)
@click.option("--timings", is_flag=True, help=_("Say how long each rule took."))
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
) -> int:
    """Check, write the reports, and say by the exit status how it went."""
    settings = find_settings(paths[0], asked)
    if baseline_to_write:
        refuse_other_file(baseline_to_write)
        settings = replace(settings, baseline=None)
    host = load_plugins(without, (*trusted_rule_files(settings), *rule_files))
    targets = [parse_target(each, host.reporters, paths) for each in formats]
    refuse_impossible(targets)
    if bundle_file:
        _check_no_input(bundle_file, paths)
    annotating = Annotating(notes_folder, most_notes) if notes_folder else None
    if annotating:
        annotating.prepare()
    with Progress(translator(settings.language or spoken_language())) as progress:
        observer = Observer(progress.step, _print_traceback if debug else None)
        options = ReadingOptions(password, has_ocr=has_ocr)
        report = check(
            paths,
            settings,
            host=host,
            observer=observer,
            options=options,
            cache=None if is_fresh else usual_cache(host),
        )
    if baseline_to_write:
        report = write_baseline(report, baseline_to_write, settings.language)
    spoken = settings.language or report.programme.language
    # All are rendered before any is written: where one fails, nothing has changed.
    contents = [
        _rendered(report, target, spoken, is_detailed=details) for target in targets
    ]
    for target, content in zip(targets, contents, strict=True):
        write_output(content, target.file)
    if annotating:
        annotating.write(report, spoken, host.readers, options)
    if bundle_file:
        _write_bundle(report, spoken, host, options, bundle_file)
    if timings:
        _print_timings(report)
    return exit_status(report, settings.fail_on or FailOn.ERROR)


def parse_target(
    text: str, reporters: Sequence[Reporter], inputs: Sequence[Path]
) -> Target:
    """What `--format NAME[=FILE]` asks for.

    `brief=brief.md` is `brief-md`, by the file's suffix.

    Raises:
        SettingsError: There is no such format.
        click.UsageError: The file is one of those that are checked.
    """
    name, _equals, file_name = text.partition("=")
    known = {reporter.name: reporter for reporter in reporters}
    if name not in known:
        raise unknown_name("format", name, known, "--format")
    if not file_name:
        return Target(known[name], None)
    file = Path(file_name)
    _check_no_input(file, inputs)
    same_as = known.get(f"{name}-{file.suffix.removeprefix('.')}", known[name])
    return Target(same_as, file)


def _check_no_input(file: Path, inputs: Sequence[Path]) -> None:
    """Refuse to write over what is checked.

    Raises:
        click.UsageError: The file is one of the inputs.
    """
    if any(file.resolve() == path.resolve() for path in inputs):
        raise click.UsageError(
            _("{name} is what is checked; the report would replace it.").format(
                name=file
            )
        )


def _write_bundle(
    report: Report, language: str, host: Host, options: ReadingOptions, file: Path
) -> None:
    from plancheck.proof import bundle  # noqa: PLC0415 - only when asked for

    write_output(bundle(report, language, host, options), file)


def refuse_impossible(targets: Sequence[Target]) -> None:
    """Stop before the work is done where not every report can have its place.

    Raises:
        click.UsageError: Two formats have one place, or one that is no text would go to a
            terminal.
    """
    files = [target.file.resolve() for target in targets if target.file]
    if len(targets) - len(files) > 1:
        raise click.UsageError(_("Only one format can go to standard output."))
    if twice := [file for file in files if files.count(file) > 1]:
        raise click.UsageError(
            _("Only one format can go to {name}.").format(name=twice[0].name)
        )
    for target in targets:
        if target.file is None and target.reporter.is_binary and sys.stdout.isatty():
            name, suffix = target.reporter.name, target.reporter.suffix
            raise click.UsageError(
                _("{name} is no text; give it a file: --format {name}={file}.").format(
                    name=name, file=f"report{suffix}"
                )
            )


def _rendered(
    report: Report, target: Target, language: str, *, is_detailed: bool
) -> str | bytes:
    """The report in its format; the text report fits itself to a terminal."""
    is_for_terminal = target.file is None and sys.stdout.isatty()
    if target.reporter.name != "text" or not (is_for_terminal or is_detailed):
        return target.reporter.render(report, language)
    from plancheck.reporters.text import (  # noqa: PLC0415 - rich is slow to import
        PLAIN_WIDTH,
        render_for_terminal,
    )

    return render_for_terminal(
        report,
        language,
        terminal_width() if is_for_terminal else PLAIN_WIDTH,
        has_colour=is_for_terminal and is_styled(),
        is_detailed=is_detailed,
    )


def _print_traceback(rule: Rule, error: BaseException) -> None:
    click.echo(f"{rule.code}:", err=True)
    traceback.print_exception(error, file=sys.stderr)


def _print_timings(report: Report) -> None:
    for result in sorted(report.results, key=lambda each: -each.seconds):
        click.echo(f"{result.seconds * 1000:9.1f} ms  {result.code}", err=True)
