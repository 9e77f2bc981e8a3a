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


def test_sheet_of_the_same_name_belongs_to_its_row_though_the_numbers_differ() -> None:
    sheet = SHEET.replace("Jauno izbūvēto siltumtīklu garums", "Patērētāju skaits")
    plan = programme(TABLE + sheet.replace("#16", "#61"))

    assert len(plan.indicators) == 2
    assert plan.indicators[1].data_source.text == "SIA Siltums"


LOST_MERGE = """
# Monitoring

| Outcome | Indicator no. | Indicator name | Target values | | |
| --- | --- | --- | --- | --- | --- |
| HEAT |  |  | 2026 | 2028 | 2031 |
| Less coal | H 1 | Share of heat from wood (%) | 40 % | 55 % | 75 % |
| Warm homes | H 2 | Homes insulated (number) |  |  | 320 |
| ROADS |  |  | 2026 | 2028 | 2032 |
| Fewer crashes | R 1 | Road accidents (number) | ↓ | ↓ | 12 |
"""


def test_targets_under_a_lost_merge_are_read_with_the_years_given_in_the_body() -> None:
    indicators = programme(LOST_MERGE).indicators

    assert [each.target.text for each in indicators] == ["75 %", "320", "12"]
    assert [each.target_year for each in indicators] == [2031, 2031, 2032]
    assert indicators[2].parents == ("ROADS",)


def test_notes_beside_a_target_are_no_target() -> None:
    noted = """
# Monitoring

| Indicator | Baseline value | Target value | |
| --- | --- | --- | --- |
| Road accidents (number) | 40 | 12 | counted by the police |
| Homes insulated (number) | 0 | 320 | flats of the housing company |
"""

    assert [each.target.text for each in programme(noted).indicators] == ["12", "320"]


def test_baseline_in_another_field_of_a_sheet_is_the_indicators_baseline() -> None:
    sheet = """
# Indicator sheets

| Indicator name | Homes insulated |
| --- | --- |
| Indicator unit | number |
| Calculation | Homes so far in all homes; Baseline 2019: 85 |
| Data source | Housing company |
"""
    [indicator] = programme(sheet).indicators

    assert (str(indicator.baseline.number), indicator.baseline_year) == ("85", 2019)


def test_sheet_completes_the_row_of_its_own_name_beside_one_that_begins_so() -> None:
    plan = programme(
        """
# Indicators

| Indicator | Target value | Recent value |
| --- | --- | --- |
| Waste per resident | 300 kg | 340 kg (2023) |
| Waste per resident of the old town | 250 kg | 410 kg (2023) |

# Sheets

| Indicator name | Waste per resident of the old town |
| --- | --- |
| Indicator unit | kg |
| Expected data source | Waste company |
| Suggested collection interval | yearly |
"""
    )

    assert [each.data_source.text for each in plan.indicators] == ["", "Waste company"]
    assert plan.indicators[0].baseline_year == 2023


def test_a_table_of_costs_that_gives_only_codes_completes_the_rows_of_the_plan() -> (
    None
):
    plan = programme(
        "| Action | Operation | Lead partner | Start–end | Total, € m | Sources |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| A1.1 | Tram line | Transport Authority | 2024–2028 | 48.0 | ERDF |\n"
        "| A1.2 | Joint ticket | Transport Authority | 2025 | 3.2 | ERDF |\n\n"
        "## Financial plan\n\n"
        "| Action | Total, EUR million | ERDF | Municipal |\n"
        "| --- | --- | --- | --- |\n"
        "| A1.1 | 48.0 | 32.0 | 16.0 |\n"
        "| A1.2 | 3.2 | 2.4 | 0.8 |\n",
        language="en",
    )

    assert [row.name for row in plan.projects] == ["Tram line", "Joint ticket"]
    assert plan.projects[0].responsible.text == "Transport Authority"
    assert len(plan.projects[0].shares) == 2


def test_measures_know_who_pays_from_the_table_of_projects() -> None:
    first, second = programme(
        """
# Development plan of Otterbury County 2024–2030

# Action plan

| No. | Action | Responsible | Term |
| --- | --- | --- | --- |
| M1 | Weir on the Otter | Water Office | 2025–2026 |
| M2 | School kitchen | School Office | 2026 |

# Investment plan

| No. | Project | Total, EUR | Own | State | Year |
| --- | --- | --- | --- | --- | --- |
| M1 | Weir on the Otter | 90 000 | 30 000 | 60 000 | 2025 |
| M3 | Night buses | 50 000 | 20 000 | 30 000 | 2025 |
""",
        language="en",
    ).measures

    assert first.field("state share").text == "60 000"
    assert not first.has_column("amount")
    assert not second.has_column("state share")
