"""Scores are means that anybody can check; a peer review counts the low and the high."""

from fractions import Fraction

import pytest

from plancheck.model.categories import Category
from plancheck.model.scores import CriterionScore, RuleScore, Scores


def criterion(id_: str, category: Category, *scores: int | None) -> CriterionScore:
    given = tuple(RuleScore(f"XX0{index}", score) for index, score in enumerate(scores))
    return CriterionScore(id_, category, "It is so.", given)


@pytest.mark.parametrize(
    ("scores", "mean", "rounded"),
    [
        ((4, 4, 1), Fraction(3), 3),
        ((4, 1), Fraction(5, 2), 3),
        ((4, 4, 2, None), Fraction(10, 3), 3),
        ((4, 1, 2), Fraction(7, 3), 2),
        ((None,), None, None),
    ],
)
def test_a_criterion_is_the_mean_of_its_rules_rounded_half_up(
    scores: tuple[int | None, ...], mean: Fraction | None, rounded: int | None
) -> None:
    scored = criterion("M1", Category.MONITORING, *scores)

    assert scored.mean == mean
    assert scored.score == rounded


SCORES = Scores(
    (
        criterion("S1", Category.STRATEGY, 4, 3),
        criterion("T1", Category.TERRITORY, 1),
        criterion("T2", Category.TERRITORY, 2, 2),
        criterion("F3", Category.FUNDING, None),
        CriterionScore(
            "F4", Category.FUNDING, "x", (RuleScore("FF05", None, is_open=True),)
        ),
        criterion("M1", Category.MONITORING, 0),
    )
)


def test_low_high_and_neither_are_told_apart() -> None:
    assert [each.id for each in SCORES.low] == ["M1", "T1", "T2"]
    assert [each.id for each in SCORES.high] == ["S1"]
    assert [each.id for each in SCORES.not_applicable] == ["F3"]
    assert [each.id for each in SCORES.open] == ["F4"]


def test_a_weak_point_is_what_is_low_in_one_dimension() -> None:
    assert [[each.id for each in point] for point in SCORES.weakest] == [
        ["M1"],
        ["T1", "T2"],
    ]


def test_a_dimension_is_the_mean_of_its_criteria() -> None:
    means = {each.category: (each.mean, each.score) for each in SCORES.dimensions}

    assert means == {
        Category.STRATEGY: (4, 4),
        Category.TERRITORY: (Fraction(3, 2), 2),
        Category.FUNDING: (None, None),
        Category.MONITORING: (0, 0),
    }
