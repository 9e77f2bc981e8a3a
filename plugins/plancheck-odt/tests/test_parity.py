"""A programme is judged alike whether it is a Word file or an OpenDocument text."""

import shutil
import subprocess
from pathlib import Path

import pytest
from odt_texts import write, xml_of

from plancheck import check, read
from plancheck.sdk import Outcome

SAMPLES = Path(__file__).parents[3] / "sample_docs"
WORD = SAMPLES / "complete" / "lejasupes-novada-attistibas-programma.docx"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

needs_sample = pytest.mark.skipif(
    not WORD.is_file(), reason="The sample documents of plancheck are not here."
)


def outcomes(path: Path) -> dict[str, tuple[Outcome, int | None]]:
    return {each.code: (each.outcome, each.score) for each in check(path).results}


@needs_sample
@pytest.mark.parametrize("sample", ["complete", "gapped"])
def test_a_text_that_odfdo_writes_is_judged_as_the_word_file(
    sample: str, tmp_path: Path
) -> None:
    word = SAMPLES / sample / WORD.name
    [document] = read(word).documents
    path = write(tmp_path / "programme.odt", xml_of(document))

    [again] = read(path).documents
    assert again.format == "odt"
    assert outcomes(path) == outcomes(word)


@needs_sample
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed.")
def test_what_libreoffice_makes_of_a_word_file_is_judged_as_it(tmp_path: Path) -> None:
    subprocess.run(  # noqa: S603 - our own file
        [
            str(OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "odt", "--outdir", str(tmp_path), str(WORD)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    path = tmp_path / f"{WORD.stem}.odt"

    [own], [word] = read(path).documents, read(WORD).documents
    assert own.format == "odt"
    assert [table.cells for table in own.tables] == [
        table.cells for table in word.tables
    ]
    assert outcomes(path) == outcomes(WORD)
