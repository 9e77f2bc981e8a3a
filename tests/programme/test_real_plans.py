"""What is read of the Latvian plans in the corpus: the figures of `docs/analysis`."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

import plancheck
from plancheck.model.table import Table
from plancheck.programme.programme import Programme

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
PLANS = CORPUS / "plans" / "lv"
PAGES = ROOT / "docs" / "analysis"
WORD, PDF = (f"liepaja_secap_2023-2030_lv.{suffix}" for suffix in ("docx", "pdf"))
RIGA = "Rigas_viedas_pilsetas_pamatnostadnes_2025-2030.pdf"

pytestmark = pytest.mark.skipif(
    not PLANS.exists(), reason=f"The corpus of real documents is not at {CORPUS}."
)


@cache
def plan(name: str) -> Programme:
    return plancheck.read([PLANS / name])


def figures(name: str) -> dict[str, int]:
    read = plan(name)
    [document] = read.documents
    planning = {id(each) for table in read.tables for each in table.fragments}
    sheets = {
        id(each)
        for table in read.tables
        if table.is_fact_sheet
        for each in table.fragments
    }
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return {
        "headings": sum(each.heading is not None for each in document.walk()),
        "tables": len(tables),
        "planning": sum(id(table) in planning for table in tables),
        "measures": len(read.measures),
        "funded": sum(bool(each.source) for each in read.measures),
        "indicators": len(read.indicators),
        "sourced": sum(bool(each.data_source) for each in read.indicators),
        "alone": sum(id(each.place.table) in sheets for each in read.indicators),
    }


LIEPAJA_ROWS = (
    ("headings", "headings"),
    ("tables", "tables"),
    ("planning", "of them read as measures, indicators or risks"),
    ("measures", "measures"),
    ("funded", "with source of funding, from their fact sheets"),
    ("indicators", "indicators"),
    ("sourced", "with data source, from their fact sheets"),
    ("alone", "that stand alone, without their row in the list"),
)


@pytest.mark.parametrize(("name", "column"), [(WORD, 2), (PDF, 3)])
def test_liepaja_is_read_as_its_page_says(name: str, column: int) -> None:
    page = (PAGES / "liepaja.md").read_text("utf-8")
    found = figures(name)

    for key, label in LIEPAJA_ROWS:
        [line] = re.findall(rf"^\| {re.escape(label)} \|.*$", page, re.MULTILINE)
        assert int(line.split("|")[column]) == found[key], label


def test_measures_of_liepaja_are_those_of_its_list() -> None:
    for name in (WORD, PDF):
        codes = [measure.code for measure in plan(name).measures]

        assert len(codes) == len(set(codes)) == 17
        assert [each.code for each in plan(name).measures if not each.source] == [
            "4.6.2"
        ]


def test_riga_is_read_as_its_page_says() -> None:
    read = plan(RIGA)
    [document] = read.documents
    found = figures(RIGA)

    assert document.page_count == 52
    assert found["headings"] == len(document.contents) - 1 == 26
    assert (found["tables"], found["measures"], found["indicators"]) == (10, 109, 6)
    assert [len(table.rows) for table in read.tables_of("action")] == [31, 30, 48]
    assert read.kind is None


@pytest.mark.parametrize(
    ("name", "years"), [(WORD, (2023, 2030)), (PDF, (2023, 2030)), (RIGA, (2025, 2030))]
)
def test_period_is_the_plans_own(name: str, years: tuple[int, int]) -> None:
    period = plan(name).period

    assert period is not None
    assert (period.first, period.last) == years
