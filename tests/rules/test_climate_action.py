"""Whether plans adapt to climate change, and whether indicators show it."""

import pytest

from plancheck.rules.climate_action import adaptation_measures, climate_indicators
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nApstiprināta domē.\n\n"
ACTION = (
    "| Nr. | Pasākums | Atbildīgais | Termiņš | Finansējuma avots |\n"
    "| --- | --- | --- | --- | --- |\n"
)
INDICATORS = (
    "| Nr. | Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība |\n"
    "| --- | --- | --- | --- | --- |\n"
)
ADAPTING = (
    "1.1.1. | Izbūvēt lietusdārzus | CN | 2025 | ERAF",
    "1.1.2. | Noēnot tirgus laukumu | AN | 2024 | PB",
    "1.1.3. | Ieviest agrīnās brīdināšanas sistēmu | CAK | 2023 | PB",
)
SHOWING = (
    "R1 | Mājas bez aizsardzības pret plūdiem | skaits | 74 | 20",
    "R2 | Iestādes ar dzesētu telpu | skaits | 1 | 5",
    "R3 | Ēku siltuma patēriņš | kWh/m² | 142 | 105",
)


def _rows(lines: tuple[str, ...]) -> str:
    return "".join(f"| {line} |\n" for line in lines)


def measures(*lines: str, before: str = "") -> str:
    """A programme with these measures."""
    return f"{START}{before}## Rīcības plāns\n\n{ACTION}{_rows(lines)}"


def indicators(*lines: str, before: str = "") -> str:
    """A programme with these indicators."""
    return f"{START}{before}## Uzraudzības kārtība\n\n{INDICATORS}{_rows(lines)}"


def test_three_whole_measures_are_complete() -> None:
    verdict = adaptation_measures(programme(measures(*ADAPTING)))

    assert verdict.score == 4
    assert len(verdict.quotes) == 3


@pytest.mark.parametrize(
    ("blank", "field"),
    [("CAK", "responsible body"), ("2023", "term"), ("2023 | PB", "money")],
)
def test_what_a_measure_lacks_is_named(blank: str, field: str) -> None:
    filled = "2023 | " if "|" in blank else ""
    lines = (*ADAPTING[:2], ADAPTING[2].replace(blank, filled))

    verdict = adaptation_measures(programme(measures(*lines)))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        f"Measures that adapt to climate change without {field}: 1 of 3, such as "
        "“Ieviest agrīnās brīdināšanas sistēmu”."
    )


def test_more_than_enough_whole_measures_bear_an_incomplete_one() -> None:
    other = "1.1.4. | Nostiprināt ezera krastu | | 2025 | PB"

    assert adaptation_measures(programme(measures(*ADAPTING, other))).score == 3


def test_too_few_are_counted() -> None:
    verdict = adaptation_measures(programme(measures(*ADAPTING[:2])))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "Rows of the action and investment tables that adapt to climate change: 2; "
        "at least 3 are expected."
    )


def test_talk_and_mitigation_do_not_adapt() -> None:
    verdict = adaptation_measures(
        programme(
            measures(
                "1.1.1. | Veicināt izpratni par klimata pārmaiņām | AN | 2024 | PB",
                "1.1.2. | Siltināt skolu | IP | 2025 | ERAF",
            )
        )
    )

    assert verdict.score == 1
    assert "only mitigate it or speak of it" in verdict.findings[0].text


def test_plans_on_other_things_have_nothing() -> None:
    verdict = adaptation_measures(
        programme(measures("1.1.1. | Atvērt bibliotēku | AN | 2024 | PB"))
    )

    assert verdict.score == 0
    assert verdict.absence is not None


def test_drainage_and_greenery_may_be_adaptation() -> None:
    lines = (
        "1.1.1. | Atjaunot meliorācijas sistēmas | CN | 2025 | PB",
        "1.1.2. | Veidot apstādījumus | AN | 2024 | PB",
    )

    with pytest.raises(Unsure, match="1 measures adapt to climate change; 2 more"):
        adaptation_measures(programme(measures(*lines, ADAPTING[2])))


def test_the_task_above_makes_a_measure_adapt() -> None:
    lines = (
        "Uzdevums U1.1. Pielāgoties klimata pārmaiņām | | | | ",
        "1.1.1. | Pārbūvēt Krasta ielu | CN | 2025 | ERAF",
        "1.1.2. | Atjaunot laukumu | AN | 2024 | PB",
        "1.1.3. | Siltināt skolu | IP | 2023 | PB",
        "1.1.4. | Iegādāties sūkņus | CAK | 2023 | PB",
    )
    text = measures(*lines).replace("pārmaiņām | | | |  |", "pārmaiņām |||||")

    verdict = adaptation_measures(programme(text))

    assert verdict.score == 4
    assert "3 of 3" in verdict.message.text()


def test_the_climate_part_may_name_measures_by_code() -> None:
    climate = (
        "## Ievads\n\nTeksts.\n\n## Klimata pārmaiņas\n\nPielāgošanās pasākumi: 1.1.1. un "
        "1.1.2. Klimata pārmaiņu mazināšana: 1.1.4.\n\nPret plūdiem – 1.1.3.\n\n"
    )
    names = ("Pārbūvēt Krasta ielu", "Atjaunot laukumu", "Iegādāties sūkņus", "Jumts")
    lines = [
        f"1.1.{number}. | {name} | CN | 2025 | PB"
        for number, name in enumerate(names, start=1)
    ]

    verdict = adaptation_measures(programme(measures(*lines, before=climate)))

    assert "3 of 3" in verdict.message.text()


def test_a_measure_and_its_project_count_once_and_share_what_they_have() -> None:
    project = (
        "\n## Investīciju plāns\n\n| Nr. | Projekta nosaukums | Uzdevums | Summa, EUR | "
        "Gads |\n| --- | --- | --- | --- | --- |\n"
        "| P1 | Lietusdārzi pilsētā | 1.1.1. | 90 000 | 2025 |\n"
    )
    lines = (ADAPTING[0].replace("2025 | ERAF", " | "), *ADAPTING[1:])

    verdict = adaptation_measures(programme(measures(*lines) + project))

    assert verdict.score == 4
    assert "3 of 3" in verdict.message.text()


def test_projects_alone_count_too() -> None:
    head = (
        "| Nr. | Projekta nosaukums | Summa, EUR | Gads | Atbildīgais |\n"
        "| --- | --- | --- | --- | --- |\n"
    )
    rows = _rows(
        (
            "P1 | Lietusdārzi pilsētā | 90 000 | 2025 | CN",
            "P2 | Poldera atjaunošana | 80 000 | 2024 | CN",
            "P3 | Krasta nostiprināšana | 70 000 | 2026 | CN",
        )
    )

    text = f"{START}## Investīciju plāns\n\n{head}{rows}"

    assert adaptation_measures(programme(text)).score == 4


def test_without_plans_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        adaptation_measures(programme(START))


def test_two_indicators_of_adaptation_and_one_of_mitigation_are_complete() -> None:
    assert climate_indicators(programme(indicators(*SHOWING))).score == 4


def test_only_mitigation_scores_one() -> None:
    verdict = climate_indicators(programme(indicators(SHOWING[2])))

    assert verdict.score == 1
    assert [each.text for each in verdict.findings] == [
        "Indicators of adaptation with baseline and target: 0; at least 2 are expected."
    ]


def test_only_adaptation_is_partial() -> None:
    verdict = climate_indicators(programme(indicators(*SHOWING[:2])))

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith("Indicators of mitigation")


def test_an_indicator_without_baseline_does_not_count() -> None:
    lines = (SHOWING[0], SHOWING[1].replace("| 1 |", "| – |"), SHOWING[2])

    verdict = climate_indicators(programme(indicators(*lines)))

    assert verdict.score == 2
    assert verdict.findings[0].evidence


def test_a_spare_indicator_without_target_is_good_but_not_complete() -> None:
    spare = "R4 | Ēku skaits, ko apdraud plūdi | skaits | 12 | –"

    assert climate_indicators(programme(indicators(*SHOWING, spare))).score == 3


def test_a_missing_column_is_left_to_the_rule_on_it() -> None:
    text = indicators(*SHOWING).replace("| Bāzes vērtība ", "| Datu avots ")

    assert climate_indicators(programme(text)).passes


def test_indicators_on_other_things_are_none() -> None:
    verdict = climate_indicators(
        programme(indicators("R1 | Bezdarba līmenis | % | 7 | 5"))
    )

    assert verdict.score == 0


def test_codes_before_or_after_the_kind_are_told_apart() -> None:
    names = ("Dienas ar slēgtu ielu", "Abonenti", "Katli")
    lines = [
        f"R{number} | {name} | skaits | 9 | 5"
        for number, name in enumerate(names, start=1)
    ]
    first = "Pielāgošanās rādītāji ir R1 un R2, emisiju rādītājs ir R3."
    last = "R1 un R2 rāda pielāgošanos, R3 rāda emisijas."

    for sentence in (first, last):
        before = f"## Ievads\n\nTeksts.\n\n## Klimata pārmaiņas\n\n{sentence}\n\n"
        assert climate_indicators(programme(indicators(*lines, before=before))).passes


def test_without_indicators_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        climate_indicators(programme(START))


def test_the_complete_programme_adapts_and_shows_it() -> None:
    assert adaptation_measures(programme(COMPLETE)).passes
    assert climate_indicators(programme(COMPLETE)).passes
