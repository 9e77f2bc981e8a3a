"""Own places are known by their names; what a municipality wants to be is none."""

from plancheck.testing import programme

TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def test_a_parish_named_within_a_sentence_is_an_own_place() -> None:
    plan = programme(f"{TITLE}Skolu pārbūvē arī Birzmalu pagastā.\n")

    assert plan.places.find("Ceļš Birzmalās") == ("Birzmalās",)


def test_what_a_municipality_wants_to_be_is_no_place() -> None:
    plan = programme(f"{TITLE}Mēs kļūstam par jomu Viedā pilsēta un Zaļā pilsēta.\n")

    assert plan.places.units == ()
    assert plan.places.find("Rīkot Viedo risinājumu konferenci") == ()


def test_a_smart_city_is_no_place_in_english_either() -> None:
    plan = programme(
        "# Development programme of Lower Bend 2022–2027\n\n"
        "We take part in the Smart City network and the Green Town award.\n",
        language="en",
    )

    assert plan.places.find("Hold the Smart solutions fair") == ()
