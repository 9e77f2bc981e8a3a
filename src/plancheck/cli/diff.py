"""`plancheck diff`: what a new draft mended, what is new in it, what is still there."""

import gettext
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from plancheck.cli.formats import (
    Wanted,
    formats_option,
    parse_wanted,
    refuse_impossible,
)
from plancheck.cli.inputs import input_files
from plancheck.cli.judging import judging_options
from plancheck.cli.options import program_options
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.run import Orders, Run
from plancheck.cli.statuses import FINDINGS, INCOMPLETE, OK
from plancheck.diff import Diff, Side, compare, load_side, side_of
from plancheck.diff.data import render_json
from plancheck.diff.page import render_html
from plancheck.diff.text import render_text
from plancheck.model.report import Report
from plancheck.reader import ReadingOptions
from plancheck.settings import FailOn, Settings, find_settings

_ = gettext.gettext

_RENDERERS: Mapping[str, Callable[[Diff, str], str]] = {
    "text": render_text,
    "html": render_html,
    "json": render_json,
}


@click.command(
    "diff", help=_("Say what a new draft mended, what is new, what is still there.")
)
@click.argument("old", type=click.Path(exists=True, path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(exists=True, path_type=Path), metavar="NEW")
@judging_options
@formats_option(
    "text",
    _("text, html or json, and a file for it; several at once. Default: text."),
)
@program_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    asked: Settings,
    old: Path,
    new: Path,
    formats: tuple[str, ...],
    password: str | None,
    has_ocr: bool,
    without: tuple[str, ...],
    rule_files: tuple[Path, ...],
    is_fresh: bool,
    debug: bool,
) -> int:
    """Judge both drafts, write what changed, and say by the status whether it is worse."""
    wanted = [parse_wanted(each, _RENDERERS) for each in formats]
    orders = Orders(
        asked=asked,
        facts_file=None,
        paths=(),
        options=ReadingOptions(password, has_ocr=has_ocr),
        without=without,
        rule_files=rule_files,
        is_fresh=is_fresh,
        is_debugged=debug,
        ignores_baseline=False,
    )
    drafts = [_Draft.of(path, orders) for path in (old, new)]
    refuse_impossible(wanted, [file for draft in drafts for file in draft.inputs()])
    before, after = [draft.read() for draft in drafts]
    language = asked.language or _language(after)
    diff = compare(_side(before, old, language), _side(after, new, language))
    for each in wanted:
        write_output(_rendered(diff, each, language), each.file)
    if not diff.is_complete:
        return INCOMPLETE
    fail_on = asked.fail_on or find_settings(new).fail_on or FailOn.ERROR
    return FINDINGS if diff.has_new(fail_on) else OK


@dataclass(frozen=True, slots=True)
class _Draft:
    """A programme with the run that judges it; None for a report that was kept."""

    path: Path
    run: Run | None

    @classmethod
    def of(cls, path: Path, orders: Orders) -> "_Draft":
        is_report = path.suffix.lower() == ".json" and path.is_file()
        return cls(path, None if is_report else replace(orders, paths=(path,)).run())

    def inputs(self) -> tuple[Path, ...]:
        """The files that are read for it."""
        return self.run.inputs() if self.run else input_files((self.path,), ())

    def read(self) -> Report | Side:
        """The report on the programme, or the side that a report was kept for."""
        return self.run.report() if self.run else load_side(self.path)


def _language(draft: Report | Side) -> str:
    return draft.language if isinstance(draft, Side) else draft.programme.language


def _side(draft: Report | Side, path: Path, language: str) -> Side:
    return draft if isinstance(draft, Side) else side_of(draft, str(path), language)


def _rendered(diff: Diff, wanted: Wanted, language: str) -> str:
    """The diff in a format; text fits itself to a terminal."""
    if wanted == Wanted("text", None) and sys.stdout.isatty():
        return render_text(
            diff, language, width=terminal_width(), has_colour=is_styled()
        )
    return _RENDERERS[wanted.name](diff, language)
