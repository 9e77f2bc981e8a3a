"""What the brief says, before it becomes Word or Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import islice

from plancheck.reporters.brief.questions import question
from plancheck.reporters.points import Action, Point, Rise, actions, weakest_points
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    LONGEST_QUOTE,
    NO_SCORE,
    STAGE_WORDS,
    Voice,
    clean,
    cut,
    without_marks,
)
from plancheck.sdk import (
    Absence,
    CriterionScore,
    DimensionScore,
    Document,
    Evidence,
    Finding,
    Outcome,
    Quote,
    Report,
    Result,
)

MONTHS = 6
"""How far a peer review plans ahead."""

ACTIONS_SHOWN = 12
"""Actions of the plan: two a month are what a small department can do."""

OBJECTIVES_SHOWN = 6
"""Goals or priorities that a line names before it only counts the others."""

VOLUMES_SHOWN = 6
GAPS_SHOWN = 3
FOUND_SHOWN = 3
RULES_SHOWN = 4
FINDINGS_SHOWN = 2
REASONS_SHOWN = 2
RISES_SHOWN = 3
"""Of volumes, gaps, quotes, rules and so on: more would be no brief."""

_FIXED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence with the words that show it and their place; any may be empty.

    `language` is that of the quote. `entries` stand below it, one level in.
    """

    sentence: str
    quote: str = ""
    place: str = ""
    language: str = ""
    entries: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the three points that a peer review works on."""

    question: str
    criteria: str
    why: str
    found: tuple[Entry, ...]
    missing: tuple[Entry, ...]


@dataclass(frozen=True)
class Brief:
    """A report as a peer review asks for it, in one language."""

    report: Report
    voice: Voice

    @property
    def title(self) -> str:
        """The heading of the whole."""
        return self.voice.say("Brief for a peer review")

    @property
    def programme(self) -> str:
        """The programme's own title."""
        title = cut(clean(self.report.programme.title or ""), LONGEST_QUOTE)
        return title or self.voice.say("Programme without a title")

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The programme in ten lines; what was not found in the files says so."""
        programme = self.report.programme
        period = "{}–{}".format(*programme.period) if programme.period else ""
        lines = (
            (self.voice.say("Programme"), self.programme),
            (
                self.voice.say("Municipality"),
                cut(clean(programme.municipality or ""), LONGEST_QUOTE),
            ),
            (self.voice.say("Period"), period),
            (self.voice.say("Approved"), self.voice.day(programme.approved)),
            (self.voice.say("Volumes"), self._volumes()),
            (self.voice.say("Goals"), self._names(programme.goals)),
            (self.voice.say("Priorities"), self._names(programme.priorities)),
            (self.voice.say("Planned"), self._planned()),
            (self.voice.say("Indicators"), _count(programme.indicator_count)),
            (self.voice.say("Judged by"), self._judged_by()),
        )
        unknown = self.voice.say("not found in the files")
        return tuple((label, value or unknown) for label, value in lines)

    def _volumes(self) -> str:
        documents = self.report.documents
        named = [self._volume(each) for each in documents[:VOLUMES_SHOWN]]
        return self._list(named, len(documents))

    def _volume(self, document: Document) -> str:
        name = self.voice.volume(document.name)
        if not document.page_count:
            return name
        return self.voice.say(
            "{name}, pages: {pages}", name=name, pages=document.page_count
        )

    def _names(self, names: tuple[str, ...]) -> str:
        shown = [cut(clean(name), LONGEST_QUOTE) for name in names[:OBJECTIVES_SHOWN]]
        return self._list(shown, len(names))

    def _list(self, named: list[str], total: int) -> str:
        more = total - len(named)
        said = (
            [*named, self.voice.say("and {count} more", count=more)] if more else named
        )
        return "; ".join(said)

    def _planned(self) -> str:
        """Measures and projects, as far as the files have any."""
        programme = self.report.programme
        said = []
        if count := programme.measure_count:
            said.append(self.voice.say("measures: {count}", count=count))
        if count := programme.project_count:
            said.append(self.voice.say("investment projects: {count}", count=count))
        return "; ".join(said)

    def _judged_by(self) -> str:
        profile, summary = self.report.profile, self.report.summary
        return self.voice.say(
            "{profile}, edition {edition}, stage: {stage}, as of {day}; rules that pass: "
            "{passed}, fail: {failed}",
            profile=profile.name,
            edition=profile.edition,
            stage=self.voice.say(STAGE_WORDS[profile.stage]),
            day=self.voice.day(self.report.as_of),
            passed=summary[Outcome.PASS],
            failed=summary[Outcome.FAIL],
        )

    @property
    def gaps(self) -> tuple[str, ...]:
        """What could not be read: the first few, and how many more."""
        gaps = [gap for document in self.report.documents for gap in document.gaps]
        said = [
            self.voice.say(
                "{place}: {reason}",
                place=self.voice.place(gap.location),
                reason=gap.reason,
            )
            for gap in gaps[:GAPS_SHOWN]
        ]
        more = len(gaps) - len(said)
        return (
            (*said, self.voice.say("and {count} more", count=more))
            if more
            else tuple(said)
        )

    @property
    def dimensions(self) -> tuple[tuple[str, str, str], ...]:
        """Title, mean, and the criteria with their scores."""
        return tuple(map(self._dimension, self.report.scores.dimensions))

    def _dimension(self, dimension: DimensionScore) -> tuple[str, str, str]:
        criteria = "; ".join(
            f"{each.id}{_FIXED}{_score(each)}" for each in dimension.criteria
        )
        title = self.voice.say(CATEGORY_TITLES[dimension.category])
        return title, self.voice.mean(dimension.mean), criteria

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The three weakest points as guiding questions."""
        return tuple(map(self._topic, weakest_points(self.report)))

    def _topic(self, point: Point) -> Topic:
        criteria = "; ".join(
            f"{each.id} {self.voice.say(each.title)}: {_score(each)}/4"
            for each in point.criteria
        )
        shown = point.failing[:RULES_SHOWN]
        reasons = (self._from_page(each, "why") for each in shown)
        return Topic(
            question=question(point, self.voice),
            criteria=criteria,
            why=" ".join(tuple(dict.fromkeys(filter(None, reasons)))[:REASONS_SHOWN]),
            found=tuple(islice(self._found(point), FOUND_SHOWN)),
            missing=(*map(self._missing, shown), *map(self._waived, point.waived)),
        )

    def _found(self, point: Point) -> Iterator[Entry]:
        """What is there already: in the rules that fail, then in those that pass."""
        seen: set[str] = set()
        for result in (*point.failing, *point.passing):
            quotes = result.verdict.quotes if result.verdict else ()
            entry = next((self._quoted(each) for each in quotes), None)
            if entry and (entry.quote or entry.place) not in seen:
                seen.add(entry.quote or entry.place)
                passes = result.outcome is Outcome.PASS
                said = self.voice.title(result) if passes else ""
                yield replace(entry, sentence=said)

    def _missing(self, result: Result) -> Entry:
        findings = [
            each for each in result.open_findings if each.message != result.message
        ]
        same = [each for each in result.open_findings if each.message == result.message]
        evidence = [one for each in same for one in each.evidence]
        said = self._told(self.voice.sentence(result.message), evidence)
        below = [self._finding(each) for each in findings[:FINDINGS_SHOWN]]
        more = len(findings) - len(below)
        if more:
            below.append(Entry(self.voice.say("and {count} more", count=more)))
        return Entry(
            f"{said.sentence} ({result.code})",
            said.quote,
            said.place,
            said.language,
            tuple(below),
        )

    def _waived(self, result: Result) -> Entry:
        """What somebody accepted, with the decision."""
        decisions = dict.fromkeys(waiver for _finding, waiver in result.waivers)
        return Entry(
            f"{self.voice.sentence(result.message)} ({result.code})",
            entries=tuple(Entry(self.voice.waiver(each)) for each in decisions),
        )

    def _finding(self, finding: Finding) -> Entry:
        return self._told(self.voice.sentence(finding.message), list(finding.evidence))

    def _told(self, sentence: str, evidence: list[Evidence]) -> Entry:
        """A sentence with its first quote, or with what was sought in vain."""
        for each in evidence:
            if isinstance(each, Quote):
                entry = self._quoted(each)
                is_said = entry.quote[1:-1] in sentence
                quote = "" if is_said else entry.quote
                return Entry(sentence, quote, entry.place, entry.language)
        for each in evidence:
            if isinstance(each, Absence):
                return Entry(sentence, place=self.voice.sought(each))
        return Entry(sentence)

    def _quoted(self, quote: Quote) -> Entry:
        languages = {each.name: each.language for each in self.report.documents}
        own = languages.get(quote.location.document) or self.report.programme.language
        place = self.voice.place(quote.location)
        words = self.voice.quote(quote.text)
        return Entry("", "" if words[1:-1] in place else words, place, own)

    def _from_page(self, result: Result, part: str) -> str:
        page = result.page(self.voice.language)
        text = getattr(page, part) if page else None
        return clean(without_marks(text)) if text else ""

    @property
    def plan_head(self) -> tuple[str, ...]:
        """What the columns of the plan are called."""
        say = self.voice.say
        return say("Month"), say("What to do"), say("Raises"), say("Responsible")

    @cached_property
    def plan(self) -> tuple[tuple[str, ...], ...]:
        """The plan: what raises the lowest criteria most comes first.

        Who is responsible is left to the planner.
        """
        first = list(islice(actions(self.report), ACTIONS_SHOWN))
        return tuple(
            self._step(action, 1 + index * MONTHS // len(first))
            for index, action in enumerate(first)
        )

    def _step(self, action: Action, month: int) -> tuple[str, ...]:
        result = action.result
        remedy = self._from_page(result, "remedy") or self.voice.title(result)
        raises = ", ".join(map(self._rise, action.rises[:RISES_SHOWN]))
        return str(month), f"{remedy} ({result.code})", raises or NO_SCORE, ""

    def _rise(self, rise: Rise) -> str:
        """The steps of the scale, or what the mean gains where it stays on its step."""
        old, new = rise.before, rise.after
        if old.score != new.score:
            return f"{old.id}{_FIXED}{_score(old)}{_FIXED}→{_FIXED}{_score(new)}"
        gained = (new.mean or Fraction()) - (old.mean or Fraction())
        return f"{old.id}{_FIXED}+{self.voice.mean(gained)}"

    @property
    def basis(self) -> str:
        """What the reader should know of how this came about."""
        return self.voice.say(
            "Drafted by plancheck from the files alone, to be edited. It reads words: what "
            "passes is stated, not proven. The criteria are derived from public descriptions "
            "of the self-assessment tool for urban strategies, not its official wording."
        )


def _score(criterion: CriterionScore) -> str:
    return NO_SCORE if criterion.score is None else str(criterion.score)


def _count(number: int) -> str:
    return str(number) if number else ""
