"""Projects with a row a source, hazards with a level, and goals that count by letters."""

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Pakalnu pilsētas attīstības programma 2023.–2029. gadam\n\n"
PLANS = """## Rīcības plāns

| Nr | Rīcība | Atbild | Sadarbojas | Fin., tūkst. EUR; avots | Kam; kur | Pēc kā zina, ka gatavs |
| --- | --- | --- | --- | --- | --- | --- |
| 1.1.1. | Bērnudārzs | Skolas | Sporta nams | 1 500; PB, ERAF | Kalniņi; bērni | 90 vietas |
| 1.1.2. | Estrāde | Kultūra | Deju kopa | 300; PB | Ieleja; viesi | Estrāde atvērta |

## Investīciju plāns

| Nr. | Projekts | Rīc. | Avots | Kopā | 2024 | 2025 |
| --- | --- | --- | --- | --- | --- | --- |
| IP-01 | Bērnudārzs | 1.1.1. | PB | 500 | 200 | 300 |
| IP-01 | Bērnudārzs | 1.1.1. | ES | 1 000 | 400 | 600 |
| IP-02 | Estrāde | 1.1.2. | PB | 300 | – | 300 |
| | IP kopā: PB | | PB | 800 | 200 | 600 |
| | IP kopā: ES | | ES | 1 000 | 400 | 600 |
| | IP PAVISAM | | | 1 800 | 600 | 1 200 |
"""
RISKS = """## Klimata riski

| Klimata risks | Kas skarts | Līmenis | Apkaime |
| --- | --- | --- | --- |
| Pali | 40 ēkas | augsts | Ieleja |
| Karstums | Seniori | vidējs | Kalniņi |
"""
TREE = """## Stratēģiskā daļa

- Mērķis A. Cilvēks, kurš paliek
- A1. Skola tuvumā
- Mērķis B. Darbs, kas ir tepat
- B1. Pārtika un mežs
- B2. Viesi
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def test_short_labels_and_lists_of_two_things_name_their_columns() -> None:
    first, _ = plan(PLANS).measures

    assert first.field("responsible").text == "Skolas"
    assert first.field("partner").text == "Sporta nams"
    assert first.field("result").text == "90 vietas"
    assert first.field("source").text == "PB, ERAF"
    assert first.field("amount").number == 1_500_000
    assert first.field("target group").text == "Kalniņi; bērni"


def test_a_number_alone_names_no_source() -> None:
    first, second = plan(PLANS.replace("300; PB |", "300 |")).measures

    assert first.field("source")
    assert not second.field("source")
    assert second.field("amount").number == 300_000


def test_the_sources_and_the_total_before_the_years_are_those_of_the_project() -> None:
    rows = plan(PLANS).projects

    assert [row.field("source").text for row in rows] == ["PB", "ES", "PB"]
    assert [row.field("amount").text for row in rows] == ["500", "1 000", "300"]


def test_totals_named_behind_an_abbreviation_are_no_projects() -> None:
    [table] = (each for each in plan(PLANS).tables if each.has("project"))

    assert [row.name for row in table.totals] == [
        "IP kopā: PB",
        "IP kopā: ES",
        "IP PAVISAM",
    ]


def test_a_project_is_where_and_by_whom_its_measure_is() -> None:
    kindergarten, _, stage = plan(PLANS).projects

    assert kindergarten.field("responsible").text == "Skolas"
    assert stage.field("territory").text == "Ieleja; viesi"
    assert kindergarten.field("amount").text == "500"


def test_a_project_without_a_code_of_a_measure_takes_nothing_from_one() -> None:
    [*_, stage] = plan(
        PLANS.replace("| Estrāde | 1.1.2. |", "| Estrāde | – |")
    ).projects

    assert not stage.field("responsible")


def test_projects_with_a_row_a_source_are_no_extract_of_the_measures() -> None:
    by_code = PLANS.replace("IP-01", "1.1.1.").replace("IP-02", "1.1.2.")

    assert len(plan(by_code).tables_of("investment")) == 1
    assert len(plan(by_code).projects) == 3


def test_the_level_beside_a_hazard_is_that_of_its_risk() -> None:
    [table] = plan(RISKS).tables

    assert table.role == "risk"
    assert table.label("risk level") == "Līmenis"


def test_goals_that_count_by_letters_have_directions_below_them() -> None:
    found = plan(TREE).uncoded_objectives

    assert [(each.level, each.name) for each in found] == [
        ("goal", "Cilvēks, kurš paliek"),
        ("direction", "Skola tuvumā"),
        ("goal", "Darbs, kas ir tepat"),
        ("direction", "Pārtika un mežs"),
        ("direction", "Viesi"),
    ]


def test_letters_without_a_goal_over_them_name_no_direction() -> None:
    assert plan(TREE.replace("Mērķis ", "Zona ")).uncoded_objectives == ()


def test_headings_name_the_situation_of_a_year_and_monitoring_beside_coordination() -> (
    None
):
    text = (
        "## Pilsēta 2022. gadā\n\nTeksts.\n\n## Uzraudzība un koordinācija\n\nDome.\n"
    )
    found = plan(text)

    assert found.part("current situation")
    assert found.part("monitoring procedure")
    assert found.part("coordination")
