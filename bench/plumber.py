"""pdfplumber's own test files: our cells beside its, white space left out.

pdfplumber is the oracle of tables with ruling lines; what differs is printed. A frame of
one column, or with one cell that has text, is none to us and is left out.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.cell_texts import cell_text
from plancheck.readers.pdf.cells import fill
from plancheck.readers.pdf.footnotes import without_marks
from plancheck.readers.pdf.lattice import lattices
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.rulings import RulingReader
from plancheck.readers.pdf.words import POSSIBLE_CUT
from plancheck.sdk import UnreadableDocumentError

CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", "../shared/corpus"))
MAX_PAGES = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of pdfplumber's cells with text we have too, in one file."""

    name: str
    cells: int
    equal: int
    differing: tuple[str, ...] = ()


def agreements(folder: Path) -> Iterator[Agreement]:
    """Each file of a folder that has ruled tables by pdfplumber's reckoning."""
    for path in sorted(folder.glob("*.pdf")):
        try:
            oracle = _by_pdfplumber(path)
        except Exception as error:  # noqa: BLE001 - it raises what its parser raises
            sys.stderr.write(f"{path.name}: pdfplumber: {error!r}\n")
            continue
        if not oracle:
            continue
        try:
            ours = _by_plancheck(path)
        except UnreadableDocumentError as error:
            sys.stderr.write(f"{error}\n")
            ours = Counter()
        equal = sum((oracle & ours).values())
        missing = tuple((oracle - ours).elements())
        yield Agreement(path.name, sum(oracle.values()), equal, missing)


def _by_pdfplumber(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with pdfplumber.open(path) as document:
        for page in document.pages[:MAX_PAGES]:
            for table in page.extract_tables():
                texts = [_squeezed(cell) for row in table for cell in row if cell]
                if len(table[0]) > 1 and sum(map(bool, texts)) > 1:
                    found.update(texts)
            page.close()
    found.pop("", None)
    return found


def _by_plancheck(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with open_pdf(path, None) as (document, _):
        for index in range(min(pdfium.page_count(document), MAX_PAGES)):
            with open_page(document, index) as page:
                if page is None:
                    continue
                words = page.words()
                rulings = RulingReader(page.handle, page.frame).read()
                tables, _ = fill(lattices(rulings), words)
                for cell in (cell for table in tables for cell in table.cells):
                    text = without_marks(cell_text(cell.words, 0), ())
                    found[_squeezed(text)] += 1
    found.pop("", None)
    return found


def _squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "-").replace(POSSIBLE_CUT, "").split())


def report(found: list[Agreement]) -> str:
    """A line a file, then all together."""
    lines = [
        f"{each.equal:6} of {each.cells:6}  {each.name}"
        + (f"  {list(each.differing[:3])}" if each.differing else "")
        for each in found
    ]
    judged = [each for each in found if not _is_turned(each.name)]
    cells = sum(each.cells for each in judged)
    equal = sum(each.equal for each in judged)
    share = 100 * equal / max(cells, 1)
    lines.append(f"{equal} of {cells} cells equal: {share:.2f} % (goal: 97 %), without")
    lines.append(
        "the files of turned and mirrored text, which pdfplumber does not turn"
    )
    return "\n".join(lines)


def _is_turned(name: str) -> bool:
    return "issue-848" in name or "rotated" in name


if __name__ == "__main__":
    sys.stdout.write(report(list(agreements(CORPUS / "robust/pdfplumber"))) + "\n")
