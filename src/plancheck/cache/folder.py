"""Where things are kept between runs: a folder of the user's own, no larger than it may be."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ANOTHER = "PLANCHECK_CACHE"
"""Environment variable: another folder; nothing is kept when it is empty."""

MEGABYTES = "PLANCHECK_CACHE_MB"
"""Environment variable: how large the folder may grow."""

LIMIT = 1024
"""Megabytes that the folder may hold where nothing else is said."""

ROOM = 0.9
"""The share of the limit that is left after the oldest was dropped."""

SHARE_BETWEEN_LOOKS = 0.05
"""The share of the limit that a process writes before it looks at the size again."""

SUFFIX = ".entry"


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a folder holds: its files, and their size in bytes."""

    entries: int
    size: int


class CacheFolder:
    """Entries by their keys, each a file that is written whole or not at all.

    Several processes may use it at once. What cannot be written is not kept, and nobody
    is bothered: all of it can be made again.
    """

    def __init__(self, path: Path, limit: int = LIMIT << 20) -> None:
        """Name the folder, which is made when something is first kept; `limit` in bytes."""
        self.path = path
        self.limit = limit
        self._written = limit  # so that the first write looks at the size

    def read(self, key: str) -> bytes | None:
        """What was kept under a key; it counts as used now."""
        file = self._file(key)
        if not self._is_ours():
            return None
        try:
            data = file.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(file)
        return data

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key."""
        file = self._file(key)
        try:
            self._make(file.parent)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=".")
        except OSError:
            return
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.replace(file)
        except BaseException as error:
            with suppress(OSError):
                temporary.unlink()
            if isinstance(error, OSError):
                return
            raise
        self._written += len(data)
        if self._written > self.limit * SHARE_BETWEEN_LOOKS:
            self._written = 0
            self.shrink()

    def drop(self, key: str) -> None:
        """Forget what was kept under a key."""
        with suppress(OSError):
            self._file(key).unlink()

    def shrink(self) -> None:
        """Drop what was not used for longest until there is room again."""
        entries = sorted(self._entries(), key=lambda each: each[1].st_mtime)
        size = sum(status.st_size for _file, status in entries)
        if size <= self.limit:
            return
        for file, status in entries:
            if size <= self.limit * ROOM:
                return
            with suppress(OSError):
                file.unlink()
                size -= status.st_size

    def info(self) -> CacheInfo:
        """How much is kept."""
        sizes = [status.st_size for _file, status in self._entries()]
        return CacheInfo(len(sizes), sum(sizes))

    def clear(self) -> CacheInfo:
        """Forget everything; says how much it was."""
        info = self.info()
        for file, _status in self._entries():
            with suppress(OSError):
                file.unlink()
        return info

    def _file(self, key: str) -> Path:
        return self.path / key[:2] / f"{key}{SUFFIX}"

    def _make(self, folder: Path) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._is_ours():
            raise PermissionError(str(self.path))
        folder.mkdir(mode=0o700, exist_ok=True)

    def _is_ours(self) -> bool:
        """Whether nobody else may write into the folder: what they wrote would be believed."""
        if sys.platform == "win32":
            return True
        try:
            status = self.path.stat()
        except OSError:
            return False
        is_open = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        return status.st_uid == os.geteuid() and not is_open

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """The files of the entries; another process may drop any of them meanwhile."""
        for file in self.path.glob(f"*/*{SUFFIX}"):
            with suppress(OSError):
                yield file, file.stat()


def usual_folder() -> CacheFolder | None:
    """The folder of this user, by the customs of the system; None where there is to be none."""
    limit = os.environ.get(MEGABYTES, "")
    size = int(limit) if limit.isdecimal() else LIMIT
    path = os.environ.get(ANOTHER)
    if path == "" or not size:
        return None
    return CacheFolder(Path(path) if path else _usual_path(), size << 20)


def _usual_path() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        folder = Path(base) if base else Path.home() / "AppData" / "Local"
        return folder / "plancheck" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "plancheck"
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The convention: a path that is not absolute counts as none.
    return (
        Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    ) / "plancheck"
