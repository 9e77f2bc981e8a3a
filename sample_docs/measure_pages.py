"""Finds the page of each heading with LibreOffice: `python sample_docs/measure_pages.py`.

Writes `source/NAME.pages`, a number a heading, from which the build makes the contents lists.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from plancheck.readers.markdown import read_markdown  # noqa: E402 - the path comes first
from plancheck.sdk import Heading  # noqa: E402
from sample_docs.build import HERE, SAMPLES, build  # noqa: E402

_LEADERS = re.compile(r"\.{6}")


def measure(name: str) -> list[int]:
    """The page number of each heading of a sample, in reading order."""
    with tempfile.TemporaryDirectory() as folder:
        pages = _page_texts(build(name, Path(folder)), Path(folder))
    document = read_markdown(HERE / "source" / f"{name}.md")
    index = 1
    found: list[int] = []
    for heading in document.blocks:
        if isinstance(heading, Heading):
            index = _next_page(pages, heading.text, index)
            found.append(index + 1)
    return found


def _next_page(pages: list[str], title: str, start: int) -> int:
    """The first page from `start`, not of the contents list, that has a title."""
    bare = _bare(title)
    for index in range(start, len(pages)):
        if not _LEADERS.search(pages[index]) and bare in _bare(pages[index]):
            return index
    return start


def _page_texts(path: Path, folder: Path) -> list[str]:
    """Each page's text, as LibreOffice lays the file out."""
    office = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(office, check=True, capture_output=True)  # noqa: S603 - our own file
    pdf = folder / path.with_suffix(".pdf").name
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - as above
    return text.stdout.decode().split("\f")


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


if __name__ == "__main__":
    for sample in SAMPLES:
        numbers = measure(sample)
        lines = "".join(f"{number}\n" for number in numbers)
        (HERE / "source" / f"{sample}.pages").write_text(lines, encoding="utf-8")
        sys.stdout.write(
            f"{sample}: {len(numbers)} headings, last on page {numbers[-1]}\n"
        )
