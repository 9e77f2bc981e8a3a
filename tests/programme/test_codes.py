"""Codes are told from years, amounts and ordinary numbers."""

import pytest

from plancheck.programme.codes import (
    LevelReader,
    codes_in,
    counting_letters,
    leading_code,
)
from plancheck.programme.vocabulary_files import load_vocabulary


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("RV1.2. Droši ceļi", "RV1.2", "Droši ceļi"),
        ("RV 1.2 Droši ceļi", "RV1.2", "Droši ceļi"),
        ("VTP-3: Vide", "VTP3", "Vide"),
        ("U1.1.1.", "U1.1.1", ""),
        ("1.2.3. Atjaunot ielu", "1.2.3", "Atjaunot ielu"),
        ("VTP1 “Pieejami pakalpojumi”", "VTP1", "Pieejami pakalpojumi"),
    ],
)
def test_code_is_read_in_its_normal_form(text: str, code: str, rest: str) -> None:
    found = leading_code(text)

    assert found is not None
    assert (str(found[0]), found[1]) == (code, rest)


@pytest.mark.parametrize(
    "text", ["2022.–2027. gads", "12 km ielu", "Ielas", "2021.12.01."]
)
def test_years_and_counts_are_no_codes(text: str) -> None:
    assert leading_code(text) is None


def test_codes_are_found_anywhere_in_a_text_once_their_prefix_is_known() -> None:
    text = "Atbilst VTP1, RV 1.2. un 1.2.3. uzdevumam; A4 lapa, 12,5 km, 3.5%"

    assert codes_in(text, frozenset({"VTP", "RV"})) == ("VTP1", "RV1.2", "1.2.3")


def test_own_abbreviations_decide_what_a_prefix_stands_for() -> None:
    levels = LevelReader(load_vocabulary("lv"), {"A": "Rīcības virziens"})
    found = leading_code("A1.2. Droši ceļi")

    assert found is not None
    assert levels.level(*found) == "direction"


@pytest.mark.parametrize(
    ("short", "long", "level"),
    [
        ("P", "piecgades prioritāte (līdz 2030. gadam)", "priority"),
        ("DU", "domes uzdevums", "task"),
        ("P", "pasākums", "measure"),
    ],
)
def test_other_words_may_stand_before_what_an_abbreviation_is(
    short: str, long: str, level: str
) -> None:
    levels = LevelReader(load_vocabulary("lv"), {short: long})
    found = leading_code(f"{short}2. Droši ceļi")

    assert found is not None
    assert levels.level(*found) == level


def test_a_goal_of_a_fund_is_none_of_the_programme() -> None:
    levels = LevelReader(load_vocabulary("lv"), {"SAM": "fonda stratēģiskais mērķis"})

    assert "SAM" not in levels.prefixes


def test_words_after_a_code_decide_before_its_prefix() -> None:
    levels = LevelReader(load_vocabulary("lv"), {})
    found = leading_code("P1. Prioritāte: vide")

    assert found is not None
    assert levels.level(*found) == "priority"


@pytest.mark.parametrize("name", ["CO2 emissions", "PM10 vidēji gadā", "NO2"])
def test_a_substance_is_no_code(name: str) -> None:
    assert leading_code(name) is None


def test_a_combined_code_counts_on_from_what_it_names() -> None:
    code, rest = leading_code("RV-1.2/U3 Pārbūvēt tiltu") or (None, "")

    assert (str(code), rest) == ("U1.2.3", "Pārbūvēt tiltu")
    assert code is not None
    assert code.parent_number == "1.2"


def test_combined_codes_are_found_in_a_sentence() -> None:
    found = codes_in("Sasaiste: RV-1.2/U3; RV-2.1/U1", frozenset({"RV", "U"}))

    assert found == ("U1.2.3", "U2.1.1")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("P1-RV2-3. Atjaunot tiltu", "P1-RV2-3"),
        ("P1.RV2. Droši ceļi", "P1-RV2"),
        ("P1–RV2–3 Atjaunot tiltu", "P1-RV2-3"),
    ],
)
def test_a_code_may_name_each_level_that_it_stands_below(text: str, code: str) -> None:
    found = leading_code(text)

    assert found is not None
    assert str(found[0]) == code
    assert codes_in(f"skat. {text}", frozenset({"P", "RV"})) == (code,)


def test_a_range_of_codes_is_no_chain() -> None:
    text = "Prioritātes VTP1–VTP3 un RV2-RV3"

    found = codes_in(text, frozenset({"VTP", "RV"}))

    assert found == ("VTP1", "VTP2", "VTP3", "RV2", "RV3")


def test_what_the_programme_calls_a_prefix_counts_before_what_is_usual() -> None:
    levels = LevelReader(load_vocabulary("lv"), {})

    levels.item("Prioritāte P1. Darbīgi uzņēmumi")

    item = levels.item("P2. Sasniedzams reģions")
    assert item is not None
    assert item.level == "priority"


def test_letters_from_a_on_count_chapters_with_a_single_number_too() -> None:
    texts = ("A.1 Nurseries", "B.1 Buses", "C.1 Parks", "D.1 Ponds", "M1 Bridge")

    assert counting_letters(texts) == frozenset("ABCD")


def test_letters_that_do_not_run_on_from_a_stand_for_levels() -> None:
    assert (
        counting_letters(("A1 Bus stops", "D1 Transport", "M1 Bridge")) == frozenset()
    )
