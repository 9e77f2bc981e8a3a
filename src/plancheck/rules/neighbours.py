"""Neighbouring municipalities: who they are, and what the programme says of each."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plancheck.rules.asking import (
    anywhere,
    row_quote,
    speaks_of,
    stance_on,
)
from plancheck.rules.municipalities import Others, other_municipalities
from plancheck.sdk import (
    Heading,
    Location,
    Passage,
    Programme,
    Quote,
    Stance,
    Table,
    fold,
    sentences,
)

ISSUE = "shared issue"
_GENERAL = "neighbouring municipality"
_CALLED = "neighbour_words"
_FEWEST_NAMES = 2
_WHERE = ("neighbours", "planning context", "coordination")
_PLANS = ("action", "investment")
_JOINT = "joint action"
_EMPTY = ("cooperation while drafting", "asked to comment", "border")
"""What a sentence can be about without saying what is shared."""

_KINDS = frozenset(
    ("Municipality", "County", "District", "Borough", "City", "Town", "Council")
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality across the border: its name as given or printed, and how it begins."""

    name: str
    stem: str

    def starts_in(self, folded: str, printed: str) -> Iterator[int]:
        """Where a text names it, in any case of the word."""
        for match in re.finditer(rf"(?<!\w){re.escape(self.stem)}", folded):
            if printed[match.start()].isupper():
                yield match.start()

    def stands_in(self, text: str) -> bool:
        """Whether a text names it."""
        return any(True for _ in self.starts_in(fold(text), text))


def known_neighbours(programme: Programme) -> tuple[Neighbour, ...]:
    """The neighbours that the facts give, else those that the programme itself names.

    It names them where it says with whom it shares a border, else in the part on
    neighbouring municipalities, else where it calls several so.
    """
    if given := programme.facts.neighbours:
        return _once(given)
    others = other_municipalities(programme)
    border = [
        mention.quote.text
        for mention in anywhere(programme, "border")
        if mention.stance is Stance.ASSERTED
    ]
    found = _once(name for text in border for name in others.named(text))
    part = programme.part("neighbours")
    if found:
        return found
    if part is None:
        return _once(_called_neighbours(programme, others))
    titles = (section.title for section in part.walk())
    texts = (*titles, *(paragraph.text for paragraph in part.paragraphs))
    return _once(name for text in texts for name in others.named(text))


def _called_neighbours(programme: Programme, others: Others) -> Iterator[str]:
    """The names in a sentence, or in a column, that calls several of them neighbours."""
    if _CALLED not in programme.vocabulary.words:
        return
    for mention in anywhere(programme, _GENERAL):
        if not programme.has_word(_CALLED, mention.term):
            continue
        text = mention.quote.text
        if isinstance(mention.block, Table):
            text = _below(mention.block, mention.quote.location)
        names = others.named(text)
        if len(names) >= _FEWEST_NAMES and mention.stance is not Stance.NEGATED:
            yield from names


def _below(table: Table, head: Location) -> str:
    """What stands below a cell of the first row; nothing below another cell."""
    if head.row_number != 1 or head.column_number is None:
        return ""
    column = head.column_number - 1
    return "; ".join(table.text_at(row, column) for row in range(1, table.row_count))


def _once(names: Iterable[str]) -> tuple[Neighbour, ...]:
    found: dict[str, Neighbour] = {}
    for name in names:
        stem = _stem(name)
        if stem:
            found.setdefault(stem, Neighbour(name, stem))
    return tuple(found.values())


def _stem(name: str) -> str:
    """How a municipality's own name begins in every case, without words for its kind."""
    words = [each for each in name.split() if each[:1].isupper() and each not in _KINDS]
    return re.sub(r"(?:[aeiu]s|[aeiou]|s)$", "", fold(" ".join(words)))


@dataclass(frozen=True)
class Talk:
    """What is said of neighbours where the programme deals with them.

    That is in the parts on neighbours, on other documents and on coordination, in rows of
    the plans, and in sentences on doing something together. Roads and history name
    neighbours elsewhere too.
    """

    programme: Programme
    neighbours: tuple[Neighbour, ...]

    def named(self, neighbour: Neighbour) -> Quote | None:
        """The first text that names a neighbour; None where none does."""
        return next((quote for quote, _ in self._texts(neighbour)), None)

    def issue(self, neighbour: Neighbour) -> Quote | None:
        """The first text that names a neighbour with something concrete that is shared."""
        found = (quote for quote, text in self._texts(neighbour) if self._shares(text))
        return next(found, None)

    def is_told(self, neighbour: Neighbour) -> bool:
        """Whether more than a row of the plans names something that is shared."""
        return any(
            self._shares(text)
            for passage in self._passages[neighbour]
            if id(passage.block) not in self._plans
            for _, text in self._texts_of(neighbour, passage)
        )

    def _texts(self, neighbour: Neighbour) -> Iterator[tuple[Quote, str]]:
        """Each place that names a neighbour, with all that is said there."""
        for passage in self._passages[neighbour]:
            yield from self._texts_of(neighbour, passage)

    def _texts_of(
        self, neighbour: Neighbour, passage: Passage
    ) -> Iterator[tuple[Quote, str]]:
        if isinstance(passage.block, Table):
            yield from self._row(passage)
        elif isinstance(passage.block, Heading):
            texts = (each.text for each in passage.section.paragraphs)
            yield Quote(passage.text, passage.location), " ".join(texts)
        else:
            for said in self._runs(neighbour, passage.text):
                yield Quote(said, passage.location), said

    def _runs(self, neighbour: Neighbour, text: str) -> Iterator[str]:
        """The stretches of a paragraph on a neighbour, each up to where another is named."""
        start = end = None
        for each in sentences(text):
            named = [other for other in self.neighbours if other.stands_in(each.text)]
            if neighbour in named and start is None:
                start = each.start
            elif named and neighbour not in named and start is not None:
                yield text[start:end]
                start = None
            if neighbour in named and speaks_of(self.programme, "border", each.text):
                yield each.text  # what follows is on the borders of all
                start = None
            end = each.end
        if start is not None:
            yield text[start:end]

    def _row(self, passage: Passage) -> Iterator[tuple[Quote, str]]:
        """The row that a cell stands in."""
        if isinstance(passage.block, Table) and passage.row_index is not None:
            text = row_quote(passage.block, passage.row_index).text
            yield Quote(text, passage.location), text

    @cached_property
    def _passages(self) -> Mapping[Neighbour, Sequence[Passage]]:
        """The passages that name each neighbour and deal with it, those of the parts first."""
        whole = self.programme.passages
        found: dict[Neighbour, list[Passage]] = {}
        for neighbour in self.neighbours:
            starts = neighbour.starts_in(whole.folded, whole.printed)
            indexes = dict.fromkeys(whole.at(start)[0] for start in starts)
            dealing = [
                passage
                for passage in map(whole.passages.__getitem__, indexes)
                if self._deals(passage)
            ]
            found[neighbour] = sorted(
                dealing, key=lambda each: id(each.section) not in self._sections
            )
        return found

    def _deals(self, passage: Passage) -> bool:
        if id(passage.section) in self._sections:
            return True
        if isinstance(passage.block, Table):
            return id(passage.block) in self._plans or self._lists(passage.block)
        is_text = not isinstance(passage.block, Heading)
        return is_text and speaks_of(self.programme, _JOINT, passage.text)

    def _lists(self, table: Table) -> bool:
        """Whether a column of a table is headed as one of neighbours."""
        return _CALLED in self.programme.vocabulary.words and any(
            self.programme.has_word(_CALLED, head) for head in table.row_texts(0)
        )

    @cached_property
    def _sections(self) -> frozenset[int]:
        return self.programme.section_ids(*_WHERE)

    @cached_property
    def _plans(self) -> frozenset[int]:
        return frozenset(
            id(fragment)
            for role in _PLANS
            for table in self.programme.tables_of(role)
            for fragment in table.fragments
        )

    def _shares(self, text: str) -> bool:
        """Whether something concrete is said, and not only that there is a border or a letter."""
        return any(
            self._is_concrete(each.text)
            for each in sentences(text)
            if not any(speaks_of(self.programme, what, each.text) for what in _EMPTY)
        )

    def _is_concrete(self, text: str) -> bool:
        stance = stance_on(self.programme, ISSUE, text)
        if stance is None:
            return any("." in code for code in self.programme.codes_in(text))
        return stance is not Stance.NEGATED
