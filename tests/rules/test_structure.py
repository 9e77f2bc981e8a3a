"""Document structure: parts, tables and period."""

import pytest

from plancheck.rules.period import period
from plancheck.rules.structure import (
    action_table,
    complete_parts,
    investment_table,
)
from plancheck.sdk import Absence, Quote, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.volumes import bundle

TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam"


def test_a_missing_part_is_said_to_be_missing_from_the_files_only() -> None:
    start = COMPLETE.index("## 6. Īstenošanas uzraudzības")
    end = COMPLETE.index("## 7. Pārskats")

    verdict = complete_parts(programme(COMPLETE[:start] + COMPLETE[end:]))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text == (
        "The part “monitoring procedure” was not found in the supplied files."
    )
    [absence] = finding.evidence
    assert isinstance(absence, Absence)
    assert absence.terms
    assert absence.places == ("programme.md",)


def test_a_heading_with_a_reference_counts_little() -> None:
    start = COMPLETE.index("## 1. Pašreizējās")
    end = COMPLETE.index("## 2. Stratēģiskā")
    short = "## 1. Pašreizējās situācijas raksturojums\n\nSkatīt pielikumu.\n\n"

    verdict = complete_parts(programme(COMPLETE[:start] + short + COMPLETE[end:]))

    [finding] = verdict.findings
    assert "only 2 words and no table" in finding.text
    assert verdict.score == 3


def test_an_investment_table_is_a_part_whatever_its_heading() -> None:
    verdict = complete_parts(
        programme(COMPLETE.replace("## 4. Investīciju plāns", "## 4. Naudas lietas"))
    )

    assert verdict.score == 4


def test_the_parts_that_are_sought_can_be_set() -> None:
    volume = programme(f"{TITLE}\n\n## Stratēģiskā daļa\n\n{'vārds ' * 120}\n")

    verdict = complete_parts(volume, parts=("strategic part",))

    assert verdict.score == 4


def test_nothing_at_all_shows_what_was_sought() -> None:
    verdict = complete_parts(programme("# Protokols\n\nSēdi atklāj.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_column_that_no_row_fills_is_not_there() -> None:
    text = COMPLETE
    for source in ("PB, ERAF |", "| PB |", "ESF+ |", "PB, KF |"):
        text = text.replace(source, "|  |" if source.startswith("|") else " |")

    verdict = action_table(programme(text))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text == (
        "The column “Finansējuma avots” of the action table is empty."
    )


def test_a_missing_column_is_one_finding_with_the_header_as_evidence() -> None:
    verdict = action_table(
        programme(
            f"""\
{TITLE}

## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš | Rezultāts |
| --- | --- | --- | --- | --- |
| 1.1. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 | Tilts |
| 1.2. | Atvērt centru | Sociālais dienests | 2025 | Centrs |
"""
        )
    )

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text == "The action table has no column for funding source."
    [quote] = finding.evidence
    assert "Atbildīgais" in getattr(quote, "text", "")


def test_an_action_plan_of_words_scores_one() -> None:
    volume = programme(f"{TITLE}\n\n## Rīcības plāns\n\nTiks laboti ceļi.\n")

    assert action_table(volume).score == 1


def test_a_part_without_its_table_rests_on_what_could_be_read() -> None:
    verdict = action_table(
        programme("# Rīcības plāns\n\nPašvaldība katru gadu īsteno pasākumus.")
    )

    assert verdict.score == 1
    assert isinstance(verdict.absence, Absence)


def test_no_action_plan_is_an_absence() -> None:
    verdict = action_table(programme(f"{TITLE}\n\n## Ievads\n\nSveiciens.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_thinly_filled_investment_table_is_no_four() -> None:
    text = COMPLETE.replace("| Pārbūvēts tilts | 2023–2024 |", "|  | 2023–2024 |")

    verdict = investment_table(programme(text))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert "filled in only 75 % of its 4 rows" in finding.text


def test_columns_that_hardly_any_row_fills_are_no_columns() -> None:
    text = COMPLETE.replace("| 2025 | CN | Ezermalas", "|  |  | Ezermalas")
    text = text.replace("| 2024–2025 | SD | Lejasupe |", "|  |  | Lejasupe |")
    text = text.replace("| 2026 | CN | Dzirnavu", "|  |  | Dzirnavu")

    verdict = investment_table(programme(text))

    assert verdict.score == 2
    assert len(verdict.findings) == 2


def test_titles_and_amounts_alone_are_no_investment_plan() -> None:
    verdict = investment_table(
        programme(
            f"""\
{TITLE}

## Investīciju plāns

| Nr. | Projekta nosaukums | Indikatīvā summa, EUR |
| --- | --- | --- |
| 1. | Tilts | 420 000 |
| 2. | Centrs | 310 000 |
"""
        )
    )

    assert verdict.score == 1
    assert len(verdict.findings) == 4


def test_eight_years_are_too_long() -> None:
    verdict = period(programme(COMPLETE.replace("2022.–2027.", "2020.–2027.", 1)))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "The period 2020–2027 is 8 years long, but a medium-term programme covers at "
        "most 7."
    )


def test_the_period_of_a_cited_document_does_not_count() -> None:
    text = COMPLETE + "\nStratēģija 2013.–2030. gadam ir spēkā.\n"

    assert period(programme(text)).score == 4


def test_a_volume_with_another_period_is_named() -> None:
    verdict = period(
        bundle(
            ("1_strategija.md", f"{TITLE}\n\nTeksts.\n"),
            ("2_plans.md", f"{TITLE.replace('2022', '2021')}\n\nTeksts.\n"),
        )
    )

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "“2_plans.md” states the period 2021–2027, but “1_strategija.md” states "
        "2022–2027."
    )


def test_a_volume_of_another_municipality_is_named_with_both_quotes() -> None:
    verdict = period(
        bundle(
            ("1_strategija.md", f"{TITLE}\n\nTeksts.\n"),
            ("2_plans.md", f"{TITLE.replace('Lejasupes', 'Kalnavas')}\n\nTeksts.\n"),
        )
    )

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "“2_plans.md” is of Kalnavas novads, but “1_strategija.md” is of Lejasupes "
        "novads."
    )
    quotes = [each for each in finding.evidence if isinstance(each, Quote)]
    assert [quote.location.document for quote in quotes] == [
        "2_plans.md",
        "1_strategija.md",
    ]


def test_a_paragraph_that_names_both_periods_explains_them() -> None:
    verdict = period(
        bundle(
            ("1.md", f"{TITLE}\n\nPlāns ir 2022.–2024. gadam, programma līdz 2027.\n"),
            ("2.md", f"{TITLE.replace('2027', '2024')}\n\nTeksts.\n"),
        )
    )

    assert verdict.score == 4


def test_a_volume_without_a_period_lowers_the_score() -> None:
    verdict = period(
        bundle(("1.md", f"{TITLE}\n\nTeksts.\n"), ("2.md", "# Rīcības plāns\n\nT.\n"))
    )

    assert verdict.score == 3
    assert verdict.findings[0].text == (
        "“2.md” does not state the period of the programme."
    )


def test_a_strategy_among_the_volumes_has_a_period_of_its_own() -> None:
    strategy = "# Lejasupes novada ilgtspējīgas attīstības stratēģija 2022.–2037. gadam"

    verdict = period(
        bundle(("1.md", f"{TITLE}\n\nTeksts.\n"), ("2.md", f"{strategy}\n\nTeksts.\n"))
    )

    assert verdict.score == 4


def test_lost_years_make_the_rule_unsure() -> None:
    with pytest.raises(Unsure, match="were lost from the title"):
        period(programme("# Dobeles novada attīstības programma gadam\n\nTeksts.\n"))


def test_no_period_is_an_absence() -> None:
    verdict = period(programme("# Lejasupes novada attīstības programma\n\nTeksts.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_chapter_called_goals_is_the_strategic_part() -> None:
    text = COMPLETE.replace("## 2. Stratēģiskā daļa", "## 2. Politikas mērķi")

    assert complete_parts(programme(text)).score == 4


def test_a_table_with_columns_of_a_plan_that_was_not_read_is_unsure() -> None:
    text = (
        "# Riverside Development Programme 2024–2030\n\n## Matrix\n\n"
        "| Description | Responsible Party | Time Frame | Funding Sources |\n"
        "| --- | --- | --- | --- |\n| Shade | Works | 2025 | Grants |\n"
    )
    town = programme(text)
    assert not town.tables_of("action")

    with pytest.raises(Unsure, match="Responsible Party"):
        action_table(town)


def test_a_calendar_of_reports_is_no_action_plan() -> None:
    text = (
        "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
        "## Īstenošanas uzraudzības kārtība\n\n"
        "| Mēnesis | Darbs | Kas dara | Kam iesniedz |\n| --- | --- | --- | --- |\n"
        "| Janvāris | Savāc datus | Plānošanas nodaļa | Domei |\n"
    )

    [finding] = complete_parts(programme(text), parts=("action plan",)).findings

    assert finding.text == "The part “action plan” was not found in the supplied files."


def test_measures_with_costs_are_the_action_plan_where_there_is_no_other() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Action plan

Thirty things will be done.

## Exhibit

| Strategy | Actions | Cost range |
| --- | --- | --- |
| Safe streets | Lay kerbs on Mill Lane | under 100 000 EUR |
| Safe streets | Light the weir | under 10 000 EUR |
"""

    verdict = action_table(programme(text, language="en"))

    assert [each.text for each in verdict.findings] == [
        "The action table has no column for responsible body.",
        "The action table has no column for term.",
        "The action table has no column for result or indicator.",
        "The action table has no column for funding source.",
    ]


@pytest.mark.parametrize(
    ("term", "score"), [("atkarībā no finansējuma", 2), ("katru pavasari", 4)]
)
def test_terms_that_nobody_can_keep_are_none(term: str, score: int) -> None:
    text = COMPLETE.replace("| 2024 | Pārb", f"| {term} | Pārb")
    text = text.replace("| 2025 | 2,4", f"| {term} | 2,4")

    verdict = action_table(programme(text))

    assert verdict.score == score
    told = [each.text for each in verdict.findings]
    assert any("have no term that can be kept" in each for each in told) == (score == 2)


def test_sums_by_priority_are_no_investment_plan_where_measures_have_their_costs() -> (
    None
):
    read = programme("""
# Development Programme of Millbrook Municipality 2024–2030

## Actions

| No. | Action | Responsible | Term | Cost, EUR |
| --- | --- | --- | --- | --- |
| 1.1. | Weir repair | Works Office | 2026 | 40 000 |
| 1.2. | Mill museum | Culture Office | 2027 | 50 000 |

## Money

| Priority | Projects | Cost, EUR | Municipal budget |
| --- | --- | --- | --- |
| Total A | 2 | 90 000 | 20 000 |
| Total | 2 | 90 000 | 20 000 |
""")

    assert [row.amount.number for row in read.projects] == [40_000, 50_000]
