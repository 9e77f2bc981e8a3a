"""Objectives with their parents, out of the rows of a table and the lines of a list."""

from plancheck.testing import programme

TITLE = "# Upes novada attīstības programma 2025.–2031. gadam\n\n"


def test_each_item_of_a_row_stands_under_the_nearest_above_it() -> None:
    plan = programme(
        TITLE
        + """## Stratēģiskā daļa

| Mērķis | Prioritāte | Virziens | Uzdevums |
| --- | --- | --- | --- |
| SM1 Labi ceļi | VTP1 Droša kustība | RV1 Ielas | U1 Ietves |
| SM2 Skaidrs ūdens | VTP2 Tīras upes | RV2 Notekas | U2 Caurules |
"""
    )

    parents = {each.code: each.parent_code for each in plan.objectives}
    assert parents["RV2"] == "VTP2"
    assert parents["U2"] == "RV2"


def test_a_number_of_the_list_before_a_code_is_none_of_it() -> None:
    plan = programme(
        TITLE + "## Stratēģiskā daļa\n\n1. VTP1 Labi ceļi\n\n2. VTP2 Skaidrs ūdens\n"
    )

    assert [(each.code, each.name) for each in plan.objectives] == [
        ("VTP1", "Labi ceļi"),
        ("VTP2", "Skaidrs ūdens"),
    ]
