"""The body that steers the implementation, and who answers for each measure."""

import pytest

from plancheck.rules.governance import coordination, responsible_body
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
BODY = COMPLETE[COMPLETE.index("## 5. Īstenošanas") : COMPLETE.index("### 5.1.")]


def test_each_thing_that_is_not_said_of_a_body_is_a_finding() -> None:
    verdict = coordination(programme(START + BODY.replace("reizi ceturksnī", "bieži")))

    assert verdict.score == 3
    subject = "The programme does not say of “īstenošanas vadības grupa”"
    assert [finding.text for finding in verdict.findings] == [
        f"{subject} how often it meets.",
        f"{subject} how it is linked to the budget.",
    ]


def test_a_body_that_is_only_named_scores_low() -> None:
    verdict = coordination(
        programme(START + "## Īstenošana\n\nProgrammu īsteno vadības grupa.\n")
    )

    assert verdict.score == 1
    assert len(verdict.findings) == 1


def test_a_body_named_after_the_programme_needs_no_heading_that_says_so() -> None:
    text = """## Darba kārtība

Lēmumus sagatavo Programmas vadības komiteja. Tajā ir izpilddirektors un nodaļu vadītāji.
Komiteja sanāk reizi mēnesī un izskata pasākumu izpildi.
"""

    assert coordination(programme(START + text)).score >= 2


def test_a_body_yet_to_be_set_up_of_which_all_is_settled_scores_three() -> None:
    text = BODY.replace(
        "koordinē īstenošanas vadības grupa.",
        "koordinēs īstenošanas vadības grupa (jaunveidojama).",
    )

    verdict = coordination(programme(START + text))

    assert verdict.score == 3
    assert "is only to be set up" in verdict.findings[0].text


def test_a_body_in_the_future_tense_scores_at_most_two() -> None:
    verdict = coordination(
        programme(
            START
            + "## Īstenošana\n\nProgrammas īstenošanai plānots izveidot vadības "
            + "grupu. Grupas uzdevumi ir izvērtēt izpildi.\n"
        )
    )

    assert verdict.score <= 2


def test_a_body_of_which_all_is_promised_scores_at_most_two() -> None:
    verdict = coordination(
        programme(
            START
            + "## Īstenošana\n\nProgrammas īstenošanu uzrauga vadības grupa.\n\n"
            + "Tiks noteikts grupas sastāvs. Tiks noteikti grupas uzdevumi. Tiks "
            + "izstrādāta lēmumu pieņemšanas kārtība.\n"
        )
    )

    assert verdict.score <= 2


def test_the_group_that_drafted_the_programme_is_no_implementation_body() -> None:
    verdict = coordination(
        programme(
            START
            + "## Programmas izstrāde\n\nProgrammas izstrādei tika izveidota vadības "
            + "grupa. Grupas sastāvā bija nodaļu vadītāji. Vadības grupu vada "
            + "izpilddirektors. Vadības grupa sanāk reizi mēnesī.\n"
        )
    )

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_crisis_group_without_tie_to_the_programme_is_no_implementation_body() -> (
    None
):
    verdict = coordination(
        programme(
            START + "## Sports\n\nSacensību uzraudzības komisiju vada tiesnesis.\n"
        )
    )

    assert verdict.score == 0


def test_a_sentence_that_there_is_no_mechanism_scores_one() -> None:
    denied = "Stratēģijā nav paredzēti mehānismi koordinācijai starp struktūrām."

    verdict = coordination(programme(START + denied + "\n"))

    assert verdict.score == 1
    assert verdict.message.text().endswith(f"“{denied}”")


def test_a_department_that_coordinates_is_no_body() -> None:
    verdict = coordination(
        programme(START + "Attīstības nodaļa koordinē programmas īstenošanu.\n")
    )

    assert verdict.score == 1
    assert "no body with members" in verdict.message.text()


def test_a_coordinator_of_youth_work_says_nothing_of_the_programme() -> None:
    verdict = coordination(programme(START + "Jauniešu centrs koordinē nometnes.\n"))

    assert verdict.score == 0


def test_a_table_of_members_describes_the_body() -> None:
    verdict = coordination(
        programme(
            START
            + """\
## Īstenošanas vadība

Īstenošanu uzrauga vadības grupa.

| Loma | Amats | Sanāksmes |
| --- | --- | --- |
| Vadītājs | Izpilddirektors | Sanāk reizi ceturksnī |
| Loceklis | Finanšu nodaļas vadītāja |  |
"""
        )
    )

    assert verdict.score == 3
    assert "Vadītājs | Izpilddirektors | Sanāk reizi ceturksnī" in [
        quote.text for quote in verdict.quotes
    ]


def test_only_its_own_row_describes_a_body_in_a_table() -> None:
    verdict = coordination(
        programme(
            START
            + """\
## Īstenošanas vadība

| Grupa | Sastāvs | Vadītājs | Uzdevumi |
| --- | --- | --- | --- |
| Programmas uzraudzības grupa |  |  |  |
| Sporta komisija | Treneri | Direktors | Plānot sacensības |
"""
        )
    )

    assert verdict.score == 1


def test_what_stands_far_away_does_not_describe_the_body() -> None:
    far = "\n\n".join(
        ["Programmas īstenošanu uzrauga vadības grupa."] + ["Teksts."] * 9
    )

    verdict = coordination(
        programme(f"{START}## Īstenošana\n\n{far}\n\nGrupu vada direktors.\n")
    )

    assert verdict.score == 1


def test_a_board_that_reviews_the_plan_is_described_by_its_list() -> None:
    verdict = coordination(
        programme(
            """
# Town government

Planning Commission

- Composed of seven residents
- Ann Ferry, President

The Planning Commission reviews the plan twice a year and reports to the council.
"""
        )
    )

    lacking = " ".join(finding.text for finding in verdict.findings)
    assert "who belongs to it" not in lacking
    assert "who leads it" not in lacking


def test_a_council_with_oversight_has_a_task() -> None:
    verdict = coordination(
        programme(
            """
# Coordination of the implementation

The Climate Change Council is chaired by the mayor. It will have oversight of the
implementation of this plan.
"""
        )
    )

    assert "what its tasks are" not in " ".join(each.text for each in verdict.findings)


def test_the_municipality_alone_is_no_specific_body() -> None:
    text = COMPLETE
    for unit in ("CN", "SD"):
        text = text.replace(f"| {unit} |", "| Lejasupes novada pašvaldība |")

    verdict = responsible_body(programme(text))

    assert verdict.score <= 2
    [finding] = verdict.findings
    assert finding.text == (
        "9 of 9 rows name no unit, but all of the administration, as “Lejasupes novada "
        "pašvaldība”."
    )


def test_abbreviations_are_resolved_by_the_programmes_own_list() -> None:
    text = COMPLETE.replace("| CN | Ceļu nodaļa |", "| CN | Pašvaldība |")
    text = text.replace("| SD | Sociālais dienests |", "| SD | Novada dome |")

    assert responsible_body(programme(text)).score <= 2


def test_an_empty_cell_is_quoted_at_its_row() -> None:
    text = COMPLETE.replace(
        "Birzmalu pagasts | CN | 2024", "Birzmalu pagasts |  | 2024"
    )

    verdict = responsible_body(programme(text))

    [finding] = verdict.findings
    assert finding.text == "“Pārbūvēt tiltu pār Alksni” names no responsible body."


def test_a_table_without_the_column_is_one_finding() -> None:
    text = (
        COMPLETE.replace("| Īstenošanas laiks | Atbildīgais |", "| Īstenošanas laiks |")
        .replace("2023–2024 | CN |", "2023–2024 |")
        .replace("| 2025 | CN | Ezermalas", "| 2025 | Ezermalas")
        .replace("| 2024–2025 | SD |", "| 2024–2025 |")
        .replace("| 2026 | CN | Dzirnavu", "| 2026 | Dzirnavu")
    )

    verdict = responsible_body(programme(text))

    [finding] = verdict.findings
    assert finding.text == (
        "4 rows stand in tables without a column for responsible body."
    )


def test_nobody_named_at_all_is_one_finding() -> None:
    text = START + (
        "## Rīcības plāns\n\n| Pasākums | Atbildīgais | Termiņš |\n| --- | --- | --- |\n"
        "| Tilts | – | 2024 |\n| Ceļš |  | 2025 |\n"
    )

    verdict = responsible_body(programme(text))

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text == "No measure or project names a responsible body."


def test_without_tables_nobody_can_be_responsible() -> None:
    with pytest.raises(NotApplicable):
        responsible_body(programme(START))


def test_a_body_that_might_steer_scores_at_most_two() -> None:
    verdict = coordination(
        programme(
            START
            + "## Īstenošana\n\nProgrammas īstenošanu varētu uzraudzīt vadības grupa.\n\n"
            + BODY[BODY.index("Grupas sastāvā") :]
        )
    )

    assert verdict.score == 2


ENGLISH = """\
# Rivertown development programme 2024–2030

## Implementation

Implementation of the programme is coordinated by the Transition Team (TT).
"""


def said(*sentences: str) -> list[str]:
    verdict = coordination(programme(ENGLISH + "\n" + "\n\n".join(sentences) + "\n"))
    return [quote.text for quote in verdict.quotes[1:]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The TT meets at least twice a year.",
        "It consists of heads of department.",
        "The team is chaired by the mayor.",
        "The Finance Committee prepares the budget; the TT meets every month.",
    ],
)
def test_what_is_said_of_the_body_is_quoted(sentence: str) -> None:
    assert said(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The MB convenes at least twice a year.",
        "The Sports Council consists of coaches.",
        "The work is led by the Transition Team.",
        "The municipal budget is limited by the state.",
        "Each of the districts is chaired by a councillor.",
        "Besides the Transition Team, forums hold annual meetings.",
    ],
)
def test_what_is_said_of_others_does_not_describe_the_body(sentence: str) -> None:
    assert said(sentence) == []


def test_a_unit_whose_task_is_to_coordinate_is_quoted_as_what_comes_nearest() -> None:
    text = START + (
        "## Paveiktais\n\nIr Digitalizācijas nodaļa, kuras galvenais uzdevums ir "
        "koordinēt e-pakalpojumus.\n"
    )

    verdict = coordination(programme(text))

    assert verdict.score == 1
    assert "Digitalizācijas nodaļa" in verdict.findings[0].text


def test_a_body_is_known_by_its_abbreviation_where_the_coordination_is_told() -> None:
    text = """# Adaptation plan of Alderton 2024–2030

## Steps taken

The plan names the Municipal Climate Change Committee (MCCC) for its implementation.

## Coordination mechanism

Planning is a task for all.

The MCCC comprises representatives of six departments.

The MCCC is chaired by the deputy mayor and meets every quarter.
"""

    verdict = coordination(programme(text, language="en"))

    assert verdict.score == 3
    assert "MCCC comprises representatives" in str(verdict.quotes)


def test_a_body_of_which_nothing_is_said_is_one_finding() -> None:
    text = """# Adaptation plan of Alderton 2024–2030

## Implementation

The implementation was discussed with the steering group.
"""

    verdict = coordination(programme(text, language="en"))

    [finding] = verdict.findings
    assert finding.text == (
        "“steering group” is named, but nothing is said of its members, meetings, tasks "
        "and decisions."
    )


def test_the_task_force_of_another_plan_is_no_body_of_this_one() -> None:
    text = """# Climate adaptation plan of Alderton 2024–2030

## Implementation of measures

Drills are held together with the Drought Task Force.
"""

    verdict = coordination(programme(text, language="en"))

    assert verdict.score == 0
    assert "Task Force" not in verdict.findings[0].text


def test_without_a_column_it_is_the_column_that_is_said_to_be_missing() -> None:
    text = START + (
        "## Rīcības plāns\n\n| Pasākums | Termiņš |\n| --- | --- |\n"
        "| Ceļu nodaļa pārbūvē tiltu | 2024 |\n| Atvērt centru | 2025 |\n"
    )

    verdict = responsible_body(programme(text))

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text == (
        "None of the 2 rows stands in a table with a column for responsible body."
    )


def test_co_chairs_lead_a_committee_and_what_it_is_charged_with_are_its_tasks() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Implementation

The mayor set up the Implementation Committee and charged it with advice on the works.
Ann Reed and Tom Hale are co-chairs of the committee.
"""

    verdict = coordination(programme(text, language="en"))

    said = " ".join(each.text for each in verdict.findings)
    assert "who leads it" not in said
    assert "what its tasks are" not in said


def test_a_body_is_found_below_a_heading_on_governance_and_partnership() -> None:
    verdict = coordination(
        programme(
            """
# Strategy of Otterbury Municipality 2021–2027

# Governance and partnership

The Cooperation Council decides on the strategy and its implementation. It has 17
members, with the mayor as chair. It meets four times a year.

# Operations

Measures without an operation in the list are carried out through calls of the ITI Office.
"""
        )
    )

    assert verdict.passes
    assert "Cooperation Council" in str(verdict.message)


def test_who_works_in_a_commission_and_that_it_sits_twice_a_year_describe_it() -> None:
    verdict = coordination(
        programme(
            START
            + "## Kas vada īstenošanu\n\nUzraudzības komisijā strādā deviņi cilvēki: "
            + "izpilddirektors, nodaļu vadītāji un biedrību pārstāvji. Komisija sanāk "
            + "divreiz gadā un sagatavo priekšlikumus domei.\n"
        )
    )

    told = " ".join(each.text for each in verdict.findings)
    assert "who belongs to it" not in told
    assert "how often it meets" not in told
    assert "what its tasks are" not in told
    assert verdict.score >= 2


def test_a_body_may_be_described_by_sentences_that_only_say_it() -> None:
    text = (
        "## Vadība\n\nIeviešanu vada Programmas komisija. Tajā strādā izpilddirektore "
        "(vada), Būvvalde un divi uzņēmēji. Komisija sanāk katru ceturksni. Tā nosaka "
        "darbu secību un izlemj, kura nodaļa rīko iepirkumu. Novembrī komisija apkopo "
        "priekšlikumus budžetam."
    )

    verdict = coordination(programme(START + text))

    assert verdict.score == 4
    assert not verdict.findings
