"""Projects and the action plan refer to each other."""

import pytest

from plancheck.rules.linkage import projects_linked
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def test_a_code_that_does_not_exist_is_no_link() -> None:
    verdict = projects_linked(
        programme(COMPLETE.replace("skolu | 1.1.2. |", "skolu | 9.9.9. |"))
    )

    [finding] = verdict.findings
    assert finding.text == (
        "Project “Ceļš uz skolu” refers to no existing task, direction or priority."
    )
    assert verdict.score == 2


def test_the_name_of_a_priority_is_a_link() -> None:
    text = COMPLETE.replace("skolu | 1.1.2. |", "skolu | Pieejami pakalpojumi |")

    assert projects_linked(programme(text)).score == 4


def test_projects_below_a_banner_row_are_linked() -> None:
    plan = """\
## Investīciju plāns

| Projekta nosaukums | Indikatīvā summa, EUR | Atbildīgais |
| --- | --- | --- |
| Rīcības virziens RV1.1 Ceļi un tilti |||
| Tilts | 420 000 | Ceļu nodaļa |
"""
    start = COMPLETE.index("## 4. Investīciju plāns")
    end = COMPLETE.index("## 5. Īstenošanas vadība")

    verdict = projects_linked(programme(COMPLETE[:start] + plan + COMPLETE[end:]))

    assert verdict.score == 4


@pytest.mark.parametrize(("code", "score"), [("1.1.1.", 4), ("9.9.9.", 0)])
def test_a_dead_code_counts_before_the_banner_that_it_stands_under(
    code: str, score: int
) -> None:
    plan = f"""\
## Investīciju plāns

| Projekta nosaukums | Saistītais pasākums | Indikatīvā summa, EUR | Atbildīgais |
| --- | --- | --- | --- |
| Rīcības virziens RV1.1 Ceļi un tilti ||||
| Tilts | {code} | 420 000 | Ceļu nodaļa |
"""
    start = COMPLETE.index("## 4. Investīciju plāns")
    end = COMPLETE.index("## 5. Īstenošanas vadība")

    verdict = projects_linked(programme(COMPLETE[:start] + plan + COMPLETE[end:]))

    assert verdict.score == score


def test_a_code_of_the_plan_links_under_whatever_label() -> None:
    text = COMPLETE.replace("Rīcības plāna uzdevums", "Ceļvedis")

    assert text != COMPLETE
    assert projects_linked(programme(text)).score == 4


def test_a_table_that_is_both_plans_links_by_itself() -> None:
    verdict = projects_linked(
        programme(
            START
            + """\
## Rīcības un investīciju plāns

| Nr. | Pasākums | Indikatīvā summa, EUR | Atbildīgais | Termiņš |
| --- | --- | --- | --- | --- |
| U1.1. | Pārbūvēt tiltu | 420 000 | Ceļu nodaļa | 2024 |
| U1.2. | Atvērt centru | 310 000 | Sociālais dienests | 2025 |
"""
        )
    )

    assert verdict.score == 4


def test_without_a_column_of_links_one_finding_says_so() -> None:
    verdict = projects_linked(
        programme(
            START
            + """\
## Investīciju plāns

| Nr. | Projekta nosaukums | Indikatīvā summa, EUR | Atbildīgais |
| --- | --- | --- | --- |
| 1. | Tilts | 420 000 | Ceļu nodaļa |
| 2. | Centrs | 310 000 | Sociālais dienests |
"""
        )
    )

    assert verdict.score == 0
    assert len(verdict.findings) == 1


def test_building_measures_without_projects_lower_the_score() -> None:
    works = "\n".join(
        f"| 1.1.{n}. | Pārbūvēt ielu numur {n} | Lejasupe | CN | 2024 | Iela | PB |"
        for n in range(5, 12)
    )
    line = "| Rīcības virziens RV1.2 Sociālie pakalpojumi |||||||"

    verdict = projects_linked(programme(COMPLETE.replace(line, f"{works}\n{line}")))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "7 of 10 measures that build or rebuild something have no project."
    )


def test_a_project_of_a_direction_covers_its_measures() -> None:
    works = "\n".join(
        f"| 1.1.{n}. | Pārbūvēt ielu numur {n} | Lejasupe | CN | 2024 | Iela | PB |"
        for n in range(5, 12)
    )
    line = "| Rīcības virziens RV1.2 Sociālie pakalpojumi |||||||"
    text = COMPLETE.replace(line, f"{works}\n{line}")

    verdict = projects_linked(
        programme(text.replace("skolu | 1.1.2.", "skolu | RV1.1"))
    )

    assert verdict.score == 4


def test_without_an_investment_table_nothing_can_refer() -> None:
    with pytest.raises(NotApplicable):
        projects_linked(programme(START))


def test_the_numbers_of_other_projects_are_no_link() -> None:
    text = COMPLETE.replace(
        "Rīcības plāna uzdevums", "Papildinātība ar citiem projektiem"
    )

    assert projects_linked(programme(text)).score == 0


def test_a_column_of_links_with_the_programme_is_read() -> None:
    text = COMPLETE.replace(
        "Rīcības plāna uzdevums", "Sasaiste ar attīstības programmu"
    )

    assert projects_linked(programme(text)).score == 4


def test_what_several_projects_stand_below_is_their_task_where_nothing_has_a_code() -> (
    None
):
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Investment plan

| Strategy | Project | Cost, EUR |
| --- | --- | --- |
| Safe streets | Kerbs on Mill Lane | 9 000 |
| Safe streets | Lamps at the weir | 8 000 |
| Warm homes | Roof of the hall | 7 000 |
"""

    verdict = projects_linked(programme(text, language="en"))

    assert [each.text for each in verdict.findings] == [
        "Project “Roof of the hall” refers to no existing task, direction or priority."
    ]


def test_a_project_may_name_the_sheet_of_a_measure() -> None:
    sheets = START + (
        "## Rīcības plāns\n\n"
        "| Pasākums D1 | Upes laipas atjaunošana |\n| --- | --- |\n"
        "| Atbildīgais | Komunālā nodaļa |\n| Termiņš | 2026 |\n"
        "| Rezultāts | Laipa |\n\n"
        "## Investīciju plāns\n\n"
        "| Projekta nosaukums | Pasākums | Indikatīvā summa, EUR | Atbildīgais |\n"
        "| --- | --- | --- | --- |\n"
        "| Laipa pār upi | {} | 9 000 | Komunālā nodaļa |\n"
    )

    assert projects_linked(programme(sheets.format("D1"))).score == 4
    assert not projects_linked(programme(sheets.format("D7"))).passes


def test_projects_below_a_goal_without_a_code_are_linked() -> None:
    text = """
# Development plan of Otterbury County 2024–2030

# Strategy

| Goal | What we want |
| --- | --- |
| 1 Homes for all ages | A waiting list of nought |
| 2 Work by the river | Three hundred jobs |

# Action plan

| No. | Action | Responsible | Term |
| --- | --- | --- | --- |
| M1.1 | Weir on the Otter | Water Office | 2025–2026 |

# Investment plan

| No. | Project | Total, EUR | Own | State | Year |
| --- | --- | --- | --- | --- | --- |
| Goal 1 Homes for all ages ||||||
| P1 | Thirty flats | 90 000 | 30 000 | 60 000 | 2025 |
"""
    unknown = text.replace("| Goal 1 Homes for all ages |", "| Goal 1 Something else |")

    assert projects_linked(programme(text, language="en")).score == 4
    assert projects_linked(programme(unknown, language="en")).score < 3


def test_a_field_of_the_action_plan_is_a_link_in_whichever_column() -> None:
    text = (
        f"{START}## Rīcības plāns\n\n"
        "| Rīcības virziens | Pasākums | Atbildīgais | Termiņš |\n| --- | --- | --- | --- |\n"
        "| Ūdens un meži | Rakt dīķi | Meža nodaļa | 2024 |\n\n"
        "## Investīciju plāns\n\n"
        "| Nozare | Projekta nosaukums | Summa, EUR |\n| --- | --- | --- |\n"
        "| {} | Slūžas | 90 000 |\n"
    )

    named = projects_linked(programme(text.replace("{}", "Ūdens un meži")))
    other = projects_linked(programme(text.replace("{}", "Cits temats")))

    assert named.passes
    assert not other.passes
