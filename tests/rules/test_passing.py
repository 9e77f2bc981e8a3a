"""What is told of a part that has no section of its own."""

from plancheck.rules.structure import complete_parts
from plancheck.testing import programme

PARTS = ("current situation", "strategic part", "action plan", "participation report")
TOWN = """
# Our town

The objectives of this document are to:

- give every child a safe way to school;
- keep the shops on the square.

# Existing conditions

The town has 2 100 residents.

# Action plan

| Action | Responsible body | Term |
| --- | --- | --- |
| Footpath to the school | Works office | 2027 |

# How it was made

Residents were asked for their wishes in a survey by post.
"""


def test_parts_told_of_in_passing_are_quoted() -> None:
    verdict = complete_parts(programme(TOWN), parts=PARTS, words=2)

    assert [finding.text for finding in verdict.findings] == [
        (
            "No heading of the part “strategic part” was recognised; the text tells of it, "
            "as in “The objectives of this document are to:”"
        ),
        (
            "No heading of the part “participation report” was recognised; the text tells "
            "of it, as in “Residents were asked for their wishes in a survey by post.”"
        ),
    ]
    assert verdict.score == 1


def test_a_part_of_which_nothing_is_told_is_not_found() -> None:
    text = TOWN.replace(
        "Residents were asked for their wishes in a survey by post.", ""
    )

    verdict = complete_parts(programme(text), parts=PARTS, words=2)

    assert verdict.findings[-1].text == (
        "The part “participation report” was not found in the supplied files."
    )


def test_goals_headed_together_with_actions_are_the_strategic_part() -> None:
    text = TOWN.replace(
        "# Existing", "## Goals and Actions\n\nSafe quays.\n\n# Existing"
    )

    verdict = complete_parts(programme(text), parts=PARTS, words=2)

    assert "strategic part" not in " ".join(each.text for each in verdict.findings)


NARRATIVE = """
# Improving resilience

The county has heard its residents.

## Strategy 1: Prepare for more wildfire

### Measure Fire-1: Map what is newly at risk

The county updates its maps.

### Measure Fire-2: Coordinate recovery programmes

Recovery begins at once.

## Strategy 2: Prepare for extreme heat

### Measure Heat-1: Provide shade at bus stops

Trees come first.

### Measure Heat-2: Protect critical infrastructure

Substations are cooled.

## Strategy 3: Prepare for floods

### Measure Flood-1: Replant bare areas

Slopes are planted.
"""


def test_numbered_measures_and_strategies_are_the_parts_that_no_heading_names() -> None:
    verdict = complete_parts(
        programme(NARRATIVE), parts=("strategic part", "action plan")
    )

    assert verdict.score == 4
    assert [quote.text for quote in verdict.quotes] == [
        "Strategy 1: Prepare for more wildfire",
        "Measure Fire-1: Map what is newly at risk",
    ]


def test_a_few_numbered_measures_are_no_action_plan() -> None:
    few = NARRATIVE.replace("Measure Flood-1: Replant", "On bare")

    [finding] = complete_parts(
        programme(few), parts=("strategic part", "action plan")
    ).findings

    assert finding.text == (
        "The part “action plan” was not found in the supplied files."
    )


def test_many_lines_that_bid_are_quoted_where_no_heading_names_an_action_plan() -> None:
    bids = "\n".join(f"- Improve the crossing at street {each}" for each in range(12))

    [finding] = complete_parts(
        programme(f"# Streets of the town\n\n{bids}\n"), parts=("action plan",)
    ).findings

    assert finding.text == (
        "No heading of the part “action plan” was recognised; the text tells of it, as in "
        "“Improve the crossing at street 0”"
    )


METHOD = """
# Municipality of Brezova

## Method of work

The public took part in the drafting. A questionnaire was answered by 305 residents. Three
workshops with the villages had 88 participants. At the public presentation in the library
61 residents were present.
"""


def test_forms_with_their_numbers_in_one_section_are_the_report_whatever_it_is_called() -> (
    None
):
    verdict = complete_parts(programme(METHOD), parts=("participation report",))

    assert verdict.score == 4


def test_a_form_or_two_without_numbers_are_no_report() -> None:
    bare = METHOD.replace("answered by 305 residents", "sent out").replace(
        "had 88 participants", "were held"
    )

    [finding] = complete_parts(
        programme(bare), parts=("participation report",)
    ).findings

    assert finding.text.startswith("No heading of the part “participation report”")
