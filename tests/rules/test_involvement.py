"""Participation after the drafting: in the implementation and in the monitoring."""

import pytest

from plancheck.rules.involvement import through_the_cycle
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
ONGOING = COMPLETE[
    COMPLETE.index("Programmas īstenošanā iedzīvotāju") : COMPLETE.index("## 8. Sad")
]
PLAN = """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Izpildes termiņš |
| --- | --- | --- | --- |
| 1.1. | Izveidot iedzīvotāju padomes pagastos | Izpilddirektors | 2023 |
| 1.2. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
"""


def test_a_survey_in_monitoring_alone_is_half_of_it() -> None:
    verdict = through_the_cycle(programme(COMPLETE.replace(ONGOING, "")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "Nothing says how residents take part in the implementation."
    )


def test_a_council_as_a_measure_alone_is_half_of_it() -> None:
    verdict = through_the_cycle(programme(HEAD + PLAN))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith(
        "Nothing says how residents take part in the monitoring"
    )


def test_a_measure_and_a_report_meeting_are_complete() -> None:
    text = HEAD + PLAN + "\n## Uzraudzības kārtība\n\n"
    text += "Gada ziņojumu apspriež atklātā sanāksmē ar iedzīvotājiem.\n"

    assert through_the_cycle(programme(text)).score == 4


def test_both_without_any_time_are_good() -> None:
    text = HEAD + (
        "## Īstenošana\n\nĪstenošanā iesaistās iedzīvotāju padomes.\n\n"
        "## Uzraudzības kārtība\n\nZiņojumu apspriež iedzīvotāju padomes.\n"
    )

    assert through_the_cycle(programme(text)).score == 3


def test_participation_in_the_drafting_is_not_enough() -> None:
    text = HEAD + (
        "## Sabiedrības līdzdalība\n\nProgrammas izstrādē tika uzklausītas iedzīvotāju "
        "padomes, un uzraudzības rādītājus tika apspriests atklātā sanāksmē.\n"
    )

    verdict = through_the_cycle(programme(text))

    assert verdict.score == 1
    assert "after the drafting is not provided for" in verdict.message.text()


def test_participation_that_is_denied_scores_one() -> None:
    text = HEAD + "Īstenošanā nav paredzēta sabiedrības līdzdalība.\n"

    verdict = through_the_cycle(programme(text))

    assert verdict.score == 1
    assert verdict.message.text().endswith("līdzdalība.”")


def test_a_survey_of_companies_is_none_of_residents() -> None:
    text = COMPLETE.replace("| Aptauja |", "| Uzņēmumu aptauja |")

    assert through_the_cycle(programme(text.replace(ONGOING, ""))).score <= 1


def test_a_guide_to_the_parts_of_the_programme_is_no_participation() -> None:
    text = HEAD + "Sestā daļa apraksta uzraudzību un sabiedrības līdzdalību.\n\n"
    text += PLAN.replace("Izveidot iedzīvotāju padomes pagastos", "Labot jumtu")

    assert through_the_cycle(programme(text)).score == 1


def test_measures_with_interested_parties_are_participation_in_implementation() -> None:
    text = PLAN.replace(
        "Izveidot iedzīvotāju padomes pagastos", "Sadarbība ar ieinteresētajām pusēm"
    )

    verdict = through_the_cycle(programme(HEAD + text))

    assert verdict.score == 2
    assert "ieinteresētajām pusēm" in verdict.quotes[0].text


def test_a_role_of_the_public_in_both_phases_is_told_by_one_sentence() -> None:
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n## Roles\n\n"
        "The public plays a part in the implementation and monitoring of measures.\n"
    )

    assert through_the_cycle(programme(text, language="en")).score == 3


def test_participation_told_without_a_phase_is_unsure_in_a_plan_without_tables() -> (
    None
):
    text = HEAD + "## Sadarbība\n\nPagastos darbojas iedzīvotāju padomes.\n"

    with pytest.raises(Unsure, match="no tables of measures"):
        through_the_cycle(programme(text))

    plan = PLAN.replace("Izveidot iedzīvotāju padomes pagastos", "Labot jumtu")
    assert through_the_cycle(programme(text + plan)).score == 1


def test_a_revision_with_stakeholders_is_a_voice_in_monitoring() -> None:
    text = (
        "# Development Plan of Northbrook 2024-2030\n\n## Monitoring and evaluation\n\n"
        "The revision is made through an extensive consultation of stakeholders.\n"
    )

    [finding] = through_the_cycle(programme(text)).findings

    assert finding.text == "Nothing says how residents take part in the implementation."


def test_a_heading_may_say_that_it_is_on_the_implementation() -> None:
    text = (
        "# Development Programme of Millbrook Municipality 2024–2030\n\n"
        "## 7. Citizens' participation in implementation\n\n"
        "Each spring a civic budget of EUR 40 000 is shared out by vote, and the parks "
        "are drawn in co-design workshops.\n"
    )

    verdict = through_the_cycle(programme(text))

    assert "in the implementation" not in verdict.findings[0].text
    assert verdict.score == 2


def test_what_residents_choose_each_year_is_taking_part_in_the_implementation() -> None:
    text = HEAD + PLAN.replace("Izveidot iedzīvotāju padomes pagastos", "Mazgāt logus")
    text += "\n## Iedzīvotāji\n\nJauniešu dome katru gadu izvēlas divus darbus parkā.\n"

    verdict = through_the_cycle(programme(text))

    assert verdict.score == 2
    assert verdict.quotes[0].text.startswith("Jauniešu dome katru gadu")


def test_that_a_council_is_chosen_each_year_says_nothing_of_the_implementation() -> (
    None
):
    text = HEAD + PLAN.replace("Izveidot iedzīvotāju padomes pagastos", "Mazgāt logus")
    text += "\n## Iedzīvotāji\n\nSkolā katru gadu ievēlē jauniešu domi.\n"

    assert through_the_cycle(programme(text)).score < 2
