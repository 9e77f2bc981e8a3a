"""What the tests of the reader share."""

from pathlib import Path

import pytest
from odt_texts import Reading, write

from plancheck.sdk import Document
from plancheck_odt.plugin import read_odt


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Read a text whose body is the XML given."""

    def read(*blocks: str) -> Document:
        return read_odt(write(tmp_path / "text.odt", blocks))

    return read
