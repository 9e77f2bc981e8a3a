"""Legal references: acts in force on the day that counts."""

import datetime as dt

import pytest

from plancheck.rules.acts import current_acts
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

ADOPTED = "2022. gada 24. februāra lēmumu Nr. 41."
CITED = """Programma izstrādāta saskaņā ar Teritorijas attīstības plānošanas likumu un Ministru
kabineta 2014. gada 14. oktobra noteikumiem Nr. 628."""
OLD_PARTICIPATION = (
    "Iedzīvotājus iesaista saskaņā ar Ministru kabineta 2009. gada 25. augusta "
    "noteikumiem Nr. 970."
)


def citing(text: str, adopted: str = ADOPTED) -> str:
    return COMPLETE.replace(CITED, f"{CITED}\n\n{text}").replace(ADOPTED, adopted)


@pytest.mark.parametrize(
    "form",
    [
        "MK 14.10.2014. noteikumiem Nr. 628",
        "2014.gada 14.oktobra Ministru kabineta noteikumiem Nr.628",
        "Ministru kabineta noteikumos Nr. 628 (14.10.2014.)",
    ],
)
def test_a_regulation_is_known_in_many_forms(form: str) -> None:
    text = f"Saturu nosaka Teritorijas attīstības plānošanas likums kopā ar {form}."

    assert current_acts(programme(COMPLETE.replace(CITED, text))).score == 4


def test_a_regulation_without_its_day_is_cited_less_exactly() -> None:
    text = "Saturu nosaka Teritorijas attīstības plānošanas likums un MK noteikumi Nr. 628."

    assert current_acts(programme(COMPLETE.replace(CITED, text))).score == 3


def test_the_same_number_of_another_year_is_another_act() -> None:
    text = "Saturu nosaka MK 2010. gada 6. jūlija noteikumi Nr. 628 un TAPL."

    verdict = current_acts(programme(COMPLETE.replace(CITED, text)))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert "Nr. 628 is not cited." in finding.text


def test_an_act_is_current_that_was_replaced_after_the_adoption() -> None:
    assert current_acts(programme(citing(OLD_PARTICIPATION))).score == 4


def test_an_act_is_stale_that_was_replaced_before_the_adoption() -> None:
    adopted = "2025. gada 27. februāra lēmumu Nr. 41."

    verdict = current_acts(programme(citing(OLD_PARTICIPATION, adopted)))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert "Nr. 639 had replaced before 2025-02-27" in finding.text


def test_days_of_grace_are_given_after_the_replacement() -> None:
    text = citing(OLD_PARTICIPATION, "2024. gada 28. novembra lēmumu Nr. 41.")

    assert current_acts(programme(text)).score == 4
    assert current_acts(programme(text), grace=10).score == 2


@pytest.mark.parametrize(
    "history",
    [
        "Apspriešana tika rīkota pēc MK 2009. gada 25. augusta noteikumiem Nr. 970.",
        "MK 2009. gada noteikumi Nr. 970 ir zaudējuši spēku.",
    ],
)
def test_an_old_act_told_as_history_is_not_stale(history: str) -> None:
    adopted = "2025. gada 27. februāra lēmumu Nr. 41."

    assert current_acts(programme(citing(history, adopted))).score == 4


def test_a_law_is_stale_by_its_name() -> None:
    text = citing(
        "Pašvaldības funkcijas nosaka likums „Par pašvaldībām”.",
        "2024. gada 29. februāra lēmumu Nr. 41.",
    )

    verdict = current_acts(programme(text))

    assert verdict.score == 2
    assert "„Par pašvaldībām”" in verdict.findings[0].text


def test_without_an_adoption_the_first_year_counts_and_not_the_day_of_the_check() -> (
    None
):
    text = citing(OLD_PARTICIPATION).replace("Apstiprināta ar", "Skatīta ar")

    assert current_acts(programme(text, as_of=dt.date(2026, 11, 22))).score == 4


def test_an_older_programme_rightly_cites_the_older_regulation() -> None:
    text = COMPLETE.replace(CITED, CITED.replace("2014. gada 14", "2012. gada 16"))
    text = text.replace("Nr. 628", "Nr. 711").replace("2022.–2027.", "2014.–2020.")

    assert current_acts(programme(text.replace(ADOPTED, "2014. gada 6. martā."))).passes


def test_two_regulations_with_one_number_are_told_apart_by_their_years() -> None:
    text = citing(
        "Rādītājus glabā pēc MK 2014. gada 10. jūnija noteikumiem Nr. 367.",
        "2024. gada 29. februāra lēmumu Nr. 41.",
    )

    [finding] = current_acts(programme(text)).findings

    assert "2023. gada 6. jūnija noteikumi Nr. 284" in finding.text


def test_acts_in_general_are_only_spoken_of() -> None:
    text = "Programma izstrādāta saskaņā ar spēkā esošajiem normatīvajiem aktiem."

    verdict = current_acts(programme(COMPLETE.replace(CITED, text)))

    assert verdict.score == 1
    assert text in verdict.findings[0].text


def test_a_list_of_abbreviations_cites_nothing() -> None:
    text = COMPLETE.replace(CITED, "").replace(
        "| SD | Sociālais dienests |",
        "| SD | Sociālais dienests |\n| TAPL | Teritorijas attīstības plānošanas likums |",
    )

    assert current_acts(programme(text)).score == 0


def test_a_replaced_act_without_its_year_is_known_by_what_it_is_about() -> None:
    text = (
        "Dokumentu saturu nosaka MK noteikumi Nr. 711 par pašvaldību teritorijas "
        "attīstības plānošanas dokumentiem."
    )

    verdict = current_acts(programme(citing(text)))

    assert verdict.score == 2
    assert "noteikumi Nr. 711, which" in verdict.findings[0].text


def test_a_number_without_year_and_subject_may_be_any_act() -> None:
    verdict = current_acts(
        programme(citing("Atkritumus šķiro pēc MK noteikumiem Nr. 711."))
    )

    assert verdict.findings == ()
