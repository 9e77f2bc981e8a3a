"""The whole page: what the template asks for, in the order that it prints it."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from markupsafe import Markup

from plancheck.reporters.html.rows import FINDINGS_SHOWN, RuleRow
from plancheck.reporters.html.tongue import Tongue
from plancheck.reporters.points import Point, weakest_points
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    LONGEST_QUOTE,
    NO_SCORE,
    OUTCOME_MARKS,
    OUTCOME_WORDS,
    SCALE_WORDS,
    SEVERITY_WORDS,
    STAGE_WORDS,
    Voice,
    clean,
    cut,
    file_name,
)
from plancheck.sdk import (
    Category,
    CriterionScore,
    DimensionScore,
    Document,
    Gap,
    Message,
    Outcome,
    Report,
    Severity,
)

GAPS_SHOWN = 10
"""Parts of one document that could not be read; the others are folded below them."""

GOOD, TOP = 3, 4
"""The step from which a score is good, and the top of the scale."""


_HOW_WORDS = {True: "given", False: "found from the document"}
"""How the profile came to be chosen."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rules have an outcome; `start` and `share` are parts of a bar, in percent."""

    outcome: Outcome
    mark: str
    word: str
    count: int
    start: float
    share: float


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one category, those to mend first."""

    category: Category
    title: str
    rows: tuple[RuleRow, ...]

    @property
    def passed(self) -> int:
        """Rules that pass."""
        return sum(row.result.outcome is Outcome.PASS for row in self.rows)

    @property
    def judged(self) -> int:
        """Rules that have a score."""
        return sum(row.score is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Task:
    """One of the points to begin with; `language` is the attribute of its title."""

    title: str
    language: Markup
    criteria: tuple[CriterionScore, ...]
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """A document, and what of it could not be read."""

    name: str
    summary: str
    notes: tuple[str, ...]
    gaps: tuple[str, ...]
    sha256: str


@dataclass(frozen=True)
class Page:
    """A report in one language."""

    report: Report
    tongue: Tongue

    findings_shown = FINDINGS_SHOWN
    gaps_shown = GAPS_SHOWN

    @property
    def voice(self) -> Voice:
        """How the page speaks."""
        return self.tongue.voice

    @cached_property
    def title(self) -> str:
        """The programme's own title, cut where it is no title but a page of text."""
        title = cut(clean(self.report.programme.title or ""), LONGEST_QUOTE)
        return title or self.voice.say("Programme without a title")

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the programme is, and what it is judged by."""
        programme, profile = self.report.programme, self.report.profile
        period = "{}–{}".format(*programme.period) if programme.period else ""
        facts = (
            (
                self.voice.say("Municipality"),
                cut(clean(programme.municipality or ""), LONGEST_QUOTE),
            ),
            (self.voice.say("Period"), period),
            (self.voice.say("Approved"), self.voice.day(programme.approved)),
            (self.voice.say("As of"), self.voice.day(self.report.as_of)),
            (self.voice.say("Stage"), self.voice.say(STAGE_WORDS[profile.stage])),
            (
                self.voice.say("Judged by"),
                self.voice.say(
                    "{profile}, edition {edition} ({how})",
                    profile=profile.name,
                    edition=profile.edition,
                    how=Message(_HOW_WORDS[profile.is_given]),
                ),
            ),
        )
        return tuple((label, value) for label, value in facts if value)

    @cached_property
    def rows(self) -> dict[str, RuleRow]:
        """All rules by code."""
        return {each.code: RuleRow(each, self.tongue) for each in self.report.results}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The checklist."""
        order = {outcome: index for index, outcome in enumerate(OUTCOME_MARKS)}
        groups = []
        for category in Category:
            rows = [
                row for row in self.rows.values() if row.result.category is category
            ]
            rows.sort(key=lambda row: order[row.result.outcome])
            title = self.voice.say(CATEGORY_TITLES[category])
            groups.append(Group(category, title, tuple(rows)))
        return tuple(group for group in groups if group.rows)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """The outcomes that there are, as parts of one bar."""
        total = len(self.report.results) or 1
        tallies: list[Tally] = []
        done = 0
        for outcome, mark in _BAR_ORDER.items():
            count = self.report.summary[outcome]
            if count:
                word = self.voice.say(OUTCOME_WORDS[outcome])
                start, share = 100 * done / total, 100 * count / total
                tallies.append(Tally(outcome, mark, word, count, start, share))
            done += count
        return tuple(tallies)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The three points to begin with."""
        return tuple(map(self._task, weakest_points(self.report)))

    def _task(self, point: Point) -> Task:
        rows = tuple(self.rows[each.code] for each in (*point.failing, *point.waived))
        titles = [self.voice.say(each.title) for each in point.criteria]
        if not titles:
            return Task(rows[0].title, rows[0].title_language, (), rows)
        return Task("; ".join(titles), Markup(), point.criteria, rows)

    @property
    def severities(self) -> tuple[tuple[str, str], ...]:
        """The choices of a filter: value and word."""
        found = {each.severity for each in self.report.results}
        return tuple(
            (each, self.voice.say(SEVERITY_WORDS[each]))
            for each in Severity
            if each in found
        )

    @property
    def volumes(self) -> tuple[tuple[str, str], ...]:
        """The documents by number, as a filter names them."""
        return tuple(
            (str(index), self.voice.volume(document.name))
            for index, document in enumerate(self.report.documents)
        )

    def volume_numbers(self, row: RuleRow) -> str:
        """The numbers of the documents that a rule's evidence is of."""
        names = row.volumes
        numbers = (
            str(index)
            for index, document in enumerate(self.report.documents)
            if {document.name, file_name(document.name)} & names
        )
        return " ".join(numbers)

    def dimension_title(self, dimension: DimensionScore) -> str:
        """What a dimension is called."""
        return self.voice.say(CATEGORY_TITLES[dimension.category])

    def grade(self, score: int | None) -> str:
        """Whether a step of the scale is low or good, as a peer review divides it."""
        if score is None:
            return "open"
        return "good" if score >= GOOD else "low"

    def step(self, score: int | None) -> str:
        """A score, or what stands for none."""
        return NO_SCORE if score is None else str(score)

    def criterion_sum(self, criterion: CriterionScore) -> str:
        """The arithmetic of a criterion: its rules' scores, how many, the mean."""
        return self._sum([each.score for each in criterion.given], criterion.mean)

    def dimension_sum(self, dimension: DimensionScore) -> str:
        """The arithmetic of a dimension, from the scores of its criteria."""
        return self._sum([each.score for each in dimension.criteria], dimension.mean)

    def _sum(self, scores: list[int | None], mean: Fraction | None) -> str:
        judged = [str(score) for score in scores if score is not None]
        if len(judged) < 2:
            return self.voice.mean(mean)
        return f"({' + '.join(judged)}) ÷ {len(judged)} = {self.voice.mean(mean)}"

    def percent(self, value: float) -> str:
        """A step of the scale as a place on a bar."""
        return f"{100 * float(value) / TOP:g}%"

    @property
    def documents(self) -> tuple[Volume, ...]:
        """What was read, and what of it could not be."""
        return tuple(map(self._volume, self.report.documents))

    def _volume(self, document: Document) -> Volume:
        pages, parts = document.page_count, document.parts
        said = [self.voice.say("Pages: {pages}.", pages=pages)] if pages else []
        if parts:
            held = ", ".join(self.voice.say(part.concept) for part in parts)
            said.append(
                self.voice.say("Parts of the programme in it: {parts}", parts=held)
            )
        return Volume(
            name=clean(document.name),
            summary=" ".join(said),
            notes=tuple(map(self.tongue.sentence, document.notes)),
            gaps=tuple(map(self._gap, document.gaps)),
            sha256=document.sha256,
        )

    def _gap(self, gap: Gap) -> str:
        return self.voice.say(
            "{place}: {reason}",
            place=self.voice.place(gap.location),
            reason=gap.reason,
        )

    @property
    def crashed(self) -> str:
        """The codes of the rules that crashed."""
        return ", ".join(
            code
            for code, row in self.rows.items()
            if row.result.outcome is Outcome.ERROR
        )

    @property
    def tally_sentence(self) -> str:
        """What the bar of outcomes shows, in words."""
        return ", ".join(f"{each.word} {each.count}" for each in self.tallies)

    @property
    def criteria_sentence(self) -> str:
        """How many criteria are low and high, as a peer review says it."""
        return self.voice.counts(self.report.scores)

    @property
    def scale(self) -> tuple[tuple[int, str], ...]:
        """The steps of the scale, the best first."""
        return tuple((step, self.voice.say(word)) for step, word in SCALE_WORDS.items())

    @cached_property
    def gap_count(self) -> int:
        """How many parts could not be read."""
        return sum(len(document.gaps) for document in self.report.documents)

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """What was set for this check."""
        return tuple(
            (clean(name), clean(_written(value)))
            for name, value in self.report.settings
            if value
        )


_BAR_ORDER = {Outcome.PASS: OUTCOME_MARKS[Outcome.PASS], **OUTCOME_MARKS}
"""Good on the left, as bars of progress have it."""


def _written(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return str(value)
