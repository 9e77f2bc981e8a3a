"""What the plugin brings: a reader of OpenDocument texts."""

from collections.abc import Iterable
from pathlib import Path

from plancheck.sdk import Document, Reader, hookimpl


def read_odt(path: Path) -> Document:
    """The document of an .odt file.

    Raises:
        UnreadableDocumentError: It is no OpenDocument text, or it is locked or damaged.
    """
    # odfdo takes a quarter of a second to import, and most programmes are other files.
    from plancheck_odt.reading import read  # noqa: PLC0415

    return read(path)


@hookimpl
def plancheck_readers() -> Iterable[Reader]:
    """Give the reader of .odt files and of their templates."""
    return [Reader("odt", (".odt", ".ott"), read_odt)]
