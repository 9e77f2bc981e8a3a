"""What comparisons call things, for people, in one language."""

from dataclasses import dataclass

from plancheck.diff.changes import Change, Diff, RuleChange, Status
from plancheck.diff.sides import Side, SideResult, SideScore
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    OUTCOME_WORDS,
    STAGE_WORDS,
    Voice,
    clean,
    cut,
)
from plancheck.translation import translator

STATUS_WORDS = {
    Status.NEW: "New",
    Status.UNSURE: "Cannot be told",
    Status.MENDED: "Mended",
    Status.STILL: "Still there",
    Status.WAIVED: "Waived",
}

MARKS = {
    Status.NEW: "✗",
    Status.UNSURE: "?",
    Status.MENDED: "✓",
    Status.STILL: "•",
    Status.WAIVED: "~",
}

NOTHING = "–"

LONGEST_SENTENCE = 600
"""Characters of a sentence, with what it quotes."""

GAPS_SHOWN = 5
"""Parts of a draft that could not be read, before the others are only counted."""


@dataclass(frozen=True, slots=True)
class Words:
    """A diff in words: sentences clean, places by the volumes of their side."""

    diff: Diff
    voice: Voice
    voices: tuple[Voice, Voice]

    @classmethod
    def of(cls, diff: Diff, language: str) -> "Words":
        """The words of a diff in a language."""
        old, new = (
            Voice(language, translator(language), side.documents)
            for side in (diff.old, diff.new)
        )
        return cls(diff, new, (old, new))

    def say(self, template: str, **values: object) -> str:
        """A sentence of the diff's own."""
        return self.voice.say(template, **values)

    def sentence(self, change: Change) -> str:
        """What the finding says, and why its status is what it is."""
        said = cut(clean(change.finding.message), LONGEST_SENTENCE)
        if change.reason is None:
            return said
        return f"{said} ({self.voice.sentence(change.reason)})"

    def place(self, change: Change) -> str:
        """Where the finding stands: in the new draft, or in the old one; else nothing."""
        old, new = self.voices
        if change.new is not None:
            return new.place(change.new.place) if change.new.place else ""
        place = change.old.place if change.old else None
        if place is None:
            return ""
        return self.say("in the old draft: {place}", place=old.place(place))

    def head(self, side: Side) -> str:
        """The path, with the title where the programme has one."""
        title = clean(side.title)
        return f"{clean(side.name)} ({title})" if title else clean(side.name)

    def notes(self) -> list[str]:
        """What makes the diff less than whole: other rules, unread parts."""
        said = []
        old, new = self.diff.old, self.diff.new
        if old.judged_by != new.judged_by:
            said.append(
                self.say(
                    "The drafts are judged by different rules: {old}; {new}. Give "
                    "both the same by --profile and --stage.",
                    old=self._judged_by(old),
                    new=self._judged_by(new),
                )
            )
        for voice, side in zip(self.voices, (old, new), strict=True):
            said += [
                self.say(
                    "Could not be read in {draft}: {place}: {reason}",
                    draft=side.name,
                    place=voice.place(place),
                    reason=reason,
                )
                for reason, place in side.gaps[:GAPS_SHOWN]
            ]
            if len(side.gaps) > GAPS_SHOWN:
                count = len(side.gaps) - GAPS_SHOWN
                said.append(
                    self.say(
                        "and {count} more parts of {draft}",
                        count=count,
                        draft=side.name,
                    )
                )
        return said

    def counts(self) -> str:
        """How many findings there are of each status."""
        counts = self.diff.counts
        return self.say(
            "New: {new}, mended: {mended}, still there: {still}, waived: {waived}, "
            "cannot be told: {unsure}.",
            **{str(status): count for status, count in counts.items()},
        )

    def title_of(self, code: str) -> str:
        """What a rule requires."""
        diff = self.diff
        result = diff.new.results.get(code) or diff.old.results.get(code)
        return clean(result.title) if result else ""

    def outcomes(self, rule: RuleChange) -> tuple[str, str]:
        """How a rule ended in the old and in the new draft."""
        return self._outcome(rule.old), self._outcome(rule.new)

    def dimension(self, score: SideScore) -> str:
        """What a dimension is called."""
        return self.say(CATEGORY_TITLES[score.category])

    def mean(self, score: SideScore | None) -> str:
        """A mean to two digits, as the language writes it."""
        if score is None or score.mean is None:
            return NOTHING
        text = f"{score.mean:.2f}"
        return text.replace(".", ",") if self.voice.language == "lv" else text

    def _outcome(self, result: SideResult | None) -> str:
        if result is None:
            return NOTHING
        word = self.say(OUTCOME_WORDS[result.outcome])
        return word if result.score is None else f"{word} {result.score}/4"

    def _judged_by(self, side: Side) -> str:
        profile, edition, stage = side.judged_by
        word = self.say(STAGE_WORDS[stage]) if stage in STAGE_WORDS else stage
        return f"{clean(side.name)}: {clean(profile)} {clean(edition)}, {clean(word)}"


def step(score: SideScore | None) -> str:
    """A score as a step of the scale."""
    return NOTHING if score is None or score.score is None else str(score.score)
