"""What was measured, as a table for the terminal, as JSON, and as a page of the docs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bench.accuracy.figures import GOALS, KINDS, Rate, is_reached, rates
from bench.accuracy.measure import COMPLETE, Case, End

_TITLES = {
    "break": "breaks found",
    "weak": "weak found",
    "harmless": "harmless borne",
    COMPLETE: "complete passed",
}
_CODE, _COLUMN = 8, 18


def codes_of(cases: Sequence[Case]) -> list[str]:
    """The rules that were measured, in order."""
    return sorted({case.code for case in cases})


def render_table(cases: Sequence[Case]) -> str:
    """A line for each rule, the totals, and each case that did not end right."""
    head = " " * _CODE + "".join(f"{_TITLES[kind]:{_COLUMN}}" for kind in KINDS)
    lines = [head]
    lines += [f"{code:{_CODE}}{_cells(rates(cases, code))}" for code in codes_of(cases)]
    totals = rates(cases)
    lines += ["", f"{'all':{_CODE}}{_cells(totals)}", _shares(totals)]
    lines += [
        f"{'goal':{_CODE}}"
        + "".join(f"≥ {GOALS[kind]:<{_COLUMN - 2}}" for kind in KINDS)
    ]
    wrong = [case for case in cases if case.end is not End.RIGHT]
    if wrong:
        lines += ["", "Not right:"]
        lines += [
            f"  {case.end.value}  {case.id}\n        {case.said}" for case in wrong
        ]
    return "\n".join(lines)


def _cells(found: Mapping[str, Rate]) -> str:
    return "".join(f"{found[kind]!s:{_COLUMN}}" for kind in KINDS).rstrip()


def _shares(found: Mapping[str, Rate]) -> str:
    cells = []
    for kind in KINDS:
        share = found[kind].share
        text = "–" if share is None else f"{share:.3f}"
        cells.append(text if is_reached(kind, found[kind]) else f"{text} too low")
    return " " * _CODE + "".join(f"{cell:{_COLUMN}}" for cell in cells).rstrip()


def render_json(cases: Sequence[Case]) -> str:
    """Every case, and the rates by rule."""
    rules = {code: _shared(rates(cases, code)) for code in codes_of(cases)}
    whole = {
        "schema": "plancheck/accuracy/1",
        "total": _shared(rates(cases)),
        "rules": rules,
        "cases": [{**asdict(case), "end": case.end.value} for case in cases],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _shared(found: Mapping[str, Rate]) -> dict[str, object]:
    return {kind: asdict(each) | {"share": each.share} for kind, each in found.items()}


def render_page(cases: Sequence[Case], titles: Mapping[str, str]) -> str:
    """The page of the docs; `titles` holds each rule's title by its code."""
    formats = ", ".join(sorted({case.format for case in cases}))
    programmes = ", ".join(sorted({case.programme for case in cases}))
    names = {case.name for case in cases if case.kind != COMPLETE}
    measured = (
        f"Programmes: {programmes}. Formats: {formats}. Changes: {len(names)}. "
        f"Cases: {len(cases)}."
    )
    totals = rates(cases)
    rows = [
        f"| {code} | {titles.get(code, '')} | {_row(rates(cases, code))} |"
        for code in codes_of(cases)
    ]
    return "\n".join(
        [
            "# How right the rules are",
            "",
            "<!-- Written by `python -m bench accuracy --record`. -->",
            "",
            _INTRODUCTION,
            "",
            measured,
            "",
            "| Rule | | Breaks found | Weak found | Harmless borne | Complete passed |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            f"| **All** | | {_row(totals)} |",
            f"| **Share** | | {_share_row(totals)} |",
            f"| **Goal** | | {' | '.join(f'≥ {GOALS[kind]}' for kind in KINDS)} |",
            "",
            _KEPT,
            "",
        ]
    )


_INTRODUCTION = """\
Complete programmes of different make are changed in one place at a time, written as Word
and PDF files, and checked. A *break* takes away what a rule asks for, and the rule has to
fail. A *weak* change leaves boilerplate, a half-filled table, a negation or a promise, and
the rule has to give a score of 1 or 2. A *harmless* change is one that a reader would not
mind, such as a synonym, letter-spaced headings, a table over two pages or in Excel, and the
outcome has to stay. Unchanged, a *complete* programme has to pass. The programmes and the
changes are invented; how right the rules are on real documents is counted apart."""

_KEPT = """\
The cases behind the figures, with each that does not end right, are kept in
`bench/accuracy/figures.toml`, and a check of the project fails when one more goes wrong.
`python -m bench accuracy` measures again; `bench/accuracy/README.md` says how changes are
written."""


def _row(found: Mapping[str, Rate]) -> str:
    return " | ".join(str(found[kind]) for kind in KINDS)


def _share_row(found: Mapping[str, Rate]) -> str:
    shares = (found[kind].share for kind in KINDS)
    return " | ".join("–" if share is None else f"{share:.3f}" for share in shares)
