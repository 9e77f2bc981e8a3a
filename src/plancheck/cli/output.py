"""Where output goes: standard output, a terminal, or a file that is written whole or not at all."""

import errno
import gettext
import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from plancheck.cli.statuses import BROKEN_PIPE
from plancheck.errors import PlancheckError, system_reason

_ = gettext.gettext


class UnwritableFileError(PlancheckError):
    """An output file cannot be written."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(
            "{name} cannot be written: {detail}. Name a file in a folder that is "
            "there and that you may write in.",
            name=name,
            detail=system_reason(error),
        )


def refuse_unwritable(file: Path) -> None:
    """Stop before the work is done where a file could not be written after it.

    Raises:
        UnwritableFileError: It is a folder, or stands in none that may be written in.
    """
    target = file.resolve()
    number = 0
    if target.is_dir():
        number = errno.EISDIR
    elif not target.parent.exists():
        number = errno.ENOENT
    elif not target.parent.is_dir():
        number = errno.ENOTDIR
    elif not os.access(target.parent, os.W_OK) and (
        target.is_file() or not target.exists()
    ):
        number = errno.EACCES
    if number:
        raise UnwritableFileError(str(file), OSError(number, os.strerror(number)))


def is_styled() -> bool:
    """Whether standard output is a terminal that wants colour."""
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not is_plain


def terminal_width() -> int:
    """How many columns standard output has."""
    return shutil.get_terminal_size().columns


def write_output(content: str | bytes, file: Path | None = None) -> None:
    """Write a report to a file, or to standard output."""
    if file is not None:
        _write_file(content, file)
        return
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # Python flushes standard output once more at exit, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise click.exceptions.Exit(BROKEN_PIPE) from error
        raise UnwritableFileError(_("Standard output"), error) from error


def _write_file(content: str | bytes, file: Path) -> None:
    """Write a file whole or not at all; a link stays one, and a device is written into."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    target = file.resolve()
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(data)
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise UnwritableFileError(str(file), error) from error
    _write_and_rename(data, handle, Path(name), target)


def _write_and_rename(data: bytes, handle: int, temporary: Path, target: Path) -> None:
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(_usual_mode())
        temporary.replace(target)
    except BaseException as error:  # an interrupt too leaves nothing half written
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UnwritableFileError(str(target), error) from error
        raise


def _usual_mode() -> int:
    """The mode that a new file would have; `mkstemp` makes files for their owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
