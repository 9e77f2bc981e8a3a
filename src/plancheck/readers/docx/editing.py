"""Parts of a Word file that are changed and written again, each with its own spelling."""

from dataclasses import dataclass

from lxml import etree

from plancheck.readers.docx.package import Package, strict_names

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


@dataclass(frozen=True, slots=True)
class Part:
    """A part with the tree that is changed in place.

    `name` is as the archive spells it. The tree of a strict file has the usual names, as
    all code here knows them, and `renamed` has its own for each, to be written.
    """

    name: str
    root: etree._Element
    renamed: tuple[tuple[bytes, bytes], ...] = ()

    def written(self) -> bytes:
        """The bytes of the part."""
        xml = etree.tostring(self.root.getroottree(), encoding="UTF-8")
        for own, usual in self.renamed:
            xml = xml.replace(usual, own)
        return _DECLARATION + xml


def open_part(package: Package, part: str) -> Part | None:
    """A part to be changed, with all that it holds; None where there is no such part.

    Raises:
        DamagedPartError: It cannot be unpacked or is no XML.
        UnreadableDocumentError: It is hostile or too large.
    """
    blob = package.blob(part)
    if blob is None:
        return None
    # A name that stands there in both ways could not be told apart again.
    renamed = [pair for pair in strict_names(blob) if pair[1] not in blob]
    for own, usual in renamed:
        blob = blob.replace(own, usual)
    root = package.parsed(part, blob, keeps_remarks=True)
    return Part(package.stored_name(part), root, tuple(renamed))
