"""The page as people meet it: in a browser, by keyboard, on a phone, without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plancheck.checker import check
from plancheck.reporters.html import render
from plancheck.settings import Settings
from plancheck.testing import AS_OF
from tests.browser import browser, window
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT

SAMPLES = Path(__file__).parents[3] / "sample_docs"
PHONE = 375


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with a result of each outcome, in Latvian."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(render(REPORT, "lv"), "utf-8")
    return file


@pytest.mark.parametrize(
    ("language", "width", "is_dark"),
    [
        ("lv", 1200, False),
        ("lv", PHONE, True),
        ("en", PHONE, False),
        ("en", 1200, True),
    ],
)
def test_axe_finds_nothing(
    chromium: Browser, tmp_path: Path, language: str, width: int, *, is_dark: bool
) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(REPORT, language), "utf-8")

    with window(chromium, file, width=width, is_dark=is_dark) as opened:
        opened.page.click("[data-unfold]")

        assert opened.violations() == []
        assert opened.overflow == 0
        assert opened.complaints == []


@pytest.mark.parametrize(
    ("sample", "language", "width"),
    [("complete", "en", 1200), ("gapped", "lv", PHONE), ("english", "lv", 1200)],
)
def test_axe_finds_nothing_on_whole_programmes(
    chromium: Browser, tmp_path: Path, sample: str, language: str, width: int
) -> None:
    file = tmp_path / "report.html"
    report = check(SAMPLES / sample, Settings(as_of=AS_OF))
    file.write_text(render(report, language), "utf-8")

    with window(chromium, file, width=width) as opened:
        assert opened.violations(has_contrast=False) == []
        assert opened.overflow == 0
        assert opened.complaints == []


@pytest.mark.parametrize("harm", ["script", "entities", "long"])
def test_harmful_text_runs_nothing_and_breaks_no_layout(
    chromium: Browser, tmp_path: Path, harm: str
) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(report_full_of(HARMFUL[harm]), "en"), "utf-8")

    with window(chromium, file, width=320) as opened:
        opened.page.click("[data-unfold]")

        assert opened.complaints == []
        assert opened.overflow == 0


def test_a_filter_leaves_the_rules_that_fit(chromium: Browser, page: Path) -> None:
    with window(chromium, page) as opened:
        opened.page.select_option("[name=outcome]", "fail")
        opened.page.select_option("[name=category]", "climate")

        shown = opened.page.locator("tr.rule:visible").evaluate_all(
            "rows => rows.map(row => row.id)"
        )
        said = opened.page.inner_text(".filters [role=status]")
    assert shown == ["rule-CL01"]
    assert said == f"Redzamie noteikumi: 1 no {len(REPORT.results)}"


def test_all_rules_come_back(chromium: Browser, page: Path) -> None:
    with window(chromium, page) as opened:
        opened.page.select_option("[name=volumes]", "0")
        before = opened.page.locator("tr.rule:visible").count()
        opened.page.click("button[type=reset]")

        opened.page.wait_for_function(
            "document.querySelectorAll('tr[hidden]').length === 0"
        )
        after = opened.page.locator("tr.rule:visible").count()
    assert (before, after) == (2, len(REPORT.results))


def test_without_scripts_everything_is_there_and_no_dead_button(
    chromium: Browser, page: Path
) -> None:
    with window(chromium, page, has_script=False) as opened:
        assert opened.page.locator("tr.rule:visible").count() == len(REPORT.results)
        assert opened.page.locator("button:visible, select:visible").count() == 0


def test_the_first_key_leads_past_the_head(chromium: Browser, page: Path) -> None:
    with window(chromium, page) as opened:
        opened.page.keyboard.press("Tab")
        opened.page.keyboard.press("Enter")

        assert opened.page.evaluate("document.activeElement.id") == "main"


def test_an_example_is_copied_as_a_table(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    report = check(SAMPLES / "gapped", Settings(as_of=AS_OF, select=("TF01",)))
    file.write_text(render(report, "lv"), "utf-8")

    with window(chromium, file) as opened:
        opened.page.context.grant_permissions(["clipboard-read"])
        opened.page.click(".task summary")
        opened.page.click(".task [data-copy]")

        copied = opened.page.evaluate(
            "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
            ".then((blob) => blob.text())"
        )
        said = opened.page.inner_text(".task [data-copy]")
    assert "<table" in copied
    assert "Mērķteritorija" in copied
    assert said.startswith("Nokopēts")


def test_an_example_keeps_its_cells_side_by_side_on_a_phone(
    chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    report = check(SAMPLES / "gapped", Settings(as_of=AS_OF, select=("TF01",)))
    file.write_text(render(report, "lv"), "utf-8")

    with window(chromium, file, width=PHONE) as opened:
        opened.page.click("tr.rule summary")

        cells = opened.page.locator("tr.rule .paste th:visible")
        tops = cells.evaluate_all(
            "cells => cells.map(cell => cell.getBoundingClientRect().top)"
        )
    assert len(tops) == 5
    assert len(set(tops)) == 1


def test_print_shows_no_controls(chromium: Browser, page: Path) -> None:
    with window(chromium, page) as opened:
        opened.page.emulate_media(media="print")

        assert (
            opened.page.locator("button:visible, select:visible, nav:visible").count()
            == 0
        )
        assert opened.page.locator("tr.rule:visible").count() == len(REPORT.results)
