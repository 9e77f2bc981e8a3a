"""The volumes of a programme say whose it is."""

import pytest

from plancheck.programme.municipalities import municipalities_in
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.sdk import Programme
from tests.rules.volumes import bundle


def title(municipality: str) -> str:
    return f"# {municipality} attīstības programma 2022.–2027. gadam\n\nTeksts.\n"


def are_of_others(*titles: str) -> bool:
    volumes = [(f"{index}.md", each) for index, each in enumerate(titles)]
    programme: Programme = bundle(*volumes)
    first, *others = programme.municipalities
    return any(each.is_other_than(first, programme.vocabulary) for each in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lejasupes novada", "Kalnavas novada"),
        ("Rēzeknes novada", "Rēzeknes valstspilsētas"),
    ],
)
def test_titles_of_two_municipalities_are_of_others(one: str, other: str) -> None:
    assert are_of_others(title(one), title(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lejasupes novada", "LEJASUPES NOVADA"),
        ("Jelgavas pilsētas", "Jelgavas valstspilsētas"),
        ("Lejasupes novada", "Lejasupes pilsētas"),
        ("Rēzeknes novada", "Rēzeknes valstspilsētas un Rēzeknes novada"),
    ],
)
def test_titles_that_may_be_of_one_are_not(one: str, other: str) -> None:
    assert not are_of_others(title(one), title(other))


def test_who_agreed_to_a_volume_does_not_count() -> None:
    agreed = "Saskaņots ar Kalnavas novada domi\n\n# Investīciju plāns\n\nTeksts.\n"

    assert not are_of_others(title("Lejasupes novada"), agreed)


def test_a_word_with_a_small_letter_is_no_name() -> None:
    assert (
        list(municipalities_in("Mūsu jaunā novada attīstība", load_vocabulary("lv")))
        == []
    )
