"""Target territories of measures."""

import pytest

from plancheck.rules.territory import target_territory
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
NOWHERE = (
    START
    + """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1.1. | Uzlabot ceļu kvalitāti | Lejasupes novada pašvaldība | 2024 |
| 1.2. | Attīstīt sociālos pakalpojumus | Birzmalu pagasta pārvalde | 2025 |
"""
)


def test_the_municipality_and_responsible_bodies_are_no_places() -> None:
    verdict = target_territory(programme(NOWHERE))

    assert verdict.score == 0
    [finding] = verdict.findings
    assert "have no column for the target territory" in finding.text
    assert "in 0 of 2 rows" in finding.text
    assert verdict.absence is not None


def test_a_sentence_that_territories_are_missing_is_no_territory() -> None:
    denied = "Plānotajām darbībām nav noteiktas mērķteritorijas."

    verdict = target_territory(programme(f"{NOWHERE}\n{denied}\n"))

    assert verdict.score <= 1
    assert verdict.findings[0].text.endswith(f"“{denied}”")


def test_such_a_sentence_does_not_outweigh_a_filled_column() -> None:
    denied = "Iepriekš pasākumiem nebija noteiktas mērķteritorijas."

    assert target_territory(programme(f"{COMPLETE}\n{denied}\n")).score == 4


def test_places_in_the_text_of_measures_count() -> None:
    text = NOWHERE.replace("Uzlabot ceļu kvalitāti", "Uzlabot Birzmalu pagasta ceļus")
    text = text.replace("Attīstīt sociālos", "Attīstīt Birzmalās sociālos")

    verdict = target_territory(programme(text))

    assert verdict.score == 4
    assert [quote.text for quote in verdict.quotes] == [
        "Uzlabot Birzmalu pagasta ceļus",
        "Attīstīt Birzmalās sociālos pakalpojumus",
    ]


def test_the_cell_that_names_the_territory_is_quoted() -> None:
    quote = target_territory(programme(COMPLETE)).quotes[0]

    assert quote.text == "Birzmalu pagasts"
    assert quote.location.column_number == 3


def test_the_whole_municipality_everywhere_is_no_choice() -> None:
    text = COMPLETE
    for place in ("Birzmalu pagasts", "Ezermalas pagasts"):
        text = text.replace(f"| {place} |", "| Viss novads |")

    verdict = target_territory(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "5 of 9 rows name the whole territory as their place, which is no choice."
    )


def test_an_empty_territory_is_quoted_at_its_row() -> None:
    text = COMPLETE.replace("Pārbūvēt tiltu pār Alksni | Birzmalu", "Pārbūvēt tiltu |")
    text = text.replace("Pārbūvēt tiltu | pagasts |", "Pārbūvēt tiltu |  |")

    verdict = target_territory(programme(text))

    [finding] = verdict.findings
    assert finding.text == "“Pārbūvēt tiltu” does not say where it takes place."
    assert "1.1.1." in getattr(finding.evidence[0], "text", "")


def test_words_without_tables_are_weak() -> None:
    asserted = START + "Programmas mērķteritorijas ir Birzmalu pagasts un Lejasupe.\n"
    denied = START + "Programmā nav noteiktas mērķteritorijas.\n"

    assert target_territory(programme(asserted)).score == 2
    assert target_territory(programme(denied)).score == 1


def test_without_tables_and_words_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        target_territory(programme(START))


def test_the_town_that_the_municipality_is_called_after_is_a_place() -> None:
    rows = "".join(f"| 1.{n}. | Darbs | {{}} | AN | 2024 |\n" for n in range(1, 4))
    plan = (
        START
        + "## Rīcības plāns\n\n| Nr. | Pasākums | Teritorija | Atbildīgais | Termiņš |\n"
        + "| --- | --- | --- | --- | --- |\n"
        + rows
    )

    town = target_territory(programme(plan.replace("{}", "Lejasupe")))
    whole = target_territory(programme(plan.replace("{}", "Lejasupes novads")))

    assert town.score == 4
    assert whole.score == 2


def test_a_long_sentence_is_shortened_within_a_message() -> None:
    long = "Programmas darbībām nav noteiktas mērķteritorijas, " + "jo tā ir, " * 40

    verdict = target_territory(programme(f"{START}{long}.\n"))

    assert verdict.message.text().endswith("jo tā …”")
    assert len(getattr(verdict.findings[0].evidence[0], "text", "")) > 400
