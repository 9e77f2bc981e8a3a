"""Scores of many programmes beside each other: a heat map, ranks, spread, what stands out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import mean, quantiles

from plancheck.intermunicipal.reading import Ended, Judged, Run, Scored
from plancheck.model.categories import Category

LOW, GOOD = 2, 3
"""Up to the one a score is low, from the other it is good, as in a peer review."""

GROUPINGS = ("region", "language", "profile")
"""By what programmes may be grouped: fields of `Judged`."""

REASONS = 3
"""Criteria that a rank is explained by."""

FEWEST = 5
"""Programmes from which one may stand out among them."""

_FAR = 1.5  # times the middle half of the programmes, as Tukey draws his whiskers
_FENCE = 0.5  # the least width that this half is taken to have, in steps of the scale


@dataclass(frozen=True, slots=True)
class Rank:
    """A programme's place among the others; those of equal means share one.

    `weakest` are the criteria that pull it down, the worst first.
    """

    place: int
    programme: Judged
    mean: float
    weakest: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """How often a rule failed, of the programmes on which it judged."""

    code: str
    title: str
    category: str
    failed: int
    judged: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.failed / self.judged


@dataclass(frozen=True, slots=True)
class Outlier:
    """A programme whose mean in a category lies far from those of the others."""

    programme: Judged
    category: str
    mean: float
    low: float
    high: float

    @property
    def is_low(self) -> bool:
        """Whether it lies below them."""
        return self.mean < self.low


@dataclass(frozen=True, slots=True)
class Group:
    """Programmes that share a region or the like, with their means by category."""

    name: str
    programmes: tuple[Judged, ...]
    means: Mapping[str, float | None]
    mean: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """A rule that ends otherwise on a programme than in the run before."""

    programme: Judged
    before: Ended
    now: Ended

    @property
    def is_better(self) -> bool:
        """Whether the score rose, or a rule that failed does so no more."""
        if self.before.score is not None and self.now.score is not None:
            return self.now.score > self.before.score
        return self.before.outcome == "fail"


@dataclass(frozen=True)
class Comparison:
    """The programmes of a run that were judged, and what they say together.

    `group_by` is one of `GROUPINGS`.
    """

    run: Run
    before: Run | None = None
    group_by: str = "region"

    @cached_property
    def programmes(self) -> tuple[Judged, ...]:
        """Those that were judged, by name."""
        judged = (each for each in self.run.programmes if not each.failure)
        return tuple(sorted(judged, key=lambda each: (each.name, each.path)))

    @property
    def failed(self) -> tuple[Judged, ...]:
        """Those that there is no report of."""
        return tuple(each for each in self.run.programmes if each.failure)

    @cached_property
    def criteria(self) -> tuple[Scored, ...]:
        """Every criterion once, as the first programme has it that does, by dimension."""
        known: dict[str, Scored] = {}
        for programme in self.programmes:
            for each in programme.criteria:
                known.setdefault(each.id, each)
        order = [each.value for each in Category]
        return tuple(
            sorted(known.values(), key=lambda each: order.index(each.category))
        )

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories of the criteria, in their order."""
        return tuple(dict.fromkeys(each.category for each in self.criteria))

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], Scored]:
        """The criteria of programmes by path and criterion."""
        return {
            (programme.path, each.id): each
            for programme in self.programmes
            for each in programme.criteria
        }

    def mean(self, programme: Judged, category: str | None = None) -> float | None:
        """The mean of a programme's criteria, of one category or of all."""
        return _mean(
            each.mean
            for each in programme.criteria
            if category is None or each.category == category
        )

    def ranks(self, category: str | None = None) -> tuple[Rank, ...]:
        """The programmes by their mean, the best first; those without one left out."""
        means = {each.path: self.mean(each, category) for each in self.programmes}
        known = sorted(found for found in means.values() if found is not None)
        ranks = []
        for programme in self.programmes:
            found = means[programme.path]
            if found is not None:
                place = 1 + len(known) - bisect_right(known, found + 1e-9)
                weakest = _weakest(programme.criteria, category)
                ranks.append(Rank(place, programme, found, weakest))
        return tuple(sorted(ranks, key=lambda each: (each.place, each.programme.name)))

    @cached_property
    def places(self) -> Mapping[str, Rank]:
        """The ranks by all criteria, by the paths of their programmes."""
        return {each.programme.path: each for each in self.ranks()}

    def spread(self, category: str | None = None) -> Mapping[int, int]:
        """How many criteria of all programmes have each score from 0 to 4."""
        counts = Counter(
            each.score
            for programme in self.programmes
            for each in programme.criteria
            if category is None or each.category == category
        )
        return {score: counts[score] for score in range(5)}

    @cached_property
    def most_failed(self) -> tuple[Failed, ...]:
        """The rules that failed at all, the most failed first."""
        judged: dict[str, list[Ended]] = {}
        for programme in self.programmes:
            for each in programme.results:
                if each.outcome in {"pass", "fail", "waived"}:
                    judged.setdefault(each.code, []).append(each)
        counted = (
            Failed(
                code,
                results[0].title,
                results[0].category,
                sum(each.outcome == "fail" for each in results),
                len(results),
            )
            for code, results in judged.items()
        )
        found = [each for each in counted if each.failed]
        return tuple(sorted(found, key=lambda each: (-each.share, each.code)))

    @cached_property
    def outliers(self) -> tuple[Outlier, ...]:
        """Programmes far from the others in a category, the lowest first."""
        found = [each for name in self.categories for each in self._outliers_in(name)]
        return tuple(sorted(found, key=lambda each: each.mean - each.low))

    def _outliers_in(self, category: str) -> Iterable[Outlier]:
        means = {
            each.path: found
            for each in self.programmes
            if (found := self.mean(each, category)) is not None
        }
        if len(means) < FEWEST:
            return
        first, _middle, third = quantiles(means.values(), n=4, method="inclusive")
        reach = _FAR * max(third - first, _FENCE)
        low, high = first - reach, third + reach
        for programme in self.programmes:
            found = means.get(programme.path)
            if found is not None and not low <= found <= high:
                yield Outlier(programme, category, found, first, third)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The programmes by region or the like, the best first; those without one last."""
        by_name: dict[str, list[Judged]] = {}
        for each in self.programmes:
            by_name.setdefault(getattr(each, self.group_by), []).append(each)
        groups = [self._group(name, own) for name, own in by_name.items()]
        return tuple(
            sorted(groups, key=lambda each: (not each.name, -(each.mean or 0)))
        )

    def _group(self, name: str, programmes: Sequence[Judged]) -> Group:
        means = {
            category: _mean(self.mean(each, category) for each in programmes)
            for category in self.categories
        }
        whole = _mean(map(self.mean, programmes))
        return Group(name, tuple(programmes), means, whole)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What ends otherwise than in the run before, programme by programme."""
        if self.before is None:
            return ()
        earlier = {each.path: each for each in self.before.programmes}
        return tuple(
            Change(programme, old, new)
            for programme in self.programmes
            if programme.path in earlier
            for old, new in _changed(earlier[programme.path].results, programme.results)
        )

    def mean_before(self, programme: Judged) -> float | None:
        """The programme's mean in the run before; None where it was not in it."""
        earlier = self.before.programmes if self.before else ()
        same = (each for each in earlier if each.path == programme.path)
        return next((self.mean(each) for each in same), None)


def compare(
    run: Run, before: Run | None = None, group_by: str = "region"
) -> Comparison:
    """A run of an audit compared, over time too where another run is given."""
    return Comparison(run, before, group_by)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return mean(known) if known else None


def _weakest(criteria: Iterable[Scored], category: str | None) -> tuple[Scored, ...]:
    """The criteria with low scores, the lowest mean first."""
    low = [
        each
        for each in criteria
        if (category is None or each.category == category)
        and each.mean is not None
        and each.score is not None
        and each.score <= LOW
    ]
    return tuple(sorted(low, key=lambda each: (each.mean or 0, each.id))[:REASONS])


def _changed(
    before: Sequence[Ended], now: Sequence[Ended]
) -> Iterable[tuple[Ended, Ended]]:
    earlier = {each.code: each for each in before}
    for new in now:
        old = earlier.get(new.code)
        if old and (old.outcome, old.score) != (new.outcome, new.score):
            yield old, new
