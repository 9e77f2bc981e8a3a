"""Where reports go: the formats that are asked for, each to a file or to standard output."""

import gettext
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plancheck.cli.annotate import Annotating
from plancheck.cli.formats import (
    Wanted,
    parse_wanted,
    refuse_impossible,
    refuse_on_terminal,
)
from plancheck.cli.inputs import refuse_input
from plancheck.cli.output import (
    is_styled,
    refuse_unwritable,
    terminal_width,
    write_output,
)
from plancheck.cli.run import Judged
from plancheck.model.report import Report
from plancheck.reporter import Reporter

_ = gettext.gettext


@dataclass(frozen=True, slots=True)
class Target:
    """A format to write the report in, and the file to write it to; None is standard output."""

    reporter: Reporter
    file: Path | None


@dataclass(frozen=True, slots=True)
class Output:
    """Where the report goes, in which formats, the copies with comments, and the proof."""

    targets: Sequence[Target]
    annotating: Annotating | None
    bundle: Path | None
    is_detailed: bool

    def prepare(self, inputs: Sequence[Path]) -> None:
        """Stop before the work is done where something cannot be written.

        Args:
            inputs: What is read, and must not be written over.
        """
        wanted = [Wanted(each.reporter.name, each.file) for each in self.targets]
        refuse_impossible(wanted, inputs)
        for each, target in zip(wanted, self.targets, strict=True):
            if target.reporter.is_binary:
                refuse_on_terminal(each, f"report{target.reporter.suffix}")
        if self.annotating:
            self.annotating.prepare()
        if self.bundle:
            refuse_input(self.bundle, inputs)
            refuse_unwritable(self.bundle)

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
        if self.bundle:
            _write_bundle(judged, self.bundle)


def parse_target(text: str, reporters: Sequence[Reporter]) -> Target:
    """What `--format NAME[=FILE]` asks for.

    Raises:
        SettingsError: There is no such format.
    """
    known = {reporter.name: reporter for reporter in reporters}
    wanted = parse_wanted(text, known)
    return Target(known[wanted.name], wanted.file)


def _write_bundle(judged: Judged, file: Path) -> None:
    from plancheck.proof import bundle  # noqa: PLC0415 - only when asked for

    run = judged.run
    made = bundle(judged.report, judged.language, run.host, run.orders.options)
    write_output(made, file)


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
