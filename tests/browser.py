"""A headless browser for pages that we make, and axe to judge them; offline."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium asks for nothing of its own, and runs where there is no sandbox to have."""

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True)
class Window:
    """A page that is open, and what it did that a report must not do."""

    page: Page
    complaints: list[str]

    def violations(self, *, has_contrast: bool = True) -> list[str]:
        """What axe finds against WCAG 2.2 AA and good practice.

        Contrast takes longest by far: a long page may leave it to a short one that has
        all its styles.
        """
        options = {
            "runOnly": STANDARDS,
            "resultTypes": ["violations"],
            "rules": {"color-contrast": {"enabled": has_contrast}},
        }
        found = Axe().run(self.page, options=options).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    @property
    def overflow(self) -> int:
        """How many pixels of the page stand outside the window on its right."""
        width = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return int(width)


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a screen; the test is skipped where it is not installed."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian's package chromium).")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@contextmanager
def window(
    opened: Browser,
    file: Path,
    *,
    width: int = 1200,
    is_dark: bool = False,
    has_script: bool = True,
) -> Iterator[Window]:
    """A file in a window of its own, which notes requests, errors and dialogs."""
    context = opened.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if is_dark else "light",
        java_script_enabled=has_script,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("request", lambda request: complaints.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    complaints.remove(file.as_uri())
    yield Window(page, complaints)
    context.close()
