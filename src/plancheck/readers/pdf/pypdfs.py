"""The edge to pypdf: opens a file of any kind, and tells what pypdf raises on a damaged one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, StreamObject

DAMAGE = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, OSError),
    *(ArithmeticError, RecursionError, NotImplementedError, AssertionError),
)
"""What pypdf raises on a damaged file, which PDFium may read all the same."""


def opened(content: BytesIO, password: str | None = None) -> PdfReader:
    """A file as pypdf sees it, decrypted where that is possible.

    Raises:
        DAMAGE: The file is damaged, or locked by another password.
    """
    reader = PdfReader(content)
    if reader.is_encrypted:
        reader.decrypt(password or "")
    return reader


def packed(reader: PdfReader, number: int, generation: int) -> bytes | None:
    """The data of a stream as they are packed, decrypted; None where it is no stream.

    Raises:
        DAMAGE: The object is damaged, or locked by another password.
    """
    found = reader.get_object(IndirectObject(number, generation, reader))
    # pypdf has no public name for a stream's data before its filters.
    return found._data if isinstance(found, StreamObject) else None  # noqa: SLF001


@contextmanager
def quiet() -> Iterator[None]:
    """Keep pypdf's remarks on odd files out of the user's terminal."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
