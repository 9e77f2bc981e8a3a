"""What comes first: ranks of tasks, measures and projects."""

import pytest

from plancheck.rules.focus import focus
from plancheck.sdk import NotApplicable, Verdict
from plancheck.testing import programme
from tests.rules.test_territory import START

RANKED = "Augsta prioritāte ir U1 un U2, vidēja prioritāte – U3.\n"


def tasks(count: int) -> str:
    """A strategic part with so many tasks."""
    lines = "".join(f"### U{number}. Darīt darbu\n\n" for number in range(1, count + 1))
    return f"{START}## Stratēģiskā daļa\n\n{lines}"


def plan(head: str, *values: str) -> str:
    rows = "".join(
        f"| 1.{number}. | Darbs | {value} | AN | 2024 |\n"
        for number, value in enumerate(values, start=1)
    )
    return (
        f"{START}## Rīcības plāns\n\n| Nr. | Pasākums | {head} | Atbildīgais | Termiņš |\n"
        f"| --- | --- | --- | --- | --- |\n{rows}"
    )


def judge(text: str) -> Verdict:
    return focus(programme(text))


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Prioritātes pakāpe", ("augsta", "vidēja", "zema", "augsta")),
        ("Prioritāte", ("A", "B", "C", "A")),
        ("Svarīgums", ("1", "2", "3", "1")),
        (
            "Prioritāte (A, B, C)",
            ("A (augsta)", "C (zema)", "B (vidēja)", "A (augsta)"),
        ),
    ],
)
def test_a_column_of_ranks_is_a_choice(head: str, values: tuple[str, ...]) -> None:
    assert judge(plan(head, *values)).score == 4


def test_names_of_priorities_and_one_rank_for_all_are_no_choice() -> None:
    assert judge(plan("Prioritāte", "VTP1", "VTP1", "VTP2", "VTP2")).score == 2
    assert judge(plan("Prioritāte", "augsta", "augsta", "augsta", "augsta")).score == 2


def test_risks_are_ranked_but_choose_nothing() -> None:
    risks = (
        "\n## Riski\n\n| Risks | Prioritāte |\n| --- | --- |\n| Inflācija | augsta |\n"
        "| Kavēšanās | zema |\n| Kadri | vidēja |\n"
    )

    assert judge(plan("Piezīmes", "a b", "", "", "") + risks).score == 2


def test_sentences_that_rank_codes_are_a_choice() -> None:
    assert judge(tasks(3) + RANKED).score == 4


def test_a_rank_of_a_few_tasks_is_partial() -> None:
    verdict = judge(tasks(9) + RANKED)

    assert verdict.score == 2
    assert verdict.findings[0].text.startswith("Only some tasks")


def test_many_ranked_tasks_are_good_but_not_complete() -> None:
    ranked = "Augsta prioritāte ir " + ", ".join(f"U{n}" for n in range(1, 31)) + ".\n"

    assert judge(tasks(30) + ranked).score == 3


def test_many_tasks_without_a_rank_choose_nothing() -> None:
    verdict = judge(tasks(30))

    assert verdict.score == 0
    assert verdict.findings[0].text == (
        "No task, measure or project is ranked before another; there are 30 tasks and 0 "
        "measures and projects."
    )


def test_a_programme_that_says_all_is_equal_is_quoted() -> None:
    equal = "Visi 3 uzdevumi ir vienlīdz svarīgi.\n"

    verdict = judge(tasks(3) + equal)

    assert verdict.score == 1
    assert verdict.findings[0].text.endswith(f"“{equal.strip()}”")


def test_a_list_of_what_comes_first_is_good() -> None:
    text = tasks(30) + "Tuvāko divu gadu fokuss: tilts, skola, ūdensvads un autobuss.\n"

    assert judge(text).score == 3


def test_without_tasks_there_is_nothing_to_choose_from() -> None:
    with pytest.raises(NotApplicable):
        judge(START)


def test_ranking_that_is_only_told_is_partial_and_quoted() -> None:
    told = "Pasākumi sarindoti prioritāšu secībā pēc punktiem."

    verdict = judge(plan("Vieta", "Ozoli", "Kalni", "Lejas") + f"\n{told}\n")

    assert verdict.score == 2
    assert verdict.findings[0].text.endswith(f"carries its rank: “{told}”")


def test_ranks_of_all_measures_do_though_projects_have_none() -> None:
    projects = (
        "\n## Investīciju plāns\n\n| Nr. | Projekta nosaukums | Kopējās izmaksas, EUR |\n"
        "| --- | --- | --- |\n"
        + "".join(f"| IP-{number} | Būve | 10 000 |\n" for number in range(1, 6))
    )

    assert judge(plan("Nozīmība", "A", "B", "C", "A") + projects).score >= 3


def test_a_column_of_ranks_may_be_headed_by_a_letter() -> None:
    text = """
# Development plan of Otterbury County 2024–2030

| No. | Action | Responsible | P |
| --- | --- | --- | --- |
| M1 | Weir on the Otter | Water Office | 1 |
| M2 | School kitchen | School Office | 2 |
| M3 | Night buses | Transport Office | 1 |
| M4 | Reading room | School Office | 3 |
"""

    assert focus(programme(text, language="en")).score >= 3


@pytest.mark.parametrize(
    "told",
    [
        "Svarīgākie ir 1.1. un 1.3. pasākums, tos īstenos pirmos.",
        "Naudu saņem 1.1. un 1.3. pasākums, kurus dara pirmos.",
    ],
)
def test_measures_that_are_done_first_are_chosen(told: str) -> None:
    text = """
# Ezerleju novada attīstības programma 2024.–2030. gadam

## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1.1. | Dambja remonts | Ceļu nodaļa | 2026 |
| 1.2. | Skolas virtuve | Skolu nodaļa | 2027 |
| 1.3. | Nakts autobuss | Satiksmes nodaļa | 2028 |
| 1.4. | Lasītava | Bibliotēka | 2028 |

"""

    assert judge(text + told + "\n").score == 3


def test_a_list_below_the_sentence_that_chooses_says_what_comes_first() -> None:
    led = tasks(9) + (
        "Sēdē 2022. gada 3. martā deputāti izraudzījās trīs darbus, ko dara vispirms:\n\n"
        "- U2 gājēju tilts;\n- U5 pansija;\n- U7 ūdens torņi.\n"
    )
    loose = led.replace("vispirms:", "vispirms.")

    assert judge(led).score == 3
    assert judge(loose).score < 3


def test_a_plan_in_the_order_of_its_codes_is_ranked_by_nothing() -> None:
    verdict = judge(f"{tasks(9)}Plāns sakārtots pēc prioritātēm (P), uzdevumiem (U).\n")

    assert verdict.message.text().startswith("No task, measure or project is ranked")


def test_rows_across_the_table_are_no_values_of_a_rank() -> None:
    rows = "".join(
        f"| Joma Nr. {number} | Joma Nr. {number} |\n| U{number} | {rank} |\n"
        for number, rank in enumerate("ABCA", start=1)
    )

    verdict = judge(f"{tasks(4)}| Uzdevums | Prioritāte |\n| --- | --- |\n{rows}")

    assert verdict.score == 4
