"""A Word file part by part, each unpacked and parsed when it is asked for.

A file comes from anybody: sizes are bounded before anything is unpacked, and the parser
knows neither document types nor entities nor the network. python-docx opens the package
and unpacks its parts; they are parsed here, because its own elements would build a
proxy class for each node of a document that is only walked once.
"""

import posixpath
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any
from urllib.parse import unquote

from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from plancheck.readers.archive import (
    ZIP_ERRORS,
    Archive,
    DamagedArchiveError,
    DamagedPartError,
    OversizeError,
    Room,
)
from plancheck.readers.locked import locked
from plancheck.sdk import UnreadableDocumentError

MAX_XML_BYTES = 150_000_000
"""All parts read of one file; the longest real programme met has 25 MB."""

MAX_TREE_BYTES = 900_000_000
"""What the parsed parts may take in memory, estimated before they are parsed."""

_ELEMENT_BYTES, _ATTRIBUTE_BYTES = 120, 230  # of libxml2's nodes on a 64-bit machine
_MOST_BYTES_A_LETTER = _ELEMENT_BYTES // 4  # nothing is denser than "<a/>"

_HUGE = ("Text node too long", "huge text node")
"""What libxml2 says, by its age, of more than ten million bytes in one node."""

SAVE_AGAIN = "open it in Word and save it again as .docx"
NEW_COPY = "get a new copy, or open it in Word, let Word repair it, and save it"
_STRICT = tuple(
    (
        f"http://purl.oclc.org/ooxml/{old}".encode(),
        f"http://schemas.openxmlformats.org/{new}".encode(),
    )
    for old, new in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
    )
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; `kind` is the last word of its type's address."""

    kind: str
    target: str
    is_external: bool = False


class Package:
    """The parts of one open Word file.

    Part names have no slash in front, and are found in any case, as Word finds them.
    """

    def __init__(
        self, name: str, stream: IO[bytes], within: "Package | None" = None
    ) -> None:
        """Open it.

        Args:
            name: What the document is called.
            stream: The archive.
            within: The package that it is a part of, whose room it shares.

        Raises:
            UnreadableDocumentError: It is no archive.
        """
        self.name = name
        self.room: Room = within.room if within else Room(MAX_XML_BYTES)
        self.tree_room: Room = within.tree_room if within else Room(MAX_TREE_BYTES)
        try:
            self._archive = Archive(stream, self.room)
            # python-docx types neither this factory nor what it makes.
            self._reader: Any = PhysPkgReader(stream)  # type: ignore[no-untyped-call]
        except DamagedArchiveError as error:
            reason = "the file is damaged or incomplete"
            raise UnreadableDocumentError(name, reason, NEW_COPY) from error

    def __contains__(self, part: str) -> bool:
        return part in self._archive

    @property
    def has_documents(self) -> bool:
        """Whether it packs whole files together, as people do to send them."""
        return self._archive.has_documents

    def blob(self, part: str) -> bytes | None:
        """The bytes of a part, or None where there is no such part.

        Raises:
            DamagedPartError: The part cannot be unpacked.
            UnreadableDocumentError: The parts are together larger than any real document.
        """
        try:
            entry = self._archive.admit(part)
            if entry is None:
                return None
            blob: bytes = self._reader.blob_for(PackURI(f"/{entry.filename}"))
        except OversizeError as error:
            raise self.too_large() from error
        except ZIP_ERRORS as error:
            raise DamagedPartError(part) from error
        except RuntimeError as error:  # what zipfile raises for an encrypted part
            raise locked(self.name, None) from error
        return blob

    def root(self, part: str) -> etree._Element | None:
        """The parsed root of a part, or None where there is no such part.

        Raises:
            DamagedPartError: The part cannot be unpacked or is no XML.
            UnreadableDocumentError: The part is hostile or too large.
        """
        blob = self.blob(part)
        if blob is None:
            return None
        for old, new in strict_names(blob):
            blob = blob.replace(old, new)
        return self.parsed(part, blob)

    def parsed(
        self, part: str, blob: bytes, *, keeps_remarks: bool = False
    ) -> etree._Element:
        """The root of a part from its bytes.

        Args:
            part: Its name, for errors.
            blob: Its bytes.
            keeps_remarks: Whether comments and instructions of XML stay in the tree.

        Raises:
            DamagedPartError: It is no XML.
            UnreadableDocumentError: It is hostile or too large.
        """
        self._refuse_hostile(blob)
        try:
            root = etree.fromstring(blob, _parser(keeps_remarks=keeps_remarks))
        except (etree.XMLSyntaxError, ValueError) as error:
            if any(said in str(error) for said in _HUGE):
                raise self.too_large() from error
            raise DamagedPartError(part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._hostile()
        return root

    def stored_name(self, part: str) -> str:
        """The name of a part as the archive spells it; as given where there is no such part."""
        return self._archive.stored_name(part)

    def relations(self, part: str) -> dict[str, Relation]:
        """The links of a part (of the package itself for ""), by their ids."""
        folder, base = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found = {}
        for each in root.iter("{*}Relationship"):
            target = unquote(each.get("Target", ""))
            external = each.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Relation(kind, target, external)
        return found

    def too_large(self) -> UnreadableDocumentError:
        """The error for more than a real document holds."""
        return UnreadableDocumentError(
            self.name,
            "its text parts are larger than those of any real document",
            "split it into volumes, or remove what is embedded in it",
        )

    def _hostile(self) -> UnreadableDocumentError:
        return UnreadableDocumentError(
            self.name, "it declares XML entities, which no Word file does", SAVE_AGAIN
        )

    def _refuse_hostile(self, blob: bytes) -> None:
        # Both declarations and elements are counted in one byte an ASCII letter; a part in
        # UTF-16 has a zero byte among its first ones, and is seldom: only old tools write it.
        plain = blob.replace(b"\0", b"") if b"\0" in blob[:4] else blob
        if b"<!DOCTYPE" in plain:
            raise self._hostile()
        size = len(plain) * _MOST_BYTES_A_LETTER
        if size > self.tree_room.left:
            elements = plain.count(b"<") - plain.count(b"</")
            attributes = plain.count(b"=")
            size = (
                elements * _ELEMENT_BYTES + attributes * _ATTRIBUTE_BYTES + len(plain)
            )
        try:
            self.tree_room.take(size)
        except OversizeError as error:
            raise self.too_large() from error


def strict_names(blob: bytes) -> tuple[tuple[bytes, bytes], ...]:
    """The names of a strict file in a part, each with the usual name for the same."""
    if b"purl.oclc.org/ooxml" not in blob:
        return ()
    return tuple(pair for pair in _STRICT if pair[0] in blob)


def _parser(*, keeps_remarks: bool) -> etree.XMLParser[etree._Element]:
    """A parser that reads nothing but the part; lxml bounds depth and text length."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not keeps_remarks,
        remove_pis=not keeps_remarks,
    )


def embedded_package(outer: Package, blob: bytes) -> Package:
    """A Word file that is a part of another one."""
    return Package(outer.name, BytesIO(blob), outer)
