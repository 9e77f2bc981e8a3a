"""Measures that a text names by their plain numbers: `5. darbs`, `actions 1, 7 and 9`."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plancheck.programme.fields import Row
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import fold

WORDS = "numbered_measures"
"""The list of a vocabulary that says what such measures are called."""

_ONE = r"\d{1,3}\.?"
_NUMBER = re.compile(r"\d{1,3}")
_FEWEST = 3


class NumberedMeasures:
    """Finds measures by plain numbers, where those of a programme have such."""

    def __init__(self, rows: Iterable[Row], vocabulary: Vocabulary) -> None:
        """Keep the numbers that only one measure has."""
        counts = Counter(row.code for row in rows)
        known = [code for code, count in counts.items() if code.isdecimal()]
        is_plain = len(known) >= _FEWEST and 2 * len(known) >= len(counts)
        self.numbers = frozenset(known if is_plain else ())
        self._noun: re.Pattern[str] | None = None
        self._names: re.Pattern[str] | None = None
        until = fold(alternatives(vocabulary, "range_words"))
        joint = fold(alternatives(vocabulary, "conjunction", "range_words"))
        listed = rf"{_ONE}(?: ?(?:[,;–-]| (?:{joint}|&) ) ?{_ONE}){{0,20}}"
        self._only_numbers = re.compile(rf"\W{{0,3}}{listed}\W{{0,3}}")
        self._range = re.compile(rf"(\d{{1,3}})\.? ?(?:[–-]|{until}) ?(\d{{1,3}})")
        nouns = vocabulary.patterns(WORDS) if WORDS in vocabulary.words else ()
        if self.numbers and nouns:
            self._noun = nouns[0]
            noun = self._noun.pattern
            self._names = re.compile(
                rf"(?<![\d.,])(?P<before>{listed}) ?(?:{noun})"
                rf"|(?:{noun}) ?(?:(?:nr|no)\.? ?)?(?P<after>{listed})(?![\d%]|[.,]\d)"
            )

    def heads(self, label: str) -> bool:
        """Whether a label says that numbers of measures stand below it."""
        return self._noun is not None and bool(self._noun.search(fold(label)))

    def named_in(self, text: str) -> Iterator[str]:
        """The numbers of the measures that a sentence names, in reading order."""
        if self._names is None:
            return
        for match in self._names.finditer(fold(text)):
            yield from self.listed_in(match["before"] or match["after"])

    def listed_in(self, text: str) -> Iterator[str]:
        """The numbers that a text lists, which is nothing but such a list.

        >>> from plancheck.programme.vocabulary_files import load_vocabulary
        >>> numbered = NumberedMeasures((), load_vocabulary("en"))
        >>> list(numbered.listed_in("2, 11"))
        []
        """
        folded = fold(text)
        if not self.numbers or not self._only_numbers.fullmatch(folded):
            return
        found = dict.fromkeys(_NUMBER.findall(folded))
        for first, last in self._range.findall(folded):
            found.update(dict.fromkeys(map(str, range(int(first), int(last) + 1))))
        yield from (number for number in found if number in self.numbers)
