"""The figures of every rule, from changed programmes and from labels, kept beside its page."""

import tomllib
from pathlib import Path

from bench.accuracy.figures import FIGURES
from bench.labels.precision import Tally
from bench.labels.rows import HERE, Row, load_rows

FILE = HERE.parents[1] / "src" / "plancheck" / "rules" / "pages" / "measured.toml"
PAGE = HERE.parents[1] / "docs" / "precision.md"
_HEAD = """\
# Written by `python -m bench labels --record` and `python -m bench accuracy --record`.
# faults: found of those put into complete programmes. harmless: changes that left the
# outcome as it was, of all. findings: true, false and unsure ones on real documents.
"""


def record_measured() -> None:
    """Write the figures and the page of the docs anew."""
    rows = labelled_rows()
    FILE.write_text(render_measured(rows), encoding="utf-8")
    PAGE.write_text(render_page(rows), encoding="utf-8")


def labelled_rows() -> list[Row]:
    """The rows of all documents."""
    documents = tomllib.loads((HERE / "documents.toml").read_text(encoding="utf-8"))
    return [row for name in documents for row in load_rows(name)]


def render_measured(rows: list[Row], figures: Path = FIGURES) -> str:
    """The file of the figures, a table for each rule."""
    known = tomllib.loads(figures.read_text(encoding="utf-8"))["rules"]
    lines = [_HEAD.rstrip()]
    for code in sorted({*known, *(row.code for row in rows)}):
        kinds = known.get(code, {})
        pairs = [kinds.get(kind, [0, 0]) for kind in ("break", "weak")]
        faults = [sum(column) for column in zip(*pairs, strict=True)]
        tally = Tally.of(row for row in rows if row.is_finding and row.code == code)
        lines += [
            "",
            f"[{code}]",
            f"faults = {faults}",
            f"harmless = {kinds.get('harmless', [0, 0])}",
            f"findings = [{tally.true}, {tally.false}, {tally.unsure}]",
        ]
    return "\n".join([*lines, ""])


def render_page(rows: list[Row]) -> str:
    """The page of the docs on real documents."""
    findings = [row for row in rows if row.is_finding]
    codes = sorted({row.code for row in findings})
    severities = [each for each in ("error", "warning", "info") if _of(findings, each)]
    lines = [_PAGE.rstrip(), "", "| Rule | Precision | True | False | Unsure |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for code in codes:
        lines.append(_line(code, [row for row in findings if row.code == code]))
    for each in severities:
        lines.append(_line(f"**severity {each}**", _of(findings, each)))
    lines.append(_line("**all**", findings))
    passes = Tally.of(row for row in rows if row.kind == "pass")
    said = (
        f"Of the passes {passes.true} were read and are right, {passes.false} are wrong, "
        f"{passes.unsure} a matter of opinion; {passes.unread} were not read."
    )
    return "\n".join([*lines, "", said, _HELD_OUT.rstrip(), ""])


def _of(rows: list[Row], severity: str) -> list[Row]:
    return [row for row in rows if row.severity == severity]


def _line(name: str, rows: list[Row]) -> str:
    tally = Tally.of(rows)
    share = "–" if tally.precision is None else f"{tally.precision:.2f}"
    counts = f"{tally.true} | {tally.false} | {tally.unsure}"
    return f"| {name} | {share} | {counts} |"


_PAGE = """\
# Findings on real documents

<!-- Written by `python -m bench labels --record`. -->

What the rules say of nineteen real documents (two Latvian ones, seventeen English ones:
climate and city plans, national adaptation plans, American comprehensive plans, a British
local plan) was read by eye against the documents: a finding is *true* when what it says
is so, *false* when the document has what is said to be missing, *unsure* where it is a
matter of opinion.
Precision is the share of the true among the true and the false. The documents stay out of
the repository; the labels are in `bench/labels`, each with a note and the place.
"""

_HELD_OUT = """
## Held out

The rules were mended on what these labels showed, so the figures above flatter. Four
times documents were read before anything was mended on them:

| Read on 2026-11-22 | Precision | At severity error | True | False | Unsure |
| --- | --- | --- | --- | --- | --- |
| first, six plans (see `bench/labels`) | 0.68 | 0.24 | 415 | 197 | 45 |
| the same without 303 rows of TF02 | 0.42 | 0.24 | 129 | 179 | 45 |
| after mending: Armenia, Napa, Savannah | 0.62 | 0.44 | 48 | 30 | 15 |
| after mending again: Vilnius, Sri Lanka (see `bench/labels`) | 0.65 | 0.39 | 55 | 30 | 7 |
| after mending a third time: Nashville | 0.63 | 0.56 | 30 | 18 | 6 |

On English plans of kinds that the rules have not met, expect about four findings in ten to
be mistaken: they tell where to look, and do not replace the look.
"""
"""What was measured before mending; it cannot be measured again."""
