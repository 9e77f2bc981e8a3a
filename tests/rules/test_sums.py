"""Whether parts make amounts, and rows make totals."""

import pytest

from plancheck.rules.sums import split_adds_up
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.investments import investments


def test_parts_that_do_not_add_up_are_quoted() -> None:
    verdict = split_adds_up(programme(COMPLETE.replace("| 357 000 |", "| 257 000 |")))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "The parts of “Tilts pār Alksni” add up to 320 000, but its amount is 420 000."
    )


def test_a_wrong_totals_row_is_found() -> None:
    verdict = split_adds_up(programme(COMPLETE.replace("1 125 500", "1 525 500")))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "“Kopā” says 1 525 500 for “Indikatīvā summa, EUR”, but its rows add up to "
        "1 125 500."
    )


def test_a_wrong_total_is_told_in_the_thousands_of_its_column() -> None:
    plan = investments(
        "Kopā, tūkst. EUR | Pašvaldības budžets | ES fondi",
        "Tilts | 420 | 220 | 200",
        "Skola | 50 | 20 | 30",
        "Kopā | 490 | 240 | 230",
    )

    [finding] = split_adds_up(programme(plan)).findings

    assert finding.text == (
        "“Kopā” says 490 for “Kopā, tūkst. EUR”, but its rows add up to 470."
    )


def test_totals_are_not_compared_where_an_amount_is_missing() -> None:
    text = COMPLETE.replace("| 215 500 | 215 500 | 0 |", "| – | 215 500 | 0 |")

    assert split_adds_up(programme(text)).score == 4


def test_percentages_make_a_hundred() -> None:
    columns = "Indikatīvā summa, EUR | Pašvaldības budžets, % | ES fondi, %"
    right = investments(columns, "Tilts | 420 000 | 15 | 85", "Centrs | 9000 | 50 | 50")
    wrong = investments(columns, "Tilts | 420 000 | 15 | 75", "Centrs | 9000 | 5 | 50")

    assert split_adds_up(programme(right)).score == 4
    assert split_adds_up(programme(wrong)).score == 0


def test_an_amount_merged_over_projects_is_not_counted_for_each() -> None:
    plan = investments(
        "Indikatīvā summa, EUR | Pašvaldības budžets, EUR | ES fondi, EUR",
        "Tilts | 420 000 | 20 000 | 200 000",
        "Ceļš | ^^ | 100 000 | 100 000",
        "Skola | 50 000 | 20 000 | 30 000",
    ).replace("| 420 000 | 20 000 | 200 000", "| 420 000 | 220 000 | 200 000")

    verdict = split_adds_up(programme(plan))

    assert verdict.score == 4
    assert verdict.message.text() == "In 2 of 2 rows the parts add up to the amount."


def test_without_a_split_the_rule_does_not_apply() -> None:
    plan = investments("Indikatīvā summa, EUR | Finansējuma avots", "Tilts | 9000 | PB")

    with pytest.raises(NotApplicable):
        split_adds_up(programme(plan))


COLUMNS = "Indikatīvā summa, EUR | Pašvaldības budžets, EUR | ES fondi, EUR"


def test_a_wrong_part_is_not_found_again_in_the_totals() -> None:
    verdict = split_adds_up(programme(COMPLETE.replace("| 357 000 |", "| 257 000 |")))

    assert len(verdict.findings) == 1


def test_a_difference_within_one_percent_is_noted_and_passes() -> None:
    plan = investments(COLUMNS, "Tilts | 420 000 | 63 000 | 356 000")

    verdict = split_adds_up(programme(plan))

    assert verdict.score == 3
    assert verdict.findings[0].text == (
        "The parts of “Tilts” add up to 419 000, its amount is 420 000: a cosmetic "
        "difference."
    )


def test_numbers_in_thousands_may_differ_by_their_last_place() -> None:
    columns = COLUMNS.replace("EUR", "tūkst. EUR")
    plan = investments(columns, "Tilts | 10,3 | 5,1 | 5,1", "Ceļš | 9,0 | 4,5 | 4,5")

    verdict = split_adds_up(programme(plan))

    assert verdict.score == 4
    assert not verdict.findings


def _with_subtotals(*sums: str) -> str:
    """Two priorities of two projects each with these subtotals, and a total."""
    plan = investments(
        COLUMNS,
        "Tilts | 400 | 100 | 300",
        "Ceļš | 200 | 200 | 0",
        "Skola | 100 | 50 | 50",
        "Parks | 300 | 100 | 200",
    )
    lines = plan.rstrip().split("\n")
    first, second, total = (f"| {each} | |" for each in sums)
    return "\n".join([*lines[:-2], first, *lines[-2:], second, total]) + "\n"


def test_subtotals_are_compared_with_the_rows_of_their_priority() -> None:
    right = _with_subtotals(
        "Kopā VTP1 | | 600 | 300 | 300",
        "Kopā VTP2 | | 400 | 150 | 250",
        "Kopā | | 1000 | 450 | 550",
    )
    wrong = right.replace("| 400 | 150 | 250 |", "| 700 | 150 | 250 |")

    assert split_adds_up(programme(right)).findings == ()
    [finding] = split_adds_up(programme(wrong)).findings
    assert finding.text == (
        "“Kopā VTP2” says 700 for “Indikatīvā summa, EUR”, but its rows add up to 400."
    )


def test_the_total_of_a_source_is_compared_too() -> None:
    verdict = split_adds_up(programme(COMPLETE.replace("| 773 500 |", "| 873 500 |")))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "“Kopā” says 873 500 for “ES fondu finansējums, EUR”, but its rows add up to "
        "773 500."
    )


def test_totals_above_their_rows_are_compared_with_the_rows_below() -> None:
    plan = investments(
        COLUMNS,
        "Kopā ceļiem | 600 | 300 | 300",
        "Tilts | 400 | 100 | 300",
        "Ceļš | 200 | 200 | 0",
        "Kopā skolām | 400 | 150 | 250",
        "Skola | 100 | 50 | 50",
        "Parks | 300 | 100 | 200",
    )

    assert split_adds_up(programme(plan)).score == 4


def test_a_second_column_of_european_funds_is_no_difference() -> None:
    columns = "Indikatīvā summa, EUR | Pašvaldības budžets, EUR | ERAF, EUR | ESF, EUR"
    plan = investments(columns, "Tilts | 400 | 100 | 200 | 100")

    assert split_adds_up(programme(plan)).score == 4


def test_totals_are_compared_where_nothing_is_split() -> None:
    plan = investments("Indikatīvā summa, EUR", "Tilts | 400", "Ceļš | 200")
    right = plan + "| Kopā | | 600 | |\n"

    assert split_adds_up(programme(right)).score == 4
    assert split_adds_up(programme(right.replace("600", "900"))).score == 2
