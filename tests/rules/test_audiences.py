"""Groups that are hard to reach, and a say for residents."""

from plancheck.rules.audiences import audiences
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
PLAN = """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Izpildes termiņš |
| --- | --- | --- | --- |
| 1.1. | Izveidot iedzīvotāju padomes pagastos | Izpilddirektors | 2023 |
| 1.2. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
"""


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


def test_parties_told_apart_are_more_than_nothing() -> None:
    text = HEAD + (
        "## Iesaistītās puses\n\nIedzīvotāji un biedrības aprakstīti atsevišķi "
        "ieinteresēto pušu analīzē.\n"
    )

    verdict = audiences(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Parties are told from each other")


def test_vulnerable_groups_without_a_name_are_said_to_be_spoken_of() -> None:
    text = (
        "# Development Plan of Northbrook 2024-2030\n\n## Participation\n\nResidents take "
        "part in a panel. It hears vulnerable groups that are often forgotten.\n"
    )

    verdict = audiences(programme(text))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert finding.text.startswith("Vulnerable groups are spoken of, but not which")


def test_a_question_who_is_missing_is_answered_by_the_next_sentence() -> None:
    text = (
        "# Development programme of Millbrook 2024–2030\n\n"
        "## Report on public participation\n\n"
        "At the start we asked who has not been heard in earlier plans? {} "
        "For these groups different forms were used, with child care.\n\n"
        "## Action plan\n\n| No. | Measure | Responsible | Term |\n"
        "| --- | --- | --- | --- |\n| 1.1 | Repair the dam | Works | 2025 |\n"
    )
    answered = audiences(
        programme(text.format("Shift workers and tenants."), language="en")
    )
    silent = audiences(programme(text.format("The list is long."), language="en"))

    missing = [each.text for each in answered.findings]
    assert "The programme does not say which groups are hard to reach." not in missing
    assert (
        "The programme does not say which form of taking part suits them."
        not in missing
    )
    assert not silent.passes
    assert silent.score < answered.score
