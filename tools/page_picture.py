"""Draws the HTML report as a browser shows it, for the documentation: run it by hand.

python tools/page_picture.py sample_docs/gapped en docs/images/report.en.png
"""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from plancheck.checker import check
from plancheck.reporters.html import render
from plancheck.settings import Settings
from plancheck.testing import AS_OF

WIDTH, HEIGHT = 1200, 1250

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def draw(page: str, picture: Path, width: int = WIDTH) -> None:
    """The top of a page, in Debian's Chromium, in a window of this width in dots."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(page, "utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=FLAGS
        )
        window = browser.new_page(viewport={"width": width, "height": HEIGHT})
        window.goto(file.as_uri())
        window.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Check the programme and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programme", type=Path)
    parser.add_argument("language", choices=["en", "lv"])
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    report = check(options.programme, Settings(as_of=AS_OF))
    draw(render(report, options.language), options.picture)


if __name__ == "__main__":
    main()
