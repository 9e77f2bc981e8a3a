"""Whether a bundle is as it was made, and whether the inputs are those that it is of."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plancheck.errors import PlancheckError, system_reason
from plancheck.model.message import Message
from plancheck.proof.bundle import MANIFEST, SCHEMA, digest

MOST_BYTES = 4 << 30
"""What the files of a bundle may hold together: more would be a bomb."""


class BundleError(PlancheckError):
    """The file is no bundle."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            "{name} is no bundle of plancheck: {reason}. Name the file that "
            "`plancheck check --bundle` wrote.",
            name=name,
            reason=reason,
        )


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of the files of a bundle, and of the documents that it is of.

    `wrong` has a sentence for each thing that is not as it was; `absent` names the
    documents that were not there to be looked at.
    """

    files: int
    inputs: int
    wrong: tuple[Message, ...]
    absent: tuple[str, ...]


def verify(path: Path, folder: Path) -> Verified:
    """Compare a bundle with its manifest, and the documents in a folder with it.

    Args:
        path: The bundle.
        folder: Where the documents are; their names count from it.

    Raises:
        BundleError: It is no bundle.
    """
    contents = _contents(path)
    manifest = _manifest(path, contents)
    wrong = list(_wrong_files(manifest, contents))
    same = 0
    absent = []
    for document in manifest["inputs"]:
        found = _find(folder, str(document["name"]))
        if found is None or not document["sha256"]:
            absent.append(str(document["name"]))
        elif _file_digest(found) == document["sha256"]:
            same += 1
        else:
            wrong.append(
                Message.of(
                    "{name} is not the document that the bundle is of.", name=str(found)
                )
            )
    return Verified(len(manifest["files"]), same, tuple(wrong), tuple(absent))


def _contents(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise BundleError(str(path), "what it holds is too large")
            if len({entry.filename for entry in entries}) < len(entries):
                raise BundleError(str(path), "a file stands in it twice")
            return {entry.filename: archive.read(entry) for entry in entries}
    except OSError as error:
        raise BundleError(str(path), system_reason(error)) from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError) as error:
        raise BundleError(str(path), "it is no whole ZIP archive") from error


def _manifest(path: Path, contents: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        manifest = json.loads(contents[MANIFEST])
    except (KeyError, ValueError) as error:
        raise BundleError(str(path), "it has no manifest") from error
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise BundleError(str(path), "its manifest is of another kind")
    if not all(_are_named(manifest.get(key)) for key in ("files", "inputs")):
        raise BundleError(str(path), "its manifest is of another kind")
    return manifest


def _are_named(entries: object) -> bool:
    """Whether it is a list of files with their digests."""
    return isinstance(entries, list) and all(
        isinstance(each, dict) and {"name", "sha256"} <= each.keys() for each in entries
    )


def _wrong_files(
    manifest: Mapping[str, Any], contents: Mapping[str, bytes]
) -> list[Message]:
    known = {each["name"]: each["sha256"] for each in manifest["files"]}
    wrong = [
        Message.of("{name} in the bundle was changed.", name=name)
        for name, expected in known.items()
        if name in contents and digest(contents[name]) != expected
    ]
    wrong += [
        Message.of("{name} is missing in the bundle.", name=name)
        for name in known
        if name not in contents
    ]
    wrong += [
        Message.of("{name} was added to the bundle.", name=name)
        for name in contents
        if name not in known and name != MANIFEST
    ]
    return wrong


def _find(folder: Path, name: str) -> Path | None:
    """A document where it was, else by its file name in the folder."""
    for path in (folder / name, folder / Path(name.replace("\\", "/")).name):
        if path.is_file():
            return path
    return None


def _file_digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
