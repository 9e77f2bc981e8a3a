"""In which years the money is spent."""

from plancheck.rules.spending_years import spending_years
from plancheck.testing import programme
from tests.rules.investments import investments

TERM = "Indikatīvā summa, EUR | Īstenošanas laiks"


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
        "None of the 2 rows stands in a table with a column for term."
    ]


def test_where_nearly_no_project_names_a_year_one_finding_says_so() -> None:
    rows = "".join(f"| Bridge {n} | 1000 | first phase |\n" for n in range(5))
    plan = programme(
        "# Investment plan\n\n| Project | Amount, EUR | Time frame |\n"
        f"| --- | --- | --- |\n{rows}| Harbour wall | 9000 | 2027 |\n"
    )

    [finding] = spending_years(plan).findings
    assert finding.text == "5 of 6 projects name no year, such as “Bridge 0”."


def test_columns_of_financial_years_are_a_time() -> None:
    plan = programme(
        "# Investment plan\n\n| Project | Total, EUR | 2026/27 | 2027–28 | 2028-2029 |\n"
        "| --- | --- | --- | --- | --- |\n| Weir | 900 | 400 | 500 | 0 |\n"
        "| Barn | 700 | 0 | 0 | 700 |\n"
    )

    assert spending_years(plan).score == 4
