"""Whether measures are carried out with other municipalities, and how they keep in touch."""

from plancheck.rules.cooperation import neighbours
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

CHANNEL = "katru gadu martā rīko kopīgu sanāksmi"
HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def test_without_a_channel_joint_measures_are_half_of_it() -> None:
    verdict = neighbours(programme(COMPLETE.replace(CHANNEL, "plāno savus ceļus")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("Nothing says how the partners keep in touch")


def test_without_a_named_partner_the_channel_is_half_of_it() -> None:
    text = COMPLETE.replace("| Kalnavas novads, VSIA", "| VSIA")
    text = text.replace("| ESF+ | Kalnavas novads |", "| ESF+ | skolas |")

    verdict = neighbours(programme(text))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert (
        "no measure or project names another municipality or region as partner"
        in finding.text
    )


def test_one_measure_and_a_channel_are_good_but_not_complete() -> None:
    text = COMPLETE.replace("| ESF+ | Kalnavas novads |", "| ESF+ | skolas |")

    assert neighbours(programme(text)).score == 3


def test_the_own_municipality_is_no_partner() -> None:
    text = COMPLETE.replace("Kalnavas novads", "Lejasupes novada pašvaldība")

    assert neighbours(programme(text)).score <= 2


def test_a_twin_town_abroad_is_no_neighbour() -> None:
    text = COMPLETE.replace(
        "| Kalnavas novads", "| sadraudzības pilsēta Toruņas novadā"
    )

    assert neighbours(programme(text)).score <= 2


def test_neighbours_without_a_name_are_quoted_as_such() -> None:
    text = COMPLETE.replace("| Kalnavas novads", "| kaimiņu pašvaldības")

    verdict = neighbours(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "“Pārbūvēt tiltu pār Alksni” speaks of neighbours, but names none of them."
    )


def test_a_partner_named_in_what_is_done_jointly_counts() -> None:
    text = COMPLETE.replace("| Kalnavas novads, VSIA", "| VSIA")
    text = text.replace("| ESF+ | Kalnavas novads |", "| ESF+ | skolas |")
    text = text.replace(
        "Apmācīt aprūpētājus", "Apmācīt aprūpētājus kopā ar Strautaines novadu"
    )

    assert neighbours(programme(text)).score == 3


def test_a_neighbour_of_the_facts_is_known_by_its_bare_name() -> None:
    text = COMPLETE.replace("Kalnavas novads", "Kalnava")
    known = programme(text, neighbours=("Kalnavas novads",))

    assert neighbours(known).score == 4
    assert neighbours(programme(text)).score <= 2


def test_contacts_while_drafting_are_no_channel() -> None:
    text = COMPLETE.replace(
        CHANNEL, "programmas izstrādes laikā rīkoja kopīgu sanāksmi"
    )

    assert neighbours(programme(text)).score == 2


def test_a_programme_without_tables_is_judged_by_its_words() -> None:
    text = HEAD + (
        "## Sadarbība\n\nKopā ar Kalnavas novadu pašvaldība uztur glābšanas dienestu. "
        "Ar Kalnavas novadu notiek datu apmaiņa par ceļu darbiem.\n"
    )

    verdict = neighbours(programme(text))

    assert verdict.score == 3
    assert not verdict.findings


def test_a_mere_mention_of_neighbours_scores_one() -> None:
    text = HEAD + "Lejasupe robežojas ar kaimiņu pašvaldībām ziemeļos.\n"

    verdict = neighbours(programme(text))

    assert verdict.score == 1
    assert "but nothing is planned with them" in verdict.message.text()


def test_silence_on_neighbours_is_an_absence() -> None:
    verdict = neighbours(programme(HEAD + "Novadā ir ceļi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_english_names_are_known_before_and_behind_the_word() -> None:
    text = """\
# Development programme of Lowerbrook Municipality 2022–2027

## Action plan

| No. | Measure | Responsible | Partners | Term |
| --- | --- | --- | --- | --- |
| 1.1 | Run a bus | Transport unit | City of Harwick | 2024 |
| 1.2 | Clear the river | Water company | Greyholt County | 2025 |

## Cooperation

The City of Harwick and Lowerbrook exchange traffic data.
"""

    assert neighbours(programme(text, language="en")).score == 4


def test_joint_work_with_nobody_named_is_not_said_to_be_on_neighbours() -> None:
    text = HEAD + "## Ieviešana\n\nNākotnē plānots veidot kopīgus pasākumus.\n"

    verdict = neighbours(programme(text))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert finding.text.startswith("Working together is spoken of, but with no other")


def test_a_channel_below_a_heading_on_neighbours_is_one_with_them() -> None:
    text = COMPLETE.replace(CHANNEL, "plāno savus ceļus")
    told = "Plānotāju darba grupa tiekas reizi ceturksnī un apmainās ar sarakstiem.\n"
    near = f"{text}\n## 9. Kaimiņu pašvaldības un mēs\n\n{told}"
    far = f"{text}\n## 9. Darbs pašvaldībā\n\n{told}"

    assert neighbours(programme(near)).passes
    assert neighbours(programme(far)).score == 2


def test_neighbours_in_the_name_of_a_programme_are_no_municipality() -> None:
    plan = (
        "# Development programme of Millbrook 2024–2030\n\n## Action plan\n\n"
        "| No. | Measure | Responsible | Term |\n| --- | --- | --- | --- |\n"
        "| 1.1 | Bill credits, called Warming {} | Utility | 2025 |\n"
    )

    title = neighbours(programme(plan.format("Our Neighbors Fund"), language="en"))
    towns = neighbours(programme(plan.format("neighboring towns"), language="en"))

    assert not any("speaks of neighbours" in each.text for each in title.findings)
    assert any("speaks of neighbours" in each.text for each in towns.findings)
