"""What the page of one programme shows, worked out so that its template only places it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from plancheck.intermunicipal import wording
from plancheck.intermunicipal.details import RuleDetail, Shown
from plancheck.intermunicipal.figures import Comparison
from plancheck.intermunicipal.reading import Judged, Scored
from plancheck.reporters.words import OUTCOME_WORDS, Voice, clean
from plancheck.sdk import Outcome
from plancheck.text.patterns import lazy_pattern

PROGRAMMES = "programmes"
"""What the folder of the programmes' own pages is called, beside that of the comparison."""

_WORD = lazy_pattern(r"[a-z0-9]{1,40}")

_SECTION_TEMPLATES = {
    Outcome.FAIL: "Rules that fail",
    Outcome.UNSURE: "Rules that cannot tell",
    Outcome.ERROR: "Rules that crashed",
    Outcome.WAIVED: "Rules whose findings are accepted",
}
"""Outcomes whose rules are told with all that was found; of the others a line is enough."""


@dataclass(frozen=True)
class ProgrammePage:
    """One programme of a run in the words of one language."""

    comparison: Comparison
    programme: Judged
    rules: tuple[RuleDetail, ...]
    voice: Voice

    @property
    def about(self) -> str:
        """Where it lies, which region it is of, and for which years."""
        region, period = self.programme.region, self.programme.period
        years = f"{period[0]}–{period[1]}" if period else ""
        parts = (self.programme.path, region, years)
        return " · ".join(clean(each) for each in parts if each)

    @property
    def standing(self) -> str:
        """Its mean, and its place among the programmes of the run."""
        places = self.comparison.places
        own = places.get(self.programme.path)
        if own is None:
            return self.voice.say("No criterion could be judged.")
        return self.voice.say(
            "Mean of the criteria {mean}, place {place} of {count}.",
            mean=wording.mean(own.mean, self.voice),
            place=own.place,
            count=len(places),
        )

    @property
    def criteria(self) -> tuple[Scored, ...]:
        """Its criteria by dimension, as the comparison has them."""
        own = {each.id: each for each in self.programme.criteria}
        return tuple(own[e.id] for e in self.comparison.criteria if e.id in own)

    def criterion(self, scored: Scored) -> str:
        """What a criterion asks."""
        return wording.criterion(scored, self.voice)

    @cached_property
    def sections(self) -> tuple[tuple[str, str, tuple[RuleDetail, ...]], ...]:
        """The rules to look at by how they ended: an anchor, a title, and the rules."""
        return tuple(
            (outcome.value, self.voice.say(title), rules)
            for outcome, title in _SECTION_TEMPLATES.items()
            if (rules := tuple(r for r in self.rules if r.outcome == outcome))
        )

    @property
    def others(self) -> Iterator[tuple[str, tuple[RuleDetail, ...]]]:
        """The other rules, by how they ended."""
        for outcome in Outcome:
            rules = tuple(each for each in self.rules if each.outcome == outcome)
            if rules and outcome not in _SECTION_TEMPLATES:
                yield self.voice.say(OUTCOME_WORDS[outcome]), rules

    def shown(self, piece: Shown) -> str:
        """A quote with its place, or what was sought and where."""
        if piece.kind == "absence" and piece.searched:
            return self.voice.say(
                "Sought in {places}: {terms}", places=piece.searched, terms=piece.text
            )
        if piece.kind == "absence":
            return self.voice.say("Sought: {terms}", terms=piece.text)
        quote = self.voice.quote(piece.text)
        place = self.voice.place(piece.location)
        if piece.kind == "nearest":
            template = "Nearest to it: {quote} ({place})"
            return self.voice.say(template, quote=quote, place=place)
        return f"{quote} ({place})" if place else quote


def own_page_name(programme: Judged) -> str:
    """The file of a programme's own page, which is the same run after run."""
    spelled = unicodedata.normalize("NFKD", PurePath(programme.path).name)
    name = spelled.encode("ascii", "ignore").decode()
    words = "-".join(_WORD.findall(name.lower()))[:40]
    return (
        f"{programme.number:05}-{words}.html"
        if words
        else f"{programme.number:05}.html"
    )
