"""Rows that sum up others, told by their figures."""

from plancheck.testing import programme

PLAN = """
# Development plan of Otterbury County 2024–2030

# Investment plan

| No. | Project | Total, EUR | Own, EUR | State, EUR | Year |
| --- | --- | --- | --- | --- | --- |
| P1 | Weir on the Otter | 200 000 | 50 000 | 150 000 | 2025 |
| P2 | School kitchen | 90 000 | 90 000 | – | 2026 |
| P3 | Bus stops | 60 000 | 20 000 | 40 000 | 2027 |
| | Everything above | 350 000 | 160 000 | 190 000 | |
| | Work without building | 30 000 | 30 000 | – | |
| | The plan as a whole | 380 000 | 190 000 | 190 000 | |
"""


def test_a_sum_without_a_known_word_is_no_project() -> None:
    plan = programme(PLAN, language="en")

    assert [each.code for each in plan.projects] == ["P1", "P2", "P3"]
    assert [each.name for each in plan.tables[0].totals] == ["Everything above"]


def test_a_last_project_without_a_code_is_one_unless_it_has_the_sum() -> None:
    text = PLAN.replace("350 000 | 160 000 | 190 000", "45 000 | 45 000 | –")

    assert len(programme(text, language="en").projects) == 6


def test_the_last_row_of_a_table_without_codes_may_be_the_sum() -> None:
    text = PLAN.partition("| | Work")[0]
    for code in ("P1 ", "P2 ", "P3 "):
        text = text.replace(code, "")

    names = [each.name for each in programme(text, language="en").projects]
    assert names == ["Weir on the Otter", "School kitchen", "Bus stops"]
