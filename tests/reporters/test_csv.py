import csv
from io import StringIO

import pytest

from plancheck.model.report import Report
from plancheck.reporters.csv import COLUMNS, FORMULA_SIGNS, render
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT


def rows(report: Report, language: str = "en") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report, language)), strict=True))


def test_each_finding_has_a_row_with_its_place() -> None:
    found = [each for each in rows(REPORT) if each["code"] == "MO02"]

    assert [each["item"] for each in found] == list("1234567")
    assert found[2]["message"] == "Indicator “Rādītājs 3” has no baseline."
    assert found[2]["quote"] == "Rādītājs 3 | km | | 9"
    assert found[2]["document"] == "volumes/2_ricibas_plans.docx"
    assert found[2]["section"] == "II daļa › 5. Uzraudzība"
    assert (found[2]["page"], found[2]["table"], found[2]["row"]) == ("41", "12", "4")
    assert (found[2]["outcome"], found[2]["score"]) == ("fail", "2")


def test_a_result_without_findings_has_a_row_too() -> None:
    [passed] = [each for each in rows(REPORT) if each["code"] == "MO01"]

    assert (passed["outcome"], passed["item"]) == ("pass", "")
    assert passed["message"] == "It is there."


def test_what_was_sought_in_vain_stands_in_its_columns() -> None:
    [absent] = [each for each in rows(REPORT) if each["code"] == "CL01"]

    assert absent["sought"] == "koordinācija; vadības grupa"
    assert absent["sought_in"] == "1_situacija.docx; 2_ricibas_plans.docx"
    assert absent["nearest"].endswith("“Sadarbība ar kaimiņiem”")
    assert absent["quote"] == ""


def test_a_waived_finding_says_by_whom_and_why() -> None:
    waived = [each for each in rows(REPORT) if each["code"] == "MO05"]

    assert {each["outcome"] for each in waived} == {"waived"}
    assert all("A. Bērziņa" in each["waived"] for each in waived)
    assert len({each["fingerprint"] for each in waived}) == len(waived)


def test_the_columns_keep_their_names_in_every_language() -> None:
    first_line = render(REPORT, "lv").splitlines()[0]

    assert first_line == ",".join(COLUMNS)
    assert rows(REPORT, "lv")[0]["outcome"] == "unsure"


@pytest.mark.parametrize("harm", HARMFUL)
def test_no_cell_begins_as_a_formula_does(harm: str) -> None:
    report = report_full_of(HARMFUL[harm])

    lines = render(report, "en").splitlines()
    cells = [cell for row in csv.reader(lines, strict=True) for cell in row]

    assert len(cells) == len(COLUMNS) * len(lines)
    assert [cell for cell in cells if cell.startswith(FORMULA_SIGNS)] == []
