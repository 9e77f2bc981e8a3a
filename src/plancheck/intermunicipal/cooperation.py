"""Who plans with whom: which rows name which neighbours, and what two plan each alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from plancheck.intermunicipal.names import Names, Thing, has_border, things_in
from plancheck.intermunicipal.reading import Judged, Planned, Run
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.vocabulary_files import IN_THE_BOX, load_vocabulary
from plancheck.rules.sectors import SECTORS
from plancheck.text.folding import fold


class Relation(StrEnum):
    """How two municipalities stand to each other in their plans."""

    MUTUAL = "mutual"
    ONE_SIDED = "one-sided"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Shared:
    """A road, a river, a lake or their border in the plans of both, with the rows."""

    thing: Thing
    name: str
    rows: tuple[tuple[Planned, ...], tuple[Planned, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two programmes: the rows of each that name the other, and what both plan on.

    `named` has the rows of the first that name the second, then those of the second.
    `themes` are concepts: the fields of work that these rows are about, of both where
    both name each other.
    """

    first: Judged
    second: Judged
    named: tuple[tuple[Planned, ...], tuple[Planned, ...]]
    shared: tuple[Shared, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def relation(self) -> Relation:
        """Alone where neither names the other: they only plan on the same thing."""
        count = sum(map(bool, self.named))
        return (Relation.ALONE, Relation.ONE_SIDED, Relation.MUTUAL)[count]

    @property
    def unspoken(self) -> tuple[Shared, ...]:
        """What both plan on in rows of which none names the other."""
        told = {id(row) for rows in self.named for row in rows}
        return tuple(
            each
            for each in self.shared
            if not any(id(row) in told for rows in each.rows for row in rows)
        )


@dataclass(frozen=True)
class Cooperation:
    """The programmes of a run with their plans, and every pair that has to do with another.

    `unnamed` are programmes that do not say whose they are: nobody can name them.
    """

    run: Run
    programmes: tuple[Judged, ...]
    unnamed: tuple[Judged, ...] = ()
    pairs: tuple[Pair, ...] = field(default=())

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many rows of the one programme name the other, by their paths."""
        found = {}
        for pair in self.pairs:
            ways = ((pair.first, pair.second), (pair.second, pair.first))
            for (one, other), rows in zip(ways, pair.named, strict=True):
                found[one.path, other.path] = len(rows)
        return found

    def of(self, relation: Relation) -> tuple[Pair, ...]:
        """The pairs of one kind."""
        return tuple(each for each in self.pairs if each.relation is relation)

    @property
    def unspoken(self) -> tuple[Pair, ...]:
        """The pairs that plan on the same thing in rows that do not name the other."""
        return tuple(each for each in self.pairs if each.unspoken)


def cooperation(run: Run) -> Cooperation:
    """Who plans with whom in a run that was read with its plans."""
    judged = sorted(
        (each for each in run.programmes if not each.failure),
        key=lambda each: (each.name, each.path),
    )
    named = [each for each in judged if each.municipality]
    found = _Plans(named)
    return Cooperation(
        run,
        tuple(named),
        tuple(each for each in judged if not each.municipality),
        tuple(found.pairs()),
    )


class _Plans:
    """What the rows of all programmes name."""

    def __init__(self, programmes: Sequence[Judged]) -> None:
        self.programmes = programmes
        names = Names(each.municipality for each in programmes)
        self.naming: dict[tuple[str, str], list[Planned]] = {}
        self.things: dict[str, dict[Thing, list[Planned]]] = {}
        self.printed: dict[Thing, str] = {}
        for each in programmes:
            self._read(each, names)

    def _read(self, programme: Judged, names: Names) -> None:
        things = self.things.setdefault(programme.path, {})
        codes = [row.code.rstrip(".") for row in programme.planned]
        for row in programme.planned:
            for name in names.in_text(row.text, programme.municipality):
                self.naming.setdefault((programme.path, name), []).append(row)
            for thing, printed in things_in(row.text, codes).items():
                things.setdefault(thing, []).append(row)
                self.printed.setdefault(thing, printed)

    def pairs(self) -> Iterator[Pair]:
        """The pairs that name each other or plan on the same thing, by their names."""
        for first, second in combinations(self.programmes, 2):
            if first.municipality == second.municipality:
                continue
            named = (self._named(first, second), self._named(second, first))
            shared = (*self._shared(first, second), *_border(first, second, named))
            if any(named) or shared:
                yield Pair(first, second, named, shared, _themes(first, second, named))

    def _named(self, one: Judged, other: Judged) -> tuple[Planned, ...]:
        return tuple(self.naming.get((one.path, other.municipality), ()))

    def _shared(self, first: Judged, second: Judged) -> Iterable[Shared]:
        ours, theirs = self.things[first.path], self.things[second.path]
        for thing in sorted(ours.keys() & theirs.keys()):
            rows = (tuple(ours[thing]), tuple(theirs[thing]))
            yield Shared(thing, self.printed[thing], rows)


def _border(
    first: Judged,
    second: Judged,
    named: tuple[tuple[Planned, ...], tuple[Planned, ...]],
) -> Iterator[Shared]:
    """The border between two, where both plan something up to it."""
    ours, theirs = (
        tuple(row for row in rows if has_border(row.text)) for rows in named
    )
    if ours and theirs:
        yield Shared(
            Thing("border", ""), f"{first.name} – {second.name}", (ours, theirs)
        )


def _themes(
    first: Judged, second: Judged, named: tuple[Sequence[Planned], Sequence[Planned]]
) -> tuple[str, ...]:
    """The fields of work of the rows that name the other, of both sides where both do."""
    ours, theirs = (
        {theme for row in rows for theme in _themes_in(row.text, each.language)}
        for each, rows in zip((first, second), named, strict=True)
    )
    found = ours & theirs if all(named) else ours | theirs
    return tuple(theme for theme in SECTORS if theme in found)


def _themes_in(text: str, language: str) -> Iterator[str]:
    vocabulary = _vocabulary(language)
    folded = fold(text)
    for theme in SECTORS if vocabulary else ():
        concept = vocabulary.concepts.get(theme) if vocabulary else None
        if concept and any(True for _ in concept.spans(folded, text)):
            yield theme


def _vocabulary(language: str) -> Vocabulary | None:
    """That of a language in the box; a plugin's need not be here to read a database."""
    return load_vocabulary(language) if language in IN_THE_BOX else None
