"""What English programmes say in their own words, by concept of the vocabulary."""

import pytest

from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.rules.borders import neighbours_considered
from plancheck.rules.capacity import capacity_and_risks
from plancheck.rules.governance import coordination
from plancheck.sdk import Unsure, fold
from plancheck.testing import programme


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ("approval", "Municipal Council Regulation no. 14 of 13 October 2022"),
        ("proposals", "Of 119 observations 63 were accepted."),
        ("proposals rejected", "Of 83 proposals 49 were accepted, 15 in part, 19 not."),
        ("form event", "There was a pupils’ day and a walk-in week."),
        ("form meeting", "Hill Side assembly (with interpreters)"),
        ("ongoing participation", "The community boards meet quarterly."),
        ("voice in monitoring", "The report is presented to the assemblies in March."),
        ("vision", "In 2035 Alder is the place where a child can walk to the wood."),
        ("adaptation works", "Road sections closed by water"),
        ("adaptation works", "Retention volume of the ponds, m³"),
        (
            "cooperation channel",
            "The Union of Municipalities of the lake has its seat.",
        ),
        ("ongoing participation", "A civic budget is voted on each May."),
        ("wanted change", "General objective: to narrow the gap by one third"),
        ("functional links", "Some 3 000 residents commute out of the valley."),
        ("functional links", "Each day 900 pupils travel into the town."),
        ("capacity to implement", "Two project posts are vacant."),
        ("assessment outcome", "The SEA Statement is dated 4 May 2024."),
        ("chosen focus", "The priority for our district is the mill weir."),
        ("strategic goal", "Our five outcomes"),
        ("voice in monitoring", "The Area Forum reviews progress in June."),
        ("adaptation works", "Regulation of the upper Velika river"),
        ("numbered goal", "Theme C – Moving about"),
        ("form meeting", "A public debate was held in each village."),
    ],
)
def test_concept_is_known_in_plain_english(concept: str, text: str) -> None:
    assert load_vocabulary("en").concept(concept).spans(fold(text), text)


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ("approval", "The council decides on the regulation of traffic."),
        ("ongoing participation", "Planning Policy Team, Breckland District Council"),
        ("proposals", "Observations of birds began in 2019."),
        ("proposals rejected", "All 49 were accepted; nobody was not heard."),
        ("vision", "In 2035 the population will be 7 400."),
        ("wanted change", "It is hard to raise money by selling land."),
        ("functional links", "The council travels light."),
        ("adaptation works", "Regulation of parking by the river"),
        ("adaptation works", "Retention of staff"),
        ("numbered goal", "Theme: a town of crafts"),
        ("strategic goal", "Outcomes of the workshop"),
    ],
)
def test_words_alike_are_not_the_concept(concept: str, text: str) -> None:
    assert not load_vocabulary("en").concept(concept).spans(fold(text), text)


NEIGHBOURS = """
# Alder Town Development Plan 2024–2030

## Neighbouring municipalities

The depot is shared with Birch, and the bus goes on to Rowan.
"""


def test_neighbours_without_their_kind_are_not_said_to_be_missing() -> None:
    with pytest.raises(Unsure, match="names places"):
        neighbours_considered(programme(NEIGHBOURS))


def test_neighbours_without_names_are_missed() -> None:
    text = NEIGHBOURS.replace("with Birch", "with others").replace("to Rowan", "north")

    assert neighbours_considered(programme(text)).score == 1


STEERED = """
# Alder Town Plan 2024–2030

## Who steers

The Programme Board coordinates the implementation of the plan. It gathers every two months under
the deputy mayor. Members are four heads of department and two residents. The Board approves the
order of works and prepares the annual budget request. The town has 31 staff; each department gives
15 % of its time to the programme, and two officers are being trained in procurement.
"""


def test_a_board_is_known_by_plain_sentences() -> None:
    verdict = coordination(programme(STEERED))

    assert verdict.score >= 3
    assert not any("how often" in each.text for each in verdict.findings)
    assert not any("who leads" in each.text for each in verdict.findings)


def test_time_given_to_the_programme_is_capacity() -> None:
    verdict = capacity_and_risks(programme(STEERED))

    assert verdict.score == 2
    assert "staff" not in " ".join(each.text for each in verdict.findings)
