"""How long 300 findings take to be written into a 200-page Word file, as a ratio."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.figures import Figure, table
from bench.make_docx import programme_path
from bench.measure import in_turn, ratio
from plancheck.readers.docx import read_docx
from plancheck.sdk import Document, Heading, Table

NOTES = 300
READ = (
    "import sys; from pathlib import Path; from plancheck.readers.docx import read_docx; "
    "read_docx(Path(sys.argv[1]))"
)
NAME = "annotated copy / bare parse and walk"
GOALS = {NAME: 3.0, "annotated copy / reading": 2.0}


def figures(rounds: int) -> list[Figure]:
    """Measure the copy against a bare parse of the file, and against plancheck's reading."""
    path = programme_path()
    with tempfile.TemporaryDirectory() as name:
        places = Path(name) / "places.txt"
        lines = _places(read_docx(path))
        places.write_text("\n".join(islice(lines, NOTES)), encoding="utf-8")
        python, here = sys.executable, Path(__file__)
        costs = in_turn(
            rounds,
            {
                "bare": (python, "-I", str(here.with_name("bare_docx.py")), str(path)),
                "read": (python, "-I", "-c", READ, str(path)),
                "annotate": (
                    *(python, "-I", str(here.with_name("annotate_docx.py"))),
                    *(str(path), str(places), str(Path(name) / "copy.docx")),
                ),
            },
        )
    below = dict(zip(GOALS, ("bare", "read"), strict=True))
    return [
        Figure(
            name,
            ratio(costs["annotate"], costs[below[name]], "cpu_seconds"),
            goal,
            ratio(costs["annotate"], costs[below[name]], "wall_seconds"),
        )
        for name, goal in GOALS.items()
    ]


def _places(document: Document) -> Iterator[str]:
    """Blocks, rows and columns with words of theirs: half in text, half in tables."""
    texts = [each for each in document.blocks if not isinstance(each, Table)]
    rows = [
        (table, row) for table in document.tables for row in range(1, table.row_count)
    ]
    text_step, row_step = len(texts) // (NOTES // 2), len(rows) // (NOTES // 2)
    for block, (found, row) in zip(texts[::text_step], rows[::row_step], strict=False):
        words = block.text.split("\n")[0].split(" ")
        is_heading = isinstance(block, Heading)
        quote = " ".join(words if is_heading else words[2:-2] or words)
        yield f"{block.location.block_index}\t0\t0\t{quote}"
        cell = found.row_texts(row)
        yield f"{found.location.block_index}\t{row + 1}\t0\t{' | '.join(cell)}".replace(
            "\n", " "
        )


def report(found: Sequence[Figure], rounds: int) -> str:
    """A table of the figures, a line each."""
    return table(
        f"200-page DOCX, {NOTES} comments; whole processes, {rounds} rounds in turn;",
        found,
    )
