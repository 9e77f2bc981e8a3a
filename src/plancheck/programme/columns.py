"""What a column is about, by its label."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from plancheck.model.table import Table
from plancheck.programme.naming import Naming
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.years import year_alone
from plancheck.text.amounts import CURRENCY, SCALE
from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS, SMALL_LETTERS
from plancheck.text.patterns import lazy_pattern

LONGEST_LABEL = 90
"""Letters of a cell that heads a column; a longer one tells something."""
MONEY = frozenset({"source", "amount"})
"""What shares of a sum stand below: `Sources / EU`, `Cost / EU`."""
_UNIT_BEHIND = lazy_pattern(
    rf"[ ,(]{{1,3}}(?:in )?(?:%|(?:{SCALE} ?)?{CURRENCY}|{SCALE})\W{{0,2}}$"
)
"""In what the column of a folded label counts: `State, %`, `Municipality (thousand EUR)`."""

_LEGEND = lazy_pattern(
    rf"(?<!\w)([{CAPITALS}]{{1,4}}) ?[–—=-] ?([{CAPITALS}{SMALL_LETTERS}][^,;.()\n]{{2,40}})"
)
_FEWEST_LETTERS = 2
_DECISION_OPENINGS = "decision_openings"
_FEWEST_DECISIONS, _MOST = 3, 0.6
_ABBREVIATED = lazy_pattern(r"^(?:[^\W\d_]{1,3}\. ?){1,3}")
"""Before a part of a sum: `t. sk. pašvaldība`, `incl. state`."""


class ColumnReader:
    """Tells from a label what a column is about; remembers each label it has seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._naming = Naming(vocabulary.columns)
        self._vocabulary = vocabulary
        self._known: dict[str, str | None] = {}
        self._legend: dict[str, str] = {}

    def learn(self, paragraphs: Iterable[str]) -> None:
        """Keep the letters that a text gives sources of money: `P – own budget; E – EU funds`."""
        for text in paragraphs:
            said = [
                (short, self._paying(long)) for short, long in _LEGEND.findall(text)
            ]
            known = {short: share for short, share in said if share is not None}
            if len(known) >= _FEWEST_LETTERS:
                self._legend.update(known)

    def _paying(self, words: str) -> str | None:
        """The share that the name of a source is, or a part of the name: `firms and private`."""
        pieces = (words, *self.pieces(words))
        shares = (self.concept(f"/ {each.strip()}") for each in pieces)
        return next((each for each in shares if each in SHARE_COLUMNS), None)

    def are_decisions(self, cells: Sequence[str]) -> bool:
        """Whether most cells of a column, and some at least, answer proposals: `Declined: …`."""
        if _DECISION_OPENINGS not in self._vocabulary.words:
            return False
        filled = [text for text in cells if text.strip()]
        answering = sum(
            self._vocabulary.has_word(_DECISION_OPENINGS, fold(text), text)
            for text in filled
        )
        return len(filled) >= _FEWEST_DECISIONS and answering >= _MOST * len(filled)

    def expect(self, tables: Iterable[Table]) -> None:
        """Look through the cells of tables at once: which of them name a column."""
        cells = (cell.text for table in tables for cell in table.cells)
        short = (text for text in cells if len(text) <= LONGEST_LABEL * 2)
        self._naming.expect(" ".join(text.split()) for text in dict.fromkeys(short))

    def concept(self, label: str) -> str | None:
        """The concept whose term covers most of the label; None where no term is in it."""
        if label not in self._known:
            self._known[label] = self._find(" ".join(label.split()))
        return self._known[label]

    def names(self, label: str, concept: str) -> bool:
        """Whether a label has a term of the concept, be it about another above all."""
        return concept in self._naming.letters(" ".join(label.split()))

    def is_total(self, label: str) -> bool:
        """Whether a label says that its column sums up the others: `Total`."""
        return self._vocabulary.has_word("totals", fold(label), label)

    def is_year(self, label: str) -> bool:
        """Whether a label or a cell says nothing but a year: `2027. gads`."""
        return year_alone(label, self._vocabulary) is not None

    def pieces(self, label: str) -> tuple[str, ...]:
        """What a label lists, at commas, signs and words such as `and`, as printed."""
        ends = [match.span() for match in self._between.finditer(fold(label))]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(label)]
        return tuple(label[slice(*span)] for span in zip(starts, stops, strict=True))

    @cached_property
    def _between(self) -> re.Pattern[str]:
        words = (each.pattern for each in self._vocabulary.patterns("conjunction"))
        return re.compile("|".join((r"[,;+&]", *words)))

    def _find(self, label: str) -> str | None:
        if not label or len(label) > LONGEST_LABEL * 2:
            return None
        letters = self._naming.letters(label)
        if not letters and (bare := _without_unit(label)) != label:
            letters = self._naming.letters(bare)
        return max(letters, key=lambda name: letters[name], default=None)

    def joined(self, leaf: str, parents: tuple[str, ...]) -> str | None:
        """The concept of a column: its leaf decides, unless that only says a year."""
        own = self.concept(leaf)
        if self.is_total(leaf) and "amount" in map(self.concept, parents):
            return "amount"
        if own == "term" and (dated := self._dated(parents)):
            return dated
        if parents and (share := self._share(leaf, parents)):
            return share
        if own is not None and own != "value in year":
            return own
        for parent in reversed(parents):
            if (above := self.concept(parent)) is not None:
                return above
        return own

    def _share(self, leaf: str, parents: tuple[str, ...]) -> str | None:
        """The share that a word is below a label of money only: `Who pays / Town`."""
        labels = (*parents, *(parent.partition(",")[0] for parent in parents))
        above = {self.concept(label) for label in labels}  # without `, thousand EUR`
        if leaf in self._legend and above & MONEY:
            return self._legend[leaf]
        own = _ABBREVIATED.sub("", leaf)
        return self.concept(f"/ {own}") if above & MONEY else None

    def _dated(self, parents: tuple[str, ...]) -> str | None:
        """What a column of years is below a baseline or a target."""
        above = {self.concept(parent) for parent in parents}
        dated = (each for each in ("baseline", "target") if each in above)
        return next((f"{each} year" for each in dated), None)


def _without_unit(label: str) -> str:
    found = _UNIT_BEHIND.search(fold(label))
    return label[: found.start()] if found else label


def column_of(concepts: tuple[str | None, ...]) -> Mapping[str, int]:
    """The column of each concept: the last one for what is reached in the end, else the first."""
    found: dict[str, int] = {}
    for index, concept in enumerate(concepts):
        if concept and (concept not in found or concept == "target"):
            found[concept] = index
    return found
