"""Reading a Word file that a test writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plancheck.readers.docx import read_docx
from plancheck.sdk import Document
from tests.readers.docx.building import word_file

Read = Callable[..., Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a document from the XML of its body and its other parts."""

    def read_body(
        body: str, parts: Mapping[str, str | bytes] | None = None
    ) -> Document:
        return read_docx(word_file(tmp_path / "programma.docx", body, parts))

    return read_body
