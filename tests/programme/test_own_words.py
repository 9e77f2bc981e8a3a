"""A programme may call its levels as it likes, where it says once what its words stand for."""

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Vējkalnu novada attīstības programma 2025.–2031. gadam\n\n"
TABLE = """## Kā lasīt

| Mūsu vārds | Jēdziens normatīvajos aktos | Skaits |
| --- | --- | --- |
| Balsts | Vidēja termiņa prioritāte (MK noteikumi) | 2 |
| Darba lauks | Rīcības virziens | 3 |
| Uzdrīkstēšanās | Uzdevums | 4 |
| Būvprojekts | Investīciju projekts | 5 |

"""
PLAN = """## Rīcības plāns

| Ko darīsim | Kas vada | Termiņš |
| --- | --- | --- |
| Balsts: Droši ceļi |||
| Darba lauks: Ielas |||
| Uzdrīkstēšanās: Ietves visos ciemos |||
| Izbūvēt ietvi | Ceļu nodaļa | 2027 |
| Apgaismot ietvi | Ceļu nodaļa | 2028 |
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def levels(of: Programme) -> list[tuple[str, str]]:
    return [(each.level, each.name) for each in of.uncoded_objectives]


def test_a_table_that_sets_own_words_beside_the_usual_ones_tells_levels() -> None:
    assert levels(plan(TABLE + PLAN)) == [
        ("priority", "Droši ceļi"),
        ("direction", "Ielas"),
    ]


def test_a_table_of_own_words_is_no_sheet_of_a_project() -> None:
    assert plan(TABLE + PLAN).projects == ()


def test_nothing_is_told_without_it() -> None:
    assert levels(plan(PLAN)) == []


def test_a_sentence_tells_what_priorities_are_called() -> None:
    said = "Vidēja termiņa prioritātes (turpmāk – balsti) ir divas.\n\n"

    assert levels(plan(said + PLAN)) == [("priority", "Droši ceļi")]


def test_a_table_of_one_priority_with_what_is_below_it_explains_no_words() -> None:
    tree = """| Vidēja termiņa prioritāte | Droši ceļi |
| --- | --- |
| Rīcības virziens | Ielas |
| Uzdevums | Ietves visos ciemos |

"""

    assert levels(plan(tree + PLAN)) == []


def test_own_words_head_columns_too() -> None:
    [project] = plan(
        TABLE
        + """## Investīciju plāns

| Būvprojekts | Darba lauks | Izmaksas, EUR | Kas vada |
| --- | --- | --- | --- |
| Jauna laipa | Ielas | 40 000 | Ceļu nodaļa |
"""
    ).projects

    assert project.name == "Jauna laipa"
    assert project.field("direction").text == "Ielas"
