"""Target groups of measures."""

import pytest

from plancheck.rules.target_groups import target_group
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.test_territory import NOWHERE, START


def plan(*measures: str) -> str:
    rows = "".join(
        f"| 1.{number}. | {name} | Jauniešu centrs | 2024 |\n"
        for number, name in enumerate(measures, start=1)
    )
    head = "| Nr. | Pasākums | Atbildīgais | Termiņš |\n| --- | --- | --- | --- |\n"
    return f"{START}## Rīcības plāns\n\n{head}{rows}"


def test_groups_in_the_text_of_measures_count() -> None:
    text = plan("Atvērt dienas centru senioriem", "Atbalstīt jaunās ģimenes ar bērniem")

    assert target_group(programme(text)).score == 4


@pytest.mark.parametrize(
    "name",
    [
        "Pārbūvēt jauniešu centru",
        "Atjaunot ģimenes ārsta praksi",
        "Uzlabot pakalpojumus iedzīvotājiem",
        "Veicināt uzņēmējdarbību",
        "Atjaunot bērnudārzu",
    ],
)
def test_names_of_institutions_and_everybody_are_no_group(name: str) -> None:
    verdict = target_group(programme(plan(name)))

    assert verdict.score == 0
    assert "have no column" not in verdict.message.text()
    assert verdict.absence is not None


@pytest.mark.parametrize(
    "everybody", ["iedzīvotāji", "Visi iedzīvotāji", "novada iedzīvotāji", "sabiedrība"]
)
def test_all_residents_in_the_column_are_no_group(everybody: str) -> None:
    text = COMPLETE
    for group in ("skolēni", "seniori, kuri dzīvo vieni", "140 mājsaimniecības"):
        text = text.replace(f"| {group} |", f"| {everybody} |")

    verdict = target_group(programme(text))

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "“Atjaunot ceļu uz skolu” does not say for which group it is done.",
        "“Atvērt dienas centru” does not say for which group it is done.",
        "“Pārbūvēt lietusūdens tīklu” does not say for which group it is done.",
    ]


def test_residents_of_a_kind_are_a_group() -> None:
    text = plan(
        "Apmācīt iedzīvotājus vecumā virs 65 gadiem", "Informēt ielas iedzīvotājus"
    )

    assert target_group(programme(text)).score >= 3


def test_a_programme_that_denies_groups_gets_one_at_most() -> None:
    denied = "Plānotajām darbībām nav noteikti mērķa iedzīvotāji."

    verdict = target_group(programme(f"{NOWHERE}\n{denied}\n"))

    assert verdict.score <= 1
    assert verdict.findings[0].text.endswith(f"“{denied}”")


def test_words_without_tables_are_weak() -> None:
    asserted = target_group(programme(START + "Mērķa grupa ir jaunās ģimenes.\n"))
    denied = target_group(programme(START + "Nav noteiktas mērķa grupas.\n"))

    assert (asserted.score, denied.score) == (2, 1)


def test_without_tables_and_words_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        target_group(programme(START))
