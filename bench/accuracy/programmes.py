"""The complete programmes that are changed, by name."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plancheck.testing.source import Volumes

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True, slots=True)
class Complete:
    """A programme that satisfies every rule of its profile.

    `facts` is what its municipality tells besides, as in a facts file, and `as_of` the
    day on which it is judged.
    """

    name: str
    language: str
    profile: str
    volumes: Volumes
    facts: Mapping[str, Any] = field(default_factory=dict)
    as_of: dt.date | None = None

    @property
    def size(self) -> int:
        """Its length in letters, by which the short run chooses."""
        return sum(map(len, self.volumes.values()))


def load_programmes(
    path: Path = HERE / "programmes.toml", root: Path = ROOT
) -> dict[str, Complete]:
    """Those that a file names, in its order; none where it is not there.

    Args:
        path: The file.
        root: The folder that its paths count from.
    """
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    return {
        name: Complete(
            name,
            said["language"],
            said["profile"],
            _volumes([root / each for each in said["volumes"]]),
            said.get("facts", {}),
            said.get("as_of"),
        )
        for name, said in tomllib.loads(text).items()
    }


def _volumes(paths: list[Path]) -> Volumes:
    """The Markdown of files and of all files in folders, in the order of their names."""
    files = [
        file
        for path in paths
        for file in (sorted(path.glob("*.md")) if path.is_dir() else [path])
    ]
    return {file.name: file.read_text(encoding="utf-8") for file in files}
