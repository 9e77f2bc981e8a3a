"""The complete sample as three volumes in three formats is judged as in one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.readers.markdown import parse_markdown
from plancheck.sdk import Report
from plancheck.testing.wordfile import build_docx
from tests.readers.xlsx.test_parity import workbook

SOURCE = Path(__file__).parents[2] / "sample_docs" / "source" / "complete.md"
OFFICE = shutil.which("soffice")
TITLE = "Lejasupes novada attīstības programma 2022.–2027. gadam\n\n{part}\n\n"

pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice, which makes the PDF, is not installed."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file, a PDF and a workbook, named against the order of their parts."""
    folder = tmp_path_factory.mktemp("volumes")
    text = SOURCE.read_text(encoding="utf-8")
    headings = ("# 3. Rīcības", "# 4. Investīciju", "# 5. Klimata")
    plan, investments, climate = (text.index(f"\n{each}") + 1 for each in headings)
    write_pdf(
        TITLE.format(part="Rīcības plāns") + text[plan:investments],
        folder / "b.pdf",
    )
    volume = TITLE.format(part="Investīciju plāns") + text[investments:climate]
    workbook(parse_markdown(volume, "a.md"), folder / "a.xlsx")
    build_docx(parse_markdown(text[:plan] + text[climate:], "c.md"), folder / "c.docx")
    return folder


def write_pdf(text: str, path: Path) -> None:
    word = path.with_suffix(".docx")
    build_docx(parse_markdown(text, word.name), word)
    profile = path.parent / "profile"
    subprocess.run(  # noqa: S603 - our own command
        [
            str(OFFICE),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--convert-to", "pdf"),
            *("--outdir", str(path.parent), str(word)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    word.unlink()


def outcomes(report: Report) -> dict[str, str]:
    return {result.code: result.outcome.value for result in report.results}


def test_every_rule_has_the_outcome_that_it_has_on_one_volume(folder: Path) -> None:
    assert outcomes(check([folder])) == outcomes(check([SOURCE]))


def test_volumes_stand_in_the_order_of_their_parts(folder: Path) -> None:
    documents = check([folder]).documents

    main_parts = [(Path(each.name).name, each.parts[0].concept) for each in documents]
    assert main_parts == [
        ("c.docx", "current situation"),
        ("b.pdf", "action plan"),
        ("a.xlsx", "investment plan"),
    ]
