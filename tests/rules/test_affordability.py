"""Whether the municipality has the money that the plan takes."""

import pytest

from plancheck.rules.affordability import affordability
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.investments import START, investments

TERM = "Indikatīvā summa, EUR | Īstenošanas laiks"
MONEY = "Indikatīvā summa, EUR | Pašvaldības budžets, EUR | ES fondi, EUR"
REVENUE = "\n\nPamatbudžeta ieņēmumi 2021. gadā bija 4,0 milj. EUR.\n"


def test_an_ordinal_belongs_to_a_name_that_has_a_code_of_its_own() -> None:
    plan = investments(TERM, "2. pamatskolas pārbūve | 9000 | 2024")

    assert programme(plan).projects[0].name == "2. pamatskolas pārbūve"


def test_a_share_that_the_budget_carries_is_partial_where_nobody_compares() -> None:
    plan = investments(MONEY, "Tilts | 2 000 000 | 1 200 000 | 800 000") + REVENUE

    verdict = affordability(programme(plan))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "The municipal part of the investment plan fits: 200 000 EUR a year are 5 % of a "
        "year's revenue of 4 000 000 EUR; but the programme itself does not compare its "
        "plan with what the municipality can afford."
    )


def test_an_account_of_what_can_be_carried_makes_it_complete() -> None:
    plan = investments(MONEY, "Tilts | 2 000 000 | 1 200 000 | 800 000") + REVENUE

    verdict = affordability(
        programme(plan + "\nTas ir 5 % no pamatbudžeta ieņēmumiem.\n")
    )

    assert verdict.score == 4


@pytest.mark.parametrize(("own", "score"), [("6 000 000", 2), ("12 000 000", 1)])
def test_a_plan_beyond_the_means_fails(own: str, score: int) -> None:
    plan = investments(MONEY, f"Tilts | {own} | {own} | 0") + REVENUE

    verdict = affordability(programme(plan))

    assert verdict.score == score
    assert "15 % can be carried" in verdict.findings[0].text


def test_revenue_from_the_facts_comes_first() -> None:
    plan = investments(MONEY, "Tilts | 2 000 000 | 1 200 000 | 800 000") + REVENUE

    assert affordability(programme(plan, revenue_eur=400_000)).score == 1


def test_percentages_of_the_municipality_are_taken_of_the_amount() -> None:
    columns = "Indikatīvā summa, EUR | Pašvaldības budžets, % | ES fondi, %"
    plan = investments(columns, "Tilts | 2 400 000 | 50 | 50") + REVENUE

    assert "200 000 EUR a year" in affordability(programme(plan)).message.text()


def test_a_table_of_the_municipal_finances_tells_the_revenue() -> None:
    plan = investments(MONEY, "Tilts | 2 000 000 | 1 200 000 | 800 000")
    table = """
## Pašvaldības finanses

2. tabula. Pašvaldības pamatbudžets, tūkst. EUR

| Rādītājs | 2020 | 2021 |
| --- | --- | --- |
| Ieņēmumi | 7 500 | 8 000 |
| Izdevumi | 7 400 | 7 900 |
"""

    verdict = affordability(programme(plan + table))

    assert "2.5 % of a year's revenue of 8 000 000 EUR" in verdict.message.text()


def test_by_how_much_revenue_rose_is_no_revenue() -> None:
    plan = investments(MONEY, "Tilts | 2 000 000 | 1 200 000 | 800 000")
    text = "\n\nPamatbudžeta ieņēmumi auga par 1,2 milj. EUR.\n"

    with pytest.raises(NotApplicable):
        affordability(programme(plan + text))


def test_without_a_municipal_column_an_expensive_plan_is_unsure() -> None:
    plan = investments("Indikatīvā summa, EUR", "Tilts | 9 000 000") + REVENUE

    with pytest.raises(Unsure):
        affordability(programme(plan))


def test_without_a_municipal_column_a_cheap_plan_is_carried() -> None:
    plan = investments("Indikatīvā summa, EUR", "Tilts | 900 000") + REVENUE

    verdict = affordability(programme(plan))

    assert "investment plan fits" in verdict.message.text()


def test_without_period_the_years_of_the_projects_count() -> None:
    columns = f"{MONEY} | Īstenošanas laiks"
    plan = investments(columns, "Tilts | 900 000 | 900 000 | 0 | 2023–2025")
    text = (plan + REVENUE).replace(" 2022.–2027. gadam", "")

    assert "300 000 EUR a year" in affordability(programme(text)).message.text()


def test_without_any_years_it_cannot_be_told() -> None:
    plan = investments(MONEY, "Tilts | 900 000 | 900 000 | 0") + REVENUE

    with pytest.raises(Unsure):
        affordability(programme(plan.replace(" 2022.–2027. gadam", "")))


@pytest.mark.parametrize("text", [START, investments(MONEY, "Tilts | – | – | –")])
def test_without_money_there_is_nothing_to_afford(text: str) -> None:
    with pytest.raises(NotApplicable):
        affordability(programme(text + REVENUE))


def test_the_complete_programme_compares_its_plan_with_its_revenue() -> None:
    verdict = affordability(programme(COMPLETE))

    assert verdict.score == 4
    assert verdict.quotes
