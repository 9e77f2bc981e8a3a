"""A range of codes names those between its ends; what only looks like one does not."""

import pytest

from plancheck.programme.codes import LevelReader, codes_in
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.rules.linkage import projects_linked
from plancheck.testing import programme

KNOWN = frozenset({"VTP", "RV", "U", "P"})


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("RV4–RV6", "RV4 RV5 RV6"),
        ("U1.1. – U1.3.", "U1.1 U1.2 U1.3"),
        ("U2.1-U2.3", "U2.1 U2.2 U2.3"),
        ("RV3.2.–3.4.", "RV3.2 RV3.3 RV3.4"),
        ("VTP1–3", "VTP1 VTP2 VTP3"),
        ("VTP2.–4. prioritāte", "VTP2 VTP3 VTP4"),
        ("4.1.1.-4.1.3.", "4.1.1 4.1.2 4.1.3"),
        ("P2-RV1-1 – P2-RV1-3", "P2-RV1-1 P2-RV1-2 P2-RV1-3"),
        ("U1.1, U1.3…U1.5; U2.1", "U1.1 U1.3 U1.4 U1.5 U2.1"),
    ],
)
def test_all_codes_of_a_range_are_named(text: str, members: str) -> None:
    assert codes_in(text, KNOWN) == tuple(members.split())


@pytest.mark.parametrize(
    ("language", "text"),
    [("lv", "no RV2.1. līdz RV2.3. virzienam"), ("en", "directions RV2.1 to RV2.3")],
)
def test_a_range_may_be_told_in_words(language: str, text: str) -> None:
    levels = LevelReader(load_vocabulary(language), {"RV": "Direction"})
    levels.learn("RV", "direction")

    assert levels.codes_in(text) == ("RV2.1", "RV2.2", "RV2.3")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("VTP1 – RV4", "VTP1 RV4"),
        ("U1.2 – U2.4", "U1.2 U2.4"),
        ("U3.4 - U3.1", "U3.4 U3.1"),
        ("VTP1 – 3 projekti", "VTP1"),
        ("VTP1–20%", "VTP1"),
        ("RV1, RV4", "RV1 RV4"),
        ("RV1–RV900", "RV1 RV900"),
    ],
)
def test_codes_that_are_no_ends_of_a_range_stay_two(text: str, named: str) -> None:
    assert codes_in(text, KNOWN) == tuple(named.split())


def test_a_project_is_linked_by_a_code_within_a_range() -> None:
    plan = """# Rīcības plāns

| Kods | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| P1.1. | Peldbaseina būvniecība | Būvvalde | 2026 |
| P1.2. | Mūzikas skolas siltināšana | Būvvalde | 2026 |
| P1.3. | Estrādes pārbūve | Kultūras centrs | 2027 |

# Investīciju plāns

| Nr. | Projekts | Saistītie pasākumi | Summa, EUR |
| --- | --- | --- | --- |
| 1 | Brīvā laika kvartāls | P1.1. – P1.3. | 900000 |
"""
    judged = programme(plan)

    [project] = judged.projects
    assert judged.codes_in(project.quote.text)[-3:] == ("P1.1", "P1.2", "P1.3")
    assert projects_linked(judged).passes
