"""The pytest plugin: a complete programme, and programmes read back from real files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plancheck.sdk import Programme

Reading = Callable[[str], Programme]
"""From the Markdown of a volume to the programme as it is read from a file of a format."""


@pytest.fixture
def complete_programme() -> Programme:
    """A small Latvian programme that passes every built-in rule."""
    from plancheck.testing.programmes import (  # noqa: PLC0415 - only when used
        COMPLETE,
        programme,
    )

    return programme(COMPLETE)


@pytest.fixture
def complete_english_programme() -> Programme:
    """A small English programme that passes every rule of the profile `eu`."""
    from plancheck.testing.programmes import (  # noqa: PLC0415 - only when used
        COMPLETE_ENGLISH,
        programme,
    )

    return programme(COMPLETE_ENGLISH)


@pytest.fixture
def as_docx(tmp_path: Path) -> Reading:
    """Reads a programme from a Word file made of it."""
    return _reading(tmp_path, "docx")


@pytest.fixture
def as_pdf(tmp_path: Path) -> Reading:
    """Reads a programme from a PDF made of it; skips where LibreOffice is not installed."""
    from plancheck.testing.files import office  # noqa: PLC0415 - only when used

    if office() is None:
        pytest.skip("LibreOffice, which makes the PDF, is not installed")
    return _reading(tmp_path, "pdf")


@pytest.fixture
def as_xlsx(tmp_path: Path) -> Reading:
    """Reads a programme from a workbook made of it, a sheet for each heading."""
    return _reading(tmp_path, "xlsx")


def _reading(folder: Path, file_format: str) -> Reading:
    from plancheck.reading import read  # noqa: PLC0415 - only when used
    from plancheck.testing.files import Files  # noqa: PLC0415 - it needs the extra

    def reading(markdown: str) -> Programme:
        name = "programme.xlsx.md" if file_format == "xlsx" else "programme.md"
        return read(Files(folder).of({name: markdown}, file_format))

    return reading
