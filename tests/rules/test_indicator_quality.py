"""Faults of single indicators."""

import pytest

from plancheck.rules.indicator_quality import indicator_quality
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.test_monitoring import START, indicators

HEAD = "Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība"


def faults(*rows: str, head: str = HEAD) -> list[str]:
    verdict = indicator_quality(programme(indicators(head, *rows)))
    return [finding.text for finding in verdict.findings]


def test_one_fault_among_ten_is_too_many() -> None:
    wrong = COMPLETE.replace("| 7,2 | 2021 | 5 |", "| 7,2 | 2021 | 9 |")
    wrong = wrong.replace("| 142 | 2021 | 110 |", "| 142 | 2021 | 142 |")

    verdict = indicator_quality(programme(wrong))

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "“Bezdarba līmenis” is to rise from 7,2 to 9, though less is better.",
        (
            "The target of “Siltuma patēriņš pašvaldības ēkās” is its baseline, 142, and "
            "nothing says that it is to be kept."
        ),
    ]


def test_a_fall_of_what_should_rise_is_named() -> None:
    assert faults("Šķirotie atkritumi | % | 45 | 24") == [
        "“Šķirotie atkritumi” is to fall from 45 to 24, though more is better."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "CO₂ emisiju samazinājums | t | 10 | 90",
        "Saglabātas bibliotēkas | skaits | 9 | 9",
        "Bibliotēkas | skaits | 9 | vismaz 9",
        "Bibliotēkas | skaits | 9 | ↑",
        "Ciemi bez avārijām | skaits | 4 | 9",
        "Ūdens atbilstība normām | % | 100 | 100",
        "Migrācijas saldo | cilvēki | -23 | -23",
        "Izglītoti pedagogi | skaits | 9 | 4",
    ],
)
def test_what_is_meant_so_is_no_fault(row: str) -> None:
    assert faults(row) == []


def test_a_trend_that_keeps_the_value_is_a_reason() -> None:
    head = "Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība | Vēlamā tendence"

    assert faults("Bibliotēkas | skaits | 9 | 9 | →", head=head) == []


def test_a_wish_is_no_indicator() -> None:
    assert faults("Sakārtota vide |  |  | labāka") == [
        "Indicator “Sakārtota vide” is a wish: it has no unit and nothing to count."
    ]
    assert faults("Sakārtotas ielas | km | 0 | 4") == []


def test_two_measures_in_one_are_named() -> None:
    assert faults("Rotaļu laukumu skaits un kvalitāte | skaits | 3 | 6") == [
        "Indicator “Rotaļu laukumu skaits un kvalitāte” counts two things at once."
    ]


def test_an_indicator_that_stands_there_twice_is_named_once() -> None:
    row = "Ceļi labā stāvoklī | km | 3 | 6"

    [fault] = faults(row, "Tilti labā stāvoklī | skaits | 1 | 2", row)

    assert fault.startswith("Indicator “Ceļi labā stāvoklī” stands there twice")
    assert fault.endswith("row 2.")


def test_equal_names_of_different_outcomes_are_two_indicators() -> None:
    head = "Joma | Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība"
    row = "{} | Ietaupītā nauda | EUR | 1 | 2"

    assert not faults(row.format("Siltums"), row.format("Ūdens"), head=head)


def test_neither_source_nor_owner_is_a_fault_where_there_are_columns() -> None:
    head = f"{HEAD} | Datu avots | Atbildīgais"

    assert faults("Ceļi | km | 3 | 6 | – |  ", head=head) == [
        "Indicator “Ceļi” has neither a data source nor a responsible body."
    ]
    assert faults("Ceļi | km | 3 | 6 | – | CN", head=head) == []


def test_without_indicators_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        indicator_quality(programme(START))


def test_a_percentage_is_no_target_of_a_number() -> None:
    assert faults("Zaļās darbvietas | skaits | 10 | 25 %") == [
        "“Zaļās darbvietas” counts in “skaits”, but its target is 25 %."
    ]
    assert faults("Zaļās darbvietas | skaits | 10 | +25 %") == []
    assert faults("Zaļo darbvietu īpatsvars | skaits | 10 % | 25 %") == []


def test_another_document_is_no_target() -> None:
    [fault] = faults("Emisijas | t | 10 | Skatīt enerģētikas plānu")
    assert fault.startswith(
        "“Emisijas” refers to another document, “Skatīt enerģētikas"
    )
    assert faults("Emisijas | t | 10 | 5 (skatīt enerģētikas plānu)") == []
