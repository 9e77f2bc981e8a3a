"""Whole drafts: what an editor moves, renumbers or saves otherwise is still the same finding."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.diff import Side, Status, compare, side_of
from plancheck.settings import Settings
from plancheck.testing import (
    AS_OF,
    COMPLETE,
    blank_column,
    document,
    drop_section,
    letter_space,
)
from plancheck.testing.wordfile import build_docx

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
SECAP = CORPUS / "plans/lv/liepaja_secap_2023-2030_lv.docx"

COLUMNS = (
    "Finansējuma avots",
    "Mērķa grupa",
    "Indikatīvā summa, EUR",
    "Datu avots",
    "Mērvienība",
)


@cache
def gapped() -> str:
    """A programme with findings on rows, on headings and on what is nowhere."""
    markdown = drop_section(COMPLETE, "2.1. Pielāgošanās klimata pārmaiņām")
    for column in COLUMNS:
        markdown = blank_column(markdown, column, share=0.6)
    return markdown


def side(path: Path, **settings: object) -> Side:
    asked = Settings(as_of=AS_OF, profile="lv-municipality")
    judged = check(path, replace(asked, **settings))  # type: ignore[arg-type]  # of several
    return side_of(judged, str(path), "lv")


def as_markdown(text: str, path: Path) -> Path:
    path.with_suffix(".md").write_text(text, encoding="utf-8")
    return path.with_suffix(".md")


def as_word(text: str, path: Path) -> Path:
    build_docx(document(text), path.with_suffix(".docx"))
    return path.with_suffix(".docx")


def with_chapter_before(text: str) -> str:
    """With a new first chapter, and the numbers of all others one up."""
    shifted = re.sub(
        r"^(#+) (\d)\.", lambda m: f"{m[1]} {int(m[2]) + 1}.", text, flags=re.MULTILINE
    )
    chapter = (
        "## 1. Vadītāja vēstule\n\nMīļie novadnieki!\n\n"
        "| Gads | Notikums |\n| --- | --- |\n| 2021 | Novadu reforma |\n\n"
    )
    return shifted.replace("## Saīsinājumi", f"{chapter}## Saīsinājumi", 1)


def renumbered(text: str) -> str:
    """With other numbers of measures and projects, wherever they are named."""
    return re.sub(r"(?<![\d.])(\d\.\d)\.(\d)(?!\d)", r"\1.4\2", text)


def dearer(text: str) -> str:
    """With all amounts twice as large, so that their sums still hold."""

    def doubled(amount: re.Match[str]) -> str:
        return f"{2 * int(amount[0].replace(' ', '')):,}".replace(",", " ")

    return re.sub(r"\b\d{1,3}(?: \d{3})+\b", doubled, text)


EDITS: dict[str, Callable[[str], str]] = {
    "as it was": str,
    "chapter before": with_chapter_before,
    "renumbered": renumbered,
    "dearer": dearer,
    "letter-spaced": lambda text: letter_space(text, "3. Rīcības plāns"),
    "all at once": lambda text: with_chapter_before(renumbered(dearer(text))),
}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Side:
    """The draft with gaps, in Markdown."""
    return side(as_markdown(gapped(), tmp_path_factory.mktemp("old") / "projekts"))


@pytest.mark.parametrize(
    ("name", "write"),
    [*((name, as_markdown) for name in EDITS), ("all at once", as_word)],
)
def test_an_edit_that_mends_nothing_mends_nothing(
    old: Side, name: str, write: Callable[[str, Path], Path], tmp_path: Path
) -> None:
    found = compare(old, side(write(EDITS[name](gapped()), tmp_path / "redakcija-2")))

    assert found.counts[Status.STILL] >= 15
    assert [(each.status, each.code) for each in found.of(Status.MENDED)] == []
    assert [(each.status, each.code) for each in found.of(Status.NEW)] == []


def test_what_is_mended_in_another_format_is_mended(old: Side, tmp_path: Path) -> None:
    new = side(as_word(COMPLETE, tmp_path / "jaunais"))

    found = compare(old, new)

    assert found.counts[Status.MENDED] >= 15
    left = [each for each in found.changes if each.status is not Status.MENDED]
    assert [each.code for each in left] == ["CL07"]  # passes by three of four things


def test_each_finding_has_a_fingerprint_of_its_own(old: Side) -> None:
    marks = [
        each.fingerprint for result in old.results.values() for each in result.findings
    ]

    assert len(marks) > 20
    assert len(set(marks)) == len(marks)


@pytest.mark.skipif(
    not SECAP.exists(), reason=f"The corpus of real documents is not at {CORPUS}."
)
def test_a_real_plan_in_word_and_as_pdf_has_the_same_findings() -> None:
    codes = ("MO02", "MO03", "SD02", "DS07")
    as_pdf, in_word = (
        side(SECAP.with_suffix(suffix), select=codes) for suffix in (".pdf", ".docx")
    )

    counts = compare(as_pdf, in_word).counts

    assert counts[Status.STILL] >= 70
    assert counts[Status.NEW] + counts[Status.MENDED] <= 4
