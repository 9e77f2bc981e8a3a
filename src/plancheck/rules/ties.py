"""Which of the programme's own priorities are tied to documents above it, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plancheck.rules.asking import (
    anywhere,
    row_quote,
)
from plancheck.rules.discourse import around, refers_back
from plancheck.rules.numbered_priorities import NumberedPriorities
from plancheck.sdk import (
    Mention,
    Objective,
    Programme,
    Quote,
    Stance,
    Table,
    fold,
)

_LEVELS = ("priority", "goal", "direction")
"""What is tied, the first of them that the programme has."""

_HEADER_ROWS = 3
_SHORTEST_NAME = 12


@dataclass(frozen=True)
class Ties:
    """The own priorities, and where each is named beside one of some documents."""

    programme: Programme
    documents: tuple[str, ...]

    @cached_property
    def priorities(self) -> tuple[Objective, ...]:
        """The own priorities, each once; goals or directions where there are none."""
        for level in _LEVELS:
            own = {
                each.code: each
                for each in reversed(self.programme.objectives)
                if each.level == level
            }
            if own:
                return tuple(reversed(own.values()))
        named = self.programme.uncoded_objectives
        for level in _LEVELS:
            if uncoded := tuple(each for each in named if each.level == level):
                return uncoded
        return ()

    @property
    def has_codes(self) -> bool:
        """Whether the priorities have codes, which another text can name for certain.

        A letter alone is none: what another text says in words it may mean as well.
        """
        return any(
            each.code != each.name and len(each.code) > 1 for each in self.priorities
        )

    @cached_property
    def places(self) -> Mapping[str, Quote]:
        """The codes of the priorities that are tied, each with the sentence or row."""
        found: dict[str, Quote] = {}
        for concept in self.documents:
            for mention in anywhere(self.programme, concept):
                if mention.stance is Stance.ASSERTED:
                    for code, quote in self._beside(mention):
                        found.setdefault(code, quote)
        return found

    @property
    def loose(self) -> tuple[Objective, ...]:
        """The priorities that are tied to none."""
        return tuple(each for each in self.priorities if each.code not in self.places)

    def _beside(self, mention: Mention) -> Iterator[tuple[str, Quote]]:
        if isinstance(mention.block, Table):
            yield from self._in_table(mention.block, mention)
            return
        above = " | ".join(mention.section_path[-2:])
        named = self._told(mention) or self._named(above)
        for code in named:
            yield code, mention.quote

    def _told(self, mention: Mention) -> tuple[str, ...]:
        """The priorities of a sentence, and of those beside it that go on with it.

        A document may be named first (`From it follow all three priorities.`), or the
        priorities (`They carry out the national plan.`).
        """
        own = self._named(mention.quote.text)
        before, after = around(mention)
        if after and refers_back(self.programme, after) and not self._speaks_on(after):
            own += self._named(after)
        if not own and before and refers_back(self.programme, mention.quote.text):
            own = self._named(before)
        return own

    def _speaks_on(self, text: str) -> bool:
        """Whether a sentence names a document itself, and is heard for that."""
        return any(self.programme.spans(each, text) for each in self.documents)

    def _in_table(self, table: Table, mention: Mention) -> Iterator[tuple[str, Quote]]:
        """The priorities of the row, or those of all rows that fill a column headed so."""
        row, column = _position(mention)
        for code in self._named(" | ".join(table.row_texts(row))):
            yield code, row_quote(table, row)
        if row < _HEADER_ROWS:
            for index in range(row + 1, table.row_count):
                if table.text_at(index, column).strip():
                    for code in self._named(" | ".join(table.row_texts(index))):
                        yield code, row_quote(table, index)
        if column < _HEADER_ROWS:
            for index in range(column + 1, table.column_count):
                if table.text_at(row, index).strip():
                    for code in self._named(table.text_at(0, index)):
                        yield code, row_quote(table, row)

    def _named(self, text: str) -> tuple[str, ...]:
        """The priorities that a text names by code, by name, or by a code below them."""
        codes = {self._above.get(code) for code in self.programme.codes_in(text)}
        folded = fold(text)
        codes.update(code for name, code in self._names if name in folded)
        codes.update(self._numbered.named_in(text, self.documents))
        cells = (cell.strip(" .") for cell in text.split("|"))
        codes.update(cell for cell in cells if cell in self._letters)
        return tuple(code for code in codes if code)

    @cached_property
    def _numbered(self) -> NumberedPriorities:
        return NumberedPriorities(self.programme, self.priorities)

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        names = ((_short(each.name), each.code) for each in self.priorities)
        return tuple(
            (fold(name), code) for name, code in names if len(name) >= _SHORTEST_NAME
        )

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The codes of the priorities that are a letter only."""
        return frozenset(each.code for each in self.priorities if len(each.code) == 1)

    @cached_property
    def _above(self) -> Mapping[str, str]:
        """The priority that each code is, or stands below."""
        parents = {each.code: each.parent_code for each in self.programme.objectives}
        own = {each.code for each in self.priorities}
        above: dict[str, str] = {}
        for code in parents:
            step = code
            for _ in range(len(_LEVELS) + 2):
                if step in own or not step:
                    break
                step = parents.get(step, "")
            if step in own:
                above[code] = step
        for row in self.programme.plan_rows:  # `B/2-4` counts below priority `B`
            letter, after = row.code[:1], row.code[1:2]
            if letter in self._letters and not after.isalpha():
                above.setdefault(row.code, letter)
        return above


def _short(name: str) -> str:
    """A name without what explains it: `Strong people: learn, be well, grow old safely`."""
    head = name.partition(":")[0].strip()
    return head if len(head) >= _SHORTEST_NAME else name


def _position(mention: Mention) -> tuple[int, int]:
    place = mention.quote.location
    return (place.row_number or 1) - 1, (place.column_number or 1) - 1
