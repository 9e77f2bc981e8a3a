"""What the judgement of a programme depends on, as one digest: the same gives the same."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from plancheck.settings import Settings
from plancheck.versions import combined

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileDigest:
    """A volume with the SHA-256 of what it holds."""

    path: Path
    sha256: str


def file_digest(path: Path) -> FileDigest:
    """A volume's digest, read in pieces.

    Raises:
        OSError: It cannot be read.
    """
    made = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            made.update(block)
    return FileDigest(path, made.hexdigest())


def settings_text(settings: Settings) -> str:
    """What settings say, wherever they come from."""
    return repr(replace(settings, origin=""))


def input_key(method: str, settings: Settings, files: tuple[FileDigest, ...]) -> str:
    """The digest that tells whether a programme was judged before as it would be now.

    Args:
        method: Digest of all that judges every programme alike.
        settings: What this programme is judged by.
        files: What it consists of.

    Raises:
        OSError: The file of findings that were known before cannot be read.
    """
    known = (settings.baseline,) if settings.baseline else ()
    used = (*files, *map(file_digest, known))
    read = (f"{each.path}\0{each.sha256}" for each in used)
    return combined((method, settings_text(settings), *read))
