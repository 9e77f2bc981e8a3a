"""Whom and what a row of a plan names, and what only looks alike."""

import pytest

from plancheck.intermunicipal.names import Names, Thing, things_in

NAMES = Names(["Kalnavas novads", "Strautaines novads", "Greyholt Municipality"])


@pytest.mark.parametrize(
    "text",
    [
        "Pārbūvēt ceļu | Kalnavas novads",
        "Kopīgi ar Kalnavas novada pašvaldību",
        "Maršruts uz Kalnavu",
        "KALNAVAS NOVADS",
        "Kalnavas un Strautaines novadi",
    ],
)
def test_a_municipality_is_named_in_any_case(text: str) -> None:
    assert "Kalnavas novads" in NAMES.in_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Remonts Kalnavas ielā 3",
        "Kalnavas pagasta pārvalde",
        "Kalnavas ezera krasts",
        "Kalnavas vidusskola",
        "kalnavas zemnieki",
        "Kalnavišķu ciems",
    ],
)
def test_a_street_a_parish_or_a_lake_of_its_name_is_none(text: str) -> None:
    assert NAMES.in_text(text) == ()


def test_a_programme_does_not_name_itself() -> None:
    assert NAMES.in_text("Kalnavas novada dome", own="Kalnavas novads") == ()


def test_two_are_named_in_one_row() -> None:
    text = "Partneri: Kalnavas un Strautaines novads"

    assert NAMES.in_text(text) == ("Kalnavas novads", "Strautaines novads")


def test_english_municipalities_are_named() -> None:
    assert NAMES.in_text("Cycle route with Greyholt") == ("Greyholt Municipality",)
    assert NAMES.in_text("Repair Greyholt Road") == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Autoceļa P32 pārbūve", "P32"),
        ("Valsts vietējais autoceļš V 1045", "V1045"),
        ("ceļš A2 (Rīga–Sigulda)", "A2"),
        ("Renew the road P32", "P32"),
    ],
)
def test_a_road_is_told_by_its_number(text: str, key: str) -> None:
    assert list(things_in(text)) == [Thing("road", key)]


@pytest.mark.parametrize(
    "text",
    [
        "P1 | Tilta projekts",
        "P4 | Ceļš uz skolu",  # the number of the project, in a cell of its own
        "Kopā 32 ceļi, A klase",
        "V1.2 Ceļu programma",
    ],
)
def test_a_number_of_the_plan_is_no_road(text: str) -> None:
    assert not things_in(text)


def test_the_code_of_a_project_is_no_road_where_its_cell_says_road() -> None:
    assert not things_in("P4 ceļa projekts", own_codes=["P4"])


@pytest.mark.parametrize(
    "text",
    [
        "Tilts pār Gauju",
        "Gaujas upes krasts",
        "Gaujas upē",
        "Krasta stiprināšana pie upes Gauja",
    ],
)
def test_a_river_is_the_same_in_all_its_forms(text: str) -> None:
    assert list(things_in(text)) == [Thing("river", "gauj")]


def test_a_lake_and_a_river_of_one_name_are_two_things() -> None:
    found = things_in("Burtnieku ezers un tilts pār Burtnieku")

    assert {each.kind for each in found} == {"lake", "river"}
