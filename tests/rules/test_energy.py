"""Energy data, and the plans that go with the programme."""

import pytest

from plancheck.rules.energy import energy_and_plans
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = (
    "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nApstiprināta domē.\n\n"
    "## Ievads\n\nTeksts.\n\n"
)
DATA = "Pašvaldības ēkas 2021. gadā patērēja 900 MWh."
MANAGED = "Darbojas energopārvaldības sistēma."
PLAN = "IEKRP apstiprināts 2021. gada maijā."
STRATEGY = "Pašvaldības pielāgošanās stratēģija pieņemta 2021. gadā."


def said(*sentences: str, heading: str = "## Enerģētika") -> str:
    """A programme that says this on energy."""
    return f"{START}{heading}\n\n" + "\n\n".join(sentences) + "\n"


def test_the_score_rises_with_what_is_told() -> None:
    told = (DATA, MANAGED, PLAN, STRATEGY)

    scores = [
        energy_and_plans(programme(said(*told[:count]))).score for count in range(1, 5)
    ]

    assert scores == [1, 2, 3, 4]


def test_each_gap_shows_what_was_sought_for_it() -> None:
    verdict = energy_and_plans(programme(said(DATA, PLAN)))

    assert [each.text for each in verdict.findings] == [
        "On energy and climate plans it is not said: how energy is managed.",
        (
            "On energy and climate plans it is not said: the state of an adaptation "
            "strategy, or why there is none."
        ),
    ]
    first, second = (each.evidence[0] for each in verdict.findings)
    assert first != second


@pytest.mark.parametrize(
    "sentence",
    [
        "Nacionālais enerģētikas un klimata plāns apstiprināts 2020. gadā.",
        "Latvijas pielāgošanās klimata pārmaiņām plāns apstiprināts 2019. gadā.",
        "Visām pašvaldībām jābūt izstrādātām pielāgošanās stratēģijām līdz 2027. gadam.",
        "Latvijā 2021. gadā patērēja 7000 GWh elektroenerģijas.",
        "Energopārvaldības sistēmas nav.",
        "Līdz 2030. gadam emisijas samazinās līdz 900 tonnām.",
    ],
)
def test_promises_denials_and_the_nation_are_not_told(sentence: str) -> None:
    assert energy_and_plans(programme(said(sentence))).score == 0


def test_a_decision_against_a_plan_is_as_good_as_the_plan() -> None:
    decision = (
        "Atsevišķu enerģētikas un klimata rīcības plānu neveido, jo trūkst ļaužu."
    )

    verdict = energy_and_plans(programme(said(DATA, MANAGED, decision)))

    assert verdict.score == 3


def test_units_and_years_may_head_a_table() -> None:
    table = (
        "| Patēriņš, MWh | 2020 | 2021 |\n| --- | --- | --- |\n"
        "| Siltuma patēriņš skolās | 420 | 410 |"
    )

    verdict = energy_and_plans(programme(said(table)))

    assert verdict.score == 1
    assert verdict.quotes[0].text.startswith("Siltuma patēriņš skolās")


def test_the_year_may_stand_shortly_before_the_figure() -> None:
    text = "Dati ir par 2021. gadu. Pašvaldības ēku emisijas bija 2140 t CO₂."

    assert energy_and_plans(programme(said(text))).score == 1


def test_savings_planned_by_a_measure_are_no_data() -> None:
    table = (
        "| Pasākums | Atbildīgais | Termiņš | Rezultāts |\n| --- | --- | --- | --- |\n"
        "| Siltināt skolu | AN | 2024 | Ietaupītas 90 MWh siltuma patēriņa |"
    )

    assert energy_and_plans(programme(said(table, heading="## Plāns"))).score == 0


def test_a_table_without_years_tells_no_data() -> None:
    table = "| Ēka | Siltuma patēriņš, MWh |\n| --- | --- |\n| Skola | 90 |"

    assert energy_and_plans(programme(said(table))).score == 0


def test_an_own_plan_may_be_named_in_the_review_of_documents() -> None:
    heading = "## Saskaņotība ar citiem plānošanas dokumentiem"
    own = "Lejasupes novada enerģētikas rīcības plāns apstiprināts 2021. gadā."
    other = own.replace("Lejasupes novada", "Kalnavas pilsētas")

    assert energy_and_plans(programme(said(own, heading=heading))).score == 1
    assert energy_and_plans(programme(said(other, heading=heading))).score == 0


def test_the_complete_programme_tells_enough() -> None:
    assert energy_and_plans(programme(COMPLETE)).passes


def test_a_plan_that_is_promised_scores_one() -> None:
    verdict = energy_and_plans(programme(said("IEKRP tiks izstrādāts vēlāk.")))

    assert verdict.score == 1


def test_energy_among_the_goals_is_spoken_of_though_no_data_are_told() -> None:
    text = """# Comprehensive plan of Alderton

## Objective 4: Renewable energy for the town

The town will buy electric vehicles. Solar panels stand on two town buildings.
"""

    verdict = energy_and_plans(programme(text, language="en"))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Energy is spoken of, but neither")


def test_a_plan_for_adapting_is_the_adaptation_strategy_itself() -> None:
    text = """# Climate adaptation plan of Alderton 2024–2034

Storms are expected to grow.
"""

    verdict = energy_and_plans(programme(text, language="en"))

    assert "adaptation strategy" not in str([each.text for each in verdict.findings])
