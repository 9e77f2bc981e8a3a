"""Builds the sample programmes: `python sample_docs/build.py`.

Each Word file is built from its Markdown source, and a rebuild gives the same bytes.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from plancheck.readers.markdown import read_markdown  # noqa: E402 - the path comes first
from plancheck.testing.wordfile import build_docx, footnote_anchors, pictures  # noqa: E402

SAMPLES = {
    "complete": "lejasupes-novada-attistibas-programma.docx",
    "gapped": "lejasupes-novada-attistibas-programma.docx",
    "english": "alderbrook-development-programme.docx",
}


def build(name: str, folder: Path = HERE) -> Path:
    """Build one sample below a folder; the file that was written."""
    source = HERE / "source" / f"{name}.md"
    path = folder / name / SAMPLES[name]
    build_docx(
        read_markdown(source),
        path,
        anchors=footnote_anchors(source),
        pages=_pages(source.with_suffix(".pages")),
        pictures=pictures(source),
    )
    return path


def _pages(path: Path) -> list[int]:
    """The page of each heading, as `measure_pages.py` found them; empty before that."""
    return [int(line) for line in path.read_text().split()] if path.exists() else []


if __name__ == "__main__":
    for sample in SAMPLES:
        sys.stdout.write(f"{build(sample)}\n")
