"""A side is read from a report of now, or from one that was kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from plancheck.diff import UnusableReportError, load_side, side_of
from plancheck.reporters.json import render
from tests.reports import REPORT


def test_a_kept_report_is_the_same_side_as_the_report_itself(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(render(REPORT, "lv"), encoding="utf-8")

    assert load_side(file) == side_of(REPORT, str(file), "lv")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"schema": "plancheck/report/1"}', "[" * 100_000],
    ids=["empty", "list", "object", "null", "bare", "deep"],
)
def test_a_file_that_is_no_report_is_refused_with_a_sentence(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "old.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(UnusableReportError, match="cannot be compared"):
        load_side(file)


def broken(change: dict[str, Any]) -> str:
    data = json.loads(render(REPORT, "en"))
    data["results"][0] |= change
    return json.dumps(data)


@pytest.mark.parametrize(
    "change",
    [
        {"items": [{"message": "x", "evidence": [], "searched": None}]},
        {"items": 3},
        {"outcome": "great"},
        {"score": "x"},
        {"severity": None},
    ],
    ids=["no fingerprints", "items", "outcome", "score", "severity"],
)
def test_a_report_of_another_make_is_refused(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    file = tmp_path / "old.json"
    file.write_text(broken(change), encoding="utf-8")

    with pytest.raises(UnusableReportError, match=r"old\.json cannot be compared"):
        load_side(file)
