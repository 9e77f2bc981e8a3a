"""The same volume supplied twice, such as the Word file and the PDF made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from plancheck.model.document import Document
from plancheck.model.message import Message
from plancheck.model.table import Table
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 100
_SHARED_WORDS = 0.85
_PREFERRED = ("docx", "odt", "doc", "rtf", "xlsx", "markdown", "text", "pdf")
"""Formats from the one that tells most of the structure."""


def without_duplicates(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, of several with the same words only one, which says so in a note.

    Two volumes are the same when, of all different words of both, 85 in 100 stand in
    both; other volumes of one programme share about half. The one in the format that
    tells most is kept, in the place of the first.
    """
    kept: list[tuple[Document, frozenset[str]]] = []
    for document in documents:
        words = frozenset(_words(document))
        twin = next(
            (i for i, (_, known) in enumerate(kept) if _is_same(known, words)), None
        )
        if twin is None:
            kept.append((document, words))
            continue
        used, left = sorted((kept[twin][0], document), key=_rank)
        name = PurePath(left.name).name
        note = Message.of(
            "{document} holds the same volume; it is used once.", document=name
        )
        kept[twin] = (replace(used, notes=(*used.notes, note)), words)
    return tuple(document for document, _ in kept)


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _FEWEST_WORDS:
        return False
    return len(one & other) >= _SHARED_WORDS * len(one | other)


def _words(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from _WORD.findall(fold(cell.text))
        else:
            yield from _WORD.findall(fold(block.text))


def _rank(document: Document) -> int:
    known = document.format in _PREFERRED
    return _PREFERRED.index(document.format) if known else len(_PREFERRED)
