"""When money is spent, and whether the municipality has it."""

import pytest

from plancheck.rules.affordability import affordability, spending_years
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.investments import START, investments

TERM = "Indikatīvā summa, EUR | Īstenošanas laiks"
MONEY = "Indikatīvā summa, EUR | Pašvaldības budžets, EUR | ES fondi, EUR"
REVENUE = "\n\nPamatbudžeta ieņēmumi 2021. gadā bija 4,0 milj. EUR.\n"


def test_a_project_without_a_year_is_named() -> None:
    plan = investments(TERM, "Tilts | 9000 | 2024", "Ceļš | 8000 | regulāri")

    verdict = spending_years(programme(plan))

    assert verdict.score == 2
    assert [each.text for each in verdict.findings] == ["Project “Ceļš” names no year."]


def test_the_whole_period_in_nearly_every_row_is_no_timing() -> None:
    rows = [f"Projekts numur {n} | 9000 | 2022.–2027." for n in "1234"]
    plan = investments(TERM, *rows, "Ceļš | 8000 | 2024")

    verdict = spending_years(programme(plan))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "4 of 5 projects take the whole period 2022–2027."
    )


def test_projects_after_the_end_of_the_programme_are_named() -> None:
    plan = investments(TERM, "Tilts | 9000 | 2029–2031", "Ceļš | 8000 | 2024")

    verdict = spending_years(programme(plan))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "1 of 2 projects lie wholly after the programme's period 2022–2027, such as "
        "“Tilts”."
    )


def test_a_project_that_runs_on_after_the_programme_is_in_time() -> None:
    plan = investments(TERM, "Tilts | 9000 | 2027–2029", "Ceļš | 8000 | 2024")

    assert spending_years(programme(plan)).score == 4


def test_an_ordinal_belongs_to_a_name_that_has_a_code_of_its_own() -> None:
    plan = investments(TERM, "2. pamatskolas pārbūve | 9000 | 2024")

    assert programme(plan).projects[0].name == "2. pamatskolas pārbūve"


def test_a_start_with_a_duration_is_a_time() -> None:
    columns = "Indikatīvā summa, EUR | Uzsākšanas datums | Realizācijas ilgums"
    plan = investments(columns, "Tilts | 9000 | 2023 | 24 mēneši")

    assert spending_years(programme(plan)).score == 4


def test_money_in_columns_of_years_is_a_time() -> None:
    columns = "Indikatīvā summa, EUR | 2023 | 2024 | 2025"
    plan = investments(columns, "Tilts | 9000 | 4000 | 5000 |", "Ceļš | 800 | | | 800")

    assert spending_years(programme(plan)).score == 4


def test_a_term_that_slipped_into_another_cell_is_found() -> None:
    plan = investments(
        TERM + " | Piezīmes", "Tilts | 9000 | | 2024–2025", "Ceļš | 8 | 2024 |"
    )

    assert spending_years(programme(plan)).score == 4


def test_where_no_project_has_a_time_one_finding_says_so() -> None:
    plan = investments("Indikatīvā summa, EUR", "Tilts | 9000", "Ceļš | 8000")

    verdict = spending_years(programme(plan))

    assert verdict.score == 0
    assert [each.text for each in verdict.findings] == [
        "No project says in which years it is carried out."
    ]


def test_where_nearly_no_project_names_a_year_one_finding_says_so() -> None:
    rows = "".join(f"| Bridge {n} | 1000 | first phase |\n" for n in range(5))
    plan = programme(
        "# Investment plan\n\n| Project | Amount, EUR | Time frame |\n"
        f"| --- | --- | --- |\n{rows}| Harbour wall | 9000 | 2027 |\n"
    )

    [finding] = spending_years(plan).findings
    assert finding.text == "5 of 6 projects name no year, such as “Bridge 0”."


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
