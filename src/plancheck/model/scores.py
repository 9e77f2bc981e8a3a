"""The scores of criteria and dimensions, with the arithmetic that they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from plancheck.model.categories import Category
from plancheck.model.verdict import GOOD


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What a rule gives to a criterion; `score` is None where it did not judge.

    `is_open` says that it is not sure or crashed, not that it has nothing to judge.
    """

    code: str
    score: int | None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """A criterion of the peer review: the mean of its rules' scores, rounded half up."""

    id: str
    category: Category
    title: str
    given: tuple[RuleScore, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of the rules that count for it."""
        return tuple(each.code for each in self.given)

    @property
    def mean(self) -> Fraction | None:
        """The mean of the rules that judged; None where none did."""
        return mean([each.score for each in self.given if each.score is not None])

    @property
    def score(self) -> int | None:
        """The mean as a step of the scale; None where no rule judged."""
        return rounded(self.mean)

    @property
    def is_open(self) -> bool:
        """Whether it has no score because a rule could not tell."""
        return self.mean is None and any(each.is_open for each in self.given)


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One of the six dimensions: the mean of the scores of its criteria."""

    category: Category
    criteria: tuple[CriterionScore, ...]

    @property
    def mean(self) -> Fraction | None:
        """The mean of the criteria that have a score; None where none has."""
        scores = [each.score for each in self.criteria]
        return mean([score for score in scores if score is not None])

    @property
    def score(self) -> int | None:
        """The mean as a step of the scale."""
        return rounded(self.mean)


@dataclass(frozen=True, slots=True)
class Scores:
    """All criteria with what a peer review prints of them."""

    criteria: tuple[CriterionScore, ...] = ()

    @property
    def dimensions(self) -> tuple[DimensionScore, ...]:
        """The dimensions that have criteria, in their order."""
        categories = dict.fromkeys(each.category for each in self.criteria)
        return tuple(
            DimensionScore(
                category,
                tuple(each for each in self.criteria if each.category is category),
            )
            for category in categories
        )

    @property
    def low(self) -> tuple[CriterionScore, ...]:
        """Those with a score of 0 to 2, the weakest first."""
        low = [each for each in self.criteria if _is_low(each)]
        return tuple(sorted(low, key=lambda each: each.mean or 0))

    @property
    def high(self) -> tuple[CriterionScore, ...]:
        """Those with a score of 3 or 4."""
        return tuple(
            each
            for each in self.criteria
            if each.score is not None and not _is_low(each)
        )

    @property
    def not_applicable(self) -> tuple[CriterionScore, ...]:
        """Those that none of their rules had anything to judge for."""
        return tuple(
            each for each in self.criteria if each.mean is None and not each.is_open
        )

    @property
    def open(self) -> tuple[CriterionScore, ...]:
        """Those that their rules could not tell."""
        return tuple(each for each in self.criteria if each.is_open)

    @property
    def weakest(self) -> tuple[tuple[CriterionScore, ...], ...]:
        """The weak points, the weakest first: the low criteria of each dimension together."""
        points: dict[Category, list[CriterionScore]] = {}
        for criterion in self.low:
            points.setdefault(criterion.category, []).append(criterion)
        return tuple(map(tuple, points.values()))


def _is_low(criterion: CriterionScore) -> bool:
    return criterion.score is not None and criterion.score < GOOD


def mean(scores: Sequence[int]) -> Fraction | None:
    """Exact, so that 2½ is rounded up on every machine; None of nothing."""
    return Fraction(sum(scores), len(scores)) if scores else None


def rounded(value: Fraction | None) -> int | None:
    """The nearest step of the scale, a half up.

    >>> rounded(Fraction(5, 2)), rounded(Fraction(9, 4)), rounded(None)
    (3, 2, None)
    """
    return None if value is None else int(value + Fraction(1, 2))
