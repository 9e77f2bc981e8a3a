"""Tables of steps that belong to measures of another table."""

import pytest

from plancheck.testing import programme

PLAN = """
# Development plan of Otterbury County 2024–2030

# Action plan

| No. | Action | Responsible | Term |
| --- | --- | --- | --- |
| M1 | Weir on the Otter | Water Office | 2025–2026 |
| M2 | School kitchen | School Office | 2026 |
| M3 | Night buses | Transport Office | 2024–2030 |

# First year

| By | Action | Belongs to | Who |
| --- | --- | --- | --- |
| May 2024 | Tender for the sluice | M1 | Water Office |
| July 2024 | Timetable agreed, cooks asked | M2, M3 | Director |
| August 2024 | Council hears the report | all; M3 | Director |
"""


def test_steps_of_measures_that_another_table_has_are_no_measures() -> None:
    measures = programme(PLAN, language="en").measures

    assert [each.code for each in measures] == ["M1", "M2", "M3"]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("| M1 | Water Office |\n", "| Otterbury | Water Office |\n"),
        ("| Belongs to | Who |", "| Outputs | Who |"),
    ],
)
def test_rows_with_more_than_codes_to_refer_by_are_measures(
    said: str, instead: str
) -> None:
    text = PLAN.replace(said, instead).replace("| M2, M3 |", "| Otterbury |")

    assert len(programme(text, language="en").measures) == 6


def test_a_table_of_who_came_reports_and_plans_nothing() -> None:
    text = """
# Development plan of Otterbury County 2024–2030

| Event | Date | Who came | Result |
| --- | --- | --- | --- |
| Village walk | 3 May 2023 | 61 residents | Nine wishes |
| Business breakfast | 9 June 2023 | 14 firms | Plots by the railway |
"""
    with_duty = text.replace("| Result |", "| Responsible |").replace("Event", "Action")

    assert programme(text, language="en").tables == ()
    assert len(programme(with_duty, language="en").measures) == 2
