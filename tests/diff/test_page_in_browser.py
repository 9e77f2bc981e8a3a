"""The page in a browser: accessible, on a phone too, and it asks for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plancheck.diff.page import render_html
from tests.browser import browser, window
from tests.diff.test_renderings import diff, hostile


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    """Chromium, opened once."""
    with browser() as found:
        yield found


@pytest.mark.parametrize("width", [1200, 320])
def test_the_page_is_accessible(opened: Browser, tmp_path: Path, width: int) -> None:
    file = tmp_path / "diff.html"
    file.write_text(render_html(diff("lv"), "lv"), encoding="utf-8")

    with window(opened, file, width=width) as seen:
        assert seen.violations() == []
        assert seen.overflow == 0
        assert seen.complaints == []


def test_a_hostile_programme_runs_nothing(opened: Browser, tmp_path: Path) -> None:
    file = tmp_path / "diff.html"
    file.write_text(render_html(hostile(), "en"), encoding="utf-8")

    with window(opened, file, width=320) as seen:
        assert seen.complaints == []
        assert seen.overflow == 0
