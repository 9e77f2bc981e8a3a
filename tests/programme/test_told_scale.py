"""Sums whose scale a sentence or a caption tells, and no column."""

import pytest

from plancheck.testing import programme

PLAN = """
# Development plan of Otterbury County 2024–2030

All sums are in thousand euro at prices of 2023, unless said otherwise.

# Investment plan

| No. | Project | Cost | Municipality | State | Year |
| --- | --- | --- | --- | --- | --- |
| P1 | Weir on the Otter | 4,200 | 1,200 | 3,000 | 2025 |
"""


def cost(text: str) -> int:
    [project] = programme(text, language="en").projects
    return int(project.amount.number or 0)


def test_a_sentence_on_all_sums_tells_their_scale() -> None:
    [project] = programme(PLAN, language="en").projects

    assert project.amount.number == 4_200_000
    assert [share.number for share in project.shares] == [1_200_000, 3_000_000]


def test_the_label_of_the_column_goes_first() -> None:
    assert cost(PLAN.replace("| Cost |", "| Cost, EUR |")) == 4200


@pytest.mark.parametrize(
    "unit",
    ["tūkst. EUR", "kEUR", "k €", "EUR '000", "mio EUR", "bn euro", "mlrd. eiro"],
)
def test_every_way_to_write_a_scale_is_heard(unit: str) -> None:
    assert cost(PLAN.replace("thousand euro", unit)) >= 4_200_000


@pytest.mark.parametrize(
    "sentence",
    [
        "Sums above 50 thousand euro need a vote of the council.",
        "The bridge was built for thousand euro notes, and the sums were never told.",
    ],
)
def test_a_sentence_on_one_sum_tells_no_scale(sentence: str) -> None:
    said = "All sums are in thousand euro at prices of 2023, unless said otherwise."

    assert cost(PLAN.replace(said, sentence)) == 4200
