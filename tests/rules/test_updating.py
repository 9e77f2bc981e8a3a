"""Legal: the yearly update of the investment plan."""

import datetime as dt

import pytest

from plancheck.rules.updating import yearly_update
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

DECISION = (
    "Apstiprināta ar Lejasupes novada domes 2022. gada 24. februāra lēmumu Nr. 41."
)


def saying(text: str) -> str:
    """A programme that says of its updates only this."""
    return (
        "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
        f"{DECISION}\n\n## Investīciju plāns\n\n{text}\n"
    )


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Projektu sarakstu dome ik gadu martā pārskata reizē ar budžetu.", 3),
        ("Plānus katru gadu pārskata kopā ar budžetu. Apstiprina ar domes lēmumu.", 3),
        (
            "Ikgadējo investīciju plāna aktualizāciju saista ar budžetu un liek TAPIS.",
            3,
        ),
        ("Plānu atjauno reizi gadā kopā ar budžetu. Apstiprina ar domes lēmumu.", 3),
        ("Plānu katru gadu līdz 15. februārim groza pēc budžeta ar domes lēmumu.", 3),
        ("Investīciju plānu aktualizē katru gadu.", 1),
        ("Investīciju plānu aktualizē kopā ar budžetu ar domes lēmumu un TAPIS.", 2),
    ],
)
def test_rhythm_budget_decision_and_register_make_the_score(
    text: str, score: int
) -> None:
    assert yearly_update(programme(saying(text))).score == score


def test_as_needed_is_no_rhythm() -> None:
    text = "Investīciju plānu aktualizē pēc nepieciešamības kopā ar budžetu; dome lemj, TAPIS."

    verdict = yearly_update(programme(saying(text)))

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith("The plans are updated only as needed")
    assert len(verdict.findings) <= 2


@pytest.mark.parametrize(
    "other",
    [
        "Teritorijas plānojumu aktualizē reizi gadā kopā ar budžetu un ievieto TAPIS.",
        "Civilās aizsardzības plānu pārskata reizi gadā.",
    ],
)
def test_updates_of_other_documents_do_not_count(other: str) -> None:
    verdict = yearly_update(programme(saying(other)))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_an_old_version_is_said_with_its_day() -> None:
    verdict = yearly_update(programme(COMPLETE, as_of=dt.date(2024, 6, 1)))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "The newest version that is named is of 2022-02-24, more than 12 months before "
        "2024-06-01."
    )


@pytest.mark.parametrize(
    "note",
    [
        "Investīciju plāns aktualizēts ar domes 2024. gada 29. februāra lēmumu Nr. 71.",
        "Rīcības plāns (RP 2024.1)",
    ],
)
def test_a_newer_version_is_found(note: str) -> None:
    text = COMPLETE.replace(DECISION, f"{DECISION}\n\n{note}")

    assert yearly_update(programme(text, as_of=dt.date(2024, 6, 1))).score == 4


def test_more_months_can_be_allowed() -> None:
    volume = programme(COMPLETE, as_of=dt.date(2023, 6, 1))

    assert yearly_update(volume).score == 2
    assert yearly_update(volume, months=24).score == 4


def test_after_the_period_nothing_has_to_be_updated() -> None:
    assert yearly_update(programme(COMPLETE, as_of=dt.date(2029, 1, 1))).score == 4


def test_without_any_day_the_age_is_not_judged() -> None:
    text = COMPLETE.replace(DECISION, "1. redakcija")

    assert yearly_update(programme(text, as_of=dt.date(2024, 6, 1))).score == 4


def test_an_old_version_without_any_rule_on_updates_is_both() -> None:
    verdict = yearly_update(programme(saying(""), as_of=dt.date(2024, 6, 1)))

    assert verdict.score == 0
    assert len(verdict.findings) == 2
