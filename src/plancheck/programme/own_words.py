"""What a programme itself calls its levels: `Pillar` for a priority, `Step` for a task.

It says so once, in a table that sets its word beside the usual one, or in a sentence:
`medium-term priorities (hereafter – pillars)`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plancheck.model.document import Document, Paragraph
from plancheck.model.table import Table
from plancheck.programme.codes import LEVELS
from plancheck.programme.concepts import Concept, TermList
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_HEREAFTER = "hereafter"
_PROJECT = "project"
_FEWEST = 3
_LARGEST = 40
"""Cells of a table that explains words."""
_NAME = lazy_pattern(r"[^\W\d_]{3,20}(?: [^\W\d_]{3,20}){0,2}")
_QUOTES = " “”„\"'«»\n"
_SHORT_STEM = 3


def with_own_words(vocabulary: Vocabulary, documents: Iterable[Document]) -> Vocabulary:
    """The vocabulary with what the documents themselves call levels and projects."""
    kinds = _Kinds(vocabulary)
    found: dict[str, str] = {}
    for document in documents:
        for word, kind in kinds.told(document):
            if kinds.of(word) is None:
                found.setdefault(fold(word), kind)
    if not found:
        return vocabulary
    own: dict[str, list[Term]] = {}
    for word, kind in found.items():
        own.setdefault(kind, []).append(Term(_expression(word, vocabulary)))
    levels = {
        name: (*terms, *own.get(name, ())) for name, terms in vocabulary.levels.items()
    }
    return replace(
        vocabulary,
        levels=MappingProxyType(levels),
        columns=MappingProxyType(_columns(vocabulary.columns, own)),
    )


class _Kinds:
    """Tells which level, or that of projects, a short text names and nothing else."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        project = vocabulary.columns.get(_PROJECT)
        known = {**vocabulary.levels, _PROJECT: project.terms if project else ()}
        # Their patterns take 10 ms to compile, and most programmes explain no words.
        self._lists = [(kind, TermList(terms)) for kind, terms in known.items()]
        self._hereafter = TermList(vocabulary.words.get(_HEREAFTER, ()))

    def of(self, text: str) -> str | None:
        """What a text names that says no more, but for what stands in brackets."""
        folded = fold(text.partition("(")[0]).strip(_QUOTES)
        for kind, listed in self._lists:
            found = listed.pattern.match(folded) if listed.pattern else None
            if found is not None and not re.search(r"\w{3}", folded[found.end() :]):
                return kind
        return None

    def told(self, document: Document) -> Iterator[tuple[str, str]]:
        """The words that a document says it uses, each with what they stand for."""
        for block in document.blocks:
            if isinstance(block, Table):
                yield from self._in_table(block)
            elif isinstance(block, Paragraph):
                yield from self._in_text(block.text)

    def _in_table(self, table: Table) -> Iterator[tuple[str, str]]:
        """Words in a column to the left of one that explains at least three of them."""
        if not _FEWEST <= table.row_count * table.column_count <= _LARGEST:
            return
        for index in range(1, table.column_count):
            kinds = {
                row: kind
                for row in range(table.row_count)
                if (kind := self.of(table.text_at(row, index))) is not None
            }
            if len(set(kinds.values())) < _FEWEST:
                continue
            names = [table.text_at(row, index - 1).strip(_QUOTES) for row in kinds]
            if all(map(_NAME.fullmatch, names)) and len(set(names)) == len(names):
                yield from zip(names, kinds.values(), strict=True)
            return

    def _in_text(self, text: str) -> Iterator[tuple[str, str]]:
        """The word behind `priorities (hereafter – pillars)`."""
        folded = fold(text)
        for start, end in self._hereafter.spans(folded, text):
            name = _NAME.match(text[end:].lstrip(_QUOTES + "–—-:"))
            kind = self._behind(folded[:start].rstrip(" ("))
            if kind is not None and name is not None and not name[0].isupper():
                yield name[0], kind

    def _behind(self, folded: str) -> str | None:
        """What the last words before a place name."""
        words: Sequence[str] = folded.split()[-3:]
        tails = (" ".join(words[index:]) for index in range(len(words)))
        return next((kind for each in tails if (kind := self.of(each))), None)


def _expression(word: str, vocabulary: Vocabulary) -> str:
    """The term for a word in any case: `Attīstības ass` or, after it was named, `Ass`."""
    *before, last = fold(word).split()
    endings = alternatives(vocabulary, "name_endings")
    stem = re.sub(rf"(?<=[^\W_]{{2}})(?:{endings})$", "", last)
    most = 4 if len(stem) > _SHORT_STEM else 2
    front = rf"(?:{' '.join(map(re.escape, before))} )?" if before else ""
    return rf"/^{front}{re.escape(stem)}\w{{0,{most}}}\b/"


def _columns(
    columns: Mapping[str, Concept], own: Mapping[str, Sequence[Term]]
) -> dict[str, Concept]:
    """The columns with the programme's own words, which mean nothing else in it."""
    found = {}
    for name, concept in columns.items():
        others = (term for kind, terms in own.items() if kind != name for term in terms)
        found[name] = replace(
            concept,
            terms=(*concept.terms, *own.get(name, ())),
            exclusions=(*concept.exclusions, *others)
            if name in {*LEVELS, _PROJECT}
            else concept.exclusions,
        )
    return found
