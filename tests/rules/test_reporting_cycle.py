"""Reports on the implementation: when, by whom, and with what consequence."""

from plancheck.rules.reporting_cycle import reporting_cycle
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
PART = START + "## Īstenošanas uzraudzības kārtība\n\n"


def score(text: str) -> int:
    return reporting_cycle(programme(text)).score


def test_each_missing_thing_is_named_with_what_was_sought() -> None:
    text = COMPLETE.replace("gala novērtējumu – 2028. gadā", "un to apspriež")

    verdict = reporting_cycle(programme(text))

    [finding] = verdict.findings
    assert verdict.score == 3
    assert finding.text == "The monitoring procedure does not name a final evaluation."
    assert "gala novērtēj…" in getattr(finding.evidence[0], "terms", ())


def test_monitoring_that_is_only_regular_is_weak() -> None:
    verdict = reporting_cycle(
        programme(PART + "Programmas uzraudzība tiks veikta regulāri.\n")
    )

    assert verdict.score == 1
    assert verdict.absence is not None
    assert verdict.absence.nearest is not None


def test_no_word_on_monitoring_is_absent() -> None:
    verdict = reporting_cycle(programme(START + "Ceļus pārbūvē.\n"))

    assert verdict.score == 0
    assert verdict.findings


def test_consequences_without_any_report_are_weak() -> None:
    text = PART + "Nodaļa apkopo datus, publicē tos tīmekļvietnē un groza plānu.\n"

    verdict = reporting_cycle(programme(text))

    assert verdict.score == 1
    assert verdict.message.text() == (
        "No report on the implementation has a date or a rhythm."
    )


def test_a_report_that_will_be_made_each_year_is_a_standing_rule() -> None:
    will = PART + "Uzraudzības ziņojums tiks sagatavots katru gadu martā.\n"
    procedure = PART + "Tiks izstrādāta kārtība ikgadējam uzraudzības ziņojumam.\n"

    assert len(reporting_cycle(programme(will)).quotes) == 1
    assert not reporting_cycle(programme(procedure)).quotes


def test_what_a_list_behind_a_colon_denies_does_not_count() -> None:
    text = PART + (
        "Ikgadējais uzraudzības ziņojums ir sagatavots 2023. gada martā: no 83 "
        "pasākumiem 15 nav sākti.\n"
    )

    assert len(reporting_cycle(programme(text)).quotes) == 1


def test_the_monitoring_of_the_environment_is_not_the_programmes() -> None:
    text = START + "## Vide\n\nVides monitoringa pārskatu publicē reizi gadā.\n"

    assert score(text) == 0


def test_a_report_told_of_outside_the_monitoring_part_counts() -> None:
    text = START + (
        "## Vadība\n\nPārskatu par programmas īstenošanu dome izskata katru gadu.\n"
    )

    assert len(reporting_cycle(programme(text)).quotes) == 1


def test_a_review_by_a_board_stands_in_any_section() -> None:
    text = """
# The team

The Planning Commission reviews this plan every six months.

# Next steps

A review of the progress in 2027 is followed by a revision of the measures.
"""

    said = [finding.text for finding in reporting_cycle(programme(text)).findings]
    assert not any("yearly report" in each or "lag behind" in each for each in said)
    assert not any("collects the data" in each for each in said)


def test_other_words_say_the_same() -> None:
    text = PART + (
        "Reizi gadā Attīstības pārvalde izvērtē pasākumu izpildi. Ik pēc trim gadiem "
        "pārskatu apspriež dome. Perioda noslēgumā veic izvērtējumu. Pārskati pieejami "
        "mājaslapā, un plānu aktualizē.\n"
    )

    assert score(text) == 4


def test_a_review_told_below_a_heading_of_the_situation_counts() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Current situation

The council reviews the contents of this plan every six months.

The new bridge was reviewed every year.
"""

    verdict = reporting_cycle(programme(text, language="en"))

    assert [quote.text for quote in verdict.quotes] == [
        "The council reviews the contents of this plan every six months."
    ]


def test_reports_every_six_months_are_more_than_a_yearly_report() -> None:
    text = """# Adaptation programme of Alderton 2024–2030

## Monitoring and evaluation

The departments submit reports every six months on the implementation of the programme.
"""

    verdict = reporting_cycle(programme(text, language="en"))

    assert not any("yearly report" in each.text for each in verdict.findings)


def test_plain_words_for_a_report_and_two_evaluations_count() -> None:
    text = (
        "Speciālists katru gadu sagatavo pārskatu par pasākumu izpildi. "
        "2025. gadā izvērtējam pusceļu, 2027. gada rudenī – visu programmu.\n"
    )

    verdict = reporting_cycle(
        programme(START + "## Kas vada un kas seko līdzi\n\n" + text)
    )

    assert verdict.passes
