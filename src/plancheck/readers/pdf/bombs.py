"""Tells a PDF that would keep PDFium busy for ever: once it has begun, nothing stops it.

A few kilobytes may unpack to gigabytes, and a figure may draw another twice, which draws
a third twice, and so on. Both are told here from the file, before PDFium opens a page.
"""

import mmap
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from plancheck.readers.pdf.unpacking import (
    MAX_STREAM_BYTES,
    EndlessError,
    most_bytes,
    unpacked,
)

MAX_BYTES = 400 << 20
"""What all large streams of a file may unpack to."""

MAX_DRAWN_BYTES = 100 << 20
"""What a page may draw with all figures in it, each as often as it is drawn."""

_PIECE = 1 << 16
_DRAWING = 500  # bytes that drawing a figure counts for, beside what the figure holds
_MAX_DEPTH = 40  # PDFium draws no figure deeper within others
_MAX_NODES = 20_000  # of the tree of pages
_HEAD = 1 << 16  # bytes in front of a stream that its entries stand in
_SMALLEST = 1 << 10  # bytes of a file that can do no harm even when packed twice

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LENGTH = re.compile(rb"/Length\s{1,9}(\d{1,10})(?!\s{1,9}\d{1,5}\s{1,9}R)")
_NUMBER = re.compile(rb"(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}$")
_DRAWN = re.compile(rb"/([^\s/<>()\[\]{}%]{1,127})\s{1,9}Do\b")
_FIGURE = re.compile(rb"/Form\b|/[A-Za-z]{0,7}#[0-9A-Fa-f]{2}")
"""The kind of a figure, or a name that may hide it."""

Object = Any
"""What pypdf gives: dictionaries, streams and references, which it does not tell apart."""


def unpacks_endlessly(path: Path, password: str | None) -> bool:
    """Whether the streams of a file, pictures aside, unpack to more than is read."""
    if path.stat().st_size <= _SMALLEST:
        return False
    with path.open("rb") as stream, closing(_mapped(stream.fileno())) as data:
        keys = _Keys(path, password) if data.find(b"/Encrypt") >= 0 else None
        left = MAX_BYTES
        try:
            for match in _STREAM.finditer(data):
                left -= _unpacked_size(data, match, keys)
                if left < 0:
                    return True
        except EndlessError:
            return True
    return False


def _mapped(file: int) -> mmap.mmap:
    return mmap.mmap(file, 0, access=mmap.ACCESS_READ)


def _unpacked_size(
    data: mmap.mmap, match: re.Match[bytes], keys: "_Keys | None"
) -> int:
    """Bytes that a stream unpacks to; 0 where they are few, or a picture's.

    Raises:
        EndlessError: They are more than a stream may have.
    """
    start = match.end()
    first = max(match.start() - _HEAD, 0)
    head = max(data.rfind(b"obj", first, match.start()), first)
    entries = data[head : match.start()]
    end = _end(data, start, entries)
    if b"/Image" in entries or most_bytes(end - start, entries) <= MAX_STREAM_BYTES:
        return 0
    number = _NUMBER.search(data[max(head - 32, 0) : head])
    unlocked = keys.unlocked(number) if keys and number else None
    if unlocked is not None:
        pieces = (unlocked[at : at + _PIECE] for at in range(0, len(unlocked), _PIECE))
    else:
        pieces = (data[at : min(at + _PIECE, end)] for at in range(start, end, _PIECE))
    return sum(map(len, unpacked(pieces, entries)))


def _end(data: mmap.mmap, start: int, entries: bytes) -> int:
    """Where a stream ends: by its mark or its length, whichever is more.

    The mark may stand within what is packed, and the length may be a lie.
    """
    mark = data.find(b"endstream", start)
    length = _LENGTH.search(entries)
    said = min(start + int(length[1]), len(data)) if length else 0
    return max(len(data) if mark < 0 else mark, said)


class _Keys:
    """Unlocks the large streams of an encrypted file; most files have none."""

    def __init__(self, path: Path, password: str | None) -> None:
        self._path = path
        self._password = password

    @cached_property
    def _file(self) -> Object:
        from plancheck.readers.pdf.pypdfs import DAMAGE, opened, quiet  # noqa: PLC0415 - as below

        try:
            with quiet():
                file = opened(BytesIO(self._path.read_bytes()), self._password)
        except DAMAGE:
            return None
        return file if file.is_encrypted else None

    def unlocked(self, number: re.Match[bytes]) -> bytes | None:
        """The stream of an object, still packed; None where it cannot be unlocked."""
        from plancheck.readers.pdf.pypdfs import DAMAGE, packed, quiet  # noqa: PLC0415 - as below

        if self._file is None:
            return None
        try:
            with quiet():
                return packed(self._file, int(number[1]), int(number[2]))
        except DAMAGE:
            return None


def draws_endlessly(path: Path, password: str | None) -> bool:
    """Whether a page draws figures within figures more often than can be waited for.

    Hardly a file has several figures, and pypdf is asked of those alone.
    """
    content = path.read_bytes()
    if len(_FIGURE.findall(content)) < 2:
        return False
    # Importing it takes longer than most files are read.
    from plancheck.readers.pdf.pypdfs import DAMAGE, opened, quiet  # noqa: PLC0415

    try:
        with quiet():
            root: Object = opened(BytesIO(content), password).root_object
            figures = _Figures()
            return any(
                figures.work(page, resources) > MAX_DRAWN_BYTES
                for page, resources in _pages(root["/Pages"])
            )
    except DAMAGE:
        return False


def _pages(tree: Object) -> Iterator[tuple[Object, Object]]:
    """The pages with their resources, which may be those of the tree above them."""
    nodes: list[tuple[Object, Object]] = [(tree, None)]
    for _count in range(_MAX_NODES):
        if not nodes:
            return
        node, inherited = nodes.pop()
        node = node.get_object()
        resources = node.get("/Resources", inherited)
        if "/Kids" in node:
            kids = node["/Kids"].get_object()[:_MAX_NODES]
            nodes.extend((kid, resources) for kid in reversed(kids))
        else:
            yield node, resources


class _Figures:
    """How much work it is to draw each figure, worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def work(self, holder: Object, resources: Object, depth: int = 0) -> int:
        """Bytes to be drawn for a page or a figure, with all figures within."""
        named = _named(resources) if depth < _MAX_DEPTH else {}
        if not (named or depth):
            return 0
        content = _content(holder)
        size = len(content)
        for match in _DRAWN.finditer(content) if named else ():
            reference = named.get("/" + match[1].decode("latin-1"))
            if reference is not None:
                size += self._of(reference, resources, depth)
            if size > MAX_DRAWN_BYTES:
                break
        return size

    def _of(self, reference: Object, resources: Object, depth: int) -> int:
        """The work of a figure; none for a picture, which is not unpacked."""
        number = int(getattr(reference, "idnum", id(reference)))
        if number not in self._known:
            self._known[number] = 0  # PDFium does not draw a figure within itself
            figure = reference.get_object()
            if figure.get("/Subtype") == "/Form":
                own = figure.get("/Resources", resources)
                self._known[number] = _DRAWING + self.work(figure, own, depth + 1)
        return self._known[number]


def _named(resources: Object) -> Mapping[str, Object]:
    """The figures and pictures that resources name; references as they are."""
    found = resources.get_object() if resources is not None else {}
    figures = found.get("/XObject")
    return {} if figures is None else dict(figures.get_object().items())


def _content(holder: Object) -> bytes:
    """What a page or a figure draws."""
    contents = holder.get("/Contents") if "/Contents" in holder else holder
    contents = contents.get_object()
    if isinstance(contents, list):
        return b"\n".join(_content(each.get_object()) for each in contents[:_MAX_NODES])
    if not hasattr(contents, "get_data"):  # a page without anything on it
        return b""
    return cast("bytes", contents.get_data())
