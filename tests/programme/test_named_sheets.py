"""Fact sheets that a line across the top names: `M1 Farm shops`, without a field for it."""

from decimal import Decimal

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


CARDS = """
# Smilgu novada attīstības programma 2026.–2032. gadam

## Iniciatīvu kartītes

| Iniciatīva 1.1. Mājas amatniekiem ||
| --- | --- |
| Ko darīsim | Pārbūvēt veco pienotavu un izīrēt telpas. |
| Atbildīgais | Attīstības nodaļa |
| Laiks | 2026–2028 |
| Finansējums | 120 000 EUR no pašvaldības budžeta |

| Iniciatīva 1.2. Skola un uzņēmumi ||
| --- | --- |
| Ko darīsim | Rīkot kopīgas darbnīcas un maksāt stipendijas. |
| Atbildīgais | Izglītības pārvalde |
| Laiks | 2027 |
| Finansējums | 40 000 EUR no ESF+ |
"""
PASSPORTS = """
## Projektu pases

| Projekts | P-1 | P-2 | P-3 |
| --- | --- | --- | --- |
| Nosaukums | Amatnieku māja | Kopīgās darbnīcas | Dienas centrs |
| Vieta | Smilgas | Ozoli | Avoti |
| Atbildīgais | Attīstības nodaļa | Izglītības pārvalde | Sociālais dienests |
| Gadi | 2026–2028 | 2027–2029 | 2026–2028 |
| Finansējums ||||
| Kopējās izmaksas, EUR | 300.000 | 200.000 | 100.000 |
| t. sk. pašvaldība | 100.000 | 50.000 | 15.000 |
| t. sk. ES fondi | 200.000 | 150.000 | 85.000 |
| Plānotais rezultāts | 12 darbnīcas | 240 audzēkņi gadā | 24 vietas |

## Kopsavilkums

| Darbības joma | Projekti | Indikatīvā summa | Pašvaldība | ES fondi |
| --- | --- | --- | --- | --- |
| DJ1 | P-1, P-2 | 500.000 | 150.000 | 350.000 |
| DJ2 | P-3, P-1 | 400.000 | 115.000 | 285.000 |
"""


def test_what_a_sheet_is_may_be_said_before_its_code() -> None:
    measures = programme(CARDS).measures

    assert [(each.code, each.name) for each in measures] == [
        ("1.1", "Mājas amatniekiem"),
        ("1.2", "Skola un uzņēmumi"),
    ]
    assert measures[0].field("description").text.startswith("Pārbūvēt veco pienotavu")


def test_sheets_of_projects_side_by_side_have_their_money_below_a_line_across() -> None:
    projects = programme(CARDS + PASSPORTS).projects

    assert [(each.code, each.name) for each in projects] == [
        ("P1", "Amatnieku māja"),
        ("P2", "Kopīgās darbnīcas"),
        ("P3", "Dienas centrs"),
    ]
    first = projects[0]
    assert first.amount.number == Decimal(300_000)
    assert [each.number for each in first.shares] == [
        Decimal(100_000),
        Decimal(200_000),
    ]


def test_a_table_that_adds_projects_up_has_none_of_its_own() -> None:
    names = {each.name for each in programme(CARDS + PASSPORTS).projects}

    assert names == {"Amatnieku māja", "Kopīgās darbnīcas", "Dienas centrs"}
