"""Draws the comparison of an audit of invented programmes, for the documentation.

python -m tools.comparison_picture docs/images/comparison.en.png
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.audit.programmes import changed, seeded
from plancheck.testing import AS_OF, COMPLETE
from tools.page_picture import draw

STEMS = ("Lejasup", "Kalnup", "Mežup", "Saulup", "Baltup", "Garup", "Dzelmup", "Ozolup")
"""Of the names of municipalities, none of which there is."""

REGIONS = ("Vidzeme", "Kurzeme")


def programmes(folder: Path) -> None:
    """A programme of each municipality, in most of which something is missing."""
    for number, stem in enumerate(STEMS):
        own = folder / f"{stem}es novads"
        own.mkdir(parents=True)
        text = COMPLETE
        for change in range(number):
            text = changed(text, seeded(number), 12 * change)
        text = text.replace("Lejasup", stem)
        (own / "programma.md").write_text(text, encoding="utf-8")
        facts = f'[facts]\nregion = "{REGIONS[number % 2]}"\n'
        (own / "plancheck.toml").write_text(facts, encoding="utf-8")


def main() -> None:
    """Audit, compare, and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programmes(folder / "programmes")
        command = [sys.executable, "-m", "plancheck", "audit", "programmes"]
        command += ["--out", "out", "--profile", "lv-municipality", "--lang", "en"]
        command += ["--as-of", AS_OF.isoformat(), "--jobs", "1"]
        subprocess.run(command, cwd=folder, check=False)  # noqa: S603 - our own command
        draw((folder / "out" / "index.html").read_text("utf-8"), options.picture, 1400)


if __name__ == "__main__":
    main()
