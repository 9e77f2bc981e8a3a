"""Opens a package, and says in a sentence why one cannot be opened."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from lxml.etree import XMLSyntaxError
from odfdo import Document as OdfDocument
from odfdo import Element

from plancheck.sdk import UnreadableDocumentError, system_reason

MAX_BYTES = 150_000_000
"""The largest part that is read; the text of a programme has 3 MB."""

_READ = ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", "mimetype")
_NEW_COPY = "get a new copy of it"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file that are read; `styles` has headers and footers too."""

    content: Element
    styles: Element
    page_count: int | None
    sha256: str


def open_package(path: Path) -> Package:
    """The parts of a file.

    Raises:
        UnreadableDocumentError: It is no OpenDocument text, or it is locked or damaged.
    """
    name = str(path)
    with _refusing(name):
        blob = path.read_bytes()
        _check(name, blob)
        package = OdfDocument(BytesIO(blob))
        return Package(
            content=package.content.root,
            styles=package.styles.root,
            page_count=_page_count(package.meta.root),
            sha256=hashlib.sha256(blob).hexdigest(),
        )


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = system_reason(error)
        remedy = "check the name, and that you may read the file"
        raise UnreadableDocumentError(name, reason, remedy) from error
    except (BadZipFile, KeyError, ValueError, XMLSyntaxError, ZlibError) as error:
        reason = "the file is damaged or incomplete"
        raise UnreadableDocumentError(name, reason, _NEW_COPY) from error


def _check(name: str, blob: bytes) -> None:
    """Refuse what is no text, what a password locks, and what would fill the memory."""
    if not blob.startswith(b"PK"):
        reason = "it is no OpenDocument text" if blob else "the file is empty"
        raise UnreadableDocumentError(name, reason, _NEW_COPY)
    with ZipFile(BytesIO(blob)) as archive:
        sizes = {each.filename: each.file_size for each in archive.infolist()}
        if any(sizes.get(part, 0) > MAX_BYTES for part in _READ):
            reason = "it is larger than any real document"
            raise UnreadableDocumentError(name, reason, "split it into volumes")
        kind = archive.read("mimetype") if "mimetype" in sizes else b""
        if b"opendocument.text" not in kind:
            reason = "it is an archive, but no OpenDocument text"
            raise UnreadableDocumentError(name, reason, "give it its own suffix")
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            reason, remedy = "a password locks it", "save it without the password"
            raise UnreadableDocumentError(name, reason, remedy)


def _page_count(meta: Element) -> int | None:
    """The pages that the office counted when it saved."""
    for each in meta.get_elements("//meta:document-statistic"):
        pages = str(each.get_attribute("meta:page-count") or "")
        return int(pages) if pages.isdecimal() and 0 < len(pages) < 6 else None
    return None
