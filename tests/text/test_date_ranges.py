"""Spans of days in Latvian and English, whole or with what one end leaves out."""

import pytest

from plancheck.text.date_ranges import find_date_ranges


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("no 2021. gada 4. novembra līdz 13. decembrim", "2021-11-04", "2021-12-13"),
        ("no 4. novembra līdz 2021. gada 13. decembrim", "2021-11-04", "2021-12-13"),
        ("2021. gadā no 4. novembra līdz 13. decembrim", "2021-11-04", "2021-12-13"),
        ("no 2021. gada 20. decembra līdz 2022. gada 17. janvārim", "2021-12-20", "2022-01-17"),
        ("no 2021. gada 20. decembra līdz 17. janvārim", "2021-12-20", "2022-01-17"),
        ("2021. gada 4.–29. septembrī", "2021-09-04", "2021-09-29"),
        ("01.09.–30.09.2021.", "2021-09-01", "2021-09-30"),
        ("no 04.11.2021. līdz 13.12.2021.", "2021-11-04", "2021-12-13"),
        ("24.–27.08.2021.", "2021-08-24", "2021-08-27"),
        ("from 6 November to 11 December 2023", "2023-11-06", "2023-12-11"),
        ("20 December 2023 to 3 January", "2023-12-20", "2024-01-03"),
        ("20 December to 3 January 2024", "2023-12-20", "2024-01-03"),
        ("4–29 September 2023", "2023-09-04", "2023-09-29"),
        ("November 6 – December 11, 2023", "2023-11-06", "2023-12-11"),
        ("In 2023, between November 6 and December 11", "2023-11-06", "2023-12-11"),
    ],
)  # fmt: skip
def test_a_span_is_read(text: str, first: str, last: str) -> None:
    [found] = find_date_ranges(text)

    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2022.–2027. gadam",
        "no 1. līdz 9. klasei",
        "no 4. novembra līdz 13. decembrim",  # no year anywhere
        "no 2021. gada 31. novembra līdz 13. decembrim",
        "1.1.1.–1.1.4. pasākums",
        "4–29 employees in September",
        "from 3 May 2024 to 3 May 2024",
    ],
)
def test_what_is_no_span_of_days_is_none(text: str) -> None:
    assert find_date_ranges(text) == ()


def test_the_first_and_the_last_day_count() -> None:
    [found] = find_date_ranges("no 2021. gada 1. marta līdz 28. martam")

    assert found.days == 28
