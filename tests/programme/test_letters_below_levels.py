"""Codes of levels may count by letters: `VTP A`, `RV A1`, `U A1.2` and measures `A1.2.3`."""

import pytest

from plancheck.programme.codes import codes_in, counting_letters, leading_code
from plancheck.rules.linkage import projects_linked
from plancheck.rules.strategy import unbroken_chain
from plancheck.testing import programme

PLAN = """# Mežvidu novada attīstības programma 2025.–2031. gadam

## 1. Stratēģiskā daļa

### Stratēģiskie mērķi

- SM1 – Veseli ļaudis
- SM2 – Ērti ceļi

### VTP A – Veselība tuvu mājām

Saistība ar stratēģisko mērķi: SM1.

Rīcības virziens RV A1 – Ārstu prakses

- Uzdevums U A1.1. Atjaunot doktorātus

### VTP B – Droša satiksme

Kalpo mērķim SM2.

Rīcības virziens RV B1 – Pagastu ceļi

- Uzdevums U B1.1. Izbūvēt ietves

## 2. Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| A1.1.1. | Doktorāta pārbūve Egļos | Būvvalde | 2026 |
| A1.1.2. | Zobārsta kabinets | Sociālais dienests | 2027 |
| B1.1.1. | Ietves izbūve Skolas ielā | Būvvalde | 2028 |

## 3. Investīciju plāns

| Nr. | Projekts | Atbilstība uzdevumam | Summa, EUR | Atbildīgais |
| --- | --- | --- | --- | --- |
| 1 | Doktorāts Egļos | U A1.1 | 90 000 | Būvvalde |
| 2 | Skolas ielas ietve | U B1.1 | 70 000 | Būvvalde |
"""


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("RV A1 – Mājokļi", "RVA1", "Mājokļi"),
        ("U-C2.3. Ietves", "UC2.3", "Ietves"),
        ("A1.1.2. Zobārsts", "A1.1.2", "Zobārsts"),
    ],
)
def test_a_letter_may_stand_between_level_and_number(
    text: str, code: str, rest: str
) -> None:
    found = leading_code(text)

    assert found is not None
    assert (str(found[0]), found[1]) == (code, rest)


def test_a_letter_alone_is_a_code_only_behind_several_letters_of_a_level() -> None:
    text = "VTP A un RV B2 īsteno U A. Kalniņš; VTP C–VTP D"

    found = codes_in(text, frozenset({"VTP", "RV", "U"}))

    assert found == ("VTPA", "RVB2", "VTPC", "VTPD")


def test_letters_before_such_codes_stand_for_their_level_still() -> None:
    texts = ["A1.1 Homes", "B1.1 Buses", "C1.1 Parks", "U A1.1 Rents"]

    assert counting_letters(texts) == {"A", "B", "C"}


def test_each_is_below_that_with_its_letter() -> None:
    parents = {
        each.code: each.parent_code
        for each in programme(PLAN).objectives
        if each.origin != "investment plan"
    }

    assert parents["UB1.1"] == "RVB1"
    assert parents["A1.1.2"] == "UA1.1"
    assert parents["B1.1.1"] == "UB1.1"


def test_a_priority_serves_the_goal_that_the_line_below_it_names() -> None:
    assert unbroken_chain(programme(PLAN)).score == 4

    loose = PLAN.replace("Kalpo mērķim SM2.", "Papildina SM1 un SM2.")

    assert unbroken_chain(programme(loose)).score < 4


def test_a_measure_with_a_letter_that_no_task_has_is_loose() -> None:
    verdict = unbroken_chain(programme(PLAN.replace("| B1.1.1. |", "| F1.1.1. |")))

    assert any("F1.1.1" in each.text for each in verdict.findings)


def test_projects_name_such_tasks() -> None:
    assert projects_linked(programme(PLAN)).score >= 3


def test_a_priority_that_a_table_names_again_is_one() -> None:
    told = (
        "# Kalnavas novada attīstības programma 2024.–2030. gadam\n\n"
        "## Stratēģiskā daļa\n\nPrioritāte A – Silti nami\n\nPrioritāte B – Droši ceļi\n\n"
        "## Rīcības plāns\n\n| Nr. | Pasākums | Atbildīgais | Termiņš |\n"
        "| --- | --- | --- | --- |\n| Prioritāte A – Silti nami (mērķis 1) ||||\n"
        "| 1 | Siltināt skolu | Īpašumu nodaļa | 2026 |\n"
        "| Prioritāte B – Droši ceļi (mērķis 2) ||||\n"
        "| 2 | Labot tiltu | Ceļu nodaļa | 2027 |\n"
    )

    found = programme(told).lettered_objectives

    assert [(each.code, each.name) for each in found] == [
        ("A", "Silti nami"),
        ("B", "Droši ceļi"),
    ]
