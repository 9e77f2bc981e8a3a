"""Measures linked across sectors, and themes that cut across them."""

import pytest

from plancheck.rules.integration import cross_cutting_themes, links_across_sectors
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
ALONE = (
    COMPLETE.replace("| Izglītības pārvalde | skolēni |", "| – | skolēni |")
    .replace("| Vidzemes plānošanas reģions |", "| – |")
    .replace("| SIA „Vide” | 140", "| – | 140")
)


def test_partners_of_one_sector_link_nothing() -> None:
    verdict = links_across_sectors(programme(ALONE))

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text == (
        "No measure names what it complements, or joins bodies of several sectors."
    )


def test_synergy_as_a_word_scores_one() -> None:
    text = ALONE.replace("## 4. Inv", "Visu īstenojam sinerģijā.\n\n## 4. Inv")

    verdict = links_across_sectors(programme(text))

    assert verdict.score == 1
    assert "no measure shows one" in verdict.message.text()


def test_half_of_the_pass_line_is_partial() -> None:
    verdict = links_across_sectors(programme(COMPLETE), crossing=0.7)

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "3 of 5 measures and projects join bodies of two or more sectors."
    )


def test_abbreviations_belong_to_the_sector_that_the_list_tells() -> None:
    text = ALONE.replace("| – | skolēni |", "| IP | skolēni |")
    meant = text.replace(
        "| CN | Ceļu nodaļa |", "| CN | Ceļu nodaļa |\n| IP | Izglītības pārvalde |"
    )

    assert links_across_sectors(programme(text), crossing=0.1).score <= 1
    assert links_across_sectors(programme(meant), crossing=0.1).score == 3


def test_a_column_for_complementarity_is_enough() -> None:
    text = HEAD + (
        "## Rīcības plāns\n\n"
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Papildinātība |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 1.1. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 | 1.2. |\n"
        "| 1.2. | Labot ceļu | Ceļu nodaļa | 2024 | – |\n"
    )

    assert links_across_sectors(programme(text)).score == 3
    assert links_across_sectors(programme(text.replace("1.2. |\n", "– |\n"))).score == 0


def test_a_column_that_ties_to_another_document_is_no_complementarity() -> None:
    text = HEAD + (
        "## Rīcības plāns\n\n"
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Sasaiste ar attīstības programmu |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 1.1. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 | 1. rīcības virziens |\n"
        "| 1.2. | Labot ceļu | Ceļu nodaļa | 2024 | 2. rīcības virziens |\n"
    )

    assert links_across_sectors(programme(text)).score == 0


def test_a_column_in_a_single_row_says_nothing_of_the_plan() -> None:
    lone = (
        "## Vēl viens pasākums\n\n"
        "| Nr. | Pasākums | Atbildīgais | Termiņš | Papildinātība |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 9.1. | Labot ceļu | Ceļu nodaļa | 2024 | 1.1.2. |\n\n"
    )

    verdict = links_across_sectors(
        programme(ALONE.replace("## 4. Inv", lone + "## 4. Inv"))
    )

    assert verdict.score == 0


def test_a_matrix_of_directions_and_sectors_is_enough() -> None:
    matrix = (
        "## Sasaiste\n\n| Virziens | Izglītība | Transports | Veselība |\n"
        "| --- | --- | --- | --- |\n| RV1.1 | x | x |  |\n| RV1.2 | x |  | x |\n"
        "| RV2.1 |  | x |  |\n\n"
    )

    verdict = links_across_sectors(
        programme(ALONE.replace("## 4. Inv", matrix + "## 4. Inv"))
    )

    assert verdict.score == 3
    assert verdict.quotes[0].text == "Virziens | Izglītība | Transports | Veselība"


def test_a_table_of_figures_is_no_matrix() -> None:
    figures = (
        "| Virziens | Izglītība | Transports | Veselība |\n| --- | --- | --- | --- |\n"
        "| RV1.1 | 100 | 250 | 30 |\n| RV1.2 | 20 | 44 | 55 |\n| RV2.1 | 7 | 8 | 9 |\n\n"
    )

    text = ALONE.replace("## 4. Inv", "## Naudas sadale\n\n" + figures + "## 4. Inv")

    assert links_across_sectors(programme(text)).score == 0


def test_without_tables_of_measures_there_is_nothing_to_link() -> None:
    with pytest.raises(NotApplicable):
        links_across_sectors(programme(HEAD))
    with pytest.raises(NotApplicable):
        cross_cutting_themes(programme(HEAD))


def test_a_theme_without_a_measure_is_a_finding_with_its_own_words() -> None:
    verdict = cross_cutting_themes(
        programme(COMPLETE.replace("12 aprūpētāji, digitāls grafiks", "12 aprūpētāji"))
    )

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "No measure outside its own chapter serves digitalisation.",
        "No measure outside its own chapter serves equal opportunities.",
    ]
    assert "digit…" in verdict.findings[0].evidence[0].terms  # type: ignore[union-attr]  # absent


def test_a_measure_in_the_chapter_of_its_theme_does_not_count() -> None:
    text = COMPLETE.replace(", pandus, saules paneļi", ", pandus")

    verdict = cross_cutting_themes(programme(text))

    assert verdict.findings[0].text == (
        "No measure outside its own chapter serves climate and energy."
    )


def test_all_four_themes_are_complete() -> None:
    text = COMPLETE.replace("digitāls grafiks", "digitāls grafiks, arī bēgļiem")

    assert cross_cutting_themes(programme(text)).score == 4


def test_principles_without_measures_score_one() -> None:
    text = COMPLETE.replace(", pandus, saules paneļi", "").replace(
        ", digitāls grafiks", ""
    )
    said = text.replace("## 4. Inv", "Ievērojam horizontālos principus.\n\n## 4. Inv")

    assert cross_cutting_themes(programme(text)).score == 0
    assert cross_cutting_themes(programme(said)).score == 1


def test_principles_that_are_promised_score_one_too() -> None:
    text = COMPLETE.replace(", pandus, saules paneļi", "").replace(
        ", digitāls grafiks", ""
    )
    said = text.replace(
        "## 4. Inv", "Projektos tiks ievēroti horizontālie principi.\n\n## 4. Inv"
    )

    verdict = cross_cutting_themes(programme(said))

    assert (verdict.score, "tiks ievēroti" in str(verdict.message)) == (1, True)


def test_a_goal_that_measures_serve_is_no_chapter_of_theirs() -> None:
    text = HEAD + (
        "## Stratēģiskā daļa\n\nSM2. Klimatneitrāls novads\n\n"
        "## Rīcības plāns\n\n"
        "| Nr. | Pasākums | Mērķis | Atbildīgais | Termiņš |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 1.1. | Emisiju uzskaite datu centrā | SM2 | IT nodaļa | 2024 |\n"
        "| 1.2. | Pārbūvēt tiltu | SM2 | Ceļu nodaļa | 2025 |\n"
    )

    verdict = cross_cutting_themes(programme(text))

    assert "climate and energy" not in " ".join(each.text for each in verdict.findings)
    assert verdict.score > 0


def test_rows_without_a_column_of_bodies_leave_it_open() -> None:
    rows = "".join(
        f"| 1.{each}. | Pārbūvēt {each}. ielu | 2024 |\n" for each in range(2, 9)
    )
    text = (
        f"{HEAD}## Rīcības plāns\n\n| Nr. | Pasākums | Termiņš |\n| --- | --- | --- |\n"
        f"| 1.1. | Ēka kalpos gan skolai, gan bibliotēkai | 2024 |\n{rows}"
    )

    with pytest.raises(Unsure, match="No row of the plans has a column for the bodies"):
        links_across_sectors(programme(text))
