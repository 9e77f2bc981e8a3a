"""How fast and how right a PDF programme is read, beside PDFium alone and pdfplumber."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, plancheck_check, table
from bench.make_docx import programme_path
from bench.make_pdf import of_pages, programme_pdf
from bench.measure import Cost, Spread, in_turn, ratio, run
from plancheck.readers.docx import read_docx
from plancheck.readers.pdf import read_pdf
from plancheck.sdk import Document

READ = (
    "import sys; from pathlib import Path; from plancheck.readers.pdf import read_pdf; "
    "read_pdf(Path(sys.argv[1]))"
)
SIZES = (100, 200, 400)


def figures(rounds: int) -> list[Figure]:
    """Measure everything in that many rounds; pdfplumber, which takes long, once."""
    path = programme_pdf()
    costs = in_turn(rounds, _commands(path))
    here = Path(__file__)
    python = sys.executable
    plumber = run((python, "-I", str(here.with_name("plumber_pdf.py")), str(path)))
    sizes = in_turn(
        min(rounds, 3),
        {str(size): (python, "-I", "-c", READ, str(of_pages(size))) for size in SIZES},
    )
    read = costs["read"]
    cpu = "cpu_seconds"
    pages = {size: sizes[str(size)] for size in SIZES}
    return [
        Figure("reading / bare text", ratio(read, costs["bare"], cpu), 2.2),
        Figure("check / bare text", ratio(costs["check"], costs["bare"], cpu), 5.0),
        Figure(
            "pdfplumber / reading",
            ratio([plumber] * len(read), read, cpu),
            20.0,
            is_least=True,
        ),
        Figure("200 pages / 100 pages", ratio(pages[200], pages[100], cpu), 2.2),
        Figure("400 pages / 200 pages", ratio(pages[400], pages[200], cpu), 2.2),
        Figure("peak memory at 400 pages, MB", _peak(pages[400]), 150.0),
        Figure("cells as in the Word file, %", _equal_cells(path), 99.5, is_least=True),
    ]


def _peak(costs: Sequence[Cost]) -> Spread:
    return Spread.of([cost.peak_megabytes for cost in costs])


def _commands(path: Path) -> dict[str, Sequence[str]]:
    python = sys.executable
    plancheck = str(Path(python).with_name("plancheck"))
    bare = str(Path(__file__).with_name("bare_pdf.py"))
    return {
        "bare": (python, "-I", bare, str(path)),
        "read": (python, "-I", "-c", READ, str(path)),
        "check": (*plancheck_check(plancheck), str(path)),
    }


def _equal_cells(path: Path) -> Spread:
    """The share of the Word file's cells that the PDF has at the same grid position."""
    truth, found = _cells(read_docx(programme_path())), _cells(read_pdf(path))
    equal = sum(found.get(place) == cell for place, cell in truth.items())
    return Spread.of([100 * equal / len(truth)])


def _cells(document: Document) -> dict[tuple[int, int, int], tuple[str, int, int]]:
    """Text and spans by number of the table, row and column."""
    return {
        (number, cell.row_index, cell.column_index): (
            " ".join(cell.text.split()),
            cell.row_span,
            cell.column_span,
        )
        for number, table in enumerate(document.tables)
        for cell in table.cells
    }


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(
        f"200-page PDF, half of it tables; whole processes, {rounds} rounds in turn;",
        found,
    )
