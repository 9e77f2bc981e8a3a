"""Unpacks the parts of a zip file that comes from anybody: Word and Excel files are such.

Sizes are bounded before anything is unpacked. The errors here are facts, but for one; each
reader says them in sentences with the remedy for its own program.
"""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from plancheck.sdk import UnreadableDocumentError

_CHUNK_BYTES = 1 << 16
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What the standard library raises for a damaged archive, or a part that it cannot unpack."""


_DOCUMENTS = (".doc", ".docm", ".docx", ".odt", ".ods", ".pdf", ".rtf", ".xls", ".xlsx")


class DamagedArchiveError(Exception):
    """The file is no zip archive, or its list of parts is damaged."""


class DamagedPartError(Exception):
    """A part is there and cannot be unpacked or parsed; the document may do without it."""

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(part)


class OversizeError(Exception):
    """The parts read are together larger than those of any real document."""


class LockedPartError(Exception):
    """A part is encrypted."""


class Room:
    """How many bytes there is room for; archives within one another share it."""

    def __init__(self, size: int) -> None:
        self.left = size

    def take(self, size: int) -> None:
        """Take this much of it.

        Raises:
            OversizeError: There is not so much left; it stays as it is.
        """
        if size > self.left:
            raise OversizeError
        self.left -= size


class Archive:
    """The parts of one open archive, which are unpacked as far as there is room.

    Part names have no slash in front, and are found in any case, as Office finds them.
    """

    def __init__(self, stream: IO[bytes], room: Room) -> None:
        try:
            self._archive = zipfile.ZipFile(stream)
        except ZIP_ERRORS as error:
            raise DamagedArchiveError from error
        self._infos = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in self._archive.infolist()
        }
        self._room = room

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._infos)

    @property
    def has_documents(self) -> bool:
        """Whether it packs whole files together, as people do to send them."""
        return any(name.endswith(_DOCUMENTS) for name in self._infos)

    def stored_name(self, part: str) -> str:
        """The name of a part as the archive spells it; as given where there is no such part."""
        info = self._infos.get(part.lower())
        return part if info is None else info.filename

    def blob(self, part: str) -> bytes | None:
        """The bytes of a part, or None where there is no such part.

        Raises:
            DamagedPartError: The part cannot be unpacked.
            OversizeError: The limit is reached.
            LockedPartError: The part is encrypted.
        """
        return b"".join(self.chunks(part)) if part in self else None

    def admit(self, part: str) -> zipfile.ZipInfo | None:
        """The entry of a part, its size counted as unpacked; None where there is none.

        Raises:
            OversizeError: The limit is reached.
        """
        info = self._infos.get(part.lower())
        if info is None:
            return None
        # zipfile never unpacks more than this size, even when the stream holds more.
        self._room.take(info.file_size)
        return info

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; raises what `blob` raises."""
        info = self.admit(part)
        if info is None:
            return
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    yield chunk
        except ZIP_ERRORS as error:
            raise DamagedPartError(part) from error
        except RuntimeError as error:  # what zipfile raises for an encrypted part
            raise LockedPartError from error


def packed_files(name: str) -> UnreadableDocumentError:
    """The error for an archive that `has_documents` and is none itself."""
    reason = "it is an archive of other files"
    return UnreadableDocumentError(name, reason, "unpack it, and check what is in it")
