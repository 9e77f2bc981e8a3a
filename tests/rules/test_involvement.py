"""Participation after the drafting, and with those who are hard to reach."""

import pytest

from plancheck.rules.involvement import audiences, through_the_cycle
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


def test_each_thing_that_is_not_said_of_audiences_is_a_finding() -> None:
    text = COMPLETE.replace("brauca bezmaksas autobuss", "nāca iedzīvotāji")

    verdict = audiences(programme(text))

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "The programme does not say what helps them to take part.",
        (
            "The programme does not say which measure, with whom responsible, gives "
            "residents a council or a budget."
        ),
    ]


def test_a_council_without_anybody_responsible_does_not_count() -> None:
    text = COMPLETE.replace("brauca bezmaksas autobuss", "nāca iedzīvotāji")
    owned = text.replace("Apmācīt aprūpētājus", "Izveidot iedzīvotāju padomes")
    orphaned = owned.replace("| Viss novads | SD |", "| Viss novads |  |")

    assert audiences(programme(owned)).score == 3
    assert audiences(programme(orphaned)).score == 2


def test_the_council_of_a_school_is_no_residents_council() -> None:
    text = HEAD + PLAN.replace("iedzīvotāju padomes pagastos", "skolas padomi")

    assert audiences(programme(text)).score == 0


def test_a_table_of_audiences_is_read_by_its_columns() -> None:
    text = (
        HEAD
        + PLAN
        + (
            "\n## Sabiedrības līdzdalība\n\n"
            "| Mērķauditorija | Forma | Atbalsts |\n| --- | --- | --- |\n"
            "| Seniori viensētās | telefona aptauja | bezmaksas autobuss |\n"
        )
    )

    assert audiences(programme(text)).score == 4


def test_an_invitation_to_everybody_scores_one() -> None:
    text = HEAD + (
        "## Sabiedrības līdzdalība\n\nPiedalīties bija aicināts ikviens interesents.\n"
    )

    verdict = audiences(programme(text))

    assert verdict.score == 1
    assert "Everybody is invited" in verdict.message.text()


def test_silence_on_audiences_is_an_absence() -> None:
    verdict = audiences(programme(HEAD + "Novadā ir ceļi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_table_of_audiences_is_read_by_its_caption() -> None:
    text = (
        HEAD
        + PLAN
        + (
            "\n## Sabiedrības līdzdalība\n\n1. tabula. Grūti sasniedzamās grupas\n\n"
            "| Grupa | Piemērotais veids | Atbalsts |\n| --- | --- | --- |\n"
            "| Seniori viensētās | telefona aptauja | bezmaksas autobuss |\n"
        )
    )

    assert audiences(programme(text)).score == 4


def test_help_for_no_group_in_particular_scores_two_at_most() -> None:
    text = (
        HEAD
        + PLAN
        + (
            "\n## Sabiedrības līdzdalība\n\nVecākiem un senioriem anketas izsniedza "
            "papīra veidā, un sapulcē bija bērnu stūrītis.\n"
        )
    )

    assert audiences(programme(text)).score == 2


def test_measures_with_interested_parties_are_participation_in_implementation() -> None:
    text = PLAN.replace(
        "Izveidot iedzīvotāju padomes pagastos", "Sadarbība ar ieinteresētajām pusēm"
    )

    verdict = through_the_cycle(programme(HEAD + text))

    assert verdict.score == 2
    assert "ieinteresētajām pusēm" in verdict.quotes[0].text


def test_parties_told_apart_are_more_than_nothing() -> None:
    text = HEAD + (
        "## Iesaistītās puses\n\nIedzīvotāji un biedrības aprakstīti atsevišķi "
        "ieinteresēto pušu analīzē.\n"
    )

    verdict = audiences(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Parties are told from each other")


def test_a_role_of_the_public_in_both_phases_is_told_by_one_sentence() -> None:
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n## Roles\n\n"
        "The public plays a part in the implementation and monitoring of measures.\n"
    )

    assert through_the_cycle(programme(text, language="en")).score == 3


def test_vulnerable_groups_without_a_name_are_said_to_be_spoken_of() -> None:
    text = (
        "# Development Plan of Northbrook 2024-2030\n\n## Participation\n\nResidents take "
        "part in a panel. It hears vulnerable groups that are often forgotten.\n"
    )

    verdict = audiences(programme(text))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert finding.text.startswith("Vulnerable groups are spoken of, but not which")


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
