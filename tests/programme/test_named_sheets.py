"""Fact sheets that a line across the top names: `M1 Farm shops`, without a field for it."""

from plancheck.testing import programme

MEASURE = """
# Development strategy of Otterbury Municipality 2023–2027

# Measures

| M1 Shops on the farm ||
| --- | --- |
| Where | Upper valley |
| Responsible | Farm adviser |
| Allocation (EUR) | 310 000 |
| Fund | EAFRD |
| When | 2024–2026 |

| M2 Night buses ||
| --- | --- |
| Where | Lower valley |
| Responsible | Transport office |
| Allocation (EUR) | 120 000 |
| Fund | ERDF |
| When | 2025 |
"""
PROJECT = """
# Projects

| F1 Dairy in the old school ||
| --- | --- |
| Measure | M1 |
| Project promoter | Farmers' society |
| Cost (EUR) | 186 000 |
| Sources (EUR) | 102 000 EAFRD, 84 000 partners |
| When | 2025 |
"""


def test_a_sheet_is_named_by_the_line_across_its_top() -> None:
    measures = programme(MEASURE).measures

    assert [(each.code, each.name) for each in measures] == [
        ("M1", "Shops on the farm"),
        ("M2", "Night buses"),
    ]
    assert [each.source.text for each in measures] == ["EAFRD", "ERDF"]


def test_a_sheet_that_refers_to_a_measure_is_one_of_a_project() -> None:
    read = programme(MEASURE + PROJECT)

    [project] = read.projects
    assert (project.code, project.name) == ("F1", "Dairy in the old school")
    assert project.responsible.text == "Farmers' society"
    assert project.source.text == "102 000 EAFRD, 84 000 partners"
    assert len(read.measures) == 2


def test_a_numbered_heading_inside_a_sheet_names_none() -> None:
    inside = MEASURE.replace("| M1 Shops on the farm ||", "| 1. General information ||")

    assert "General information" not in [
        each.name for each in programme(inside).measures
    ]


def test_the_year_of_a_target_may_stand_in_the_name_of_its_field() -> None:
    sheet = """
# Indicators

|  | Farms that sell | Jobs kept |
| --- | --- | --- |
| Unit | farms | jobs |
| Baseline | 4 | 0 |
| Target 2029 | 24 | 38 |
| Data source | survey | claims |
"""
    assert [each.target_year for each in programme(sheet).indicators] == [2029, 2029]


def test_a_line_of_the_form_that_sheets_are_filled_into_names_none() -> None:
    form = """
# Portfolio

| B-2.2: Outline of individual actions ||
| --- | --- |
| Action name | Plant street trees |
| Responsible bodies | Parks department |
| Timeline | 2025–2027 |
| Total costs | 120 000 EUR |

| B-2.2: Outline of individual actions ||
| --- | --- |
| Action name | Electric buses |
| Responsible bodies | Transport office |
| Timeline | 2026 |
| Total costs | 900 000 EUR |
"""
    names = [each.name for each in programme(form).measures]

    assert names == ["Plant street trees", "Electric buses"]
