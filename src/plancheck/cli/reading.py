"""Reading one programme without judging it, for the commands that show what was read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from plancheck.cli.options import (
    language_option,
    ocr_option,
    password_option,
    without_option,
)
from plancheck.cli.progress import Progress
from plancheck.plugins.host import Host
from plancheck.programme.programme import Programme
from plancheck.reader import ReadingOptions
from plancheck.reading import Observer, read
from plancheck.translation import translator

F = TypeVar("F", bound=Callable[..., Any])


def reading_options(command: F) -> F:
    """How a programme is read, and in which language that is told."""
    return password_option(ocr_option(language_option(without_option(command))))


def read_with_progress(
    paths: Sequence[Path], host: Host, options: ReadingOptions, language: str
) -> Programme:
    """The programme of some paths, read while the terminal shows how far it is.

    Args:
        paths: The files of the programme, or its one folder.
        host: The plugins.
        options: How to read the files.
        language: That of what is shown meanwhile, BCP 47.

    Raises:
        PlancheckError: Something that the user can mend; the sentence says how.
    """
    with Progress(translator(language)) as progress:
        return read(paths, host=host, observer=Observer(progress.step), options=options)
