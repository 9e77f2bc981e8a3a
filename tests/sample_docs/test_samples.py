"""The sample programmes are what their sources say, and fail what they are meant to."""

import tomllib
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.readers.docx import read_docx
from plancheck.readers.markdown import parse_markdown, read_markdown
from plancheck.sdk import Document, Heading, Table
from plancheck.settings import Settings
from plancheck.testing import AS_OF
from sample_docs.build import SAMPLES, build
from sample_docs.check_sums import faults

ROOT = Path(__file__).parents[2] / "sample_docs"
NAMES = sorted(SAMPLES)


def source(name: str) -> Path:
    return ROOT / "source" / f"{name}.md"


def shapes(document: Document) -> list[object]:
    """Headings and tables: what both readers must see alike."""
    return [
        block.text if isinstance(block, Heading) else tuple(map(cells, [block]))
        for block in document.blocks
        if isinstance(block, Heading | Table)
    ]


def cells(table: Table) -> list[tuple[str, int, int, int, int]]:
    return [
        (each.text, each.row_index, each.column_index, each.row_span, each.column_span)
        for each in table.cells
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_rebuild_gives_the_bytes_that_are_kept(name: str, tmp_path: Path) -> None:
    kept = ROOT / name / SAMPLES[name]

    assert build(name, tmp_path).read_bytes() == kept.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_word_file_and_source_read_alike(name: str) -> None:
    kept = read_docx(ROOT / name / SAMPLES[name])

    assert shapes(kept) == shapes(read_markdown(source(name)))


@pytest.mark.parametrize("name", NAMES)
def test_sums_add_up_and_every_code_has_its_parent(name: str) -> None:
    assert list(faults(read_markdown(source(name)))) == []


def test_a_wrong_amount_is_found() -> None:
    text = source("complete").read_text(encoding="utf-8")

    wrong = parse_markdown(text.replace("| 486 200 |", "| 486 201 |", 1))

    assert next(faults(wrong)) == "IP-01: 2141000 is not 2141001."


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_fails_the_rules_that_it_is_meant_to_fail(name: str) -> None:
    gaps = tomllib.loads((ROOT / "gaps.toml").read_text(encoding="utf-8"))

    report = check([ROOT / name], Settings(as_of=AS_OF))

    failed = {each.code for each in report.results if each.outcome == "fail"}
    assert failed == set(gaps[name]["fails"])


def test_the_gapped_sample_is_low_where_a_peer_review_of_its_model_was() -> None:
    report = check([ROOT / "gapped"], Settings(as_of=AS_OF))

    low = {each.id for each in report.scores.low}
    assert low == {"T1", "T2", "G3", "G4", "C2", "M1"}
    assert len(report.scores.high) == 20
    assert [[each.id for each in point] for point in report.scores.weakest[:3]] == [
        ["T1", "T2"],
        ["C2"],
        ["M1"],
    ]


@pytest.mark.parametrize("name", ["complete", "english"])
def test_a_whole_sample_is_low_nowhere(name: str) -> None:
    scores = check([ROOT / name], Settings(as_of=AS_OF)).scores

    assert not scores.low
