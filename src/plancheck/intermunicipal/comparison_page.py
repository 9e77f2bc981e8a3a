"""What the page of the comparison shows, worked out so that its template only places it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from plancheck.intermunicipal import wording
from plancheck.intermunicipal.figures import FEWEST, Comparison, Outlier, Rank
from plancheck.intermunicipal.programme_page import own_page_name
from plancheck.intermunicipal.reading import Ended, Judged, Scored
from plancheck.reporters.words import Voice, clean


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar, in percent of its width."""

    step: int
    start: float
    share: float


@dataclass(frozen=True)
class ComparisonPage:
    """The figures in the words of one language."""

    comparison: Comparison
    voice: Voice
    fewest: int = FEWEST
    own_pages: str = ""

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        programmes = enumerate(self.comparison.programmes, start=1)
        return {each.path: number for number, each in programmes}

    def number(self, programme: Judged) -> int:
        """By which a programme is linked to."""
        return self._numbers[programme.path]

    def own_page(self, programme: Judged) -> str:
        """The address of the programme's own page; empty where it has none."""
        if not self.own_pages:
            return ""
        return f"{self.own_pages}/{own_page_name(programme)}"

    def category(self, name: str) -> str:
        """What a dimension is called."""
        return wording.category(name, self.voice)

    def criterion(self, scored: Scored) -> str:
        """What a criterion asks."""
        return wording.criterion(scored, self.voice)

    def mean(self, value: float | None) -> str:
        """A mean with two decimals."""
        return wording.mean(value, self.voice)

    def ended(self, result: Ended) -> str:
        """How a rule ended."""
        return wording.ended(result, self.voice)

    def outlier(self, found: Outlier) -> str:
        """How far a programme lies from the others."""
        return wording.outlier(found, self.voice)

    def failure(self, programme: Judged) -> str:
        """Which programme it is and why there is no report of it, each said once."""
        path, reason = clean(programme.path), clean(programme.failure)
        return reason if path in reason else f"{path}: {reason}"

    def score(self, programme: Judged, criterion: Scored) -> int | None:
        """The score of a cell of the heat map."""
        cell = self.comparison.cells.get((programme.path, criterion.id))
        return cell.score if cell else None

    @property
    def category_spans(self) -> tuple[tuple[str, int], ...]:
        """The dimensions with the number of their criteria, in the order of the columns."""
        groups = groupby(self.comparison.criteria, key=lambda each: each.category)
        return tuple((name, len(list(own))) for name, own in groups)

    @property
    def ranks(self) -> Iterator[tuple[str, tuple[Rank, ...]]]:
        """The ranks by all criteria, then by each dimension."""
        yield "", self.comparison.ranks()
        for name in self.comparison.categories:
            yield name, self.comparison.ranks(name)

    @property
    def spreads(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        """How often there is each score, in all and in each dimension."""
        yield "", self.comparison.spread()
        for name in self.comparison.categories:
            yield name, self.comparison.spread(name)

    def bar(self, counts: Mapping[int, int]) -> Iterator[Part]:
        """The scores as pieces of one bar."""
        total = sum(counts.values()) or 1
        done = 0
        for step, count in counts.items():
            if count:
                yield Part(
                    step, round(100 * done / total, 2), round(100 * count / total, 2)
                )
            done += count

    @property
    def has_groups(self) -> bool:
        """Whether any programme has a region, or by what they are grouped."""
        return any(each.name for each in self.comparison.groups)

    @property
    def groups_title(self) -> str:
        """By what they are grouped."""
        return self.voice.say(wording.GROUP_TITLE_TEMPLATES[self.comparison.group_by])

    @property
    def groups_head(self) -> str:
        """What a group is called."""
        return self.voice.say(wording.GROUP_WORDS[self.comparison.group_by])

    @property
    def before_sentence(self) -> str:
        """Which runs are compared, and how many rules end better and worse."""
        before, changes = self.comparison.before, self.comparison.changes
        better = sum(each.is_better for each in changes)
        return self.voice.say(
            "Run {now} beside run {before} of {date}: rules that end better {better}, "
            "otherwise {worse}.",
            now=self.comparison.run.number,
            before=before.number if before else 0,
            date=(before.started if before else "")[:10],
            better=better,
            worse=len(changes) - better,
        )

    def failing(self, programme: Judged) -> tuple[Ended, ...]:
        """The rules that fail on a programme, the lowest score first."""
        failing = (each for each in programme.results if each.outcome == "fail")
        return tuple(sorted(failing, key=lambda each: (each.score or 0, each.code)))
