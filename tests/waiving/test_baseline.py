"""What was known before is waived, what is new counts, and what is gone is told."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.model.report import Outcome
from plancheck.settings.checked_toml import SettingsError
from plancheck.waiving import Baseline, load_baseline, new_baseline, waive
from tests.reports import result
from tests.waiving.reports import PARKS, ROADS, SCHOOLS, failing, notes, report

OLD = report(failing(ROADS, SCHOOLS), failing(PARKS, code="MO03"))


def known() -> Baseline:
    return new_baseline(OLD, "known.json", "en")


def test_what_is_known_is_waived_and_what_is_new_counts() -> None:
    now = report(failing(SCHOOLS, PARKS, ROADS), failing(PARKS, code="MO03"))

    first, second = waive(now, baseline=known()).results

    assert first.outcome is Outcome.FAIL
    assert first.open_findings == (PARKS,)
    assert second.outcome is Outcome.WAIVED
    assert str(second.waivers[0][1].reason) == "In the baseline of 2026-06-30."


def test_what_is_gone_is_told() -> None:
    now = report(failing(ROADS), result("MO03", Outcome.PASS))

    assert notes(waive(now, baseline=known())) == [
        "Gone since the baseline of 2026-06-30: MO02: Indicator “Skolas” has no baseline.",
        "Gone since the baseline of 2026-06-30: MO03: Indicator “Parki” has no baseline.",
        (
            "Findings of the baseline known.json that are gone: 2. Write it anew by "
            "--write-baseline, so that they count if they come back."
        ),
    ]


@pytest.mark.parametrize("outcome", [Outcome.UNSURE, Outcome.ERROR])
def test_what_cannot_be_told_is_not_gone(outcome: Outcome) -> None:
    now = report(failing(ROADS, SCHOOLS), result("MO03", outcome))

    assert notes(waive(now, baseline=known())) == []


def test_a_mandatory_rule_is_in_no_baseline() -> None:
    now = report(replace(failing(ROADS, SCHOOLS), is_mandatory=True))

    assert new_baseline(now, "x", "en").findings == ()
    assert waive(now, baseline=known()).results == now.results


def test_what_is_waived_by_hand_is_not_written() -> None:
    accepted = waive(OLD, baseline=known())

    assert new_baseline(accepted, "x", "en").findings == ()


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(known().text(), encoding="utf-8")

    assert load_baseline(file) == replace(known(), origin=str(file))


def test_a_baseline_is_sorted_with_a_finding_a_line() -> None:
    text = known().text()
    lines = [line for line in text.splitlines() if line.startswith('{"')]

    assert lines == sorted(lines)
    assert [json.loads(line.rstrip(","))["message"] for line in lines] == [
        each.message for each in known().findings
    ]
    assert len(json.loads(text)["findings"]) == 3


def test_an_empty_baseline_is_one_too(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(Baseline(dt.date(2026, 1, 1), (), "").text(), encoding="utf-8")

    assert load_baseline(file).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "plancheck/report/1"}',
        '{"schema": "plancheck/baseline/1", "date": "rīt", "findings": []}',
        '{"schema": "plancheck/baseline/1", "date": "2026-01-01", "findings": [1]}',
        "[" * 100_000,
    ],
    ids=["empty", "list", "object", "report", "date", "finding", "deep"],
)
def test_a_file_that_is_no_baseline_is_refused_with_a_sentence(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "known.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match="cannot be read as a baseline"):
        load_baseline(file)


@pytest.mark.parametrize("name", ["/dev/zero", "."])
def test_what_is_no_file_is_no_baseline(name: str) -> None:
    with pytest.raises(SettingsError, match="it is no file"):
        load_baseline(Path(name))
