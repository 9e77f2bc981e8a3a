"""The sample programme as PDF, plain and tagged, gives the outcomes of its Word file."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import plancheck
from plancheck.readers.docx import read_docx
from plancheck.readers.pdf import read_pdf
from plancheck.sdk import Document, Heading, Report

ROOT = Path(__file__).parents[3]
[SAMPLE] = (ROOT / "sample_docs/complete").glob("*.docx")
OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice, which makes the PDF, is not installed."
)


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "tagged"])
def converted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("converted")
    options = {
        "UseTaggedPDF": {"type": "boolean", "value": str(request.param).lower()},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
    }
    subprocess.run(  # noqa: S603 - our own command
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(options)}",
            "--outdir",
            str(folder),
            str(SAMPLE),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder / SAMPLE.with_suffix(".pdf").name


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, block.text)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def outcomes(report: Report) -> dict[str, tuple[str, int | None]]:
    return {
        result.code: (result.outcome.value, result.score) for result in report.results
    }


def test_pdf_has_the_headings_and_cells_of_the_word_file(converted: Path) -> None:
    word, pdf = read_docx(SAMPLE), read_pdf(converted)

    assert headings(pdf) == headings(word)
    assert [
        [" ".join(cell.text.split()) for cell in table.cells] for table in pdf.tables
    ] == [
        [" ".join(cell.text.split()) for cell in table.cells] for table in word.tables
    ]


def test_rules_judge_both_alike(converted: Path) -> None:
    assert outcomes(plancheck.check([converted])) == outcomes(plancheck.check([SAMPLE]))
