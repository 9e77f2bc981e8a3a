"""What is found becomes a thing to do, in the chapter where it is mended."""

from pathlib import Path

import pytest

from plancheck import Report, check
from plancheck.testing import COMPLETE, blank_column
from plancheck_todo.plugin import render

PLAN = """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš | Finansējuma avots |
| --- | --- | --- | --- | --- |
| 1. | Tilts <Birzmalās> | Ceļu nodaļa | 2024 | PB |
| 2. | Dienas centrs | Sociālais dienests | 2025 | |
"""


def report_on(markdown: str, folder: Path) -> Report:
    path = folder / "programma.md"
    path.write_text(markdown, encoding="utf-8")
    return check(path)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """On a plan of two measures, one without a funding source."""
    return report_on(PLAN, tmp_path)


def test_a_finding_stands_in_its_chapter_with_its_row(report: Report) -> None:
    text = render(report, "en")

    _, _, chapter = text.partition("\n## Lejasupes novada")
    assert "**FF01**, should: “Dienas centrs” names no funding source." in chapter
    assert "(Rīcības plāns, table 1, row 3)" in chapter


def test_what_stands_nowhere_comes_first(report: Report) -> None:
    headings = [
        line for line in render(report, "en").splitlines() if line.startswith("## ")
    ]

    assert headings[0] == "## Not in the programme yet"


def test_each_finding_has_a_box_and_its_remedy(report: Report) -> None:
    lines = render(report, "en").splitlines()
    boxes = [index for index, line in enumerate(lines) if "- [ ] **FF01**" in line]

    assert boxes
    assert all(lines[index + 1].startswith("  - How: ") for index in boxes)


def test_the_list_is_in_latvian_too(report: Report) -> None:
    text = render(report, "lv")

    assert text.startswith("# Darāmais: ")
    assert "  - Kā: " in text
    assert "names no funding source" not in text


def test_words_of_the_programme_make_no_markdown(tmp_path: Path) -> None:
    report = report_on(PLAN.replace("| PB |", "| |"), tmp_path)

    assert "<Birzmalās>" not in render(report, "en")


def test_a_programme_without_findings_has_nothing_to_do(tmp_path: Path) -> None:
    whole = render(report_on(COMPLETE, tmp_path), "en")
    lacking = render(
        report_on(blank_column(COMPLETE, "Finansējuma avots"), tmp_path), "en"
    )

    assert "FF01" not in whole
    assert "FF01" in lacking
