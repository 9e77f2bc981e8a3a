"""A line of a table and the fact sheet about it are one thing."""

from plancheck.testing import programme

TABLE = """
# Uzraudzība

| Ind. # | Indikatora nosaukums | Bāzes vērtība | Mērķa vērtības | | Mērvienība |
|  |  | 2022 | 2025 | 2030 |  |
| --- | --- | --- | --- | --- | --- |
| 16 | Jauno izbūvēto siltumtīklu garums | 0 | 500 | 900 | m |
| 17 | Patērētāju skaits | 5 | 7 | 9 | skaits |

# Indikatoru apraksti

"""
SHEET = """
| Indikatora nosaukums | Jauno izbūvēto siltumtīklu garums |
| --- | --- |
| Indikatora nr. | #16 |
| Mērvienība | m |
| Datu avots | SIA Siltums |
| Atbildīgais | Uzraudzības grupa |
"""


def test_row_takes_from_its_fact_sheet_what_the_table_does_not_say() -> None:
    plan = programme(TABLE + SHEET)

    assert len(plan.indicators) == 2
    assert plan.indicators[0].data_source.text == "SIA Siltums"
    assert plan.indicators[0].target_year == 2030


def test_years_below_a_lost_merge_belong_to_the_label_on_their_left() -> None:
    indicator = programme(TABLE).indicators[1]

    assert (indicator.baseline_year, indicator.target_year) == (2022, 2030)
    assert str(indicator.target.number) == "9"


def test_sheet_about_something_else_stands_alone() -> None:
    plan = programme(
        TABLE + SHEET.replace("#16", "#99").replace("Jauno izbūvēto", "Nojaukto")
    )

    assert len(plan.indicators) == 3


def test_sheet_without_a_number_is_known_by_its_name() -> None:
    plan = programme(TABLE + SHEET.replace("| Indikatora nr. | #16 |\n", ""))

    assert len(plan.indicators) == 2


def test_table_of_costs_takes_bodies_and_years_from_the_measures_it_repeats() -> None:
    plan = programme(
        """
# Action plan

| No. | Measure | Responsible body | Term |
| --- | --- | --- | --- |
| 1.4.1 | Study of the centre | Planning office | 2025 |

# Action plan of the port

| No. | Measure | Responsible body | Term |
| --- | --- | --- | --- |
| 2.1.1 | Tram line to the port | Tram company | 2027 |

# Costs

| No. | Measure | Costs, EUR |
| --- | --- | --- |
| 1.4.1 | Study of the centre | 60 000 |
| 2.1.1 | Another thing of that number | 10 000 |
"""
    )

    assert [project.responsible.text for project in plan.projects] == [
        "Planning office",
        "",
    ]
