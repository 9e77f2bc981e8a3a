"""Where reports go: the formats that are asked for, each to a file or to standard output."""

import gettext
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from plancheck.cli.annotate import Annotating
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.run import Judged
from plancheck.model.report import Report
from plancheck.reporter import Reporter
from plancheck.settings.checked_toml import unknown_name

_ = gettext.gettext


@dataclass(frozen=True, slots=True)
class Target:
    """A format to write the report in, and the file to write it to; None is standard output."""

    reporter: Reporter
    file: Path | None


@dataclass(frozen=True, slots=True)
class Output:
    """Where the report goes, in which formats, and the copies with comments."""

    targets: Sequence[Target]
    annotating: Annotating | None
    is_detailed: bool

    def prepare(self) -> None:
        """Stop before the work is done where something cannot be written."""
        refuse_impossible(self.targets)
        if self.annotating:
            self.annotating.prepare()

    def write(self, judged: Judged) -> None:
        """Write the report; all are rendered first: where one fails, nothing has changed."""
        report, run, spoken = judged.report, judged.run, judged.language
        contents = [
            _rendered(report, target, spoken, is_detailed=self.is_detailed)
            for target in self.targets
        ]
        for target, content in zip(self.targets, contents, strict=True):
            write_output(content, target.file)
        if self.annotating:
            options = run.orders.options
            self.annotating.write(report, spoken, run.host.readers, options)


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
    refuse_input(file, inputs)
    same_as = known.get(f"{name}-{file.suffix.removeprefix('.')}", known[name])
    return Target(same_as, file)


def refuse_input(file: Path, inputs: Sequence[Path]) -> None:
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
    # rich is slow to import
    from plancheck.reporters.printing import PLAIN_WIDTH  # noqa: PLC0415
    from plancheck.reporters.text import render_for_terminal  # noqa: PLC0415

    return render_for_terminal(
        report,
        language,
        terminal_width() if is_for_terminal else PLAIN_WIDTH,
        has_colour=is_for_terminal and is_styled(),
        is_detailed=is_detailed,
    )
