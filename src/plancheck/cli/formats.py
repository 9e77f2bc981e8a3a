"""`--format NAME[=FILE]`, as all commands take it that write in several formats."""

import gettext
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from plancheck.cli.inputs import refuse_input
from plancheck.cli.output import refuse_unwritable
from plancheck.settings.checked_toml import unknown_name

_ = gettext.gettext


F = TypeVar("F", bound=Callable[..., Any])


def formats_option(default: str, about: str) -> Callable[[F], F]:
    """The option, with the format that is written where none is asked for."""
    return click.option(
        "--format",
        "formats",
        multiple=True,
        default=(default,),
        metavar="NAME[=FILE]",
        help=about,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A format that is asked for, and the file to write it to; None is standard output."""

    name: str
    file: Path | None


def parse_wanted(text: str, known: Collection[str]) -> Wanted:
    """What `NAME[=FILE]` asks for.

    `brief=brief.md` is `brief-md`, where there is such a format for the file's suffix.

    Raises:
        SettingsError: There is no such format.
    """
    name, _equals, file_name = text.partition("=")
    if name not in known:
        raise unknown_name("format", name, known, "--format")
    if not file_name:
        return Wanted(name, None)
    file = Path(file_name)
    own = f"{name}-{file.suffix.removeprefix('.')}"
    return Wanted(own if own in known else name, file)


def refuse_on_terminal(wanted: Wanted, example: str) -> None:
    """Refuse to write to a terminal what is no text; `example` is a file for it.

    Raises:
        click.UsageError: Standard output is a terminal, and the format is to go there.
    """
    if wanted.file is None and sys.stdout.isatty():
        raise click.UsageError(
            _("{name} is no text; give it a file: --format {name}={file}.").format(
                name=wanted.name, file=example
            )
        )


def refuse_impossible(wanted: Sequence[Wanted], inputs: Iterable[Path]) -> None:
    """Stop before the work is done where not every format can have its place.

    Raises:
        click.UsageError: Two formats have one place, or one has that of an input.
        UnwritableFileError: A file cannot be written.
    """
    files = [each.file for each in wanted if each.file]
    if len(wanted) - len(files) > 1:
        raise click.UsageError(_("Only one format can go to standard output."))
    places = [file.resolve() for file in files]
    if twice := [place for place in places if places.count(place) > 1]:
        raise click.UsageError(
            _("Only one format can go to {name}.").format(name=twice[0].name)
        )
    inputs = tuple(inputs)
    for file in files:
        refuse_input(file, inputs)
        refuse_unwritable(file)
