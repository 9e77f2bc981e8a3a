"""Objectives below priorities that letters count are linked to these."""

import pytest

from plancheck.rules.strategy import unbroken_chain
from plancheck.testing import programme

WHOLE = """# Ezerleju novada attīstības programma 2024.–2030. gadam

## Stratēģiskā daļa

| Stratēģiskais mērķis | Prioritāte |
| --- | --- |
| SM1. Mājīgi ciemi | Prioritāte A. Mājokļi |
| SM2. Rosīgs tirgus | Prioritāte B. Darbs |

## Rīcības plāns

| Kods | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| PRIORITĀTE A. MĀJOKĻI ||||
| Virziens A1. Īres nami ||||
| A1-1 | Uzcelt īres namu | Būvvalde | 2026 |
| A1-2 | Atjaunot divus namus | Būvvalde | 2027 |
| PRIORITĀTE B. DARBS ||||
| Virziens B1. Tirgus ||||
| B1-1 | Pārsegt tirgus laukumu | Tirgus pārvalde | 2028 |
"""


def test_directions_stand_below_the_letters_that_they_count_on_from() -> None:
    verdict = unbroken_chain(programme(WHOLE))

    assert verdict.passes
    assert not verdict.findings


@pytest.mark.parametrize("letter", ["A", "B"])
def test_a_direction_of_a_letter_that_counts_nothing_is_loose(letter: str) -> None:
    verdict = unbroken_chain(
        programme(WHOLE.replace(f"Virziens {letter}1.", "Virziens G1."))
    )

    assert any("G1" in each.text for each in verdict.findings)


def test_a_goal_without_a_priority_in_its_row_has_nothing_below_it() -> None:
    more = "| SM3. Dzīva kultūra | – |\n\n## Rīcības plāns"

    verdict = unbroken_chain(programme(WHOLE.replace("\n## Rīcības plāns", more)))

    assert any("SM3" in each.text for each in verdict.findings)
