"""What a peer review prints: six dimensions, low and high criteria, the weakest points."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.rule import Rule as Line
from rich.table import Table as Grid
from rich.text import Text

from plancheck.reporters.details import marked
from plancheck.reporters.points import POINTS_SHOWN
from plancheck.reporters.words import CATEGORY_TITLES, NO_SCORE, Voice
from plancheck.sdk import CriterionScore, Scores


@dataclass(frozen=True, slots=True)
class Review:
    """The scores in one language; with `is_detailed`, the arithmetic of each."""

    scores: Scores
    voice: Voice
    is_detailed: bool = False

    def lines(self) -> Iterator[RenderableType]:
        """Nothing where no rule counts for a criterion."""
        if not self.scores.criteria:
            return
        yield Text()
        title = self.voice.say("Criteria of a peer review")
        yield Line(Text(title, "bold"), align="left", style="dim")
        yield Text(
            self.voice.say(
                "Derived from public descriptions of the self-assessment tool for "
                "urban strategies; not its official wording."
            ),
            "dim",
        )
        yield self._dimensions()
        if self.is_detailed:
            yield from map(self._arithmetic, self.scores.criteria)
        yield Text(self.voice.counts(self.scores))
        yield from self._weakest()

    def _dimensions(self) -> RenderableType:
        grid = Grid.grid(padding=(0, 2))
        for dimension in self.scores.dimensions:
            criteria = "  ".join(
                f"{each.id} {_step(each.score)}" for each in dimension.criteria
            )
            title = self.voice.say(CATEGORY_TITLES[dimension.category])
            grid.add_row(
                Text(title), Text(self.voice.mean(dimension.mean)), Text(criteria)
            )
        return grid

    def _arithmetic(self, criterion: CriterionScore) -> RenderableType:
        """A criterion's rules with their scores, the mean, and the step it is rounded to."""
        given = ", ".join(
            f"{each.code} {_step(each.score)}" for each in criterion.given
        )
        said = self.voice.say(
            "{id} {title}: {given}; mean {mean}, score {score}",
            id=criterion.id,
            title=self.voice.say(criterion.title),
            given=given,
            mean=self.voice.mean(criterion.mean),
            score=_step(criterion.score),
        )
        return Text(said)

    def _weakest(self) -> Iterator[RenderableType]:
        if self.scores.weakest:
            yield Text(self.voice.say("The weakest points:"))
        points = self.scores.weakest[:POINTS_SHOWN]
        for number, point in enumerate(points, start=1):
            criteria = "; ".join(
                f"{each.id} {self.voice.say(each.title)} {each.score}/4"
                for each in point
            )
            yield marked(f"{number}.", Text(criteria), 2)


def _step(score: int | None) -> str:
    return NO_SCORE if score is None else str(score)
