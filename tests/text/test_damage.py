"""Damage that a text shows by its own letters."""

import pytest

from plancheck.text.damage import damaged_share


@pytest.mark.parametrize(
    "text",
    [
        "novad\ufffd ir pašvald\ufffdbas ce\ufffdi",
        "novadÄ« ir pašvaldÄ«bas ceÄ¼i",
        "nov ā d ā dz ī vo",
    ],
)
def test_lost_miscoded_and_torn_letters_are_damage(text: str) -> None:
    assert damaged_share([text]) > 0.3


@pytest.mark.parametrize(
    "text",
    [
        "Põltsamaa, Łomża, Gällivare, Ängelholm, Québec",
        "\uf0b7 pirmais darbs\n\uf0b7 otrais darbs",
        "P Ā R S K A T S",
        "“Ä” ir burts „PASTĀ”",
    ],
)
def test_other_languages_bullets_and_spaced_headings_are_none(text: str) -> None:
    assert damaged_share([text]) == 0
