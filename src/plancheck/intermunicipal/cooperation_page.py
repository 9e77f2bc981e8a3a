"""What the page of the cooperation shows, worked out so that its template only places it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plancheck.intermunicipal import wording
from plancheck.intermunicipal.cooperation import Cooperation, Pair, Relation, Shared
from plancheck.intermunicipal.reading import Judged, Planned
from plancheck.reporters.words import Voice, clean

_SHEETS = ((24, "sheet-a4"), (36, "sheet-a3"), (56, "sheet-a2"), (84, "sheet-a1"))
"""How many programmes a matrix has at most that fits on a sheet laid across."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: `kind` colours it, `said` tells it to who does not see that."""

    kind: str
    text: str
    said: str = ""


@dataclass(frozen=True)
class CooperationPage:
    """The pairs in the words of one language."""

    cooperation: Cooperation
    voice: Voice

    @cached_property
    def _pairs(self) -> Mapping[frozenset[str], Pair]:
        pairs = self.cooperation.pairs
        return {frozenset((each.first.path, each.second.path)): each for each in pairs}

    @cached_property
    def _numbers(self) -> Mapping[tuple[str, str], int]:
        numbered = enumerate(self.cooperation.pairs, start=1)
        return {
            (each.first.path, each.second.path): number for number, each in numbered
        }

    @property
    def sheet(self) -> str:
        """The class of the matrix that says on how large a sheet it prints whole."""
        count = len(self.cooperation.programmes)
        return next((name for most, name in _SHEETS if count <= most), "sheet-a0")

    def cell(self, one: Judged, other: Judged) -> Cell:
        """How a row's programme names the municipality of a column."""
        if one.path == other.path:
            return Cell("self", "·")
        pair = self._pairs.get(frozenset((one.path, other.path)))
        count = self.cooperation.counts.get((one.path, other.path), 0)
        if pair is None:
            return Cell("none", "")
        if not count:
            is_alone = pair.relation is Relation.ALONE
            said = self.voice.say("same thing, each alone")
            return Cell("alone", "≈", said) if is_alone else Cell("none", "")
        if pair.relation is Relation.MUTUAL:
            return Cell("mutual", f"⇄ {count}", self.voice.say("both name each other"))
        return Cell("one-sided", f"→ {count}", self.voice.say("one-sided"))

    @property
    def sections(self) -> tuple[tuple[str, str, Sequence[Pair]], ...]:
        """The pairs by how they stand to each other: id, title, pairs."""
        return tuple(
            (
                relation.value + "-pairs",
                self.voice.say(title),
                self.cooperation.of(relation),
            )
            for relation, title in wording.RELATION_WORDS.items()
        )

    @property
    def alone(self) -> tuple[tuple[str, tuple[Pair, ...]], ...]:
        """What pairs plan on each alone: roads first, for their numbers are unmistakable."""
        pairs: dict[tuple[bool, str], list[Pair]] = {}
        for pair in self.cooperation.unspoken:
            for shared in pair.unspoken:
                key = (shared.thing.kind != "road", wording.thing(shared, self.voice))
                pairs.setdefault(key, []).append(pair)
        return tuple(
            (name, tuple(pairs[is_water, name])) for is_water, name in sorted(pairs)
        )

    @property
    def unnamed(self) -> str:
        """The programmes that do not say whose they are."""
        return ", ".join(clean(each.path) for each in self.cooperation.unnamed)

    def anchor(self, pair: Pair) -> str:
        """By which a pair is linked to."""
        return f"pair{self._numbers[pair.first.path, pair.second.path]}"

    def relation(self, pair: Pair) -> str:
        """How two stand to each other."""
        return wording.relation(pair, self.voice)

    def themes(self, pair: Pair) -> str:
        """The fields of work that their rows are about."""
        return wording.themes(pair, self.voice)

    def thing(self, shared: Shared) -> str:
        """What both plan on."""
        return wording.thing(shared, self.voice)

    def rows_sentence(self, programme: Judged, rows: Sequence[Planned]) -> str:
        """Whose rows follow, and how many."""
        return self.voice.say(
            "{name}, rows: {count}", name=programme.name, count=len(rows)
        )

    def quote(self, row: Planned) -> str:
        """A row as printed."""
        return self.voice.quote(row.text)

    def place(self, row: Planned) -> str:
        """Where a row stands."""
        return wording.place(row, self.voice)
