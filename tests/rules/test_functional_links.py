"""How places are linked, and what uses it."""

import pytest

from plancheck.rules.functional_links import functional_links
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.test_territory import START

SECTION = """\
## Attīstības centri un funkcionālās saites

Lejasupe ir pakalpojumu centrs četriem pagastiem.

"""
PLAN = """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1.1. | Pārbūvēt tiltu | CN | 2024 |
"""


def score(text: str) -> int:
    return functional_links(programme(START + text)).score


def test_a_section_that_names_a_measure_is_good() -> None:
    named = SECTION.replace("pagastiem.", "pagastiem; saiti uzlabo pasākums 1.1.")

    assert score(named + PLAN) == 3


def test_flows_in_figures_make_it_complete() -> None:
    named = SECTION.replace(
        "pagastiem.",
        "pagastiem; ik dienu 640 cilvēku brauc 14 km, 1210 – 25 km (1.1.).",
    )

    assert score(named + PLAN) == 4


def test_a_measure_that_is_a_link_uses_the_description() -> None:
    plan = PLAN.replace("Pārbūvēt tiltu", "Ieviest transportu pēc pieprasījuma")

    assert score(SECTION + plan) == 3


def test_a_description_that_nothing_uses_is_partial() -> None:
    assert score(SECTION + PLAN) == 2


def test_a_mention_is_no_description() -> None:
    verdict = functional_links(
        programme(START + "Lejasupe ir attīstības centrs.\n\n" + PLAN)
    )

    assert verdict.score == 1
    assert "only mentioned" in verdict.findings[0].text


def test_three_sentences_describe_without_a_heading() -> None:
    text = (
        "Lejasupe ir attīstības centrs. Svārstmigrācija uz to notiek ik dienu. "
        "Pakalpojumu sasniedzamība Birzmalās ir laba; to uzlabo 1.1. pasākums.\n\n"
    )

    assert score(text + PLAN) == 3


def test_links_that_are_denied_or_put_off_are_weak() -> None:
    denied = "Funkcionālās saites nav izvērtētas.\n\n"
    later = "Funkcionālās telpas tiks noteiktas vēlāk.\n\n"

    assert score(denied + PLAN) == 1
    assert score(later + PLAN) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Funkcionālais zonējums noteikts teritorijas plānojumā.",
        "Pašvaldība pilda autonomās funkcijas.",
        "Darbojas uzņēmējdarbības attīstības centrs.",
    ],
)
def test_land_use_and_duties_are_no_links(other: str) -> None:
    assert score(f"{other}\n\n{PLAN}") == 0


def test_without_measures_their_use_cannot_be_told() -> None:
    with pytest.raises(Unsure):
        functional_links(programme(START + SECTION))


def test_a_definition_without_a_place_describes_nothing() -> None:
    text = (
        "## Funkcionālās saites\n\nFunkcionālās saites veido darbs un pakalpojumi.\n\n"
    )

    verdict = functional_links(programme(START + text + PLAN))

    assert verdict.score == 2
    assert "in general" in verdict.message.text()


def test_a_link_in_any_cell_of_a_measure_uses_the_description() -> None:
    plan = PLAN.replace("| CN |", "| CN, svārstmigrācijai uz Rīgu |")

    assert score(SECTION + plan) == 3


def test_a_priority_that_many_rows_stand_under_uses_nothing() -> None:
    plan = PLAN.replace("Nr. |", "Prioritāte |").replace(
        "| 1.1. |", "| Policentriska attīstība |"
    )

    assert score(SECTION + plan) == 2
