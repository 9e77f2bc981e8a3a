import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.periods import find_periods, has_lost_digits


@pytest.mark.parametrize(
    "text",
    [
        "2022.-2027. gadam",
        "2022.–2027.gadam",
        "2022–2027",
        "2022-2027",
        "2022.2027. GADAM",
        "2022.2027.gada",
        "20222027.gadam",
        "2022. gada līdz 2027. gadam",
        "no 2022. līdz 2027. gadam",
        "2022. gada 1. janvāra līdz 2027. gada 31. decembrim",
        "2022.g.-2027.g.",
        "from 2022 to 2027",
        "between 2022 and 2027",
    ],
)
def test_periods_are_read_however_they_are_printed(text: str) -> None:
    [period] = find_periods(f"programma {text}, apstiprināta")

    assert (period.first, period.last) == (2022, 2027)


@pytest.mark.parametrize(
    "text",
    [
        "2022. gadā",
        "2022. gada 24. februārī",
        "24.02.2022.–27.02.2022.",
        "tālr. 2022 2027",
        "+371 20222027",
        "2022. gads, 2027. gads",
        "2027-2022",
        "1990-2050",
        "2027.–2027. gadam",
        "20221-2027",
    ],
)
def test_other_numbers_are_no_periods(text: str) -> None:
    assert find_periods(text) == ()


def test_periods_keep_their_place() -> None:
    text = "Ā 2014.–2020. gada un 2022–2027"

    spans = [text[period.start : period.end] for period in find_periods(text)]

    assert spans == ["2014.–2020. gada", "2022–2027"]


@pytest.mark.parametrize(
    "text",
    [
        "Dobeles novada attīstības programma gadam",
        "ATTĪSTĪBAS PROGRAMMA .–. GADAM",
        "Attīstības programma laika posmam gadam",
    ],
)
def test_a_title_may_have_lost_its_digits(text: str) -> None:
    assert has_lost_digits(text)


def test_a_title_with_its_years_has_lost_nothing() -> None:
    assert not has_lost_digits("Dobeles novada attīstības programma 2022.–2027. gadam")


@given(st.text("2027.-–gadalīdz 19to", max_size=60))
def test_every_period_is_plausible(text: str) -> None:
    for period in find_periods(text):
        assert 1990 <= period.first < period.last <= 2100
        assert 0 <= period.start < period.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["2022", "2022.", "2022. gada ", "2022 1. aaaa ", "2022-"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    start = time.process_time()
    find_periods(piece * 20_000)
    has_lost_digits(piece * 20_000)

    assert time.process_time() - start < 2
