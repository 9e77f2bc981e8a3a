"""Which files a programme's volumes are: the paths that a user names, expanded and checked."""

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from plancheck.errors import PlancheckError, UnknownFormatError
from plancheck.model.message import Message
from plancheck.reader import Reader
from plancheck.settings import Settings
from plancheck.settings.checked_toml import unknown_name

OWN_OUTPUT = ".plancheck"
"""How the stem of a file ends that plancheck itself wrote, such as `a.plancheck.docx`."""

UNREAD_DOCUMENTS = frozenset(
    {".7z", ".asice", ".edoc", ".msg", ".odp", ".ppt", ".pptx", ".rar", ".sce"}
    | {".tar", ".tif", ".tiff", ".tgz", ".zip"}
)
"""How files end that no reader is for and that may well hold a volume."""

_NAMED = 10
"""How many of them a note names."""


class MissingFileError(PlancheckError):
    """A path that the user named is not there."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            "There is no file or folder {name}. Check the spelling and the folder "
            "that you are in.",
            name=name,
        )


class NoDocumentsError(PlancheckError):
    """A folder holds no file that could be a volume."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        super().__init__(
            "The folder {name} has no documents to read. Volumes of a programme are "
            "files that end in {known}, directly in the folder.",
            name=name,
            known=", ".join(known),
        )


class SeveralFoldersError(PlancheckError):
    """Files and folders are mixed, so that it is not clear what one programme is."""

    def __init__(self) -> None:
        super().__init__(
            "Name one folder, or the files of one programme, but not several folders: "
            "a programme is one folder, or the files that are named."
        )


def find_volumes(paths: Sequence[Path], readers: Sequence[Reader]) -> tuple[Path, ...]:
    """The files of one programme: the one folder's, by name, or the files as named.

    Raises:
        MissingFileError: A path is not there.
        NoDocumentsError: The folder has no file that a reader is for.
        SeveralFoldersError: A folder is named beside something else.
        UnknownFormatError: No reader is for a file that is named.
    """
    for path in paths:
        if not path.exists():
            raise MissingFileError(str(path))
    if any(path.is_dir() for path in paths):
        if len(paths) > 1:
            raise SeveralFoldersError
        return _in_folder(paths[0], readers)
    for path in paths:
        reader_for(path, readers)
    return tuple(dict.fromkeys(paths))


def reader_for(path: Path, readers: Sequence[Reader]) -> Reader:
    """The reader for a file's suffix; a plugin's, which stands last, before our own.

    Raises:
        UnknownFormatError: There is none.
    """
    for reader in reversed(readers):
        if path.suffix.lower() in reader.suffixes:
            return reader
    raise UnknownFormatError(str(path), readable_suffixes(readers))


def given_parts(
    volumes: Sequence[Path], settings: Settings
) -> dict[str, tuple[str, ...]]:
    """The parts that the settings say of volumes, by the volumes' names as documents.

    A file that is there and not supplied this time is nobody's mistake.

    Raises:
        SettingsError: A file that the settings name is not there.
    """
    by_name = {_composed(path.name): str(path) for path in volumes}
    folders = {Path(settings.origin).parent, *(path.parent for path in volumes)}
    given: dict[str, tuple[str, ...]] = {}
    for part, names in (settings.bundle or {}).items():
        for name in names:
            volume = by_name.get(_composed(Path(name).name))
            if volume is not None:
                given[volume] = (*given.get(volume, ()), part)
            elif not any((folder / name).is_file() for folder in folders):
                where = f"{settings.origin}, [bundle]"
                raise unknown_name("file", name, by_name, where)
    return given


def _composed(name: str) -> str:
    """A file name in one spelling: macOS keeps the diacritics of some apart."""
    return unicodedata.normalize("NFC", name)


def _in_folder(folder: Path, readers: Sequence[Reader]) -> tuple[Path, ...]:
    known = readable_suffixes(readers)
    found = tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in known and path.is_file() and not is_left_out(path)
    )
    if not found:
        raise NoDocumentsError(str(folder), known)
    return found


def unread_documents(folder: Path, readers: Sequence[Reader]) -> tuple[str, ...]:
    """Names of what lies directly in a folder, is not read and may well hold a volume."""
    suffixes = UNREAD_DOCUMENTS.difference(readable_suffixes(readers))
    return tuple(
        path.name
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in suffixes and not is_left_out(path)
    )


def unread_note(names: Sequence[str]) -> Message:
    """Says that some files were not read: what they hold would be missing unexplained."""
    more = "" if len(names) <= _NAMED else ", …"
    return Message.of(
        "Not read, because no reader is for it: {files}. If it holds a part of a "
        "programme, unpack it, or save it as PDF or Word.",
        files=", ".join(names[:_NAMED]) + more,
    )


def is_left_out(path: Path) -> bool:
    """Hidden files, Word's lock files (`~$…`) and what plancheck itself wrote."""
    return path.name.startswith((".", "~$")) or path.stem.endswith(OWN_OUTPUT)


def readable_suffixes(readers: Sequence[Reader]) -> tuple[str, ...]:
    """How the files end that any of the readers is for."""
    return tuple(sorted({suffix for reader in readers for suffix in reader.suffixes}))
