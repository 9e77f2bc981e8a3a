"""Own territorial units in the plans."""

from dataclasses import replace

import pytest

from plancheck.rules.own_units import own_units
from plancheck.sdk import Cell, NotApplicable, Programme, Table
from plancheck.testing import programme
from tests.rules.test_territory import START

TABLE = """\
| Teritoriālā vienība | Iedzīvotāji |
| --- | --- |
| Lejasupes pilsēta | 6 200 |
| Gāršas pagasts | 1 400 |
| Novadā kopā | 7 600 |

"""
PLAN = """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1.1. | {} | Gāršas pagasta pārvalde | 2024 |
"""


def missing(text: str, units: tuple[str, ...] = ()) -> list[str]:
    verdict = own_units(programme(START + text, units=units))
    return [finding.text for finding in verdict.findings]


def test_a_unit_that_no_row_names_is_quoted_from_the_table() -> None:
    verdict = own_units(programme(START + TABLE + PLAN.format("Laukums Lejasupē")))

    [finding] = verdict.findings
    assert verdict.score == 2
    assert (
        finding.text
        == "No measure or project names “Gāršas pagasts”, and nothing says why."
    )
    assert "row 3" in str(getattr(finding.evidence[0], "location", ""))


def test_responsible_bodies_and_the_municipality_name_no_unit() -> None:
    assert missing(TABLE + PLAN.format("Lejasupes novada tīmekļvietne")) == [
        "No measure or project names any of the 2 territorial units."
    ]


def test_inflected_names_count() -> None:
    assert not missing(TABLE + PLAN.format("Ceļš no Lejasupes uz Gāršu"))


def test_a_reason_for_nothing_counts() -> None:
    reason = "Gāršā ieguldījumi nav plānoti, jo tur visu nodrošina valsts.\n\n"

    assert not missing(TABLE + reason + PLAN.format("Laukums Lejasupē"))


def test_the_facts_tell_the_units_first() -> None:
    units = ("Lejasupe", "Birzmalu pagasts")

    found = missing(TABLE + PLAN.format("Laukums Lejasupē"), units=units)

    assert found == [
        "No measure or project names “Birzmalu pagasts”, and nothing says why."
    ]


def test_a_sentence_tells_the_units_where_no_table_does() -> None:
    sentence = "Novadu veido Lejasupes pilsēta, Gāršas pagasts un Sūnupes pagasts.\n\n"

    assert missing(sentence + PLAN.format("Ceļš no Lejasupes uz Gāršu")) == [
        "No measure or project names “Sūnupes”, and nothing says why."
    ]
    assert not missing(sentence + PLAN.format("Ceļi Lejasupē, Gāršā un Sūnupē"))


def test_unknown_units_and_missing_plans_are_not_judged() -> None:
    with pytest.raises(NotApplicable):
        own_units(programme(START + PLAN.format("Laukums")))
    with pytest.raises(NotApplicable):
        own_units(programme(START + TABLE))


def test_the_people_that_a_board_consists_of_are_no_units() -> None:
    board = programme(
        """
# Development plan of Otterbury Municipality 2024–2030

The delivery board meets twice a year: it consists of the Chief Executive, the Head of
Finance and the Director of Housing.

# Action plan

| Measure | Responsible | Deadline |
| --- | --- | --- |
| Rebuild the bridge | Roads department | 2025 |
"""
    )

    with pytest.raises(NotApplicable):
        own_units(board)


def test_a_head_over_two_rows_is_no_unit() -> None:
    cells = (
        Cell("Teritoriālā vienība", 0, 0, row_span=2),
        Cell("Iedzīvotāji", 0, 1),
        Cell("2024", 1, 1),
        Cell("Lejasupes pilsēta", 2, 0),
        Cell("6 200", 2, 1),
        Cell("Gāršas pagasts", 3, 0),
        Cell("1 400", 3, 1),
    )
    planned = programme(START + PLAN.format("Laukums Lejasupē un Gāršā"))
    [volume] = planned.documents
    with_units = replace(volume, blocks=(*volume.blocks, Table(cells, 4, 2)))

    verdict = own_units(
        Programme((with_units,), planned.vocabulary, planned.facts, planned.as_of)
    )

    assert str(verdict.message).startswith("2 of 2 territorial units")
