"""Words that extraction has parted at letters with diacritics, put together again.

Some producers of PDF take letters with diacritics from another font, and whoever copies the
text out gets `att īst ības strat ēģ ija`, in all of a document. No word of it is known then.
Readers mend headings so (`text.spacing`), one by one; here a whole document tells which of
its pieces never stand without what follows them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancheck.model.document import Block, Document
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.table import Table
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_PARTED_BEFORE, _PARTED_BEHIND = "parted_before", "parted_behind"
_OPENINGS, _SHORT_WORDS, _NO_ENDS = "parting_openings", "short_words", "no_word_ends"
_LEAST_PARTED = 0.2
"""The share of such letters behind a space: 0.01 to 0.03 in a sound text, 0.8 in a parted one."""
_FEWEST, _ALWAYS = 3, 0.9
"""How often a piece must stand before such a letter, and in which share of its places."""
_VOWELS = frozenset("aeiou")
_LETTERS = r"[^\W\d_]+"
_WORD = lazy_pattern(_LETTERS)
_GAP = lazy_pattern(rf"(?<!\w)({_LETTERS}) (?=({_LETTERS})(?: ({_LETTERS}))?)")
"""A piece with the space behind it; the next two pieces are looked at and left."""
_NOTE = (
    "Words that were parted at letters with diacritics (“{parted}”) were put together to be "
    "read; quotes show them whole."
)


def with_whole_words(document: Document, vocabulary: Vocabulary) -> Document:
    """The document with its words whole, and a note that says so; the same where they are.

    Args:
        document: As its reader read it.
        vocabulary: Of the language, which may say at which letters words are parted.
    """
    letters = _letters(vocabulary, _PARTED_BEFORE)
    if not letters:
        return document
    text = "\n".join(_texts(document))
    lower = text.lower()
    parted = sum(lower.count(f" {letter}") for letter in letters)
    if parted <= _LEAST_PARTED * sum(map(lower.count, letters)):
        return document
    pieces = _Pieces(text, vocabulary)
    first = next((gap for gap in _GAP.finditer(text) if pieces.is_parted(gap)), None)
    if first is None:
        return document
    note = Message.of(_NOTE, parted=first[1] + " " + first[2])
    blocks = tuple(pieces.block(each) for each in document.blocks)
    return replace(document, blocks=blocks, notes=(*document.notes, note))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        else:
            yield block.text


def _letters(vocabulary: Vocabulary, name: str) -> frozenset[str]:
    return frozenset(_listed(vocabulary, name))


def _listed(vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """The words of a list as printed: folded, no letter has a diacritic."""
    terms = vocabulary.words.get(name, ())
    return tuple(term.notation.strip("*") for term in terms)


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each piece stands before another one, and before one that may be its end."""

    all: Counter[str]
    before_parting: Counter[str]

    def share(self, piece: str) -> float:
        return self.before_parting[piece] / self.all[piece] if self.all[piece] else 0.0


class _Pieces:
    """The pieces of words of one document, and which of them are one word."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._before = _letters(vocabulary, _PARTED_BEFORE)
        self._behind = _letters(vocabulary, _PARTED_BEHIND)
        self._no_ends = _letters(vocabulary, _NO_ENDS)
        self._openings = _listed(vocabulary, _OPENINGS)
        self._short = frozenset(_listed(vocabulary, _SHORT_WORDS))
        self._counts = self._counted(text.lower())

    def _counted(self, lower: str) -> _Counts:
        counts = _Counts(Counter(_WORD.findall(lower)), Counter())
        for gap in _GAP.finditer(lower):
            counts.before_parting[gap[1]] += gap[2][0] in self._before
        return counts

    def block(self, block: Block) -> Block:
        """The block with whole words, also in the headings that it stands below."""
        location = self._location(block.location)
        if not isinstance(block, Table):
            return replace(block, text=self.whole(block.text), location=location)
        cells = tuple(replace(cell, text=self.whole(cell.text)) for cell in block.cells)
        caption = self.whole(block.caption)
        return replace(block, cells=cells, caption=caption, location=location)

    def _location(self, location: Location) -> Location:
        return replace(location, section=tuple(map(self.whole, location.section)))

    def whole(self, text: str) -> str:
        """A text with the pieces of its words put together."""
        return _GAP.sub(lambda gap: gap[1] if self.is_parted(gap) else gap[0], text)

    def is_parted(self, gap: re.Match[str]) -> bool:
        """Whether a piece and the next one are likely one word."""
        left, right = gap[1].lower(), gap[2].lower()
        if left[-1] in self._behind and left not in self._short:
            return True
        if right[0] not in self._before or _is_name_before_word(gap[1], gap[2]):
            return False
        after = (gap[3] or "").lower()
        if after and (right[-1] in self._behind or after[0] in self._before):
            right += after  # `ār ējais`, `ļ oti`: the word is parted further on
        return not right.startswith(self._openings) or self._never_ends(left)

    def _never_ends(self, left: str) -> bool:
        """Whether a piece is no word, by its end or as far as the document tells."""
        if left in self._short:
            return False
        if left[-1] in self._no_ends:
            return True
        if len(left) == 1:
            # A vowel may end a word that is in pieces: `dz īvok ļ u ēkas`.
            return fold(left) not in _VOWELS
        is_usual = self._counts.before_parting[left] >= _FEWEST
        return is_usual and self._counts.share(left) >= _ALWAYS


def _is_name_before_word(left: str, right: str) -> bool:
    """Whether capitals end or begin between two pieces: `AER īpatsvars`, `un Ēdole`."""
    return len(left) > 1 and left[-1].isupper() != right[0].isupper()
