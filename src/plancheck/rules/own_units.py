"""Territory: whether the plans reach each of the municipality's own territorial units."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancheck.rules.asking import (
    NO_ROWS,
    plan_rows,
    speaks_of,
)
from plancheck.rules.territory import own_text
from plancheck.sdk import (
    CAPITALS,
    Location,
    Programme,
    Quote,
    Table,
    Verdict,
    alternatives,
    fold,
    lazy_pattern,
    not_applicable,
    rule,
)

_NAME = lazy_pattern(rf"[{CAPITALS}][\w-]+(?: [{CAPITALS}][\w-]+)?")
_WORD = lazy_pattern(r"[^\W\d_]{4,}")
_LONGEST_ENDING = 4
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Unit:
    """A territorial unit with the place that names it as one of the municipality's own."""

    name: str
    quote: Quote


@rule(
    "TF04",
    category="territory",
    criteria=("T1",),
    severity="info",
    source="Good practice",
    certainty="medium",
)
def own_units(programme: Programme, *, covered: float = 1.0) -> Verdict:
    """Every territorial unit has a measure or project, or a reason for none."""
    rows = plan_rows(programme) or not_applicable(NO_ROWS)
    units = _units(programme)
    if len(units) < _SEVERAL:
        not_applicable(
            "The programme does not list its territorial units; name them in the facts "
            "file, as units = […], to have them sought in the plans."
        )
    words = _words(programme, (own_text(row) for row in rows))
    excused = _words(programme, _excuses(programme))
    return Verdict.of_share(
        units,
        having=lambda unit: _is_among(_stem(programme, unit), words | excused),
        found="{having} of {total} territorial units have a measure or project.",
        missing="No measure or project names “{name}”, and nothing says why.",
        missing_all="No measure or project names any of the {total} territorial units.",
        pass_at=covered,
    )


def _units(programme: Programme) -> tuple[_Unit, ...]:
    """The own units: from the facts, else from a table of units, else from a sentence."""
    given = [_Unit(name, Quote(name, Location())) for name in programme.facts.units]
    for found in (given, list(_in_tables(programme)), list(_in_sentences(programme))):
        units = {_stem(programme, unit): unit for unit in reversed(found)}
        if len(units) >= _SEVERAL:
            return tuple(units.values())[::-1]
    return ()


def _in_tables(programme: Programme) -> Iterator[_Unit]:
    """The first column of the first table that is headed by territorial units."""
    for document in programme.documents:
        for table in document.tables:
            head = table.text_at(0, 0) if table.row_count > _SEVERAL else ""
            if not speaks_of(programme, "territorial unit", head):
                continue
            if programme.is_plan_table(table):
                continue
            found = list(_in_column(programme, table))
            if len(found) >= _SEVERAL:
                yield from found
                return


def _in_column(programme: Programme, table: Table) -> Iterator[_Unit]:
    for row_index in range(1, table.row_count):
        cell = table.grid[row_index][0]
        if cell is None or cell.row_index != row_index:
            continue  # the head, which reaches down over several rows
        text = " ".join(cell.text.split())
        is_name = _NAME.match(text) and any(
            map(str.isdigit, "".join(table.row_texts(row_index)))
        )
        if is_name and not programme.has_word("no_unit", text):
            yield _Unit(text, Quote(text, table.location_of(row_index, 0)))


def _in_sentences(programme: Programme) -> Iterator[_Unit]:
    """The names in the first sentence that says what the municipality consists of."""
    for mention in programme.mentions("consists of units"):
        if speaks_of(programme, "implementation body", mention.quote.text):
            continue  # a board consists of people
        rest = mention.quote.text.partition(mention.term)[2]
        rest = _without_municipality(programme, rest)
        found = [_Unit(each, mention.quote) for each in _NAME.findall(rest)]
        if len(found) >= _SEVERAL:
            yield from found
            return


def _excuses(programme: Programme) -> Iterator[str]:
    """Sentences that say why nothing is planned in a place."""
    return (each.quote.text for each in programme.mentions("nothing planned there"))


def _words(programme: Programme, texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, folded, without the municipality's own name."""
    return frozenset(
        word
        for text in texts
        for word in _WORD.findall(fold(_without_municipality(programme, text)))
    )


def _without_municipality(programme: Programme, text: str) -> str:
    nouns = alternatives(programme.vocabulary, "municipality_nouns")
    return re.sub(rf"\b\w+ (?:{nouns})\w*", " ", text)


def _stem(programme: Programme, unit: _Unit) -> str:
    """What the first word of a unit's name begins with in every case."""
    return programme.places.stem(unit.name.split()[0])


def _is_among(stem: str, words: frozenset[str]) -> bool:
    return any(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        for word in words
    )
