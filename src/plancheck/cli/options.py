"""Options that several commands share."""

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plancheck.translation import LANGUAGES

_ = gettext.gettext

F = TypeVar("F", bound=Callable[..., Any])

paths_argument = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=_("Language of the output. Default: the document's, or the environment's."),
)
password_option = click.option(
    "--password",
    metavar="TEXT",
    envvar="PLANCHECK_PASSWORD",
    help=_("Password of files that have one. Default: of PLANCHECK_PASSWORD."),
)
ocr_option = click.option(
    "--ocr",
    "has_ocr",
    is_flag=True,
    help=_("Read scanned pages by Tesseract, which takes seconds a page."),
)
without_option = click.option(
    "--without",
    multiple=True,
    metavar="NAME",
    help=_("Leave a plugin out."),
)
rules_option = click.option(
    "--rules",
    "rule_files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Add the rules of a Python or TOML file, or of a folder of them."),
)
no_cache_option = click.option(
    "--no-cache",
    "is_fresh",
    is_flag=True,
    help=_("Read and judge everything anew, and keep nothing."),
)
debug_option = click.option(
    "--debug", is_flag=True, help=_("Show the traceback of what crashes.")
)


def program_options(command: F) -> F:
    """How a programme is read, by which plugins and rules, as all who judge are asked."""
    return password_option(
        ocr_option(without_option(rules_option(no_cache_option(debug_option(command)))))
    )


def format_option(*names: str) -> Callable[[F], F]:
    """The option `--format` of a command with few formats, the first the default."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(names),
        default=names[0],
        help=_("Format of the output."),
    )


def codes(values: tuple[str, ...]) -> tuple[str, ...] | None:
    """Codes that were given with commas or by several options; None where none were."""
    split = [code.strip() for value in values for code in value.split(",")]
    return tuple(code for code in split if code) or None
