"""Documents and results by what they come from: the same need not be read or judged again."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar, cast

from plancheck.cache.folder import CacheFolder, usual_folder
from plancheck.cache.values import (
    DamagedError,
    UnkeepableError,
    from_bytes,
    to_bytes,
)
from plancheck.model.document import Document
from plancheck.model.report import Outcome, Result
from plancheck.model.table import Table
from plancheck.plugins.host import Host
from plancheck.programme.programme import Programme
from plancheck.reader import Reader, ReadingOptions
from plancheck.selection import Selected
from plancheck.versions import (
    combined,
    judging_version,
    reading_version,
    rule_versions,
)

BLOCK = 1 << 20

T = TypeVar("T")


class Cache:
    """What was read and judged before, for one set of plugins.

    A document is known by the content of its file, whatever it is called; a result by
    the documents and all else that its rule may ask for. A file that is opened by a
    password, and what is judged of it, is never kept.
    """

    def __init__(self, folder: CacheFolder, host: Host) -> None:
        self._folder = folder
        self._host = host
        self._keys: dict[str, str] = {}

    @cached_property
    def _judging_version(self) -> str:
        return judging_version(self._host)

    @cached_property
    def _rule_versions(self) -> Mapping[str, str]:
        return rule_versions(self._host)

    def document(self, reader: Reader, path: Path, options: ReadingOptions) -> Document:
        """The document of a file, as the reader reads it or read it before.

        Raises:
            UnreadableDocumentError: The file is not what its suffix says.
        """
        sha256 = None if options.password is not None else _sha256(path)
        if sha256 is None:
            self._keys.pop(str(path), None)
            return reader.document(path, options)
        suffix, ocr = path.suffix.lower(), str(options.has_ocr)
        version = reading_version(reader, has_ocr=options.has_ocr)
        key = combined(("document", version, suffix, ocr, sha256))
        self._keys[str(path)] = key
        kept = self._read(key, str(path))
        if isinstance(kept, Document):
            return kept
        document = reader.document(path, options)
        if document.sha256 in ("", sha256):  # else somebody wrote to it meanwhile
            self._write(key, document, document.name)
        else:
            self._keys.pop(str(path))
        return document

    def programme_key(self, programme: Programme) -> str | None:
        """What tells a programme from all that are judged otherwise; None where nothing does."""
        read = []
        for document in programme.documents:
            if document.name not in self._keys:
                return None
            parts = repr(document.parts)
            read.append(f"{document.name}\0{self._keys[document.name]}\0{parts}")
        about = (programme.language, programme.as_of.isoformat(), repr(programme.facts))
        return combined(("results", self._judging_version, *about, *read))

    def keeping(self, programme: Programme, key: str | None) -> Programme:
        """The programme, which keeps between runs what takes it long to read."""
        if key is None:
            return programme
        tables = (
            block
            for document in programme.documents
            for block in document.blocks
            if isinstance(block, Table)
        )
        return replace(programme, keep=partial(self.made, key, shared=tuple(tables)))

    def made(
        self,
        key: str | None,
        name: str,
        make: Callable[[], T],
        *,
        shared: Sequence[object] = (),
    ) -> T:
        """What is made of a programme, or was before.

        Args:
            key: The programme's; without one it is made each time.
            name: What is made, with the version of what makes it.
            make: Makes it, of values of the model and plain ones.
            shared: What it is made of and refers to: the same, in the same order, each
                time.
        """
        if key is None:
            return make()
        place = combined((key, name))
        kept = self._read(place, shared=shared)
        if isinstance(kept, tuple):
            return cast("T", kept[0])
        value = make()
        self._write(place, (value,), shared=shared)
        return value

    def results(self, key: str, selected: Iterable[Selected]) -> dict[str, Result]:
        """The results that are known, by the codes of their rules."""
        kept = self._read(key)
        if not isinstance(kept, dict):
            return {}
        known = {}
        for each in selected:
            version, result = kept.get(each.rule.code, (None, None))
            if version == self._version(each):
                known[each.rule.code] = result
        return known

    def keep_results(
        self, key: str, selected: Iterable[Selected], results: Mapping[str, Result]
    ) -> None:
        """Keep results beside those of other versions and rules; crashes are none."""
        kept = self._read(key)
        entry = kept if isinstance(kept, dict) else {}
        for each in selected:
            result = results[each.rule.code]
            if result.outcome is not Outcome.ERROR:
                entry[each.rule.code] = (self._version(each), result)
        self._write(key, entry)

    def _version(self, selected: Selected) -> str:
        version = self._rule_versions[selected.rule.code]
        return combined((version, repr(sorted(selected.options.items()))))

    def _read(self, key: str, name: str = "", shared: Sequence[object] = ()) -> object:
        """What is kept under a key; what is damaged is dropped, as if it never was."""
        data = self._folder.read(key)
        if data is None:
            return None
        try:
            return from_bytes(data, name, shared)
        except DamagedError:
            self._folder.drop(key)
            return None

    def _write(
        self,
        key: str,
        value: object,
        name: str | None = None,
        shared: Sequence[object] = (),
    ) -> None:
        try:
            self._folder.write(key, to_bytes(value, name, shared))
        except UnkeepableError:  # a plugin's own objects: read and judged each time
            return


def _sha256(path: Path) -> str | None:
    """Digest of what a file holds; None where it cannot be read, which its reader tells."""
    made = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK):
                made.update(block)
    except OSError:
        return None
    return made.hexdigest()


def usual_cache(host: Host) -> Cache | None:
    """The cache of this user; None where there is to be none."""
    folder = usual_folder()
    return Cache(folder, host) if folder else None
