"""Names of places inside the municipality, gathered from the programme itself and from facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS, SMALL_LETTERS
from plancheck.text.patterns import lazy_pattern

_NAME = rf"[{CAPITALS}][{SMALL_LETTERS}]+(?:-[{CAPITALS}]?[{SMALL_LETTERS}]+)?"
_LAST_NAME = lazy_pattern(rf"\b{_NAME}$")
_LONGEST_NAME = 40
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4
_OWN_STEM = 5


@dataclass(frozen=True)
class Places:
    """Own territorial units and settlements, found in any inflection.

    `units` are the names as first printed, such as "Birzmalu pagasts", `settlements` the
    bare names of further places.
    """

    units: tuple[str, ...]
    municipality: str | None
    vocabulary: Vocabulary
    settlements: tuple[str, ...] = ()

    def find(self, text: str) -> tuple[str, ...]:
        """The places that a text names, as printed; the municipality as a whole is none.

        A proper name before a word such as street, lake or school is a place too; the
        capital that begins a sentence or a cell alone makes none: `Pārbūvēt tiltu`.
        """
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _find(self, text: str) -> tuple[str, ...]:
        masked = self._without_municipality(text)
        found = {
            match.start(): name
            for match in self._nouned.finditer(masked)
            if (name := self._name(match, masked))
        }
        if self._stems:
            for word in re.finditer(_NAME, masked):
                if self._is_unit(word.group()):
                    found.setdefault(word.start(), word.group())
        return tuple(found[start] for start in sorted(found))

    def find_located(self, text: str) -> tuple[str, ...]:
        """The names that a text locates something at, be it a place known otherwise or not.

        English does so by a preposition, `at the Old Quay`, Latvian by the locative,
        `Vecmuižā`. The names of the municipality, of countries and of parts of the
        document are none.
        """
        return tuple(
            name.group("name")
            for name in self._located.finditer(text)
            if not _begins_sentence(text, name.start("name"))
            and not self._is_unplaced(name.group("name"))
        )

    def _is_unplaced(self, name: str) -> bool:
        folded = fold(name)
        has_word = self.vocabulary.has_word
        return (
            not is_name(name.split(maxsplit=1)[0], self.vocabulary)
            or has_word("unplaced_names", folded, name)
            or has_word("whole_municipality", folded, name)
            or self.names_municipality(name)
        )

    @cached_property
    def _located(self) -> re.Pattern[str]:
        if "place_prepositions" in self.vocabulary.words:
            names = rf"(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})"
            before = self._nouns("place_prepositions")
            article = self._nouns("articles")
            return re.compile(rf"\b(?i:{before})\s(?:(?:{article})\s)?{names}")
        letters = _NAME[: _NAME.index("+")]
        endings = self._nouns("locative_endings")
        return re.compile(rf"\b(?P<name>{letters}{{2,20}}(?:{endings}))\b")

    def names_whole_municipality(self, text: str) -> bool:
        """Whether a text names the whole territory and no place in it."""
        folded = fold(text)
        whole = self.vocabulary.has_word("whole_municipality", folded, text)
        return (whole or self.names_municipality(text)) and not self.find(text)

    def names_municipality(self, text: str) -> bool:
        """Whether a text names the municipality itself, in any inflection."""
        return bool(self._own_stem) and self._own_stem in fold(text)

    @cached_property
    def _own_stem(self) -> str:
        """What all inflections of the municipality's proper name begin with."""
        name = self.municipality or ""
        proper = name.partition(" of ")[2] or name
        return fold(proper.partition(" ")[0])[:_OWN_STEM]

    def _is_unit(self, word: str) -> bool:
        folded = fold(word)
        return folded.startswith(self._stems) and any(
            folded.startswith(stem) and len(folded) - len(stem) <= _LONGEST_ENDING
            for stem in self._stems
        )

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        others = (
            each for each in self.settlements if not self.names_municipality(each)
        )
        stems = (self.stem(name.split()[0]) for name in (*self.units, *others))
        known = dict.fromkeys(stem for stem in stems if len(stem) >= _SHORTEST_STEM)
        return tuple(known)

    def stem(self, name: str) -> str:
        """What a name begins with in every case, folded: `strelniek` for `Strēlnieki`."""
        return _stem(name, self.vocabulary)

    def _name(self, match: re.Match[str], text: str) -> str:
        """The place that a match names; empty where its capital only begins a sentence."""
        if not _begins_sentence(text, match.start()):
            return match.group()
        name = match["rest"].split()[0]
        is_place = match["first"] or match["street"] or self._is_unit(name)
        return match["rest"] if is_place and is_name(name, self.vocabulary) else ""

    @cached_property
    def _nouned(self) -> re.Pattern[str]:
        streets, others = self._nouns("street_nouns"), self._nouns("place_nouns")
        nouns = rf"(?:(?P<street>{streets})|(?:{others}))"
        return re.compile(rf"\b(?P<first>{_NAME}\s)?(?P<rest>{_NAME}\s{nouns}\w*)")

    def _nouns(self, name: str) -> str:
        return alternatives(self.vocabulary, name)

    def _without_municipality(self, text: str) -> str:
        """Institutions of the whole municipality name it without naming a place in it."""
        return self._whole_names.sub(lambda match: " " * len(match.group()), text)

    @cached_property
    def _whole_names(self) -> re.Pattern[str]:
        return re.compile(rf"\b{_NAME}\s(?:{self._nouns('municipality_nouns')})\w*")


def read_places(
    texts: Iterable[str],
    vocabulary: Vocabulary,
    municipality: str | None,
    given: Iterable[str],
    settlements: tuple[str, ...] = (),
) -> Places:
    """The places that a programme's text names beside the words for units and settlements.

    A name is one that stands with its capital within a sentence at least once.

    Args:
        texts: All of the programme.
        vocabulary: Has the words that stand behind names of places.
        municipality: Its own name, which is no place in it; None where nothing tells it.
        given: The units that the user named in the facts.
        settlements: Names of further places, known to be that wherever they stand.
    """
    units = dict.fromkeys(given)
    noun = re.compile(rf"\s(?:{alternatives(vocabulary, 'unit_nouns')})\w*")
    for text in texts:
        for match in noun.finditer(text):
            name = _LAST_NAME.search(
                text, max(0, match.start() - _LONGEST_NAME), match.start()
            )
            if name is None or _begins_sentence(text, name.start()):
                continue
            if is_name(name.group(), vocabulary):
                units.setdefault(name.group() + match.group(), None)
    return Places(tuple(units), municipality, vocabulary, settlements)


def is_name(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital can be a name: long enough, and no verb or numeral."""
    is_long = len(_stem(word, vocabulary)) >= _SHORTEST_STEM
    return is_long and not vocabulary.has_word("no_names", fold(word), word)


def _begins_sentence(text: str, offset: int) -> bool:
    before = text[:offset].rstrip(' „“"(')
    return not before or before[-1] in ".!?:;|\n•–"


def _stem(name: str, vocabulary: Vocabulary) -> str:
    folded = fold(name)
    for term in vocabulary.words.get("name_endings", ()):
        ending = term.notation
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded
