"""Reading a PDF that a test draws."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plancheck.readers.pdf import read_pdf
from plancheck.sdk import Document
from tests.readers.pdf.making import Page, pdf

Read = Callable[..., Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a document from its pages."""

    def read_pages(*pages: Page, bookmarks: Sequence[tuple[str, int]] = ()) -> Document:
        path = tmp_path / "programma.pdf"
        path.write_bytes(pdf(*pages, bookmarks=bookmarks))
        return read_pdf(path)

    return read_pages
