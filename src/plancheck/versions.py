"""What judged, told apart to the last line: digests of the source of plancheck and plugins.

A version number would do for releases. A rule author changes a rule ten times a day, and
a kept result of the rule before would be a riddle.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plancheck.host import BUILTIN, Host

PACKAGE = Path(__file__).parent

LIBRARIES = (
    *("lxml", "msoffcrypto-tool", "pypdfium2", "python-calamine", "python-docx"),
    *("numpy", "pytesseract"),
)
"""What reads for the readers: a newer one may read otherwise."""

NOT_JUDGING = frozenset({"cli", "scaffolds", "testing", "__pycache__"})
"""Folders of plancheck that no result depends on."""


def combined(parts: Iterable[str]) -> str:
    """One digest of several texts, of which none runs into the next."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


def method_version(host: Host) -> str:
    """Digest of all that turns files into a report: plancheck, libraries, plugins."""
    return combined(
        (folder_version(PACKAGE, NOT_JUDGING), library_versions(), *_plugins(host))
    )


@cache
def library_versions() -> str:
    """The versions of the libraries that read; those that are not there left out."""
    return ", ".join(f"{name} {found}" for name in LIBRARIES if (found := _of(name)))


def _of(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


@cache
def folder_version(folder: Path, leave_out: frozenset[str] = frozenset()) -> str:
    """Digest of the files of a package with their names."""
    return combined(_contents(folder, leave_out))


def _contents(folder: Path, leave_out: frozenset[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.name in leave_out or path.suffix == ".pyc":
            continue
        if path.is_dir():
            yield f"{path.name}/{folder_version(path, leave_out)}"
        elif path.is_file():
            yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _plugins(host: Host) -> Iterator[str]:
    """Name, version and source of each plugin but our own."""
    for name, number in host.versions.items():
        if name != BUILTIN:
            yield f"{name} {number} {_source(host.manager.get_plugin(name))}"


def _source(plugin: object) -> str:
    """Digest of a plugin's package or module; empty where it is no module.

    A file of rules is none: its version is the digest already.
    """
    file = getattr(plugin, "__file__", None)
    if not isinstance(file, str):
        return ""
    path = Path(file)
    if path.name == "__init__.py":
        return folder_version(path.parent, NOT_JUDGING)
    return hashlib.sha256(path.read_bytes()).hexdigest()
