"""Whether the municipality has chosen what to concentrate on."""

import pytest

from plancheck.rules.climate_choice import climate_choice
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = (
    "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nApstiprināta domē.\n\n"
    "## Ievads\n\nTeksts.\n\n"
)
TASK = "VTP1. Klimatnoturīga vide\n\nU1.1. Mazināt plūdu postījumus\n\n"
CHOICE = "Lejasupes novads koncentrējas uz lietusūdeni Dzirnavu ielā."


def strategy(objectives: str = "", climate: str = "") -> str:
    """A programme with these objectives and this climate text."""
    return (
        f"{START}## Stratēģiskā daļa\n\nMērķi.\n\n{objectives}## Klimata pārmaiņas\n\n"
        f"{climate}\n"
    )


def test_a_choice_with_an_objective_is_good() -> None:
    assert climate_choice(programme(strategy(TASK, CHOICE))).score == 3


def test_a_reason_makes_it_complete() -> None:
    text = CHOICE.replace("ielā.", "ielā, jo tur applūst pagrabi.")

    assert climate_choice(programme(strategy(TASK, text))).score == 4


def test_a_choice_that_no_objective_takes_up_is_partial() -> None:
    verdict = climate_choice(programme(strategy("", CHOICE)))

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith(
        "No goal, priority, direction or task takes up"
    )


def test_an_objective_without_own_needs_is_partial() -> None:
    verdict = climate_choice(programme(strategy(TASK)))

    assert verdict.score == 2
    assert "it is not said which local needs" in verdict.findings[0].text


def test_an_objective_on_a_hazard_described_with_local_data_is_good() -> None:
    text = "Plūdi 2013. gadā Lejasupes novadā appludināja 30 mājas."

    assert climate_choice(programme(strategy(TASK, text))).score == 3


@pytest.mark.parametrize(
    "text",
    [
        "Klimata pārmaiņas skar ikvienu.",
        "Nacionālajā plānā par prioritāti izvēlēta plūdu mazināšana.",
        "Klimata pārmaiņām nav noteiktas prioritātes plūdu riska mazināšanai Lejasupē.",
        "Klimata pārmaiņas ir svarīgas. Vispirms jāsiltina Lejasupes skolas ēka.",
    ],
)
def test_mentions_national_goals_denials_and_mitigation_are_no_choice(
    text: str,
) -> None:
    assert climate_choice(programme(strategy("", text))).score <= 1


def test_silence_scores_nothing() -> None:
    verdict = climate_choice(programme(START))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_needs_in_a_table_count() -> None:
    table = (
        "| Vajadzība | Vieta |\n| --- | --- |\n"
        "| Galvenā vajadzība: lietusūdens Lejasupes centrā | Dzirnavu iela |"
    )

    assert climate_choice(programme(strategy(TASK, table))).score == 3


def test_the_complete_programme_has_chosen() -> None:
    assert climate_choice(programme(COMPLETE)).score == 4


def test_adapting_below_a_heading_of_goals_is_an_objective_without_a_code() -> None:
    goals = "### Pielāgošanās klimata pārmaiņām mērķi\n\nMazināt plūdu postījumus Lejasupē.\n\n"

    verdict = climate_choice(programme(strategy(goals, CHOICE)))

    assert verdict.score == 3


def test_a_choice_told_outside_the_climate_part_counts() -> None:
    text = START + (
        "## Ievads\n\nPielāgošanās klimata pārmaiņām ir svarīga Lejasupes novada "
        "attīstībai.\n"
    )

    verdict = climate_choice(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith("No goal, priority, direction or task")


def test_a_plan_of_adaptation_concentrates_on_it_as_a_whole() -> None:
    text = "# Climate Adaptation Plan of Lowerbrook Municipality 2022–2030\n\nText.\n"

    assert climate_choice(programme(text, language="en")).score == 3


def test_a_numbered_objective_on_a_hazard_is_a_choice() -> None:
    text = """# Comprehensive plan of Alderton

## Natural hazards

In June 2013 a flood stood in Mill Street in Alderton and 40 households had to leave.

## Objective 4: Reduce flood risk along the Mill Creek

Alderton will keep wetlands and mend its storm drains.
"""

    assert climate_choice(programme(text, language="en")).score == 3


def test_a_hazard_with_the_code_of_its_answer_is_taken_up() -> None:
    table = (
        "\n\n| Apdraudējums | Kur | Ko darām |\n| --- | --- | --- |\n"
        "| Plūdi | Dzirnavu iela | {} |\n"
    )
    plan = (
        "\n## Rīcības plāns\n\n| Nr. | Pasākums | Atbildīgais | Termiņš |\n"
        "| --- | --- | --- | --- |\n| 3.1. | Rakt dīķi | Ceļu nodaļa | 2024 |\n"
    )
    choice = "Lejasupes novads koncentrējas uz plūdiem Dzirnavu ielā."

    answered = strategy("", choice + table.format("3.1.")) + plan
    unknown = strategy("", choice + table.format("9.9.")) + plan

    assert climate_choice(programme(answered)).passes
    assert climate_choice(programme(unknown)).score == 2
