"""What somebody accepted is told apart from what is to be done."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from plancheck import Report, check
from plancheck.sdk import Message, Outcome, Waiver
from plancheck.testing import COMPLETE, blank_column
from plancheck_todo.plugin import render

WAIVER = Waiver(
    "FF01", Message("Avoti ir *budžetā*."), "A. Bērziņa", dt.date(2027, 3, 1)
)


def waived(folder: Path) -> Report:
    path = folder / "programma.md"
    path.write_text(blank_column(COMPLETE, "Finansējuma avots"), encoding="utf-8")
    report = check(path)
    results = tuple(
        replace(
            each,
            outcome=Outcome.WAIVED,
            waivers=tuple((finding, WAIVER) for finding in each.findings),
        )
        if each.code == "FF01"
        else each
        for each in report.results
    )
    return replace(report, results=results)


def test_what_is_waived_is_not_to_be_done(tmp_path: Path) -> None:
    assert "- [ ] **FF01**" not in render(waived(tmp_path), "en")


def test_what_is_waived_is_told_with_reason_author_and_end(tmp_path: Path) -> None:
    _, _, last = render(waived(tmp_path), "lv").partition("\n## Pieļauts")

    assert "- **FF01** " in last
    assert r"(Avoti ir \*budžetā\*., A. Bērziņa, 2027-03-01)" in last
