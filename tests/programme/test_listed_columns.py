"""Columns that hold several things, and those that only their content tells."""

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
INDICATORS = """## Rādītāji

| Rādītājs | Bāzes vērtība || Mērķis || Avots, biežums, atbildīgā |
| ^^ | gads | vērtība | 2025 | 2027 | ^^ |
| --- | --- | --- | --- | --- | --- |
| Ezeru labā stāvoklī, skaits | 2021 | 5 | 6 | 9 | VVD, ik gadu, Vides nodaļa |
| Vakances skolās, skaits | 2021 | 18 | 9 | 6 | VIIS, ik gadu, Izglītības nodaļa |
"""
PLANS = """## Rīcības plāns

| Nr. | Uzdevums | Rīcība | Atbildīgais | Termiņš |
| --- | --- | --- | --- | --- |
| 1.1.1. | Tūrisms | Laivu maršruts | Tūrisma centrs | 2025 |
| 1.1.2. | Tūrisms | Velo maršruts | Tūrisma centrs | 2026 |
| 1.2.1. | Skolas | STEM korpuss | Izglītības nodaļa | 2027 |

## Investīciju plāns

| Rīc. Nr. | Projekts | Kopā, tūkst. EUR | Finansējuma avots, tūkst. EUR |||| Atbildīgais |
| ^^ | ^^ | ^^ | ES | PB | VB | LF | ^^ |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1.1.1. | Laivu ceļš | 390 | 300 | 60 | 0 | 30 | Tūrisma centrs |
| 1.1.2. | Velo ceļš | 500 | 400 | 80 | 0 | 20 | Tūrisma centrs |
| 1.2.1. | Korpuss | 900 | 700 | 200 | 0 | 0 | Izglītības nodaļa |
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def test_a_column_that_lists_what_it_holds_is_the_column_of_each() -> None:
    lake, _ = plan(INDICATORS).indicators

    assert lake.data_source.text == "VVD, ik gadu, Vides nodaļa"
    assert lake.frequency.text == lake.responsible.text == lake.data_source.text


def test_the_goal_beside_a_baseline_is_the_value_to_reach() -> None:
    lake, posts = plan(INDICATORS).indicators

    assert lake.baseline.number == 5
    assert lake.target.number == 9
    assert posts.baseline_year == 2021
    assert posts.target_year == 2027


def test_a_label_with_one_known_word_is_not_parted() -> None:
    [table] = plan(PLANS).tables_of("investment")

    assert not table.has("partner")
    assert table.label("amount") == "Kopā, tūkst. EUR"


def test_an_abbreviation_beside_shares_of_a_sum_is_a_share_too() -> None:
    first, *_ = plan(PLANS).projects

    assert first.amount.number == 390_000
    assert first.field("other share").number == 30_000


def test_codes_of_measures_before_projects_say_what_each_belongs_to() -> None:
    first, *_ = plan(PLANS).projects

    assert first.field("measure").text == "1.1.1."


def test_the_result_of_a_proposal_is_what_was_decided_on_it() -> None:
    proposals = plan(
        """## Priekšlikumi

| Iesniedzējs | Priekšlikums | Rezultāts | Pamatojums |
| --- | --- | --- | --- |
| Biedrība | Saglabāt dienas centru | Ņemts vērā | Iekļauts 2.2.3. |
| Uzņēmums | Slēgt katlumāju | Noraidīts | Pretrunā ar klimata mērķi |
"""
    ).proposals

    assert [row.field("decision").text for row in proposals] == [
        "Ņemts vērā",
        "Noraidīts",
    ]
