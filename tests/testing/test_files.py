"""A programme made into a file of each format is read back as it was."""

from pathlib import Path

import pytest

from plancheck.rules.monitoring import indicator_table
from plancheck.sdk import Programme
from plancheck.testing import COMPLETE, files, programme
from plancheck.testing.files import Files
from plancheck.testing.fixtures import Reading


@pytest.mark.parametrize("fixture", ["as_docx", "as_pdf", "as_xlsx"])
def test_every_format_has_the_same_outcome(
    fixture: str, request: pytest.FixtureRequest, complete_programme: Programme
) -> None:
    reading: Reading = request.getfixturevalue(fixture)

    verdict = indicator_table(reading(COMPLETE))

    assert verdict.score == indicator_table(complete_programme).score


def test_the_complete_programme_is_that_of_the_fixture(
    complete_programme: Programme,
) -> None:
    assert complete_programme.municipality == programme(COMPLETE).municipality


def test_a_pdf_is_made_once_of_what_a_word_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volumes = {"programma.md": "# Programma\n\nTeksts.\n"}
    monkeypatch.setattr(files, "office", lambda: None)

    with pytest.raises(FileNotFoundError, match="LibreOffice"):
        Files(tmp_path).of(volumes, "pdf")

    [word] = tmp_path.glob("*/programma.docx")
    kept = files._pdf_of(word)  # noqa: SLF001 - where it is kept is not public
    kept.parent.mkdir()
    kept.write_bytes(b"%PDF")

    assert Files(tmp_path).of(volumes, "pdf") == [kept]
