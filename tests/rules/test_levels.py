"""What the planning region and the state do for the programme."""

from plancheck.rules.levels import multi_level_roles
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
PROSE = COMPLETE[
    COMPLETE.index("Vidzemes plānošanas reģions organizē") : COMPLETE.index(
        "Programmas projektus vada"
    )
]
WITHOUT_PROSE = COMPLETE.replace(PROSE, "")


def test_rows_that_name_both_levels_are_complete() -> None:
    assert multi_level_roles(programme(WITHOUT_PROSE)).score == 4


def test_rows_that_name_one_level_are_good() -> None:
    text = WITHOUT_PROSE.replace("Vidzemes plānošanas reģions", "Sarkanais Krusts")

    assert multi_level_roles(programme(text)).score == 3


def test_words_on_both_levels_do_without_rows() -> None:
    text = COMPLETE.replace("VSIA „Latvijas Valsts ceļi” |", "biedrība |")
    text = text.replace("| Vidzemes plānošanas reģions |", "| biedrība |")

    verdict = multi_level_roles(programme(text))

    assert verdict.score == 3
    assert verdict.message.text().startswith("0 of 9 measures and projects")


def test_too_few_rows_are_partial() -> None:
    text = WITHOUT_PROSE.replace("Vidzemes plānošanas reģions", "Sarkanais Krusts")

    verdict = multi_level_roles(programme(text), share=0.2)

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith("1 of 9 measures and projects")


def test_abbreviations_are_read_by_the_programmes_own_list() -> None:
    text = WITHOUT_PROSE.replace("VSIA „Latvijas Valsts ceļi” |", "XYZ |")
    text = text.replace("| Vidzemes plānošanas reģions |", "| biedrība |")
    meant = text.replace(
        "| CN | Ceļu nodaļa |", "| CN | Ceļu nodaļa |\n| XYZ | Satiksmes ministrija |"
    )

    assert multi_level_roles(programme(text)).score <= 2
    assert multi_level_roles(programme(meant)).score == 3


def test_a_state_grammar_school_and_a_state_road_are_no_institutions() -> None:
    text = WITHOUT_PROSE.replace(
        "VSIA „Latvijas Valsts ceļi” |", "Valsts ģimnāzija, valsts autoceļš |"
    )
    text = text.replace("| Vidzemes plānošanas reģions |", "| biedrība |")

    assert multi_level_roles(programme(text)).score <= 2


def test_a_mention_without_a_role_scores_one() -> None:
    verdict = multi_level_roles(
        programme(HEAD + "Novads atrodas Vidzemes plānošanas reģionā.\n")
    )

    assert verdict.score == 1
    assert "only mentioned" in verdict.message.text()


def test_words_on_one_level_in_a_programme_without_tables_are_partial() -> None:
    verdict = multi_level_roles(
        programme(HEAD + "Vidzemes plānošanas reģions koordinē pieteikumus.\n")
    )

    assert verdict.score == 2
    assert verdict.message.text().startswith("The text says of 1 of 2 levels")


def test_silence_is_an_absence() -> None:
    verdict = multi_level_roles(programme(HEAD + "Novadā ir ceļi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_region_works_with_its_municipalities_and_the_state() -> None:
    text = (
        "# Dižlejas plānošanas reģiona attīstības programma 2022.–2027. gadam\n\n"
        "## Rīcības plāns\n\n| Nr. | Rīcība | Atbildīgais | Sadarbības partneri |\n"
        "| --- | --- | --- | --- |\n"
        "| 1. | Ieviest vienotu biļeti | RST | Auzupes novada pašvaldība |\n"
        "| 2. | Atjaunot mitrāju | RED | Zemkopības ministrija |\n"
    )

    assert multi_level_roles(programme(text)).score == 4
