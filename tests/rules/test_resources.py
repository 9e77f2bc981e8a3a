"""Legal: the amount of resources that the programme needs."""

from plancheck.rules.resources import resources_needed
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

TOTAL = "| Kopā ||| 1 125 500 | 352 000 | 773 500 |||||\n"
MANAGERS = "trīs projektu vadītāji"
TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def test_amounts_that_can_be_added_up_are_enough() -> None:
    verdict = resources_needed(programme(COMPLETE.replace(TOTAL, "")))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text == "The total for the whole programme is not stated."


def test_a_sentence_states_the_total_as_well_as_a_row() -> None:
    text = COMPLETE.replace(TOTAL, "").replace(
        "## 5. Īstenošanas vadība",
        "Programmas īstenošanai vajag 1,2 milj. EUR.\n\n## 5. Īstenošanas vadība",
    )

    verdict = resources_needed(programme(text))

    assert verdict.score == 4
    assert verdict.quotes[0].text == "Programmas īstenošanai vajag 1,2 milj. EUR."


def test_the_sum_of_a_part_is_no_total() -> None:
    text = COMPLETE.replace(TOTAL, "").replace(
        "## 5. Īstenošanas vadība",
        "Kopējais finansējums ielām ir 90 000 EUR.\n\n## 5. Īstenošanas vadība",
    )

    assert resources_needed(programme(text)).score == 3


def test_people_are_asked_for_beside_the_money() -> None:
    verdict = resources_needed(programme(COMPLETE.replace(MANAGERS, "nodaļas")))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text == "Nothing says how many people the implementation takes."


def test_missing_amounts_keep_the_total_unknown() -> None:
    text = COMPLETE.replace(TOTAL, "")
    for amount in ("| 420 000 |", "| 215 500 | 215 500 |"):
        text = text.replace(amount, amount.replace("420 000", "tiks precizēts"), 1)
        text = text.replace("| 215 500 | 215 500 |", "| – | 215 500 |", 1)

    verdict = resources_needed(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith(
        "No total is stated, and 2 of 4 projects have no amount"
    )


def test_a_total_without_a_split_is_half() -> None:
    text = (
        f"{TITLE}## Nepieciešamo resursu apjoms\n\n"
        "Programmas īstenošanai vajag 4 200 000 EUR.\n"
    )

    verdict = resources_needed(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == "The sum is split neither by source nor by year."


def test_a_table_by_year_splits_the_total() -> None:
    text = (
        f"{TITLE}## Nepieciešamo resursu apjoms\n\n"
        "Programmas īstenošanai vajag 300 EUR.\n\n"
        "| Prioritāte | 2023 | 2024 | 2025 |\n| --- | --- | --- | --- |\n"
        "| VTP1 | 100 | 100 | 100 |\n"
    )

    assert resources_needed(programme(text)).score == 3


def test_talk_of_funding_without_a_sum_is_only_talk() -> None:
    text = (
        f"{TITLE}## Ievads\n\nDarbus finansēs no pašvaldības budžeta un ES fondiem.\n"
    )

    verdict = resources_needed(programme(text))

    assert verdict.score == 1
    assert verdict.absence is not None


def test_silence_is_an_absence() -> None:
    verdict = resources_needed(programme(f"{TITLE}## Ievads\n\nSveiciens.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None
