"""`plancheck new`: the beginnings of a rule or of a plugin."""

import gettext
from collections.abc import Iterable
from pathlib import Path

import click

from plancheck.cli.output import write_output
from plancheck.scaffolds import new_plugin, new_rule

_ = gettext.gettext

_folder_option = click.option(
    "--in",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help=_("Where to write. Default: the folder that you are in."),
)


@click.group("new", help=_("Write the beginnings of a rule or of a plugin."))
def command() -> None:
    """Group the kinds."""


@command.command("rule", help=_("A rule with its page in two languages and its test."))
@click.argument("code")
@_folder_option
def rule(code: str, folder: Path) -> None:
    """Write the files, and name them."""
    _name(new_rule(code.upper(), folder))


@command.command("plugin", help=_("A distribution with one rule, ready to install."))
@click.argument("name")
@_folder_option
def plugin(name: str, folder: Path) -> None:
    """Write the files, and name them."""
    _name(new_plugin(name, folder))


def _name(paths: Iterable[Path]) -> None:
    write_output("".join(f"{path}\n" for path in paths))
