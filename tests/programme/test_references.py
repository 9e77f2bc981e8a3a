"""Columns of marks refer to what stands elsewhere, and name nothing."""

import pytest

from plancheck.programme.programme import Programme
from plancheck.programme.references import are_marks
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import programme

TITLE = "# Ezerleju novada attīstības programma 2024.–2030. gadam\n\n"
ACTIONS = """## Rīcības plāns

| Nr. | Aktivitāte | Atbildīgais | Termiņš | Izmaksas, EUR | Projekts |
| --- | --- | --- | --- | --- | --- |
| 1 | Atjaunot parku | Parku nodaļa | 2026 | 30 000 | PR-1 |
| 2 | Rīkot talkas | Parku nodaļa | 2027 | 2 000 | – |
| 3 | Labot tiltu | Ceļu nodaļa | 2028 | 90 000 | PR-2, PR-3 |
| 4 | Siltināt skolu | Skolu nodaļa | 2029 | 800 000 | PR-4 |
"""
PROJECTS = """
## Investīciju plāns

| Pasākums | Iecere | Kopā, EUR | Pašvaldība | ERAF | Kas vada |
| --- | --- | --- | --- | --- | --- |
| 1/2-a | Parka celiņi | 30 000 | 10 000 | 20 000 | Parku nodaļa |
| 1/3-b | Tilta balsti | 90 000 | 30 000 | 60 000 | Ceļu nodaļa |
| 2/1-a | Skolas siena | 800 000 | 200 000 | 600 000 | Skolu nodaļa |
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def test_marks_of_projects_beside_measures_leave_them_measures() -> None:
    read = plan(ACTIONS + PROJECTS)

    assert [each.name for each in read.measures] == [
        "Atjaunot parku",
        "Rīkot talkas",
        "Labot tiltu",
        "Siltināt skolu",
    ]
    assert [each.name for each in read.projects] == [
        "Parka celiņi",
        "Tilta balsti",
        "Skolas siena",
    ]


def test_projects_that_are_named_beside_measures_stay_projects() -> None:
    named = ACTIONS.replace("PR-1", "Parka celiņi").replace(
        "PR-2, PR-3", "Tilta balsti"
    )
    [table] = plan(named.replace("PR-4", "Skolas siena")).tables

    assert table.role == "investment"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("IEC-01", "IEC-02", "–", "IEC-07"), True),
        (("2/1-a", "2/1-b; 2/2-a", "3/1-a"), True),
        (("Tilts 1", "Tilts 2", "Tilts 3"), False),
        (("IEC-01", "IEC-02"), False),
        (("Parks", "Tilts", "Skola"), False),
    ],
)
def test_marks_are_words_with_a_number(
    texts: tuple[str, ...], *, expected: bool
) -> None:
    assert are_marks(texts, load_vocabulary("en")) is expected


def test_a_first_column_of_years_is_the_term_though_banners_begin_there() -> None:
    [measure, *_] = plan("""## Rīcības plāns

| Pie mums | Darāmais | Kas vada | Rezultāts |
| --- | --- | --- | --- |
| Ceļi ||||
| 2026. gads | Labot tiltu | Ceļu nodaļa | 1 tilts |
| Parki ||||
| 2027. gada 3. ceturksnis | Atjaunot parku | Parku nodaļa | 1 parks |
| Skolas ||||
| 2029. gads | Siltināt skolu | Skolu nodaļa | 1 skola |
""").measures

    assert measure.term.text == "2026. gads"


def test_what_people_took_part_in_is_no_plan() -> None:
    assert (
        plan("""## Līdzdalība

| Pasākums | Laiks | Norise | Dalībnieki |
| --- | --- | --- | --- |
| Ciemu vakari | 2023. gada maijs | 6 ciemos | 140 |
| Aptauja | 2023. gada jūnijs | tīmeklī | 812 |
""").measures
        == ()
    )


NEEDS = """# Alder Town Plan 2024–2030

## Why we act

| Need | What shows it | Measures |
| --- | --- | --- |
| Wet cellars | 212 calls a year | B.2, B.5 |
| Few places for infants | 118 on the list | A.1 |
| Slow buses | 9 km/h | C.3; C.4 |
"""


def test_a_table_that_lists_codes_beside_needs_plans_nothing() -> None:
    assert programme(NEEDS).measures == ()


def test_codes_with_somebody_who_answers_for_them_are_measures() -> None:
    told = NEEDS.replace("What shows it", "Responsible")

    assert len(programme(told).measures) == 3
