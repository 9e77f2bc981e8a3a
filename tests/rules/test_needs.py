"""From needs to tasks."""

import pytest

from plancheck.rules.needs import needs_to_tasks
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.test_territory import START

SWOT = """\
## Situācija

| Stiprās puses | Vājās puses |
| --- | --- |
| Divi ezeri | {weakness} |
| Iespējas | Draudi |
| Tūrisma attīstība | Plūdi applūdina pagrabus |

"""
STRATEGY = """\
## Stratēģiskā daļa

U1. Mazināt rindu uz pirmsskolu

U2. Pasargāt pagrabus no plūdiem

U3. Atjaunot stadionu
"""


def found(text: str) -> list[str]:
    verdict = needs_to_tasks(programme(START + text))
    return [finding.text for finding in verdict.findings]


def test_a_task_that_no_need_asks_for_is_named() -> None:
    text = SWOT.replace("{weakness}", "Bērni gaida vietu pirmsskolā")

    assert found(text + STRATEGY) == [
        "No weakness, problem or need is named for “Atjaunot stadionu”."
    ]


def test_strengths_and_opportunities_are_no_needs() -> None:
    text = SWOT.replace("Divi ezeri", "Stadions").replace(
        "{weakness}", "Maz pirmsskolas vietu"
    )

    assert "No weakness, problem or need is named for “Atjaunot stadionu”." in found(
        text + STRATEGY
    )


def test_codes_beside_a_problem_link_without_words() -> None:
    table = """\
## Problēmas

| Problēma | Uzdevums |
| --- | --- |
| Bērni gaida | U1, U3 |
| Slapji pamati | U2 |

"""

    assert needs_to_tasks(programme(START + table + STRATEGY)).score == 4


def test_a_conclusion_names_needs_too() -> None:
    text = (
        "## Izglītība\n\nSecinājumi. Pirmsskolā trūkst vietu, stadions ir bīstams.\n\n"
    )

    assert found(text + STRATEGY) == [
        "No weakness, problem or need is named for “Pasargāt pagrabus no plūdiem”."
    ]


def test_words_that_fit_any_task_link_none() -> None:
    text = SWOT.replace("{weakness}", "Jāattīsta novada infrastruktūra")
    strategy = "## Stratēģiskā daļa\n\nU1. Attīstīt infrastruktūru\n\nU2. Uzlabot novada vidi\n"

    assert found(text + strategy) == [
        "None of the 2 tasks answers a weakness, problem or need that is named."
    ]


def test_the_words_of_measures_count_for_their_task() -> None:
    plan = """\

## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| Uzdevums U3. Atjaunot stadionu ||||
| 3.1. | Pieņemt sporta skolotājus | AN | 2024 |
"""
    text = SWOT.replace("{weakness}", "Bērni gaida vietu pirmsskolā; trūkst skolotāju")

    assert not found(text + STRATEGY + plan)


def test_no_list_of_needs_is_absent() -> None:
    verdict = needs_to_tasks(programme(START + STRATEGY))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_measures_without_tasks_are_not_failed_by_their_words() -> None:
    plan = """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1. | Iegādāties traktoru | AN | 2024 |
| 2. | Rīkot svētkus | AN | 2024 |
"""

    with pytest.raises(Unsure):
        needs_to_tasks(programme(START + SWOT.replace("{weakness}", "Rindas") + plan))


def test_without_tasks_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        needs_to_tasks(programme(START))
