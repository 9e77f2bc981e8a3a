"""Programmes at addresses such as `s3://bucket/programmes`, through fsspec, an extra."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote
from uuid import uuid4

from plancheck.audit.found import Found, NoProgrammesError
from plancheck.audit.keys import FileDigest
from plancheck.errors import MissingToolError, PlancheckError
from plancheck.reader import Reader
from plancheck.settings import SETTINGS_FILE
from plancheck.volumes import NoDocumentsError, is_left_out, readable_suffixes

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


_WEB_MARKS = ("ETag", "Last-Modified", "Content-MD5", "Digest")
"""What a web server tells of a file that changes with its content."""


class AddressError(PlancheckError):
    """What stands at an address cannot be listed."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            "{address} cannot be listed: {detail}. Check the address, and that you may "
            "read there.",
            address=address,
            detail=detail.rstrip("."),
        )


class FetchingError(PlancheckError):
    """A file at an address does not come."""

    def __init__(self, address: str, detail: str) -> None:
        super().__init__(
            "{address} cannot be fetched: {detail}. Check that you may read it, and run "
            "the same command with --retry-failed when the connection holds.",
            address=address,
            detail=detail.rstrip("."),
        )


def is_address(source: str) -> bool:
    """Whether it names something on another machine, or in another way than by a path."""
    return "://" in source


def check_address(address: str) -> None:
    """See that what the address needs is installed; nothing is asked for.

    Raises:
        AddressError: It cannot be understood.
        MissingToolError: fsspec, or what the address needs, is not installed.
    """
    _open(address)


def find_remote(address: str, readers: Sequence[Reader]) -> tuple[Found, ...]:
    """The programmes at an address: each file and each folder directly there.

    Raises:
        AddressError: It cannot be listed.
        MissingToolError: fsspec, or what the address needs, is not installed.
        NoProgrammesError: Nothing is there.
    """
    known = readable_suffixes(readers)
    found = tuple(
        Found(name, Path(name), f"{address.rstrip('/')}/{_base(entry)}")
        for name, entry in _entries(address)
        if entry["type"] == "directory" or Path(name).suffix.lower() in known
    )
    if not found:
        raise NoProgrammesError(address)
    return found


def remote_files(found: Found, readers: Sequence[Reader]) -> tuple[FileDigest, ...]:
    """The files of a programme with what tells their content apart, without fetching them.

    They are named by where they stand once they are fetched. A settings file counts too.

    Raises:
        AddressError: The programme cannot be listed.
        FetchingError: The other side does not answer as it should.
        NoDocumentsError: The folder has no file that a reader is for.
    """
    with _answering(found.address):
        files = _marked(found, readable_suffixes(readers))
    if not any(each.path.name != SETTINGS_FILE for each in files):
        raise NoDocumentsError(found.address, readable_suffixes(readers))
    return files


def _marked(found: Found, known: Sequence[str]) -> tuple[FileDigest, ...]:
    """The one file of a programme, or those in its folder that count."""
    system, path = _open(found.address)
    if not system.isdir(path):
        return (FileDigest(found.path, _mark(system, path)),)
    return tuple(
        FileDigest(found.path / name, _mark(system, entry["name"]))
        for name, entry in _entries(found.address)
        if entry["type"] == "file"
        and (name == SETTINGS_FILE or Path(name).suffix.lower() in known)
    )


@contextmanager
def fetched(
    found: Found, files: Sequence[FileDigest], folder: Path
) -> Iterator[tuple[Path, ...]]:
    """The volumes of a programme, here while they are read, and gone afterwards.

    The process stands in the folder that they are fetched to, so that they are named by
    the programme and not by a folder that nobody will find again.

    Raises:
        FetchingError: One of them does not come.
    """
    with (
        tempfile.TemporaryDirectory(prefix=".fetched-", dir=folder) as here,
        chdir(here),
    ):
        system, path = _open(found.address)
        for each in files:
            each.path.parent.mkdir(exist_ok=True)
            inside = each.path.relative_to(found.path).as_posix()
            inside = quote(inside) if _is_web(system) else inside
            source = path if inside == "." else f"{path.rstrip('/')}/{inside}"
            with _answering(source):
                system.get_file(source, str(each.path))
        named = (each.path for each in files)
        yield tuple(path for path in named if path.name != SETTINGS_FILE)


@contextmanager
def _answering(address: str) -> Iterator[None]:
    """Say in a sentence what goes wrong on the other side.

    Raises:
        FetchingError: Something does.
    """
    try:
        yield
    except PlancheckError:
        raise
    except Exception as error:  # each kind of address fails in its own way
        raise FetchingError(address, str(error) or type(error).__name__) from error


def _entries(address: str) -> list[tuple[str, dict[str, Any]]]:
    """What stands directly at an address, by name; hidden files left out."""
    system, path = _open(address)
    try:
        listed = system.ls(path, detail=True)
    except Exception as error:  # each kind of address fails in its own way
        raise AddressError(address, str(error) or type(error).__name__) from error
    is_web = _is_web(system)
    named = ((_read_name(entry, is_web=is_web), entry) for entry in listed)
    return sorted(
        (
            (name, entry)
            for name, entry in named
            if name not in {"", ".."} and not is_left_out(Path(name))
        ),
        key=lambda each: each[0],
    )


def _base(entry: dict[str, Any]) -> str:
    """What an entry is called where it stands."""
    return PurePosixPath(entry["name"].rstrip("/")).name


def _read_name(entry: dict[str, Any], *, is_web: bool) -> str:
    """What people call an entry, of which web servers escape most letters."""
    name = _base(entry)
    plain = unquote(name) if is_web else name
    # Who escapes a slash would have us write where nobody wants it.
    return name if "/" in plain or plain == ".." else plain


def _is_web(system: "AbstractFileSystem") -> bool:
    protocols = system.protocol
    return "http" in ((protocols,) if isinstance(protocols, str) else protocols)


def _open(address: str) -> "tuple[AbstractFileSystem, str]":
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

        system, path = url_to_fs(address)
    except ImportError as error:
        raise MissingToolError(
            "fsspec",
            "install it with: pip install plancheck[audit], and what the address needs, "
            "such as s3fs",
        ) from error
    except Exception as error:  # as above
        raise AddressError(address, str(error) or type(error).__name__) from error
    return system, path


def _mark(system: "AbstractFileSystem", path: str) -> str:
    """What changes with the content, as the other side tells: a tag, or size and time.

    A web server that tells neither may have changed it at any time.
    """
    if not _is_web(system):
        return f"mark {system.ukey(path)}"
    info = system.info(path)  # fsspec takes it that nothing on the web ever changes
    told = {name: info[name] for name in _WEB_MARKS if info.get(name)}
    return (
        f"mark {sorted(told.items())} {info.get('size')}" if told else f"mark {uuid4()}"
    )
