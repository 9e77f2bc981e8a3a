"""Options that say what a programme is judged by, and the settings that they make."""

import datetime as dt
import gettext
from collections.abc import Callable, Sequence
from functools import reduce, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from plancheck.cli.options import codes, language_option
from plancheck.settings import FailOn, Settings, Stage
from plancheck.settings.facts import load_facts

_ = gettext.gettext

R = TypeVar("R")

_OF_MANY = (
    click.option(
        "--profile", metavar="NAME", help=_("What to judge by. Default: found.")
    ),
    click.option(
        "--stage",
        type=click.Choice([each.value for each in Stage]),
        help=_("Stage of the draft."),
    ),
    click.option(
        "--select", multiple=True, metavar="CODES", help=_("Only these rules.")
    ),
    click.option(
        "--ignore", multiple=True, metavar="CODES", help=_("Not these rules.")
    ),
    click.option(
        "--fail-on",
        type=click.Choice([each.value for each in FailOn]),
        help=_("Least severity that makes the exit status 1. Default: error."),
    ),
    click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help=_("Day that editions and updates are judged by. Default: today."),
    ),
    language_option,
)
_OF_ONE = (
    click.option(
        "--facts",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help=_(
            "The municipality's own data: neighbours, units, revenue, climate risk."
        ),
    ),
    click.option(
        "--baseline",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help=_("Findings that were known before: only newer ones count."),
    ),
)
_NAMES_OF_MANY = (
    *("profile", "stage", "select", "ignore", "fail_on", "as_of"),
    "language",
)
_NAMES_OF_ONE = ("facts", "baseline")


def judging_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options, which reach the command as one parameter: `asked`."""
    names = (*_NAMES_OF_MANY, *_NAMES_OF_ONE)
    return _with((*_OF_MANY, *_OF_ONE), names, command)


def judging_options_of_many(command: Callable[..., R]) -> Callable[..., R]:
    """The same without what is true of one programme alone."""
    return _with(_OF_MANY, _NAMES_OF_MANY, command)


def _with(
    options: Sequence[Callable[..., Any]],
    names: Sequence[str],
    command: Callable[..., R],
) -> Callable[..., R]:
    @wraps(command)
    def with_settings(**given: Any) -> R:  # noqa: ANN401 - click gives any values
        judging = {name: given.pop(name) for name in names}
        return command(asked=_settings(**judging), **given)

    return reduce(lambda made, option: option(made), reversed(options), with_settings)


def _settings(  # noqa: PLR0913 - one parameter an option
    *,
    profile: str | None,
    stage: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    as_of: dt.datetime | None,
    language: str | None,
    facts: Path | None = None,
    baseline: Path | None = None,
) -> Settings:
    """What the command line asks for, to be laid over a file of settings."""
    return Settings(
        profile=profile,
        stage=Stage(stage) if stage else None,
        select=codes(select),
        ignore=codes(ignore),
        fail_on=FailOn(fail_on) if fail_on else None,
        language=language,
        as_of=as_of.date() if as_of else None,
        facts=load_facts(facts) if facts else None,
        baseline=baseline,
    )
