import datetime as dt
import time

import pytest

from plancheck.text.dates import find_dates

LATVIAN_MONTHS = (
    "janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā",
    "septembrī", "oktobrī", "novembrī", "decembrī",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "2022. gada 24. februārī",
        "2022.gada 24.februāris",
        "24. februārī 2022",
        "24.02.2022.",
        "24. 02. 2022",
        "24/02/2022",
        "2022-02-24",
        "24 February 2022",
        "24th of February 2022",
        "February 24, 2022",
        "24 Feb 2022",
    ],
)
def test_dates_are_read_however_they_are_printed(text: str) -> None:
    [found] = find_dates(f"Lēmums ({text}), Nr. 5")

    assert found.date == dt.date(2022, 2, 24)
    assert not found.is_month


@pytest.mark.parametrize("text", ["February 2022", "2022. gada februārī", "Feb. 2022"])
def test_a_month_stands_for_its_first_day(text: str) -> None:
    [found] = find_dates(text)

    assert found.date == dt.date(2022, 2, 1)
    assert found.is_month


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_in_both_languages(month: int) -> None:
    latvian = LATVIAN_MONTHS[month - 1]
    english = f"{dt.date(2022, month, 1):%B}"

    [first, second] = find_dates(f"2022. gada 3. {latvian}; 3 {english} 2022")

    assert first.date == second.date == dt.date(2022, month, 3)


@pytest.mark.parametrize(
    "text",
    ["31.02.2022", "maybe 2022", "2022. gadā", "1.2.3", "may 20221", "45/02/2022"],
)
def test_what_the_calendar_does_not_have_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_dates_keep_their_place_and_order() -> None:
    text = "Ēka: 1 March 2023, 24.02.2022."

    assert [text[each.start : each.end] for each in find_dates(text)] == [
        "1 March 2023",
        "24.02.2022",
    ]


@pytest.mark.parametrize("piece", ["2022", "24.02.", "1 may ", "2022. gada ", "may "])
def test_hostile_text_takes_no_time(piece: str) -> None:
    start = time.process_time()
    find_dates(piece * 20_000)

    assert time.process_time() - start < 2
