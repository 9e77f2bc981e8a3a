"""Funding sources, amounts, their split, and the way into the budget."""

import pytest

from plancheck.rules.funding import (
    amount,
    budget_linkage,
    funding_source,
)
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.investments import START, investments


def test_a_measure_without_source_is_named() -> None:
    verdict = funding_source(programme(COMPLETE.replace("| PB, ERAF |", "|  |")))

    [finding] = verdict.findings
    assert finding.text == "“Pārbūvēt tiltu pār Alksni” names no funding source."
    assert verdict.score == 2


def test_a_plan_without_any_source_leaves_one_point_for_the_other() -> None:
    text = COMPLETE
    for source in ("PB, ERAF", "ESF+", "PB, KF"):
        text = text.replace(f"| {source} |", "| – |")
    text = text.replace("2,4 km ceļa | PB |", "2,4 km ceļa | – |")

    verdict = funding_source(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text == (
        "No row of the action plan names a funding source."
    )


def test_one_list_of_all_sources_in_every_row_is_no_source() -> None:
    rows = [f"Projekts numur {n} | {n}00 000 | Pašvaldība, ES, citi" for n in "123456"]
    plan = investments("Indikatīvā summa, EUR | Finansējuma avots", *rows, *rows)

    verdict = funding_source(programme(plan))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "The same list of sources “Pašvaldība, ES, citi” stands in 12 of 12 rows."
    )


def test_the_municipal_budget_alone_may_stand_in_every_row() -> None:
    rows = [f"Projekts numur {n} | {n}00 000 | Pašvaldības budžets" for n in "123456"]
    plan = investments("Indikatīvā summa, EUR | Finansējuma avots", *rows, *rows)

    assert funding_source(programme(plan)).passes


def test_a_plan_without_private_money_is_good_but_not_complete() -> None:
    rows = [f"Projekts numur {n} | {n}00 000 | Pašvaldības budžets" for n in "123456"]
    plan = investments("Indikatīvā summa, EUR | Finansējuma avots", *rows, *rows)
    private = plan.replace("Pašvaldības budžets", "privātais finansējums", 1)

    verdict = funding_source(programme(plan))

    assert verdict.score == 3
    assert verdict.findings[0].text == (
        "0 of 12 rows count on private money or a financial instrument."
    )
    assert funding_source(programme(private)).score == 4


def test_a_sum_in_the_column_of_the_private_sector_is_private_money() -> None:
    rows = [f"Projekts numur {n} | {n}00 000 | 0" for n in "123456"]
    columns = "Pašvaldības budžets, EUR | Privātais sektors, EUR"
    plan = investments(columns, *rows, *rows[:-1], "Angārs | 600 000 | 90 000")

    assert funding_source(programme(plan)).score == 4


def test_a_cross_in_a_source_column_is_a_source() -> None:
    plan = investments(
        "Indikatīvā summa, EUR | Pašvaldības budžets | ES fondi",
        "Tilts | 420 000 | x | X",
        "Centrs | 310 000 | + |  ",
    )

    assert funding_source(programme(plan)).score == 4


def test_without_plans_there_are_no_sources_to_judge() -> None:
    with pytest.raises(NotApplicable):
        funding_source(programme(START))


def test_a_dash_and_a_promise_are_no_amounts() -> None:
    plan = investments(
        "Indikatīvā summa, EUR | Finansējuma avots",
        "Tilts | 420 000 | PB",
        "Centrs | – | PB",
        "Skola | tiks precizēts | PB",
        "Parks | 0 | PB",
    )

    verdict = amount(programme(plan))

    assert verdict.score == 1
    assert [finding.text for finding in verdict.findings] == [
        "Project “Centrs” has no amount.",
        "Project “Skola” has no amount.",
        "Project “Parks” has no amount.",
    ]


def test_parts_in_money_are_an_amount_but_percentages_are_not() -> None:
    money = investments(
        "Pašvaldības budžets, EUR | ES fondi, EUR", "Tilts | 63 000 | 357 000"
    )
    shares = investments("Pašvaldības budžets, % | ES fondi, %", "Tilts | 15 % | 85 %")

    assert amount(programme(money)).score == 4
    assert amount(programme(shares)).score == 0


def test_many_round_amounts_are_noted_without_a_lower_score() -> None:
    rows = [f"Projekts numur {n} | {n} 000 000 | PB" for n in range(1, 11)]
    plan = investments("Indikatīvā summa, EUR | Finansējuma avots", *rows)

    verdict = amount(programme(plan))

    assert verdict.score == 4
    assert verdict.findings[0].text == (
        "10 of 10 amounts are whole hundreds of thousands, as rough guesses are."
    )


def test_the_sentence_on_the_basis_of_the_budget_is_boilerplate() -> None:
    verdict = budget_linkage(
        programme(START + "Programma ir pamats pašvaldības budžeta plānošanai.\n")
    )

    assert verdict.score == 1
    assert "only named as something that the programme serves" in verdict.message.text()


def test_a_missing_link_that_the_text_admits_scores_one() -> None:
    verdict = budget_linkage(
        programme(START + "Attīstības programmai nav sasaistes ar budžetu.\n")
    )

    assert verdict.score == 1
    assert "itself says that a link to the budget is missing" in verdict.message.text()


def test_the_finances_of_the_situation_are_no_procedure() -> None:
    verdict = budget_linkage(
        programme(
            START
            + "## Pašreizējās situācijas raksturojums\n\nPašvaldības budžetu dome "
            + "apstiprina februārī. Attīstības programmas pasākumus finansē no budžeta "
            + "programmas. Finanšu nodaļa sagatavo pārskatu par budžeta izpildi.\n"
        )
    )

    assert verdict.score == 0
    assert verdict.absence is not None


def test_who_approves_money_may_be_told_far_from_the_programme() -> None:
    procedure = (
        "## Īstenošana\n\nRīcības plāna pasākumus iekļauj budžeta projektā. "
        "Finanšu nodaļa katru septembri sagatavo budžeta projektu.\n\n"
    )
    council = "## Pārvalde\n\nDome ir lēmējinstitūcija. Budžetu apstiprina dome.\n"

    without = budget_linkage(programme(START + procedure))
    told = budget_linkage(programme(START + procedure + council))

    assert without.message.text().startswith("3 of 6")
    assert told.message.text().startswith("4 of 6")


def test_what_was_done_for_the_draft_is_no_procedure() -> None:
    verdict = budget_linkage(
        programme(
            START
            + "## Īstenošana\n\nRīcības plāna pasākumus tika apspriests iekļaut budžetā. "
            + "Finanšu nodaļa tika aicināta sagatavot budžeta programmas pārskatu.\n"
        )
    )

    assert verdict.score == 0


def test_a_procedure_that_is_only_promised_scores_at_most_two() -> None:
    verdict = budget_linkage(
        programme(
            START
            + "## Īstenošana\n\nLīdz septembrim tiks sagatavots rīcības plāna pasākumu "
            + "saraksts budžeta projektam. Tiks noteikts budžeta programmas kods. Tiks "
            + "izstrādāts domes lēmuma projekts par budžetu.\n"
        )
    )

    assert verdict.score == 2
    assert "is only promised" in verdict.findings[0].text


def test_a_calendar_table_in_the_section_on_the_budget_counts() -> None:
    verdict = budget_linkage(
        programme(
            START
            + """\
## Sasaiste ar budžetu

| Mēnesis | Kas | Darbība |
| --- | --- | --- |
| Septembris | Attīstības nodaļa | Nodaļa sagatavo rīcības plāna pasākumu sarakstu |
| Februāris | Dome | Dome apstiprina budžetu |
"""
        )
    )

    assert verdict.score >= 3


def test_each_step_that_is_not_told_is_a_finding() -> None:
    text = COMPLETE.replace("Finanšu nodaļa katram\npasākumam norāda budžeta", "Katram")
    text = text.replace("programmas kodu.", "ir nauda.")

    verdict = budget_linkage(programme(text))

    assert (
        "Of the way from the programme to the budget it is not said which budget "
        "programme or code it goes to."
    ) in [finding.text for finding in verdict.findings]


def test_the_heading_and_tables_around_a_sentence_on_the_budget_are_passed_over() -> (
    None
):
    verdict = budget_linkage(
        programme(
            START
            + """\
## Īstenošana

| Gads | Summa |
| --- | --- |
| 2022 | 100 |

Attīstības nodaļa septembrī sagatavo rīcības plāna sarakstu budžeta projektam.
"""
        )
    )

    assert verdict.score == 3


def test_a_project_that_only_costs_money_to_run_has_an_amount() -> None:
    text = """# Climate contract of Alderton 2024–2030

| Project | Investments, total (EUR) | Operating expenditure, total (EUR) | Deadline |
|---|---|---|---|
| Tram line | 4,730,000 | | 2027 |
| Advice for homes | | 216,000 | 2026 |
"""

    assert amount(programme(text, language="en")).score == 4


def test_a_sum_told_in_words_is_an_amount() -> None:
    text = """# Climate contract of Alderton 2024–2030

| Project | Total costs | Deadline |
|---|---|---|
| Electric buses | Purchasing 234 new buses: EUR 164,320,000 | 2027 |
| Green areas | Maintaining them with volunteers | 2026 |
"""

    verdict = amount(programme(text, language="en"))

    [finding] = verdict.findings
    assert finding.text == "Project “Green areas” has no amount."
