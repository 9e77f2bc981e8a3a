"""Sheets of projects in the words of translated strategies."""

import pytest

from plancheck.rules.structure import action_table
from plancheck.testing import programme

SHEET = """# Development Strategy of Brezova 2024–2030

## Project sheets

| Number and title of the operation | 2.3 Bathing place at the weir |
| --- | --- |
| Strategic goal | G2 |
| Holder of the project | Sports Institute |
| Period of implementation | 2025–2027 |
| Estimated value, EUR | 310 000 |
| Sources | Ministry of Sport 60 %, municipality 40 % |
| Expected outputs | 1 bathing place |
"""


def test_a_long_label_gives_a_sheet_its_name() -> None:
    [project] = programme(SHEET).projects

    assert project.name.endswith("Bathing place at the weir")
    assert project.responsible.text == "Sports Institute"
    assert project.amount.number == 310_000


def test_sheets_that_carry_out_a_goal_are_the_action_plan_where_there_is_no_other() -> (
    None
):
    assert action_table(programme(SHEET)).score == 4


@pytest.mark.parametrize(
    "change",
    [
        ("Strategic goal | G2", "Linked measure | 2.1"),
        ("Holder of the project", "Notes"),
    ],
)
def test_sheets_of_what_a_measure_needs_are_no_action_plan(
    change: tuple[str, str],
) -> None:
    assert not action_table(programme(SHEET.replace(*change))).passes


def test_a_project_that_a_table_of_money_has_again_counts_once() -> None:
    money = """
## Finances

| Code | Project | 2025 | 2026 | 2027 | Total |
| --- | --- | --- | --- | --- | --- |
| 2.3 | Bathing place at the weir | 100 000 | 110 000 | 100 000 | 310 000 |
"""

    assert len(programme(SHEET + money).plan_rows) == 1
