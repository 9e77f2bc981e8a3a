"""Names of places that stand in columns of places: beside measures, or in a list of parishes."""

import re
from collections.abc import Iterable, Iterator

from plancheck.model.table import Table
from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import Row
from plancheck.programme.places import is_name
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_TERRITORY = "territory"
_NAME = lazy_pattern(r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}")
_NOUNS = ("unit_nouns", "place_nouns", "street_nouns", "municipality_nouns")
_LONGEST_CELL = 80
_FEWEST_ROWS = 3
_LONGEST_ENDING = 3


def names_in_rows(rows: Iterable[Row], vocabulary: Vocabulary) -> Iterator[str]:
    """The names in the columns of places of measures and projects: `Veldze, Strēlnieki`."""
    for row in rows:
        yield from _names(row.field(_TERRITORY).text, vocabulary)


def names_in_lists(
    tables: Iterable[Table], columns: ColumnReader, vocabulary: Vocabulary
) -> Iterator[str]:
    """The names below `Parish` or `Town` in tables that list the parts of the territory."""
    for table in tables:
        if table.row_count <= _FEWEST_ROWS:
            continue
        for index, label in enumerate(table.row_texts(0)):
            if columns.concept(label) == _TERRITORY:
                for row_index in range(1, table.row_count):
                    yield from _names(table.text_at(row_index, index), vocabulary)


def printed_within(names: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that a sentence has behind its beginning, each once.

    A cell begins with a capital whatever stands in it, a sentence does so for names only;
    what is also printed with a small letter, as `city`, is no name.
    """
    known = dict.fromkeys(names)
    if not known:
        return ()
    texts = tuple(texts)
    stems = {name[: max(4, len(name) - 2)]: name for name in known}
    small = re.compile("|".join(rf"\b{re.escape(stem.lower())}" for stem in stems))
    common = {each for text in texts for each in small.findall(text)}
    stems = {stem: name for stem, name in stems.items() if stem.lower() not in common}
    if not stems:
        return ()
    any_stem = "|".join(map(re.escape, stems))
    within = re.compile(
        r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))"
        rf"(?:{any_stem})(?=[^\W\d_]{{0,6}}\b)"
    )
    found = {stems[each] for text in texts for each in within.findall(text)}
    return tuple(name for name in known if name in found)


def _names(cell: str, vocabulary: Vocabulary) -> Iterator[str]:
    if len(cell) > _LONGEST_CELL:
        return
    words = alternatives(vocabulary, "conjunction")
    for piece in re.split(rf"[,;/\n()]|\b(?:{words})\b", cell):
        name = piece.strip(" .")
        if _NAME.fullmatch(name) and not _is_common(name, vocabulary):
            yield name


def _is_common(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital is no name of a place: `Novads`, `Visi pagasti`."""
    folded = fold(name)
    nouns = [
        fold(term.notation.strip("*"))
        for each in _NOUNS
        for term in vocabulary.words.get(each, ())
    ]
    return (
        not is_name(name.split(maxsplit=1)[0], vocabulary)
        or vocabulary.has_word("whole_municipality", folded, name)
        or any(_is_form_of(noun, word) for word in folded.split() for noun in nouns)
    )


def _is_form_of(noun: str, word: str) -> bool:
    return word.startswith(noun) and len(word) - len(noun) <= _LONGEST_ENDING
