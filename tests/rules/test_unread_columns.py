"""A column whose label nobody knows: what is sought may stand in it."""

from collections.abc import Callable

import pytest

from plancheck.rules.funding import funding_source
from plancheck.rules.governance import responsible_body
from plancheck.rules.structure import action_table
from plancheck.sdk import Programme, Unsure, Verdict
from plancheck.testing import programme

ROWS = (
    ("1.1", "Pārbūvēt tiltu", "IKSN", "2026", "pašvaldības budžets", "viens tilts"),
    ("1.2", "Atvērt dienas centru", "SD", "2027", "valsts budžets", "40 vietas"),
    ("1.3", "Iestādīt aleju", "AN, PPN", "2028", "pašvaldības budžets", "90 koku"),
)
LABELS = ("Nr.", "Pasākums", "Atbildīgais", "Termiņš", "Finansējuma avots", "Rezultāts")


def plan(**renamed: str) -> Programme:
    """An action table of which some columns are called otherwise."""
    labels = [renamed.get(label, label) for label in LABELS]
    lines = [labels, ["---"] * len(labels), *map(list, ROWS)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return programme(f"# Attīstības programma\n\n## Rīcības plāns\n\n{table}\n")


def test_a_column_that_may_be_the_one_that_is_sought_makes_the_rule_unsure() -> None:
    with pytest.raises(Unsure) as caught:
        responsible_body(plan(Atbildīgais="Zvaigžņu stunda"))

    assert str(caught.value.reason) == (
        "It could not be told what stands in the column “Zvaigžņu stunda”; it may be "
        "that for responsible body."
    )


@pytest.mark.parametrize("cells", [("1,5", "2,0", "0,5"), ("jā", "nē", "jā")])
def test_a_column_of_another_kind_is_not_the_one_that_is_sought(
    cells: tuple[str, ...],
) -> None:
    lines = (f"| Pasākums {n} | {cell} | 2026 |" for n, cell in enumerate(cells))
    table = "\n".join(
        ("| Pasākums | Koeficients | Termiņš |", "| --- | --- | --- |", *lines)
    )

    verdict = responsible_body(
        programme(f"# Programma\n\n## Rīcības plāns\n\n{table}\n")
    )

    assert verdict.score == 0
    [finding] = verdict.findings
    assert "a column for responsible body" in finding.text


@pytest.mark.parametrize("rule", [action_table, funding_source])
def test_what_is_known_is_judged_beside_a_column_that_is_not(
    rule: Callable[[Programme], Verdict],
) -> None:
    assert rule(plan(Rezultāts="Zvaigžņu stunda")).score >= 3


def test_bodies_in_a_column_of_indicators_are_those_who_measure() -> None:
    table = (
        "| Rādītājs | Mērvienība | Bāze 2023 | Mērķis 2029 | Rokās |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Bezdarbs | % | 7 | 5 | Attīstības nodaļa |\n"
        "| Bērnudārza vietas | skaits | 310 | 360 | Izglītības pārvalde |\n"
        "| Siltuma patēriņš | MWh | 900 | 700 | Komunālais dienests |\n"
    )
    read = programme(f"# Attīstības programma\n\n## Rādītāji\n\n{table}")

    found = [each.field("responsible").text for each in read.indicators]

    assert found == ["Attīstības nodaļa", "Izglītības pārvalde", "Komunālais dienests"]
