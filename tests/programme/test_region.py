"""The programme of a planning region: its units are municipalities, its neighbours regions."""

import pytest

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# DIŽLEJAS PLĀNOŠANAS REĢIONA ATTĪSTĪBAS PROGRAMMA 2022–2027\n\n"
ACTIONS = """
## Rīcību kopums

| Kods | Rīcība | Vadošais partneris | Norises laiks | Aptvertās pašvaldības |
| --- | --- | --- | --- | --- |
| P1-RV1-1 | Ieviest transportu pēc pieprasījuma | RST | 2024 | {first} |
| P1-RV1-2 | Izbūvēt mobilitātes punktu | Garlauku novada Būvvalde | 2025 | {second} |
"""
PROSE = "Darbus vada Auzupes novads. Par tiltu rūpējas Irbupes novads.\n"


def region(first: str = "Auzupes novads", second: str = "Garlauku novads") -> Programme:
    """A region's programme with two actions in these territories."""
    return programme(TITLE + PROSE + ACTIONS.format(first=first, second=second))


def test_a_region_is_named_by_its_title_and_not_by_the_municipality_named_most() -> (
    None
):
    plan = region()

    assert plan.is_of_region
    assert plan.municipality == "Dižlejas plānošanas reģions"


def test_a_municipality_is_a_place_in_a_region() -> None:
    places = region().places

    assert places.find("Auzupes novads") == ("Auzupes",)
    assert not places.names_whole_municipality("Auzupes novads")


@pytest.mark.parametrize(
    "text", ["visas pašvaldības", "viss reģions", "visas astoņas pašvaldības"]
)
def test_all_municipalities_are_the_whole_of_a_region(text: str) -> None:
    assert region().places.names_whole_municipality(text)


def test_the_lead_partner_answers_for_an_action() -> None:
    assert [row.responsible.text for row in region().measures] == [
        "RST",
        "Garlauku novada Būvvalde",
    ]


def test_a_municipality_that_names_its_region_in_the_title_is_no_region() -> None:
    plan = programme(
        "# Auzupes novada attīstības programma Dižlejas plānošanas reģionā\n" + ACTIONS
    )

    assert not plan.is_of_region
    assert plan.municipality == "Auzupes novads"
