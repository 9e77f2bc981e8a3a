"""Which programmes an audit is of: what stands directly in a folder, or in a list."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from plancheck.errors import PlancheckError, system_reason
from plancheck.reader import Reader
from plancheck.volumes import (
    MissingFileError,
    is_left_out,
    readable_suffixes,
    unread_documents,
)

LIST_SUFFIX = ".csv"
PATH_COLUMN = "path"
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Found:
    """A programme to be judged.

    `label` tells it apart in the database: its path from the audited folder, or as the
    list has it. `address` is where it is fetched from, empty where it is at hand.
    """

    label: str
    path: Path
    address: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name if self.path.is_dir() else self.path.stem


class NoProgrammesError(PlancheckError):
    """There is nothing to audit."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "There is no programme in {name}. Each file and each folder directly in it "
            "is one programme; or give a CSV file with a path a line.",
            name=name,
        )


class UnreadableFolderError(PlancheckError):
    """The folder that is to be audited cannot be looked into."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(
            "The folder {name} cannot be read: {detail}. Check that you may look into it.",
            name=name,
            detail=system_reason(error),
        )


class ListError(PlancheckError):
    """A list of programmes cannot be read."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The list {name} cannot be read: {detail}. Save it as CSV in UTF-8, with a "
            "column “{column}”, or with a path a line.",
            name=name,
            detail=detail,
            column=PATH_COLUMN,
        )


def find_programmes(
    source: Path, readers: Sequence[Reader], leave_out: Path
) -> tuple[Found, ...]:
    """The programmes in a folder or a list, in the order of their labels.

    Args:
        source: A folder, or a CSV file.
        readers: What can be read; other files in the folder are left alone.
        leave_out: The folder that the audit writes to.

    Raises:
        MissingFileError: There is no such folder or list.
        ListError: The list is no text, or cannot be opened.
        NoProgrammesError: Nothing is in it.
        UnreadableFolderError: The folder cannot be looked into.
    """
    if source.is_dir():
        try:
            found = tuple(_in_folder(source, readers, leave_out))
        except OSError as error:
            raise UnreadableFolderError(str(source), error) from error
    elif source.suffix.lower() == LIST_SUFFIX and source.is_file():
        found = tuple(_in_list(source))
    elif source.is_file():
        found = (Found(source.name, source),)
    else:
        raise MissingFileError(str(source))
    if not found:
        raise NoProgrammesError(str(source))
    return found


def _in_folder(
    folder: Path, readers: Sequence[Reader], leave_out: Path
) -> Iterator[Found]:
    """What may be a programme; a link that leads nowhere too, so that nothing is lost."""
    known = readable_suffixes(readers)
    results = leave_out.resolve()
    for path in sorted(folder.iterdir()):
        is_folder = path.is_dir()
        if is_left_out(path) or (is_folder and path.resolve() == results):
            continue
        is_readable = is_folder or path.suffix.lower() in known
        if is_readable or leads_nowhere(path):
            yield Found(path.name, path)


def _in_list(file: Path) -> Iterator[Found]:
    """The paths of a list, from the folder that it is in, each once."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            text = stream.read()
        rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
        lines = [line for line in rows if any(line)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ListError(str(file), system_reason(error)) from error
    column = 0
    if lines and PATH_COLUMN in lines[0]:
        column = lines[0].index(PATH_COLUMN)
        lines = lines[1:]
    paths = (line[column].strip() for line in lines if len(line) > column)
    for path in dict.fromkeys(path for path in paths if path):
        yield Found(path, file.parent / path)


def _delimiter(text: str) -> str:
    """What parts the columns: where a comma is for decimals, Excel writes semicolons.

    It is what the head has the column of paths by; without such a head a semicolon or a
    tab that each line has, for these are hardly in names, where commas are.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in _DELIMITERS if lines else ():
        if PATH_COLUMN in next(csv.reader(lines[:1], delimiter=delimiter)):
            return delimiter
    for delimiter in _DELIMITERS[1:]:
        if lines and all(delimiter in line for line in lines):
            return delimiter
    return ","


def unread(source: Path, readers: Sequence[Reader]) -> tuple[str, ...]:
    """What lies in an audited folder, or in one of a programme, and no reader is for."""
    if not source.is_dir():
        return ()
    names = list(unread_documents(source, readers))
    for path in sorted(source.iterdir()):
        with suppress(OSError):  # it is recorded as a programme that cannot be read
            if path.is_dir() and not is_left_out(path) and not is_circle(path):
                inside = unread_documents(path, readers)
                names.extend(f"{path.name}/{name}" for name in inside)
    return tuple(names)


def is_circle(path: Path) -> bool:
    """Whether a folder is a link to one that it stands in."""
    if not (path.is_symlink() and path.is_dir()):
        return False
    above = path.parent.resolve()
    return path.resolve() in (above, *above.parents)


def leads_nowhere(path: Path) -> bool:
    """Whether it is a link to something that is not there."""
    return path.is_symlink() and not path.exists()


def is_special(path: Path) -> bool:
    """Whether it is a pipe, a device or the like, of which nobody knows the end."""
    return path.exists() and not (path.is_file() or path.is_dir())
