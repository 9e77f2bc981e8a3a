import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.folding import squash
from plancheck.text.spacing import is_letter_spaced, mend_letter_spacing


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Ī S T E N O Š A N A", "ĪSTENOŠANA"),
        ("R Ī C Ī B A S  P L Ā N S", "RĪCĪBAS PLĀNS"),
        ("R Ī C Ī B A S \u00a0P L Ā N S", "RĪCĪBAS PLĀNS"),
        ("ILGTSP ĒJĪGAS ATT ĪST ĪBAS", "ILGTSPĒJĪGAS ATTĪSTĪBAS"),
        ("PAŠREIZ ĒJĀS SITU ĀCIJAS", "PAŠREIZĒJĀS SITUĀCIJAS"),
        ("RĪC ĪBAS PL ĀNS", "RĪCĪBAS PLĀNS"),
        ("I E TEKME  UZ\nATT Ī S T Ī BU  NOVADĀ", "IETEKME UZ\nATTĪSTĪBU NOVADĀ"),
    ],
)
def test_words_pulled_apart_are_made_whole(damaged: str, whole: str) -> None:
    assert mend_letter_spacing(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "NOVADĀ ĪSTENOTIE PROJEKTI UN ĒKAS",
        "Attīstības programmā ir ēkas, kas ārpus ūdens.",
        "Zaļš ceļš, īss un īpašs",
        "1 2 3 4 5",
        "a) b c",
        "",
    ],
)
def test_sound_text_stays(text: str) -> None:
    assert mend_letter_spacing(text) == text


def test_a_long_line_is_not_joined_around_diacritics() -> None:
    line = "Daudzdzīvokļu ēku īpatsvars ir augsts. " * 8 + "ATT ĪST ĪBA"

    assert mend_letter_spacing(line) == line


def test_letter_spacing_is_told_from_single_letters() -> None:
    assert is_letter_spaced("R Ī C Ī B A S  P L Ā N S")
    assert not is_letter_spaced("A un B plāns")
    assert not is_letter_spaced("2 0 2 2")


@given(st.text("aābīs T\n1.", max_size=60))
def test_mending_only_removes_spaces(text: str) -> None:
    assert squash(mend_letter_spacing(text)) == squash(text)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("PROGRAMMA 2 0 2 4 . – 2 0 3 0 . GADAM", "PROGRAMMA 2024. – 2030. GADAM"),
        ("1 . VIETA UN CILVĒKI", "1. VIETA UN CILVĒKI"),
        ("2 . 1 . PRIORITĀTE", "2. 1. PRIORITĀTE"),
        ("Ailes 2 0 1 5 7", "Ailes 2 0 1 5 7"),
    ],
)
def test_years_and_numbers_of_headings_are_put_together(
    damaged: str, whole: str
) -> None:
    assert mend_letter_spacing(damaged) == whole
