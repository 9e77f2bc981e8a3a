"""Units, sources, frequency and owner of indicators."""

import pytest

from plancheck.rules.data_keeping import frequency_and_owner, unit_and_source
from plancheck.sdk import NotApplicable, Rule
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.test_monitoring import START, indicators

HEAD = "Rādītājs | Mērvienība | Mērķa vērtība | Datu avots"
TOLD = """\
Attīstības nodaļa katru gadu līdz 1. martam sagatavo uzraudzības ziņojumu par rādītāju
vērtībām un pasākumu izpildi, un to publicē tīmekļvietnē."""


def test_a_unit_in_the_name_or_beside_the_value_counts() -> None:
    text = indicators(
        HEAD,
        "Muzeja apmeklētāju skaits |  | 900 | muzeja uzskaite",
        "Gaidīšana pie ārsta |  | 5 dienas | Veselības inspekcija",
    )

    assert unit_and_source(programme(text)).score == 4


def test_an_indicator_without_unit_is_quoted() -> None:
    text = COMPLETE.replace(
        "| Uzņēmumi uz 1000 iedzīvotājiem | skaits | 51",
        "| Mazpulki un biedrības | – | 51",
    )

    verdict = unit_and_source(programme(text))

    [finding] = verdict.findings
    assert finding.text == "Indicator “Mazpulki un biedrības” has no unit."


def test_a_source_that_says_nothing_is_none() -> None:
    row = "Ceļi labā stāvoklī | % | 60 | {}"

    vague = unit_and_source(
        programme(indicators(HEAD, row.format("dažādi avoti"), row.format("Dati")))
    )
    named = unit_and_source(
        programme(indicators(HEAD, row.format("CSP dati"), row.format("Ceļu nodaļa")))
    )

    assert vague.score == 1  # for the unit
    assert named.score == 4


def test_sources_told_for_all_together_are_half_the_way() -> None:
    text = indicators("Rādītājs | Mērvienība | Mērķa vērtība", "Ceļi | km | 60")
    sentence = "Rādītāju vērtības iegūst no CSP un RAIM datubāzes.\n"

    verdict = unit_and_source(
        programme(text.replace("\n\n| R", f"\n\n{sentence}\n| R"))
    )

    assert verdict.score == 2
    assert "only in a sentence" in verdict.findings[0].text


def test_a_missing_column_is_one_finding() -> None:
    text = indicators(
        "Rādītājs | Mērvienība | Mērķa vērtība",
        *(f"Ceļi {n} | km | {n}" for n in "123"),
    )

    verdict = unit_and_source(programme(text))

    assert verdict.score == 1
    assert [finding.text for finding in verdict.findings] == [
        "None of the 3 indicators has a data source."
    ]


def test_a_row_without_a_name_is_not_judged() -> None:
    text = indicators(HEAD, "Skatīt 5. rādītāju | – | 9 | –", "Ceļi | km | 60 | CN")

    assert unit_and_source(programme(text)).score == 4


def test_a_sentence_for_all_indicators_is_enough() -> None:
    verdict = frequency_and_owner(programme(COMPLETE.replace("| Reizi gadā |", "|  |")))

    assert verdict.score == 3
    assert verdict.quotes[0].text.startswith("Attīstības nodaļa katru gadu")


def test_without_sentence_and_column_nobody_measures() -> None:
    verdict = frequency_and_owner(programme(COMPLETE.replace(TOLD, "")))

    assert verdict.score == 1  # for the frequency
    assert [finding.text for finding in verdict.findings] == [
        "Neither an indicator nor the text says who measures the indicators."
    ]


def test_an_arrangement_that_is_promised_is_none() -> None:
    promised = (
        "Tiks izstrādāta kārtība, kādā nodaļa reizi gadā apkopo rādītāju vērtības."
    )

    verdict = frequency_and_owner(programme(COMPLETE.replace(TOLD, promised)))

    assert verdict.score == 1  # for the frequency


def test_a_sentence_that_denies_it_is_none() -> None:
    denied = "Nav noteikts, kura nodaļa reizi gadā apkopo rādītāju vērtības."

    verdict = frequency_and_owner(programme(COMPLETE.replace(TOLD, denied)))

    assert verdict.score == 1  # for the frequency


def test_an_abbreviated_unit_is_an_owner() -> None:
    short = "AN rādītāju vērtības apkopo katru gadu."

    verdict = frequency_and_owner(programme(COMPLETE.replace(TOLD, short)))

    assert verdict.score == 3


@pytest.mark.parametrize("rule", [unit_and_source, frequency_and_owner])
def test_without_indicators_there_is_nothing_to_judge(rule: Rule) -> None:
    with pytest.raises(NotApplicable):
        rule(programme(START))


def test_a_unit_may_stand_behind_the_name() -> None:
    head = "Rādītājs | Mērķa vērtība | Datu avots"

    verdict = unit_and_source(
        programme(indicators(head, "Rinda uz pirmsskolu (bērni) | 4 | CSP"))
    )

    assert verdict.score == 4


def test_a_place_in_a_ranking_has_its_source_in_its_name() -> None:
    text = indicators(
        HEAD, "Novada vieta pašvaldību digitālā brieduma reitingā | vieta | 10 |  "
    )

    assert unit_and_source(programme(text)).score == 4


def test_monitoring_that_is_assigned_to_somebody_has_an_owner() -> None:
    text = (
        indicators(HEAD, "Muzeja apmeklētāji | skaits | 900 | muzeja uzskaite")
        + "\n## Sadarbība\n\nProgrammas uzraudzība uzticēta attīstības komisijai.\n"
    )

    found = [finding.text for finding in frequency_and_owner(programme(text)).findings]

    assert (
        "Neither an indicator nor the text says who measures the indicators."
        not in (found)
    )


def test_the_frequency_may_be_told_outside_the_part_on_monitoring() -> None:
    text = (
        "# Climate Plan of Northbrook 2024-2030\n\n## Introduction\n\nAs part of the "
        "monitoring of the plan it is foreseen to update emissions data every year.\n\n"
        "## Indicators\n\n| Indicator | Unit | Fact (year) | Target 2030 | Responsible |\n"
        "| --- | --- | --- | --- | --- |\n| Emissions | kt | 30 (2021) | 10 | Energy unit |\n"
    )

    assert frequency_and_owner(programme(text)).score == 3


def test_a_fact_with_its_year_is_a_baseline() -> None:
    text = (
        "# Climate Plan of Northbrook 2024-2030\n\n## Indicators\n\n"
        "| Indicator | Unit | Fact (year) | Target 2030 |\n"
        "| --- | --- | --- | --- |\n| Emissions | kt | 30 (2021) | 10 |\n"
    )

    [indicator] = programme(text).indicators

    assert indicator.baseline.value.number == 30
