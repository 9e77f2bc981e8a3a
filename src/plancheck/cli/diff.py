"""`plancheck diff`: what a new draft mended, what is new in it, what is still there."""

import gettext
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from plancheck.cache.cache import usual_cache
from plancheck.checker import check
from plancheck.cli.formats import (
    Wanted,
    formats_option,
    parse_wanted,
    refuse_impossible,
)
from plancheck.cli.inputs import input_files
from plancheck.cli.judging import judging_options
from plancheck.cli.language import spoken_language
from plancheck.cli.options import program_options
from plancheck.cli.output import is_styled, terminal_width, write_output
from plancheck.cli.progress import Progress
from plancheck.cli.statuses import FINDINGS, INCOMPLETE, OK
from plancheck.diff import Diff, Side, compare, load_side, side_of
from plancheck.diff.data import render_json
from plancheck.diff.page import render_html
from plancheck.diff.text import render_text
from plancheck.model.report import Report
from plancheck.plugins.host import load_plugins
from plancheck.reader import ReadingOptions
from plancheck.reading import Observer
from plancheck.settings import FailOn, Settings, find_settings, trusted_rule_files
from plancheck.translation import translator
from plancheck.volumes import readable_suffixes

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
    debug: bool,  # noqa: ARG001 - heeded where errors end up
) -> int:
    """Judge both drafts, write what changed, and say by the status whether it is worse."""
    wanted = [parse_wanted(each, _RENDERERS) for each in formats]
    options = ReadingOptions(password, has_ocr=has_ocr)
    judging = _Judging(asked, options, without, rule_files, is_fresh=is_fresh)
    refuse_impossible(wanted, (*judging.inputs(old), *judging.inputs(new)))
    before, after = judging.draft(old), judging.draft(new)
    language = asked.language or _language(after)
    diff = compare(_side(before, old, language), _side(after, new, language))
    for each in wanted:
        write_output(_rendered(diff, each, language), each.file)
    if not diff.is_complete:
        return INCOMPLETE
    fail_on = asked.fail_on or find_settings(new).fail_on or FailOn.ERROR
    return FINDINGS if diff.has_new(fail_on) else OK


@dataclass(frozen=True, slots=True)
class _Judging:
    """How drafts are judged, each by the settings that are nearest to it."""

    asked: Settings
    options: ReadingOptions
    without: tuple[str, ...]
    rule_files: tuple[Path, ...]
    is_fresh: bool

    def inputs(self, path: Path) -> tuple[Path, ...]:
        """The files that are read for a draft."""
        suffixes = readable_suffixes(load_plugins(self.without).readers)
        return input_files((path,), suffixes, self.rule_files)

    def draft(self, path: Path) -> Report | Side:
        """The report on a programme, or the side that a report was kept for."""
        if path.suffix.lower() == ".json" and path.is_file():
            return load_side(path)
        settings = find_settings(path, self.asked)
        trusted = trusted_rule_files(settings)
        host = load_plugins(self.without, (*trusted, *self.rule_files))
        spoken = translator(settings.language or spoken_language())
        with Progress(spoken) as progress:
            return check(
                path,
                settings,
                host=host,
                observer=Observer(progress.step),
                options=self.options,
                cache=None if self.is_fresh else usual_cache(host),
            )


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
