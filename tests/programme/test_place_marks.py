"""Where measures take place may stand in a table of crosses, and who pays in one of letters."""

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Straumenes novada attīstības programma 2024.–2030. gadam\n\n"
PLAN = """## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš | Projekti |
| --- | --- | --- | --- | --- |
| M1 | Labot laipu | Ceļu nodaļa | 2026 | Z-1 |
| M2 | Rīkot talku | Parku nodaļa | 2027 | – |
| M3 | Siltināt skolu | Skolu nodaļa | 2028 | Z-2 |
| M4 | Kopt parku | Parku nodaļa | 2029 | Z-3 |

## Investīciju plāns

| Nr. | Projekts | Izmaksas, EUR |
| --- | --- | --- |
| Z-1 | Koka celiņš pār upi | 40 000 |
| Z-2 | Ēkas fasāde | 600 000 |
| Z-3 | Liepu aleja | 9 000 |
"""
CROSSES = """
## Kur tas notiks

4. tabula. Pasākumi pa pagastiem (Kal – Kalnu pagasts, Lej – Lejas pagasts)

| Pasākums | Kal | Lej | Upe |
| --- | --- | --- | --- |
| M1 | x | | x |
| M2 | | X | |
| M3 | | | |
| M4 | x | | |
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def test_crosses_tell_where_measures_take_place() -> None:
    found = [each.territory.text for each in plan(PLAN + CROSSES).measures]

    assert found == ["Kalnu pagasts, Upe", "Lejas pagasts", "", "Kalnu pagasts"]


def test_the_cross_is_quoted_where_it_stands() -> None:
    [first, *_] = plan(PLAN + CROSSES).measures

    assert first.territory.location.row_number == 2
    assert first.territory.location.column_number == 2


def test_crosses_below_fields_of_policy_tell_no_place() -> None:
    topics = CROSSES.replace("pa pagastiem", "pa jomām").replace(" pagasts", " joma")
    found = plan(PLAN + topics.replace("Pasākums |", "Kods |")).measures

    assert [each.territory.text for each in found] == ["", "", "", ""]


def test_a_project_takes_place_where_the_measure_does_that_names_it() -> None:
    found = [(each.name, each.territory.text) for each in plan(PLAN + CROSSES).projects]

    assert found == [
        ("Koka celiņš pār upi", "Kalnu pagasts, Upe"),
        ("Ēkas fasāde", ""),
        ("Liepu aleja", "Kalnu pagasts"),
    ]


def test_years_and_bodies_of_a_measure_do_not_make_up_for_those_of_its_project() -> (
    None
):
    assert not any(each.has_column("term") for each in plan(PLAN).projects)
    assert not any(each.has_column("responsible") for each in plan(PLAN).projects)


SOURCES = """## Investīciju plāns

{legend}

| Projekts | Kopā, EUR | Finansējuma avoti, EUR |||
| ^^ | ^^ | N | S | B |
| --- | --- | --- | --- | --- |
| Tilts | 900 | 200 | 700 | |
| Skola | 800 | 100 | 300 | 400 |
"""


def test_a_line_tells_what_letters_over_shares_of_the_money_stand_for() -> None:
    legend = "Avoti: N – novada budžets, S – ES fondi, B – banku aizdevumi un citi."
    [_, school] = plan(SOURCES.format(legend=legend)).projects

    assert school.field("municipal share").number == 100
    assert school.field("eu share").number == 300


def test_letters_that_nobody_explains_are_no_shares() -> None:
    [_, school] = plan(SOURCES.format(legend="Summas ir aptuvenas.")).projects

    assert not school.has_column("eu share")
