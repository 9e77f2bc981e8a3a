"""What columns of a plan are about whose labels are nobody's words, told by what they hold.

`Purse` over `Municipal budget, ERDF` is the source of the money, `Gads` behind a baseline
its year. A label that is known is never contradicted, save where a year stands beside a
value.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from plancheck.programme.column_contents import are_values
from plancheck.programme.columns import ColumnReader
from plancheck.programme.dated_values import with_dated_values
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.amounts import CURRENCY
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern
from plancheck.text.values import ValueKind, parse_value

_Concepts = tuple[str | None, ...]
_PLANNED = frozenset({"action", "investment"})
_PLANNED_BY = frozenset({"measure", "project"})
_MAY_BE_DECISION = frozenset({None, "measure", "result"})
"""What the label of a column of decisions may seem to say: `Our answer`, `Outcome`."""
_FEWEST_CELLS = 3
_FEWEST_TOLD = 2
_MOST = 0.6
_LONGEST_CELL = 160
_CURRENCY = lazy_pattern(rf"(?<!\w)(?:{CURRENCY})(?!\w)")
_YEARS = MappingProxyType({"baseline": "baseline year", "target": "target year"})
_TIMES = frozenset({ValueKind.YEAR, ValueKind.PERIOD})


class HeldColumns:
    """Tells by its cells what a column is about whose label is not known."""

    def __init__(self, vocabulary: Vocabulary, columns: ColumnReader) -> None:
        self._vocabulary = vocabulary
        self._columns = columns

    def told(
        self,
        concepts: _Concepts,
        labels: Sequence[str],
        texts: Callable[[int], Sequence[str]],
        roles: Sequence[str],
    ) -> _Concepts:
        """The concepts with those that the cells of columns tell.

        Without a role, measures or projects are a plan where two columns at least tell of
        money, time or bodies.

        Args:
            concepts: What the columns are about as far as their labels tell.
            labels: The labels, one a column.
            texts: The texts in a column's body, empty ones left out.
            roles: What the table is for, as far as its labels tell.
        """
        role = roles[0] if roles else None
        if role is None:
            concepts = self._with_decisions(concepts, labels, texts)
        if role is None and not _PLANNED_BY.isdisjoint(concepts):
            told = self._filled_up(concepts, labels, texts, self._of_plans)
            new = sum(one != other for one, other in zip(told, concepts, strict=True))
            return (
                self._with_sum(told, labels, texts) if new >= _FEWEST_TOLD else concepts
            )
        if role == "indicator":
            concepts = with_years_of_values(concepts, texts, self._columns)
            concepts = with_dated_values(concepts, labels, texts)
            return self._filled_up(concepts, labels, texts, self._of_indicators)
        if role in _PLANNED:
            concepts = self._with_sum(concepts, labels, texts)
            return self._filled_up(concepts, labels, texts, self._of_plans)
        return concepts

    def _with_decisions(
        self,
        concepts: _Concepts,
        labels: Sequence[str],
        texts: Callable[[int], Sequence[str]],
    ) -> _Concepts:
        """A column of what was decided, and what stands before it as what was proposed.

        As in `Who asked | For what | Answer` over `Declined: the school has 140 pupils`.
        """
        told = list(concepts)
        for index, concept in enumerate(concepts):
            if concept not in _MAY_BE_DECISION or not labels[index]:
                continue
            if not self._columns.are_decisions(texts(index)):
                continue
            before = [each for each in range(index) if told[each] is None]
            if "proposal" not in told and before:
                told[before[-1]] = "proposal"
            told[index] = "decision"
            return tuple(told)
        return concepts

    def _filled_up(
        self,
        concepts: _Concepts,
        labels: Sequence[str],
        texts: Callable[[int], Sequence[str]],
        asked: Mapping[str, Callable[[str], bool]],
    ) -> _Concepts:
        """The concepts, each unknown column as the first that most of its cells speak of."""
        told = list(concepts)
        for index, concept in enumerate(concepts):
            if concept is not None or not labels[index]:
                continue
            cells = texts(index)
            for each, speaks in asked.items():
                if not _known(each) & set(told) and _mostly(cells, speaks):
                    told[index] = each
                    break
        return tuple(told)

    def _with_sum(
        self,
        concepts: _Concepts,
        labels: Sequence[str],
        texts: Callable[[int], Sequence[str]],
    ) -> _Concepts:
        """The one column of figures whose label names a currency as that of the amounts."""
        if "amount" in concepts or not SHARE_COLUMNS.isdisjoint(concepts):
            return concepts
        sums = [
            index
            for index, label in enumerate(labels)
            if concepts[index] is None
            and _CURRENCY.search(fold(label))
            and are_values(texts(index))
        ]
        if len(sums) != 1:
            return concepts
        return (*concepts[: sums[0]], "amount", *concepts[sums[0] + 1 :])

    @property
    def _of_plans(self) -> Mapping[str, Callable[[str], bool]]:
        return {
            "term": _is_time,
            "source": self._names_source,
            "responsible": self._has_word("body_nouns"),
            "territory": self._names_territory,
        }

    @property
    def _of_indicators(self) -> Mapping[str, Callable[[str], bool]]:
        return {
            "frequency": self._has_word("told_frequency"),
            "data source": self._has_word("known_source"),
            "unit": self._has_word("measuring_units"),
            "responsible": self._has_word("body_nouns"),
        }

    def _has_word(self, name: str) -> Callable[[str], bool]:
        """Tells whether a word of a list is in a cell; never, where a language has no list."""
        if name not in self._vocabulary.words:
            return lambda _: False
        return lambda text: self._vocabulary.has_word(name, fold(text), text)

    def _names_source(self, text: str) -> bool:
        """Whether a part of a cell names a fund, as the labels of shares do: `PB, ERAF`."""
        pieces = self._columns.pieces(text)
        return any(
            self._columns.concept(piece.strip()) in SHARE_COLUMNS for piece in pieces
        )

    def _names_territory(self, text: str) -> bool:
        """Whether a cell names a territorial unit by its kind, or the whole territory."""
        folded = fold(text)
        return self._vocabulary.has_word("whole_municipality", folded, text) or any(
            term.is_in(folded, text)
            for term in self._vocabulary.words.get("unit_nouns", ())
        )


def with_years_of_values(
    concepts: _Concepts, texts: Callable[[int], Sequence[str]], columns: ColumnReader
) -> _Concepts:
    """A column of years beside baselines holds theirs, and so it is beside targets.

    As in `Baseline | Year | Target | Year`, where `Year` alone would be a term.
    """
    told = list(concepts)
    for value, year in _YEARS.items():
        if value not in told or told.count(year) == 1:
            continue
        last = len(told) - 1 - told[::-1].index(value)
        behind = (last if value == "target" else told.index(value)) + 1
        if behind == len(told) or not _may_be_year(told[behind], told):
            continue
        cells = texts(behind)
        if cells and all(map(columns.is_year, cells)):
            told[behind] = year
    return tuple(told)


def _may_be_year(concept: str | None, told: Sequence[str | None]) -> bool:
    """Whether a column of years may be another's year than its label says: one of two alike."""
    is_one_of_two = concept in _YEARS.values() and told.count(concept) > 1
    return concept in {None, "term"} or is_one_of_two


def _known(concept: str) -> frozenset[str]:
    """The concepts one of which, where it is there, says the same."""
    same = {
        "term": ("term", "start"),
        "responsible": ("responsible", "executor"),
        "source": ("source", *SHARE_COLUMNS),
    }
    return frozenset(same.get(concept, (concept,)))


def _mostly(cells: Sequence[str], speaks: Callable[[str], bool]) -> bool:
    """Whether most cells of a column, and some at least, speak of something."""
    short = [text for text in cells if len(text) <= _LONGEST_CELL]
    speaking = sum(map(speaks, short))
    return len(short) >= _FEWEST_CELLS and speaking >= _MOST * len(cells)


def _is_time(text: str) -> bool:
    return parse_value(text).kind in _TIMES
