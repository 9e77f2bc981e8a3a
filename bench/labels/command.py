"""`python -m bench labels`: collects what rules say of real documents; counts the labels."""

import argparse
import datetime as dt
import os
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from bench.labels.precision import below_goal, render_precision
from bench.labels.rows import (
    HERE,
    Row,
    load_rows,
    path_of,
    relabelled,
    render_rows,
    rows_of,
)
from bench.measured import record_measured
from plancheck.checker import check
from plancheck.plugins.host import load_plugins
from plancheck.settings import Settings

ROOT = HERE.parent.parent
AS_OF = dt.date(2026, 6, 1)
"""The day as of which the documents are judged, so that rows do not change with the date."""
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()


def main(arguments: Sequence[str]) -> int:
    """Collect or count as asked; 1 where `--strict` and a goal is missed."""
    options = _parser().parse_args(arguments)
    documents = tomllib.loads((HERE / "documents.toml").read_text(encoding="utf-8"))
    chosen = options.document or list(documents)
    codes = tuple(options.codes)
    if options.collect:
        for name in chosen:
            _collect(name, documents[name], codes)
    rows = [
        row
        for name in chosen
        for row in load_rows(name)
        if not codes or row.code.startswith(codes)
    ]
    sys.stdout.write(render_precision(rows) + "\n")
    if options.record:
        record_measured()
    return int(options.strict and bool(below_goal(rows)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench labels", description=__doc__)
    parser.add_argument(
        "codes", nargs="*", help="rules, or beginnings of codes: MO CL01"
    )
    parser.add_argument("--document", action="append", help="a name of documents.toml")
    parser.add_argument(
        "--collect",
        action="store_true",
        help="write the findings of the corpus anew, keeping the labels that there are",
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="keep the figures of all documents beside the rules' pages and in docs",
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 below a goal")
    return parser


def _collect(name: str, document: dict[str, str], codes: Sequence[str]) -> None:
    """Write the rows of a document; those of rules that were not asked for stay."""
    path = CORPUS / document["path"]
    if not path.is_file():
        sys.stderr.write(f"{name} is left out: {path} is not there.\n")
        return
    settings = Settings(
        profile=document["profile"], select=tuple(codes) or None, as_of=AS_OF
    )
    report = check([path], settings, host=load_plugins())
    old = load_rows(name)
    judged = {result.code for result in report.results}
    others = [row for row in old if codes and row.code not in judged]
    rows = relabelled(list(rows_of(report.results, path.parent)), old)
    path_of(name).write_text(
        render_rows(sorted([*rows, *others], key=_code)), encoding="utf-8"
    )
    lost = _lost(old, rows, others)
    for row in lost:
        sys.stderr.write(
            f"{name}: no longer said, its label goes: {row.code} {row.text}\n"
        )


def _code(row: Row) -> str:
    return row.code


def _lost(old: Sequence[Row], rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """Labelled rows whose label no new row took over."""
    kept = sum(bool(row.label) for row in (*rows, *others))
    labelled = [row for row in old if row.label]
    if kept >= len(labelled):
        return []
    marks = {(row.code, row.fingerprint) for row in (*rows, *others)}
    return [row for row in labelled if (row.code, row.fingerprint) not in marks]
