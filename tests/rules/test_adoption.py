"""Document structure: the decision that adopted the programme, and its versions."""

import pytest

from plancheck.rules.adoption import adoption
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

DECISION = (
    "Apstiprināta ar Lejasupes novada domes 2022. gada 24. februāra lēmumu Nr. 41."
)


@pytest.mark.parametrize(
    "note",
    [
        "Rīcības plāns (RP 2023.1) un investīciju plāns (IP 2023.1)",
        "Investīciju plāns aktualizēts ar domes 2023. gada 28. februāra lēmumu Nr. 17.",
        "Rīcības plāna 2023. gada redakcija",
        "Investīciju plāna grozījumi apstiprināti 23.02.2023.",
    ],
)
def test_a_version_of_the_plans_makes_it_complete(note: str) -> None:
    verdict = adoption(programme(COMPLETE.replace(DECISION, f"{DECISION}\n\n{note}")))

    assert verdict.score == 4
    assert verdict.findings == ()
    assert verdict.quotes[-1].text == note


@pytest.mark.parametrize(
    "other",
    [
        "Ilgtspējīgas attīstības stratēģija aktualizēta 2023. gadā.",
        "Pilnveidotā 2021. gada redakcija nodota apspriešanai.",
    ],
)
def test_updates_of_other_documents_and_drafts_are_no_version(other: str) -> None:
    verdict = adoption(programme(COMPLETE.replace(DECISION, f"{DECISION}\n\n{other}")))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text.startswith("No version or update")


def test_a_day_without_a_number_is_half() -> None:
    text = COMPLETE.replace(" lēmumu Nr. 41", " lēmumu")

    verdict = adoption(programme(text))

    assert verdict.score == 2
    assert "2022-02-24" in verdict.findings[0].text


def test_a_draft_says_so() -> None:
    verdict = adoption(programme(COMPLETE.replace(DECISION, "1. redakcija")))

    assert verdict.score == 1
    assert verdict.absence is not None
    assert verdict.findings[0].text.endswith("the title page only says “1. redakcija”.")


def test_an_adoption_that_is_announced_is_none() -> None:
    promise = "Programma tiks apstiprināta 2022. gada 24. februārī ar lēmumu Nr. 41."

    assert adoption(programme(COMPLETE.replace(DECISION, promise))).score <= 1


def test_nothing_said_is_an_absence() -> None:
    verdict = adoption(programme(COMPLETE.replace(DECISION, "")))

    assert verdict.score == 0
    assert verdict.absence is not None
