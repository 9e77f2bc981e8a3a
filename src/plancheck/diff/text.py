"""A diff for a terminal: what is new first, then what is mended and what is left."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.rule import Rule as Line
from rich.table import Table as Grid
from rich.text import Text

from plancheck.diff.changes import Change, Diff, ScoreChange, Status
from plancheck.diff.words import MARKS, STATUS_WORDS, Words, step
from plancheck.model.report import Outcome
from plancheck.reporters.details import indented, marked
from plancheck.reporters.printing import PLAIN_WIDTH, printed
from plancheck.reporters.words import SEVERITY_WORDS

SHOWN = 40
"""Findings of one status, before the others are only counted."""

_STYLES = {
    Status.NEW: "bold red",
    Status.UNSURE: "bold yellow",
    Status.MENDED: "green",
    Status.STILL: "",
    Status.WAIVED: "cyan",
}


def render_text(
    diff: Diff,
    language: str,
    *,
    width: int = PLAIN_WIDTH,
    has_colour: bool = False,
    is_brief: bool = False,
) -> str:
    """The diff as text.

    Args:
        diff: What changed from one draft to the next.
        language: BCP 47.
        width: Of a line, in characters.
        has_colour: Whether the terminal shows colours.
        is_brief: Only what changed, without a word of what is still there.
    """
    view = _View(diff, Words.of(diff, language))
    parts = view.brief() if is_brief else view.whole()
    return printed(parts, width, has_colour=has_colour)


@dataclass(frozen=True, slots=True)
class _View:
    diff: Diff
    words: Words

    def whole(self) -> Iterator[RenderableType]:
        say = self.words.say
        old, new = self.diff.old, self.diff.new
        yield Text(say("Old draft: {draft}", draft=self.words.head(old)))
        yield Text(say("New draft: {draft}", draft=self.words.head(new)), "bold")
        for note in self.words.notes():
            yield Text(note, "yellow")
        for status in (Status.NEW, Status.UNSURE, Status.MENDED):
            yield from self._listed(status)
        for status in (Status.STILL, Status.WAIVED):
            yield from self._counted(status)
        yield from self._rules()
        yield from self._scores(self.diff.dimensions)
        yield Text()
        yield Line(style="dim")
        yield from self._end()

    def brief(self) -> Iterator[RenderableType]:
        for status in (Status.NEW, Status.UNSURE, Status.MENDED):
            yield from self._listed(status)
        yield from self._rules()
        changed = [each for each in self.diff.dimensions if each.differs]
        yield from self._scores(changed)
        yield from self._end()

    def _title(self, status: Status, count: int) -> Iterator[RenderableType]:
        yield Text()
        title = f"{self.words.say(STATUS_WORDS[status])}: {count}"
        yield Line(Text(title, "bold"), align="left", style="dim")

    def _listed(self, status: Status) -> Iterator[RenderableType]:
        changes = self.diff.of(status)
        if changes:
            yield from self._title(status, len(changes))
        for change in changes[:SHOWN]:
            yield from self._change(change)
        if len(changes) > SHOWN:
            said = self.words.say(
                "and {count} more (--format json has all)", count=len(changes) - SHOWN
            )
            yield indented(Text(said, "dim"), 2)

    def _change(self, change: Change) -> Iterator[RenderableType]:
        code = Text(f"{change.code} ", "bold")
        if change.status is Status.NEW:
            code.append(f"{self.words.say(SEVERITY_WORDS[change.severity])} ", "red")
        style = _STYLES[change.status]
        line = code.append(self.words.sentence(change), "")
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(MARKS[change.status], style), line)
        yield grid
        if place := self.words.place(change):
            yield marked("→", Text(place, "cyan"), 4)

    def _counted(self, status: Status) -> Iterator[RenderableType]:
        """How many findings of each rule there are."""
        changes = self.diff.of(status)
        if not changes:
            return
        yield from self._title(status, len(changes))
        grid = Grid.grid(padding=(0, 1, 0, 0))
        for code, count in Counter(each.code for each in changes).items():
            grid.add_row(
                Text(MARKS[status], _STYLES[status]),
                Text(code, "bold"),
                Text(str(count)),
                Text(self.words.title_of(code)),
            )
        yield grid

    def _rules(self) -> Iterator[RenderableType]:
        if not self.diff.rules:
            return
        yield Text()
        title = self.words.say("Rules that end otherwise")
        yield Line(Text(title, "bold"), align="left", style="dim")
        grid = Grid.grid(padding=(0, 2, 0, 0))
        for rule in self.diff.rules:
            before, after = self.words.outcomes(rule)
            is_better = rule.new is not None and rule.new.outcome is Outcome.PASS
            grid.add_row(
                Text(rule.code, "bold"),
                Text(f"{before} → {after}", "green" if is_better else "yellow"),
                Text(self.words.title_of(rule.code)),
            )
        yield grid

    def _scores(self, dimensions: Sequence[ScoreChange]) -> Iterator[RenderableType]:
        if not dimensions:
            return
        yield Text()
        title = self.words.say("Criteria of a peer review")
        yield Line(Text(title, "bold"), align="left", style="dim")
        grid = Grid.grid(padding=(0, 2, 0, 0))
        for each in dimensions:
            means = (self.words.mean(each.old), self.words.mean(each.new))
            own = (
                _arrow(f"{score.score.name} ", step(score.old), step(score.new))
                for score in self.diff.criteria
                if score.score.category is each.score.category
            )
            grid.add_row(
                Text(self.words.dimension(each.score)),
                Text(_arrow("", *means), "bold" if each.differs else ""),
                Text("  ".join(own)),
            )
        yield grid

    def _end(self) -> Iterator[RenderableType]:
        yield Text(self.words.counts(), "bold")
        if not self.diff.is_complete:
            yield Text(
                self.words.say(
                    "The comparison is not complete: a draft could not be read or "
                    "judged as a whole."
                )
            )


def _arrow(label: str, old: str, new: str) -> str:
    """Both values where they differ, else the one."""
    return f"{label}{old}" if old == new else f"{label}{old} → {new}"
