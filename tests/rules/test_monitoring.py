"""Indicators with baseline, target and all that makes them usable."""

import pytest

from plancheck.rules.monitoring import baseline, indicator_table, target
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import blank_column, programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def indicators(header: str, *rows: str) -> str:
    """A programme with one indicator table."""
    rule_line = "|" + " --- |" * (header.count("|") + 1)
    body = "\n".join(f"| {row} |" for row in rows)
    return f"{START}## Uzraudzības kārtība\n\n| {header} |\n{rule_line}\n{body}\n"


def test_names_and_targets_alone_are_a_weak_table() -> None:
    text = indicators("Rādītājs | Mērķa vērtība", "Apmierinātība | 60", "Darbs | 5")

    verdict = indicator_table(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Only 2 indicators could be read")
    assert ("The indicator table has no column for unit, or nothing stands in it.") in [
        finding.text for finding in verdict.findings
    ]


def test_years_in_the_header_count_as_columns() -> None:
    text = COMPLETE.replace(
        "| Bāzes vērtība | Bāzes gads | Mērķa vērtība | Mērķa gads |",
        "| Bāzes vērtība 2021 | A | Mērķa vērtība 2027 | B |",
    )
    text = blank_column(blank_column(text, "A"), "B")

    verdict = indicator_table(programme(text))

    assert verdict.score == 4
    assert "2027" in [quote.text for quote in verdict.quotes]


def test_the_result_column_of_the_action_plan_is_no_indicator_table() -> None:
    start = COMPLETE.index("6. tabula. Rādītāji")
    end = COMPLETE.index("## 7. Pārskats")

    text = f"{COMPLETE[:start]}Pārskatu gatavo reizi gadā.\n\n{COMPLETE[end:]}"

    verdict = indicator_table(programme(text))

    assert verdict.score == 0
    assert verdict.absence is not None
    assert verdict.absence.nearest is not None


def test_a_dash_is_no_baseline_but_zero_is() -> None:
    verdict = baseline(
        programme(
            indicators(
                "Rādītājs | Mērvienība | Bāzes vērtība (2021) | Mērķa vērtība (2027)",
                "Apmierinātība | % | – | 60",
                "Padomes | skaits | 0 | 6",
            )
        )
    )

    [finding] = verdict.findings
    assert finding.text == "Indicator “Apmierinātība” has no baseline value."
    assert verdict.score == 2


def test_a_table_without_baselines_is_one_finding() -> None:
    verdict = baseline(
        programme(
            indicators(
                "Rādītājs | Mērvienība | Mērķa vērtība (2027)",
                "Apmierinātība | % | 60",
                "Padomes | skaits | 6",
            )
        )
    )

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text == "None of the 2 indicators has a baseline value."


def test_a_baseline_from_the_last_century_is_too_old() -> None:
    verdict = baseline(programme(COMPLETE.replace("| 41 | 2021 |", "| 41 | 1999 |")))

    [finding] = verdict.findings
    assert finding.text == (
        "The baseline value of “Ar ceļiem apmierināti iedzīvotāji” has no year, or one "
        "that is too old."
    )


def test_no_year_anywhere_is_one_finding() -> None:
    verdict = baseline(
        programme(
            indicators(
                "Rādītājs | Bāzes vērtība | Mērķa vērtība",
                "Miers | 4 | 6",
                "Gars | 1 | 2",
            )
        )
    )

    assert verdict.score == 1
    assert len(verdict.findings) == 1


def test_a_programme_without_period_takes_any_year() -> None:
    text = indicators(
        "Rādītājs | Bāzes vērtība (1999) | Mērķa vērtība (2040)", "A | 4 | 6"
    )
    text = text.replace(" 2022.–2027. gadam", "")

    assert baseline(programme(text, language="lv")).score == 4
    assert target(programme(text, language="lv")).score == 4


def test_trends_are_weak_but_not_missing() -> None:
    verdict = target(
        programme(
            indicators(
                "Rādītājs | Bāzes vērtība (2021) | Mērķa vērtība (2027)",
                "Apmierinātība | 41 | pieaug",
                "Bezdarbs | 7 | ↓",
            )
        )
    )

    assert verdict.score == 1
    [finding] = verdict.findings
    assert finding.text == (
        "2 of 2 targets are no figures, as “pieaug” for “Apmierinātība”."
    )


def test_lost_arrows_make_the_rule_unsure() -> None:
    rows = ("Apmierinātība | 41 | +", "Bezdarbs | 7 | †", "Šķirošana | 24 | 45")
    text = indicators("Rādītājs | Bāzes vērtība (2021) | Mērķa vērtība (2027)", *rows)

    with pytest.raises(Unsure, match="2 of 3 targets are signs such as"):
        target(programme(text))


def test_a_missing_target_is_quoted_at_its_row() -> None:
    verdict = target(
        programme(COMPLETE.replace("| 60 | 2027 | Aptauja", "| – | 2027 | A"))
    )

    [finding] = verdict.findings
    assert finding.text == (
        "Indicator “Ar ceļiem apmierināti iedzīvotāji” has no target."
    )


def test_a_target_after_the_period_is_found() -> None:
    verdict = target(programme(COMPLETE.replace("| 60 | 2027 |", "| 60 | 2035 |", 1)))

    [finding] = verdict.findings
    assert finding.text == (
        "The target of “Ar ceļiem apmierināti iedzīvotāji” has no year within the "
        "programme's period."
    )


def test_no_target_at_all_scores_nothing() -> None:
    verdict = target(
        programme(
            indicators(
                "Rādītājs | Mērvienība | Bāzes vērtība (2021) | Mērķa vērtība (2027)",
                "Apmierinātība | % | 41 | –",
                "Padomes | skaits | 0 | tiks precizēts",
            )
        )
    )

    assert verdict.score == 0
    assert len(verdict.findings) == 1


def test_without_indicators_there_is_nothing_to_judge() -> None:
    for rule in (baseline, target):
        with pytest.raises(NotApplicable):
            rule(programme(START))


def test_a_dash_is_where_a_change_from_the_base_year_begins() -> None:
    verdict = baseline(
        programme(
            indicators(
                "Rādītājs | Mērvienība | Bāzes vērtība (2021) | Mērķa vērtība (2027)",
                "Siltuma patēriņa samazinājums skolās | MWh | – | -320",
                "Skolēnu skaits | skaits | 640 | 660",
            )
        )
    )

    assert verdict.score == 4


def test_a_change_without_a_figure_to_reach_still_lacks_its_baseline() -> None:
    verdict = baseline(
        programme(
            indicators(
                "Rādītājs | Mērvienība | Bāzes vērtība (2021) | Mērķa vērtība (2027)",
                "Siltuma patēriņa samazinājums skolās | MWh | – | ↓",
                "Skolēnu skaits | skaits | 640 | 660",
            )
        )
    )

    assert len(verdict.findings) == 1


def test_indicators_that_are_only_listed_score_one() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Monitoring

| Local indicators | |
| --- | --- |
| Town | Villages |
| Visitors of the mill | Jobs on farms |
"""

    verdict = indicator_table(programme(text, language="en"))

    assert verdict.score == 1
    assert verdict.findings[0].text == (
        "Indicators are only listed, without unit, baseline, target and data source: "
        "“Visitors of the mill | Jobs on farms”"
    )


def test_indicators_beside_the_measures_are_names_and_no_more() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Action plan

| Action | Responsible | Key performance indicators |
| --- | --- | --- |
| Light the weir | Works | Lamps put up |
"""

    verdict = indicator_table(programme(text, language="en"))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Indicators are only listed")
    assert "Lamps put up" in verdict.findings[0].text


def test_a_profile_may_let_targets_lie_after_the_period() -> None:
    later = programme(COMPLETE.replace("| 60 | 2027 |", "| 60 | 2029 |", 1))

    assert target(later).findings
    assert not target(later, after=2).findings
