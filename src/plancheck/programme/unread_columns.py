"""Columns of a plan table that nobody's word stands over: what may be in them is open."""

from collections.abc import Mapping, Sequence

from plancheck.programme.column_contents import (
    are_codes,
    are_numbers_of_rows,
    are_values,
    filled_texts,
)
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import Content, UnreadColumn
from plancheck.programme.fragments import JoinedTable
from plancheck.programme.headers import Header
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.years import years_in_label
from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS
from plancheck.text.patterns import lazy_pattern

_MOSTLY = 0.5
_FEWEST = 2
_LONGEST_NAME = 100
_SHORTEST_TEXT = 10
_ABBREVIATION = lazy_pattern(rf"\b[{CAPITALS}]{{2,8}}\b")


class UnreadColumns:
    """Finds the columns whose label says nothing, though most rows fill them."""

    def __init__(self, vocabulary: Vocabulary, columns: ColumnReader) -> None:
        self._vocabulary = vocabulary
        self._columns = columns

    def of(
        self, joined: JoinedTable, header: Header, known: Mapping[str, int]
    ) -> tuple[UnreadColumn, ...]:
        """Those of a table with all that follows it.

        Years, numbers of rows and codes tell what they are; so does the label above
        another, as in `Targets / 2026`.

        Args:
            joined: The table.
            header: Of the table.
            known: By concept the columns that were understood, counted from 0.
        """
        understood = frozenset(known.values())
        return tuple(
            UnreadColumn(label, content)
            for index, label in enumerate(header.labels)
            if index not in understood and label and not self._is_told(label)
            if (content := self._content(_filled(joined, index)))
        )

    def _is_told(self, label: str) -> bool:
        own = any(map(self._columns.concept, label.split(" / ")))
        return own or bool(years_in_label(label))

    def _content(self, texts: Sequence[str]) -> Content | None:
        """What most cells hold; None where it is neither figures nor names nor sentences."""
        if not texts or are_codes(texts) or are_numbers_of_rows(texts):
            return None
        if are_values(texts):
            return Content.FIGURES
        if sum(map(self._is_name, texts)) > _MOSTLY * len(texts):
            return Content.NAMES
        long = sum(len(text) >= _SHORTEST_TEXT for text in texts)
        return Content.TEXT if long > _MOSTLY * len(texts) else None

    def _is_name(self, text: str) -> bool:
        """Whether a cell names bodies or funds, by a word of theirs or abbreviated."""
        if len(text) > _LONGEST_NAME:
            return False
        if _ABBREVIATION.search(text):
            return True
        has_list = "body_nouns" in self._vocabulary.words
        return has_list and self._vocabulary.has_word("body_nouns", fold(text), text)


def _filled(joined: JoinedTable, index: int) -> list[str]:
    """The texts of a column; none where most rows leave it empty."""
    height = sum(each.table.row_count - each.body_start for each in joined.fragments)
    texts = [
        text
        for each in joined.fragments
        for text in filled_texts(each.table, each.body_start, index)
    ]
    return texts if len(texts) >= max(_FEWEST, _MOSTLY * height) else []
