"""One run of `check`: what is judged and how, for once or for every save."""

import sys
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

import click

from plancheck.cache.cache import usual_cache
from plancheck.checker import check
from plancheck.cli.inputs import input_files
from plancheck.cli.language import spoken_language
from plancheck.cli.progress import Progress
from plancheck.model.report import Report
from plancheck.plugins.host import Host, load_plugins
from plancheck.reader import ReadingOptions
from plancheck.reading import Observer
from plancheck.rule import Rule
from plancheck.settings import Settings, find_settings, trusted_rule_files
from plancheck.settings.facts import load_facts
from plancheck.translation import translator
from plancheck.volumes import readable_suffixes


@dataclass(frozen=True, slots=True)
class Orders:
    """What is asked for, whatever the files say.

    `facts_file` is what the facts of `asked` were read from.
    """

    asked: Settings
    facts_file: Path | None
    paths: tuple[Path, ...]
    options: ReadingOptions
    without: tuple[str, ...]
    rule_files: tuple[Path, ...]
    is_fresh: bool
    is_debugged: bool
    ignores_baseline: bool

    def run(self) -> "Run":
        """A run by the settings and the rules as their files are now."""
        asked = self.asked
        if self.facts_file:  # it may have been saved since it was read
            asked = replace(asked, facts=load_facts(self.facts_file))
        settings = find_settings(self.paths[0], asked)
        if self.ignores_baseline:
            settings = replace(settings, baseline=None)
        files = (*trusted_rule_files(settings), *self.rule_files)
        return Run(self, settings, load_plugins(self.without, files))


@dataclass(frozen=True, slots=True)
class Run:
    """Orders with the settings and the plugins that they are carried out by."""

    orders: Orders
    settings: Settings
    host: Host

    def language(self, report: Report) -> str:
        """What the report is told in."""
        return self.settings.language or report.programme.language

    def inputs(self) -> tuple[Path, ...]:
        """The files that are read, as far as they are there now."""
        orders, settings = self.orders, self.settings
        rules = (*orders.rule_files, *(settings.rule_files or ()))
        named = filter(None, (orders.facts_file, settings.baseline))
        suffixes = readable_suffixes(self.host.readers)
        return input_files(orders.paths, suffixes, (*rules, *named))

    def report(self) -> Report:
        """The report on the files as they are now."""
        orders, host = self.orders, self.host
        spoken = self.settings.language or spoken_language()
        with Progress(translator(spoken)) as progress:
            return check(
                orders.paths,
                self.settings,
                host=host,
                observer=Observer(
                    progress.step, _print_traceback if orders.is_debugged else None
                ),
                options=orders.options,
                cache=None if orders.is_fresh else usual_cache(host),
            )


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with the run that it is of."""

    run: Run
    report: Report

    @property
    def language(self) -> str:
        """What the report is told in."""
        return self.run.language(self.report)


def _print_traceback(rule: Rule, error: BaseException) -> None:
    click.echo(f"{rule.code}:", err=True)
    traceback.print_exception(error, file=sys.stderr)
