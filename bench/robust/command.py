"""`python -m bench robust`: the odd files of the corpus, each read in its own process."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.robust.children import MAX_MEGABYTES, Outcome, read_file
from bench.robust.page import page

CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", "../shared/corpus"))
FOLDER = CORPUS / "robust"
PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
SUFFIXES = frozenset({".pdf", ".docx", ".docm", ".xlsx", ".odt"})


def main(arguments: Sequence[str]) -> int:
    """Read all files and print the page; 1 where one crashes, hangs or takes too much."""
    parser = argparse.ArgumentParser(prog="python -m bench robust", description=__doc__)
    parser.add_argument("--record", action="store_true", help="write the page")
    parser.add_argument(
        "--files", action="store_true", help="name each file as it is read"
    )
    options = parser.parse_args(arguments)
    outcomes = []
    for outcome in _outcomes():
        outcomes.append(outcome)
        if options.files:
            sys.stderr.write(f"{_line(outcome)}\n")
    if not outcomes:
        sys.stderr.write(f"There are no files in {FOLDER}.\n")
        return 1
    text = page(outcomes)
    if options.record:
        PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return int(any(map(_is_bad, outcomes)))


def _outcomes() -> Iterator[Outcome]:
    paths = (path for path in FOLDER.rglob("*") if path.suffix.lower() in SUFFIXES)
    yield from map(read_file, sorted(paths))


def _is_bad(outcome: Outcome) -> bool:
    is_large = outcome.megabytes > MAX_MEGABYTES
    return outcome.crashed or outcome.hung or is_large


def _line(outcome: Outcome) -> str:
    what = "crashed" if outcome.crashed else "hung" if outcome.hung else outcome.refused
    said = what or "; ".join(outcome.gaps) or "read"
    return (
        f"{outcome.seconds:6.2f} s {outcome.megabytes:7.1f} MB  {said}  {outcome.name}"
    )
