from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.amounts import currency_in, parse_number, scale_in


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("186", "186"),
        ("7 362,1", "7362.1"),
        ("1 195 823,32", "1195823.32"),
        ("1'250'000", "1250000"),
        ("1.250.000", "1250000"),
        ("1.250.000,5", "1250000.5"),
        ("1,250,000.50", "1250000.50"),
        ("12.5", "12.5"),
        ("1.250", "1250"),
        ("0.125", "0.125"),
        ("1,250", "1.250"),
    ],
)
def test_latvian_numbers_have_a_decimal_comma(digits: str, number: str) -> None:
    assert parse_number(digits) == Decimal(number)


@pytest.mark.parametrize(
    ("digits", "number"),
    [("1,250", "1250"), ("1.250", "1.250"), ("0,125", "0.125"), ("12,5", "12.5")],
)
def test_english_numbers_have_a_decimal_point(digits: str, number: str) -> None:
    assert parse_number(digits, decimal_comma=False) == Decimal(number)


@pytest.mark.parametrize(
    "digits", ["24.02.2022", "1.2.3", "1,2,3.4", "1.2,3,4", "9" * 99]
)
def test_dates_and_codes_are_no_numbers(digits: str) -> None:
    assert parse_number(digits) is None


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_numbers_are_read_as_they_are_printed(whole: int, cents: int) -> None:
    number = Decimal(f"{whole}.{cents:02}")
    english = f"{number:,}"

    assert parse_number(english, decimal_comma=False) == number
    assert parse_number(english.replace(",", " ").replace(".", ",")) == number


def test_the_first_currency_named_counts() -> None:
    assert currency_in("ls vai eur") == "LVL"
    assert currency_in("€1.2m") == "EUR"
    assert currency_in("60000eur") == "EUR"


def test_a_currency_hidden_in_a_word_is_none() -> None:
    assert currency_in("eiropas fondi, valsts, latvija") == ""


def test_scales_are_found_in_headers() -> None:
    assert scale_in("indikativa summa, tukst. eur") == 1000
    assert scale_in("izmaksas (milj. eur)") == 1_000_000
    assert scale_in("cost, eur billion") == 1_000_000_000
    assert scale_in("summa, eur") == 1


@pytest.mark.parametrize(
    ("label", "scale"),
    [
        ("total k€", 1000),
        ("cost, keur", 1000),
        ("total m€", 10**6),
        ("mio. eur", 10**6),
    ],
)
def test_a_letter_before_the_currency_is_its_scale(label: str, scale: int) -> None:
    assert currency_in(label) == "EUR"
    assert scale_in(label) == scale
