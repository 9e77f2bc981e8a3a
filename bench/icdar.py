"""The tables of the ICDAR 2013 competition: adjacency relations, ours beside pdfplumber's.

A relation is two cells with text of which one is the nearest to the right of, or below,
the other. Texts are compared without white space and punctuation, files weigh alike.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pdfplumber

from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.footnotes import without_marks
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.pages import PageTable, read_page

CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", "../shared/corpus"))
FOLDER = CORPUS / "tables/icdar2013"
BLANKS = re.compile(r"[\W_]+")

Cell = tuple[int, int, int, int, str]
"""First row, first column, last row, last column, text."""

Relations = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Averages over files."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


def truth(path: Path) -> Relations:
    """The relations that the competition gives for a file."""
    found: Relations = Counter()
    root = ET.parse(path.with_name(f"{path.stem}-str.xml")).getroot()  # noqa: S314 - ours
    for region in root.iter("region"):
        cells = []
        for cell in region.iter("cell"):
            row, column = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
            last_row = int(cell.get("end-row", row))
            last_column = int(cell.get("end-col", column))
            text = "".join(each.text or "" for each in cell.iter("content"))
            cells.append((row, column, last_row, last_column, text))
        found += relations(cells)
    return found


def by_plancheck(path: Path) -> Relations:
    """Our relations."""
    found: Relations = Counter()
    with open_pdf(path, None) as (document, _):
        for index in range(pdfium.page_count(document)):
            with open_page(document, index) as page:
                items = read_page(page, index + 1).items if page else []
            for table in items:
                if isinstance(table, PageTable):
                    found += relations(
                        (
                            cell.row,
                            cell.column,
                            cell.row + cell.row_span - 1,
                            cell.column + cell.column_span - 1,
                            without_marks(cell.text, ()),
                        )
                        for cell in table.cells
                    )
    return found


def by_pdfplumber(path: Path) -> Relations:
    """The relations by pdfplumber, which tells merged cells as None."""
    found: Relations = Counter()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.extract_tables():
                found += relations(
                    (row_index, column_index, row_index, column_index, text or "")
                    for row_index, row in enumerate(table)
                    for column_index, text in enumerate(row)
                )
            page.close()
    return found


def relations(cells: Iterable[Cell]) -> Relations:
    """The relations of one table."""
    grid: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        text = BLANKS.sub("", cell[4]).casefold()
        if text:
            plain = (*cell[:4], text)
            for row in range(cell[0], cell[2] + 1):
                for column in range(cell[1], cell[3] + 1):
                    grid[row, column] = plain
    by_row: dict[int, list[tuple[int, Cell]]] = {}
    by_column: dict[int, list[tuple[int, Cell]]] = {}
    for (row, column), cell in sorted(grid.items()):
        by_row.setdefault(row, []).append((column, cell))
        by_column.setdefault(column, []).append((row, cell))
    pairs = {
        (kind, first, second)
        for kind, lines in (("right", by_row), ("below", by_column))
        for line in lines.values()
        for (_, first), (_, second) in pairwise(line)
        if first is not second
    }
    return Counter((kind, first[4], second[4]) for kind, first, second in pairs)


def score(
    paths: Sequence[Path], read: Callable[[Path], Relations]
) -> tuple[Score, list[tuple[str, float, float]]]:
    """Precision and recall averaged over files, and those of each file."""
    each = []
    for path in paths:
        wanted, found = truth(path), read(path)
        right = sum((wanted & found).values())
        precision = right / max(sum(found.values()), 1) if found else 0.0
        each.append((path.stem, precision, right / max(sum(wanted.values()), 1)))
    precisions = [precision for _, precision, _ in each]
    recalls = [recall for _, _, recall in each]
    count = max(len(each), 1)
    return Score(sum(precisions) / count, sum(recalls) / count), each


def main() -> None:
    """Print both scores, on all files and on those whose tables pdfplumber finds ruled."""
    paths = sorted(FOLDER.glob("*/*.pdf"))
    ours, our_files = score(paths, by_plancheck)
    theirs, their_files = score(paths, by_pdfplumber)
    ruled = {name for name, _, recall in their_files if recall >= 0.5}
    write = sys.stdout.write
    write(f"{len(paths)} files\n  plancheck   {ours}\n  pdfplumber  {theirs}\n")
    chosen = [path for path in paths if path.stem in ruled]
    write(f"{len(chosen)} files with ruled tables\n")
    write(f"  plancheck   {score(chosen, by_plancheck)[0]}\n")
    write(f"  pdfplumber  {score(chosen, by_pdfplumber)[0]}\n")
    if "--files" in sys.argv:
        for mine, other in zip(our_files, their_files, strict=True):
            write(
                f"{mine[0]:10} {mine[1]:.2f} {mine[2]:.2f}  {other[1]:.2f} {other[2]:.2f}\n"
            )


if __name__ == "__main__":
    main()
