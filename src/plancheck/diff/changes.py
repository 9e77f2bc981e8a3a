"""What changed from one draft to the next, finding by finding, rule by rule.

Nothing is called mended because it was not seen: a finding whose rule could not tell, or
that may stand in what was not read, is told apart.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plancheck.diff.sides import Side, SideFinding, SideResult, SideScore
from plancheck.model.fingerprint import recognise, unnumbered
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Severity
from plancheck.settings import FailOn


class Status(StrEnum):
    """What became of a finding; `unsure` where that cannot be told."""

    NEW = "new"
    UNSURE = "unsure"
    MENDED = "mended"
    STILL = "still"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Change:
    """A finding in the old draft, in the new one, or in both, and why it is told so."""

    status: Status
    code: str
    severity: Severity
    old: SideFinding | None = None
    new: SideFinding | None = None
    reason: Message | None = None

    @property
    def finding(self) -> SideFinding:
        """The finding in the newest words."""
        finding = self.new or self.old
        if finding is None:
            raise ValueError(self.code)
        return finding


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule whose outcome or score is not what it was; None where it did not run."""

    code: str
    old: SideResult | None
    new: SideResult | None


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A criterion or a dimension in both drafts; None where one does not have it."""

    old: SideScore | None
    new: SideScore | None

    @property
    def score(self) -> SideScore:
        """The newest."""
        score = self.new or self.old
        if score is None:
            raise ValueError
        return score

    @property
    def differs(self) -> bool:
        """Whether the mean before rounding changed."""
        means = (each.mean if each else None for each in (self.old, self.new))
        return len(set(means)) > 1


@dataclass(frozen=True, slots=True)
class Diff:
    """Two drafts and all that changed from the old to the new one."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    rules: tuple[RuleChange, ...]
    criteria: tuple[ScoreChange, ...]
    dimensions: tuple[ScoreChange, ...]

    @property
    def is_complete(self) -> bool:
        """Whether both drafts could be read and judged as a whole."""
        return self.old.is_complete and self.new.is_complete

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many findings there are of each status, every status named."""
        counted = Counter(each.status for each in self.changes)
        return {status: counted[status] for status in Status}

    def of(self, status: Status) -> tuple[Change, ...]:
        """The changes of a status, in the order of their rules."""
        return tuple(each for each in self.changes if each.status is status)

    def has_new(self, fail_on: FailOn) -> bool:
        """Whether a new finding is at or above a severity."""
        return any(fail_on.counts(each.severity) for each in self.of(Status.NEW))


def compare(old: Side, new: Side) -> Diff:
    """What changed from an old draft to a new one."""
    codes = dict.fromkeys((*new.results, *old.results))
    pairs = [(code, old.results.get(code), new.results.get(code)) for code in codes]
    return Diff(
        old=old,
        new=new,
        changes=tuple(
            change
            for code, before, after in pairs
            for change in _Rule(code, before, after, old, new).changes()
        ),
        rules=tuple(
            RuleChange(code, before, after)
            for code, before, after in pairs
            if _ended(before) != _ended(after)
        ),
        criteria=_scores(old.criteria, new.criteria),
        dimensions=_scores(old.dimensions, new.dimensions),
    )


def _ended(result: SideResult | None) -> tuple[Outcome, int | None] | None:
    return (result.outcome, result.score) if result else None


def _scores(
    old: tuple[SideScore, ...], new: tuple[SideScore, ...]
) -> tuple[ScoreChange, ...]:
    before = {each.name: each for each in old}
    after = {each.name: each for each in new}
    names = dict.fromkeys((*after, *before))
    return tuple(ScoreChange(before.get(name), after.get(name)) for name in names)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule's results in both drafts; None where it did not run."""

    code: str
    before: SideResult | None
    after: SideResult | None
    old: Side
    new: Side

    def changes(self) -> Iterator[Change]:
        """Each finding that counts, or counted, or is waived."""
        known = self._known()
        was_open = set(self.before.open_findings if self.before else ())
        now_open = set(self.after.open_findings if self.after else ())
        for finding in self.after.findings if self.after else ():
            earlier = known.get(finding)
            if finding.is_waived:
                yield self._change(Status.WAIVED, earlier, finding)
            elif finding in now_open:
                yield self._open(finding, earlier, was_open)
            elif earlier in was_open:
                reason = Message("the rule passes all the same")
                yield self._change(Status.STILL, earlier, finding, reason)
        again = set(known.values())
        for finding in self.before.findings if self.before else ():
            if finding not in again and (finding in was_open or finding.is_waived):
                yield self._gone(finding)

    def _known(self) -> dict[SideFinding, SideFinding]:
        """By each finding of the new draft the same one of the old draft."""
        before, after = self.before, self.after
        if not (before and after and before.is_judged and after.is_judged):
            return {}
        old = {each.fingerprint: each for each in before.findings}
        new = {each.fingerprint: each for each in after.findings}
        same = recognise(old, new)
        return {new[mark]: old[earlier] for mark, earlier in same.items()}

    def _open(
        self,
        finding: SideFinding,
        earlier: SideFinding | None,
        was_open: set[SideFinding],
    ) -> Change:
        """A finding that counts now."""
        if earlier is not None and (earlier in was_open or earlier.is_waived):
            return self._change(Status.STILL, earlier, finding)
        if earlier is not None:
            reason = Message("the rule passed all the same")
            return self._change(Status.NEW, earlier, finding, reason)
        doubt = _doubt(self.before, self.old, self.new)
        status = Status.UNSURE if doubt else Status.NEW
        return self._change(status, None, finding, doubt)

    def _gone(self, finding: SideFinding) -> Change:
        """A finding that counted and is not seen again."""
        is_found = (
            self.after is not None
            and self.after.outcome is Outcome.PASS
            and finding.place is None
        )
        # What was nowhere and is found now is there, whatever else could not be read.
        doubt = None if is_found else _doubt(self.after, self.new, self.old)
        if doubt is None and self.after and not self.after.is_judged:
            doubt = _said(self.new, self.after)
        return self._change(
            Status.UNSURE if doubt else Status.MENDED, finding, None, doubt
        )

    def _change(
        self,
        status: Status,
        old: SideFinding | None,
        new: SideFinding | None,
        reason: Message | None = None,
    ) -> Change:
        result = self.after or self.before
        severity = result.severity if result else Severity.INFO
        return Change(status, self.code, severity, old, new, reason)


def _doubt(result: SideResult | None, side: Side, other: Side) -> Message | None:
    """Why it cannot be told whether a finding was on a side; None where it can.

    A rule that does not apply has told that nothing was there to be judged. What neither
    side could read, such as a map that is a picture, hides nothing that the other has.
    """
    if result is None:
        return Message.of("{name} was not judged by this rule", name=side.name)
    if result.outcome in {Outcome.UNSURE, Outcome.ERROR}:
        return _said(side, result)
    unread = (_gaps(side) - _gaps(other)).total()
    if unread:
        return Message.of(
            "parts of {name} could not be read: {count}", name=side.name, count=unread
        )
    return None


def _gaps(side: Side) -> Counter[tuple[str, str]]:
    """What could not be read, by its reason and the heading above it."""
    return Counter(
        (reason, unnumbered(place.section[-1]) if place.section else "")
        for reason, place in side.gaps
    )


def _said(side: Side, result: SideResult) -> Message:
    return Message.of("{name}: {sentence}", name=side.name, sentence=result.message)
