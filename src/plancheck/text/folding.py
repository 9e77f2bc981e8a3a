"""Text made comparable: tidied as it would be typed, folded, squashed.

`tidy` mends what a file format adds; it may change the length. `fold` is for searching and
never changes the length, so that an offset in folded text is one in the original.
`squash` is for headings, whose spaces cannot be trusted.
"""

import re
import unicodedata
from codecs import charmap_build, charmap_decode, charmap_encode
from encodings import cp1257
from functools import lru_cache

_KEPT = 1 << 14
"""Texts whose folded form is kept: each cell and sentence is folded by five askers."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
_WIDE_SPACES = _SPACES + "\u200a\u202f\u205f\u3000\t"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127)))
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))

_TIDIED = (
    dict.fromkeys(map(ord, _WIDE_SPACES), " ")
    | dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    | dict.fromkeys(map(ord, _INVISIBLE + _CONTROLS), "")
    | {ord(each): unicodedata.normalize("NFKC", each) for each in _LIGATURES}
    | {0x2010: "-", 0x2011: "-"}
)
_UNTIDY = re.compile(
    "["
    + re.escape("".join(map(chr, _TIDIED)))  # all that the table replaces
    + "\r]|  | \n|\n "
)
_RUN_OF_SPACES = re.compile(" {2,}")
_SPACES_AT_LINE_END = re.compile(" ?\n ?")


def tidy(text: str) -> str:
    r"""Text as a person would type it: composed letters, single plain spaces.

    Ligatures are spelt out, soft hyphens and other invisible characters go, every kind of
    space becomes a plain one and every kind of line end a newline. Newlines stay.

    >>> tidy("Rī\u00adcības\u00a0 plāns ")
    'Rīcības plāns'
    """
    if _UNTIDY.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TIDIED)
        text = _RUN_OF_SPACES.sub(" ", text)
        text = _SPACES_AT_LINE_END.sub("\n", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.strip()


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """Lower case without diacritics, exactly as long as the text itself.

    A character without a single plain letter behind it (a ligature, a fraction, a lone
    accent) stays as it is.

    >>> fold("Rīcības Plāns")
    'ricibas plans'
    """
    if text.isascii():
        return text.lower()
    try:
        baltic, _ = charmap_encode(text, "strict", _BALTIC)
    except UnicodeEncodeError:
        return text.translate(_FOLDS)
    return charmap_decode(baltic, "strict", _BALTIC_FOLDED)[0]


_UNDECOMPOSED = {
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t",
    "\u2010": "-", "\u2011": "-",
}  # fmt: skip


def _fold_character(character: str) -> str:
    for _ in range(3):
        folded = _fold_once(character)
        if folded == character:
            break
        character = folded
    return character


def _fold_once(character: str) -> str:
    """One round; the lower case of a few letters has a diacritic of its own."""
    base = [
        each
        for each in unicodedata.normalize("NFKD", character)
        if not unicodedata.combining(each)
    ]
    plain = base[0] if len(base) == 1 else character
    lower = plain.lower()
    plain = lower if len(lower) == 1 else plain
    return _UNDECOMPOSED.get(plain, plain)


class _Folds(dict[int, str]):
    """The folded form of each character met so far; made when first asked for.

    A table of all characters would cost every start of the program some milliseconds,
    and `str.translate` is slow for characters that its table lacks.
    """

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_FOLDS = _Folds()
_BALTIC = charmap_build(cp1257.decoding_table)
_BALTIC_FOLDED = cp1257.decoding_table.translate(_FOLDS)
"""Nearly all text of Latvian documents is of this code page, and two steps through it
take a tenth of the time that a look into a table for each character takes."""

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


@lru_cache(maxsize=_KEPT)
def squash(text: str) -> str:
    """Folded text of letters and digits only: survives spaces put in or left out.

    >>> squash("ILGTSP ĒJĪGAS ATT ĪST ĪBAS")
    'ilgtspejigasattistibas'
    """
    return _NOT_ALPHANUMERIC.sub("", fold(text))


def squash_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Squashed text, and for each of its characters the offset in the original.

    >>> squash_with_offsets("A-b")
    ('ab', (0, 2))
    """
    folded = fold(text)
    offsets = tuple(index for index, each in enumerate(folded) if each.isalnum())
    return "".join(folded[index] for index in offsets), offsets
