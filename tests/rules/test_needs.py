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


def test_a_line_that_announces_challenges_opens_a_list_of_needs() -> None:
    text = (
        "## Situācija\n\nDarba grupā apkopoti šādi galvenie izaicinājumi:\n\n"
        "- pirmsskolas rinda ir gara\n\n- pagrabi pavasarī ir slapji\n\n"
        "- stadions ir bīstams\n\n"
    )

    assert found(text + STRATEGY) == []


def test_a_sentence_on_what_is_lacking_answers_where_there_is_a_list_too() -> None:
    text = SWOT.replace("{weakness}", "Bērni gaida vietu pirmsskolā")
    told = (
        "## Sports\n\nSkriešanas celiņi un sēdvietas ir nolietotas, un nepieciešams tās "
        "nomainīt.\n\n"
    )
    strategy = STRATEGY.replace(
        "Atjaunot stadionu", "Stadiona skriešanas celiņi un sēdvietas"
    )

    assert found(text + told + strategy) == []
    assert len(found(text + strategy)) == 1


def test_measures_that_count_on_from_a_task_tell_what_it_is_about() -> None:
    text = SWOT.replace("{weakness}", "Dzirnavu ielas tilts ir avārijas stāvoklī")
    plan = (
        "## Stratēģiskā daļa\n\nU1.1. Ceļu joma\n\nU1.2. Plūdi un pagrabi\n\n"
        "## Rīcības plāns\n\n| Nr. | Pasākums | Atbildīgais | Termiņš |\n"
        "| --- | --- | --- | --- |\n"
        "| 1.1.1. | Dzirnavu ielas tilta pārbūve | Ceļu nodaļa | 2024 |\n"
    )

    assert found(text + plan) == []


def test_a_column_of_problems_says_what_each_measure_answers() -> None:
    plan = """\
## Rīcības plāns

| Pasākums | Risināmā problēma | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| Jumta remonts | Ūdens tek cauri | CN | 2024 |
| Stadions | {problem} | CN | 2025 |
"""

    with pytest.raises(Unsure):
        found(plan.replace("{problem}", ""))
    verdict = needs_to_tasks(programme(START + plan.replace("{problem}", "Bedres")))
    assert verdict.score == 4
    assert "Ūdens tek cauri" in {quote.text for quote in verdict.quotes}


def test_a_list_of_barriers_names_what_has_to_be_answered() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Barriers

Footpaths along the quay end at the bridge.

## Action plan

| Action | Responsible | Deadline |
| --- | --- | --- |
| Extend the footpaths of the quay | Works | 2024 |
"""

    assert needs_to_tasks(programme(text, language="en")).passes


def test_a_need_with_the_number_of_an_objective_is_answered_whatever_its_letters_are() -> (
    None
):
    verdict = needs_to_tasks(
        programme(
            """
# Strategy of Otterbury Municipality 2021–2027

## Analysis

| Area | Key need | Objective |
| --- | --- | --- |
| Mobility | Shorter journeys from the ring | XO 1.1 |
| Climate | Cooler courtyards in summer | XO 2.1 |

## Action plan

| Code | Measure | Responsible | Deadline |
| --- | --- | --- | --- |
| XO 1.1 Public transport ||||
| 1.1.1 | Station forecourt | Transport department | 2026 |
| 1.1.2 | Bus lanes | Transport department | 2025 |
| XO 2.1 Green towns ||||
| 2.1.1 | Rain gardens | Parks department | 2027 |
"""
        )
    )

    assert verdict.message.text() == "2 of 2 tasks answer a need that is named."


def test_a_need_with_the_number_above_a_measure_is_answered_by_it() -> None:
    verdict = needs_to_tasks(
        programme(
            """
# Strategy of Otterbury Municipality 2021–2027

## Analysis

| Area | Key need | Objective |
| --- | --- | --- |
| Mobility | Shorter journeys from the ring | SO 1.1 |

## Action plan

| Code | Measure | Responsible | Deadline |
| --- | --- | --- | --- |
| 1.1.1 | Station forecourt | Transport department | 2026 |
| 1.1.2 | Bus lanes | Transport department | 2025 |
"""
        )
    )

    assert verdict.passes


def test_a_line_that_says_whence_needs_follow_opens_their_list() -> None:
    listed = (
        "## Situācija\n\nGalvenās problēmas, kas izriet no aptaujas:\n\n"
        "- Rinda uz pirmsskolu ir gadu gara\n- Plūdi sasniedz pagrabus\n"
        "- Stadions ir slēgts\n\n"
    )

    assert needs_to_tasks(programme(START + listed + STRATEGY)).score >= 3


def test_an_item_of_the_analysis_names_the_task_that_answers_it() -> None:
    told = (
        "## Pašreizējās situācijas raksturojums\n\nKas jālabo vispirms:\n\n"
        "- Bērnudārzā trūkst vietu (risina U1)\n- Ūdens kāpj līdz logiem (risina U2)\n"
        "- Tribīnes ir bīstamas (risina U3)\n\n"
    )

    verdict = needs_to_tasks(programme(START + told + STRATEGY))

    assert verdict.score == 4
    assert verdict.quotes[1].text == "Bērnudārzā trūkst vietu (risina U1)"
