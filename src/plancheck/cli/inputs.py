"""The files that a check reads: they are watched, and nothing is ever written over them."""

import gettext
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from plancheck.settings import find_settings_file
from plancheck.volumes import is_left_out

_ = gettext.gettext


def input_files(
    paths: Sequence[Path], suffixes: Iterable[str], others: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """The volumes, the settings, and other files, as far as they are there.

    Args:
        paths: What the user named: files, or one folder.
        suffixes: Of the files in a folder that readers are for.
        others: Facts, a baseline, files or folders of rules.
    """
    known = frozenset(suffixes)
    found: list[Path] = []
    for path in paths:
        found += _in_folder(path, known) if path.is_dir() else [path]
    if settings := find_settings_file(paths[0]):
        found += [settings, *settings.parent.glob("*.toml")]
    for other in others:
        found += sorted(other.iterdir()) if other.is_dir() else [other]
    return tuple(dict.fromkeys(found))


def refuse_input(file: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over what is read.

    Raises:
        click.UsageError: The file is one of the inputs.
    """
    if any(file.resolve() == path.resolve() for path in inputs):
        raise click.UsageError(
            _(
                "{name} is one of the files that are read, and would be replaced; name "
                "another file."
            ).format(name=file)
        )


def _in_folder(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        each
        for each in files
        if each.suffix.lower() in suffixes and not is_left_out(each)
    ]
