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
