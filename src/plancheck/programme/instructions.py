"""What a template tells its author to write, taken out of the documents.

Authors who fill a template leave some of its hints standing: “(list any suggested action)”
in a cell, “This section should describe …” above their text, “[ierakstīt]” where nothing
was written. No rule may take them for what the programme says; a cell that holds nothing
else is empty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from plancheck.model.document import Block, Document, Paragraph
from plancheck.model.table import Cell, Table
from plancheck.programme.vocabulary_files import hint_words
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

_BRACKETS = ("(", "[", "<")
_SPACES = lazy_pattern(r"[^\S\n]{2,9}")
_ORDINAL = lazy_pattern(r"[\s*•–-]*+(?:\d{1,3}[.)]\s*)?")


@dataclass(frozen=True, slots=True)
class Hints:
    """What hints are known by, in all languages: a template may be in another one.

    One of `signs` is in every hint that is a sentence, in lower case: most texts have none.
    """

    signs: tuple[str, ...]
    in_brackets: re.Pattern[str]
    sentence: re.Pattern[str]

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have a hint."""
        return self.may_be_sentence_in(text) or bool(self.in_brackets.search(text))

    def may_be_sentence_in(self, text: str) -> bool:
        """Whether a text may have a sentence that is a hint."""
        lower = text.lower()
        return any(sign in lower for sign in self.signs)


def load_hints(extra: Iterable[Path] = ()) -> Hints:
    """The hints of all languages that have a vocabulary.

    Args:
        extra: TOML files of plugins.
    """
    return _load_hints(tuple(extra))


@lru_cache(maxsize=8)
def _load_hints(extra: tuple[Path, ...]) -> Hints:
    words = hint_words(extra)
    polite, opening = map("|".join, (words["polite"], words["openings"]))
    return Hints(
        tuple(words["signs"]),
        re.compile(
            rf"[(\[<]\s{{0,3}}(?:(?:{polite}),?\s+)?(?:{opening})\b"
            r"[^()\[\]<>]{0,400}[)\]>]\.?",
            re.IGNORECASE,
        ),
        re.compile("|".join(words["sentences"]), re.IGNORECASE),
    )


def without_instructions(document: Document, hints: Hints) -> Document:
    """The document without hints to its author; the same where it has none.

    Nearly every document has none, nor has a table, which is told from all its text at
    once: to look at each cell would take a tenth of a check.
    """
    if not hints.may_be_in("\n".join(_texts(document.blocks))):
        return document
    blocks = tuple(_blocks(document.blocks, hints))
    if len(blocks) == len(document.blocks) and all(map(_is, blocks, document.blocks)):
        return document
    return replace(document, blocks=blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        elif isinstance(block, Paragraph):
            yield block.text


def without_hints(text: str, hints: Hints) -> str:
    """A text without hints to its author; the same text where it has none.

    >>> without_hints("Barriers (list any suggested action)", load_hints())
    'Barriers'
    >>> text = "This section should describe the policy. Ours is of 2021."
    >>> without_hints(text, load_hints())
    'Ours is of 2021.'
    """
    left = text
    if any(bracket in text for bracket in _BRACKETS):
        left = hints.in_brackets.sub("", text)
    if hints.may_be_sentence_in(left) and hints.sentence.search(left):
        found = [each for each in sentences(left) if _is_hint(each.text, hints)]
        for each in reversed(found):
            left = left[: each.start] + left[each.end :]
    return text if left == text else _SPACES.sub(" ", left).strip()


def _is_hint(sentence: str, hints: Hints) -> bool:
    begin = _ORDINAL.match(sentence)
    return bool(hints.sentence.match(sentence, begin.end() if begin else 0))


def _is(one: object, other: object) -> bool:
    return one is other


def _blocks(blocks: tuple[Block, ...], hints: Hints) -> Iterator[Block]:
    """The blocks; a paragraph that is all hint is none."""
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block, hints)
        elif not isinstance(block, Paragraph):
            yield block
        elif left := without_hints(block.text, hints):
            yield block if left is block.text else replace(block, text=left)


def _table(table: Table, hints: Hints) -> Table:
    if not hints.may_be_in("\n".join(cell.text for cell in table.cells)):
        return table
    cells = tuple(_cell(cell, hints) for cell in table.cells)
    if all(map(_is, cells, table.cells)):
        return table
    return replace(table, cells=cells)


def _cell(cell: Cell, hints: Hints) -> Cell:
    left = without_hints(cell.text, hints)
    return cell if left is cell.text else replace(cell, text=left)
