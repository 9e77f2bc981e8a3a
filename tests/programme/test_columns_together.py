"""Columns that only the others beside them explain."""

import pytest

from plancheck.testing import programme

TITLE = "# Development plan of Otterbury County 2024–2030\n\n"


def test_the_last_year_behind_a_baseline_is_that_of_the_target() -> None:
    [indicator] = programme(
        TITLE
        + """
# Monitoring

| KPI | What is measured | Unit | Baseline | Baseline year | 2027 | 2030 | Source |
| --- | --- | --- | --- | --- | --- | --- | --- |
| K1 | Vacant shops | number | 418 | 2023 | 330 | 230 | own survey |
"""
    ).indicators

    assert (indicator.target.text, indicator.target_year) == ("230", 2030)


def test_years_before_the_period_are_no_targets() -> None:
    [indicator] = programme(
        TITLE
        + """
# Monitoring

| Indicator | Unit | Baseline | Baseline year | 2022 | 2023 | Data source |
| --- | --- | --- | --- | --- | --- | --- |
| Vacant shops | number | 418 | 2021 | 410 | 405 | own survey |
"""
    ).indicators

    assert not indicator.target


def test_sources_beside_a_cost_are_those_of_the_money() -> None:
    [measure] = programme(
        TITLE
        + """
# Action plan

| Ref. | Action | Lead officer | Cost (EUR) | Sources | KPI |
| --- | --- | --- | --- | --- | --- |
| A1.1 | Widen footpaths | Roads engineer | 7 200 000 | State 5 400 000; Council 1 800 000 | K1 |
"""
    ).measures

    assert measure.source.text == "State 5 400 000; Council 1 800 000"


def test_titles_beside_the_codes_of_operations_name_them() -> None:
    projects = programme(
        TITLE
        + """
# List of operations

| Operation | Title | Measure | Beneficiary | Total cost (EUR) |
| --- | --- | --- | --- | --- |
| OP-01 | Station forecourt | 1.1.1 | Transport department | 9 800 000 |
| OP-02 | Bus lanes | 1.1.2 | Transport department | 3 400 000 |
"""
    ).projects

    assert [each.name for each in projects] == ["Station forecourt", "Bus lanes"]
    assert projects[0].responsible.text == "Transport department"


def test_letters_that_count_areas_stand_for_no_level() -> None:
    rows = "".join(
        f"| {area}{number}.1 | Action of area {area} | Roads engineer | 2026 | 1000 |\n"
        for area in "ABCD"
        for number in (1, 2)
    )
    read = programme(
        TITLE
        + "# Action plan\n\n| Ref. | Action | Lead | When | Cost (EUR) |\n"
        + "| --- | --- | --- | --- | --- |\n"
        + rows
    )

    assert not [each for each in read.objectives if each.level == "direction"]


def test_a_line_over_rows_that_count_on_from_it_is_an_objective_whatever_its_letters() -> (
    None
):
    objectives = programme(
        TITLE
        + """
# Measures

## SG1 A compact city

| Code | Measure | Responsible | Deadline |
| --- | --- | --- | --- |
| SO 1.1 Public transport ||||
| 1.1.1 | Station forecourt | Transport department | 2026 |
| 1.1.2 | Bus lanes | Transport department | 2025 |
"""
    ).objectives

    assert [(each.code, each.parent_code) for each in objectives] == [
        ("SG1", ""),
        ("SO1.1", "SG1"),
        ("1.1.1", "SO1.1"),
        ("1.1.2", "SO1.1"),
    ]


def test_an_objective_below_a_goal_of_its_number_is_no_goal_beside_it() -> None:
    read = programme(
        TITLE
        + """
# Measures

## SG1 A compact city

| Code | Measure | Responsible | Deadline |
| --- | --- | --- | --- |
| G 1.1 Public transport ||||
| 1.1.1 | Station forecourt | Transport department | 2026 |
"""
    )

    assert [(each.code, each.level) for each in read.objectives][:2] == [
        ("SG1", "goal"),
        ("G1.1", "direction"),
    ]


def test_a_sentence_of_the_strategy_may_list_its_directions() -> None:
    objectives = programme(
        """
# 3. Stratēģiskā daļa

VTP1 Mājas visiem

Prioritātei ir divi rīcības virzieni: RV1.1 Droši pagalmi; RV1.2 Klusas ielas.
"""
    ).objectives

    assert [(each.code, each.name, each.parent_code) for each in objectives] == [
        ("VTP1", "Mājas visiem", ""),
        ("RV1.1", "Droši pagalmi", "VTP1"),
        ("RV1.2", "Klusas ielas", "VTP1"),
    ]


def test_the_total_beside_shares_is_the_sum_though_some_are_open() -> None:
    projects = programme(
        """
# Upes novada attīstības programma 2025.–2031. gadam

## Investīciju plāns

| Kods | Projekts | Uzdevums | Kopā | Avots, % ||
| ^^ | ^^ | ^^ | ^^ | Pašvaldība | ES |
| --- | --- | --- | --- | --- | --- |
| Ceļi ||||||
| I-1 | Tilta remonts | U1 | 400 | 40 | 60 |
| I-2 | Velo ceļš | U1 | 900 | 15 | 85 |
| I-3 | Stāvlaukums | U1 | vēl lems | – | – |
| Skolas ||||||
| I-4 | Sporta zāle | U2 | 1 200 | 20 | 80 |
| I-5 | Bibliotēka | U2 | 300 | 100 | 0 |
| I-6 | Mūzikas skola | U2 | 700 | 100 | 0 |
"""
    ).projects

    assert [each.amount.text for each in projects[:2]] == ["400", "900"]


def test_an_answer_to_a_risk_is_what_is_done_about_it() -> None:
    [table] = programme(
        TITLE
        + """
# Risks

| Risk | Probability | Answer |
| --- | --- | --- |
| Prices rise | High | A reserve of a tenth |
""",
        language="en",
    ).tables

    assert table.rows[0].field("mitigation").text == "A reserve of a tenth"


def test_unknown_funds_below_sources_are_shares_of_the_money() -> None:
    [table] = programme(
        TITLE
        + """
# Investment plan

| No. | Project | Total | Sources ||||
| --- | --- | --- | --- | --- | --- | --- |
| | | | Municipality | Otter Fund | State, ABC | Private |
| P1 | Weir | 400 | 100 | 150 | 120 | 30 |
""",
        language="en",
    ).tables
    [project] = table.rows

    assert project.field("state share").text == "120"
    assert project.field("other share").text == "150"


@pytest.mark.parametrize(
    "label", ["Rezultāta rādītājs", "Iznākuma rādītājs un mērvienība"]
)
def test_what_has_baseline_and_target_is_an_indicator(label: str) -> None:
    rows = "| 3 | 2024 | 9 | CSP |"

    [indicator] = programme(
        "# Mežvidu novada attīstības programma 2025.–2031. gadam\n\n## Uzraudzība\n\n"
        f"| {label} | Sākotnējā vērtība | Bāzes gads | Sasniedzamā vērtība | Datu avots |\n"
        f"| --- | --- | --- | --- | --- |\n| Ugunsgrēki, skaits {rows}\n"
    ).indicators

    assert (indicator.baseline.text, indicator.target.text) == ("3", "9")


def test_the_result_of_a_measure_without_values_is_no_indicator() -> None:
    plan = programme(
        "# Mežvidu novada attīstības programma 2025.–2031. gadam\n\n## Rīcības plāns\n\n"
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Rezultāta rādītājs |\n"
        "| --- | --- | --- | --- | --- |\n| 1.1. | Depo | Būvvalde | 2026 | 1 depo |\n"
    )

    assert not plan.indicators
    assert plan.measures[0].field("result").text == "1 depo"
