"""`plancheck new`: the beginnings of a programme, a rule or a plugin."""

import gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.options import language_option
from plancheck.cli.output import UnwritableFileError, write_output
from plancheck.model.day import today
from plancheck.scaffolds import new_plugin, new_programme, new_rule

_ = gettext.gettext

_folder_option = click.option(
    "--in",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help=_("Where to write. Default: the folder that you are in."),
)


@click.group("new", help=_("Write the beginnings of a programme, a rule or a plugin."))
def command() -> None:
    """Group the kinds."""


@command.command(
    "programme", help=_("A small programme in Word that passes, to be written over.")
)
@_folder_option
@language_option
def programme(folder: Path, language: str | None) -> None:
    """Write the file, and name it."""
    spoken = language or spoken_language()
    with _refusing(folder):
        _name([new_programme(folder, spoken, today())])


@command.command("rule", help=_("A rule with its page in two languages and its test."))
@click.argument("code")
@_folder_option
def rule(code: str, folder: Path) -> None:
    """Write the files, and name them."""
    with _refusing(folder):
        _name(new_rule(code.upper(), folder))


@command.command("plugin", help=_("A distribution with one rule, ready to install."))
@click.argument("name")
@_folder_option
def plugin(name: str, folder: Path) -> None:
    """Write the files, and name them."""
    with _refusing(folder):
        _name(new_plugin(name, folder))


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Say that nothing can be written into a folder."""
    try:
        yield
    except OSError as error:
        raise UnwritableFileError(str(folder), error) from error


def _name(paths: Iterable[Path]) -> None:
    write_output("".join(f"{path}\n" for path in paths))
