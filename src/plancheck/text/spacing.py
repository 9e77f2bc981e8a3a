"""Words pulled apart by letters' spacing, put together again.

Two damages are mended: spacing typed or set for looks ("P L Ā N S"), and spaces that
extraction puts around letters with diacritics ("ATT ĪST ĪBAS"). Mend before `tidy`, which
makes one space of the two that part the words of letter-spaced text.
"""

from itertools import pairwise

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_LETTER = r"[^\W\d_]"
_SPACED_WORD = lazy_pattern(rf"(?<!\w){_LETTER}(?: {_LETTER}){{3,}}(?!\w)")
_SPACED_CHUNK = lazy_pattern(rf"(?<!\w){_LETTER}(?: {_LETTER}\b)+")
_SPACED_YEAR = lazy_pattern(r"(?<![\w.,])(?<!\d )(?:1 9|2 0) \d \d(?! ?\d)(?: (?=\.))?")
_SPACED_NUMBERS = lazy_pattern(r"^(?:\d{1,2} \. ){1,4}(?=\w)")
_PLAIN_SPACES = {0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x09: "  "}
_WORD_GAP = lazy_pattern(r" {2,}")
_WORD = lazy_pattern(rf"{_LETTER}+")
_PART_GAP = lazy_pattern(rf"(?<={_LETTER}) (?={_LETTER})")

_LONGEST_DAMAGED = 200
"""Headings are damaged so; in a longer line a doubtful join would do more harm."""
_LONG_VOWELS = frozenset("āēīūĀĒĪŪ")
_NO_WORD_ENDS = frozenset("ģķļņčžĢĶĻŅČŽ")
_VOWELS = frozenset("aeiouyāēīūōäöüéèà")
_WORD_STARTS = (
    "ista", "isti", "isto", "iste", "ists", "ip", "iss", "isa", "isi", "isl",
    "ire", "iri", "ar", "atr", "ate", "ada", "abe", "abo", "adaz", "ep", "ek", "er",
    "ed", "en", "et", "uden", "usa",
)  # fmt: skip
"""How Latvian words with a long vowel in front begin, folded."""


def is_letter_spaced(text: str) -> bool:
    """Whether most words of a text are single letters.

    >>> is_letter_spaced("R Ī C Ī B A S  P L Ā N S"), is_letter_spaced("A un B plāns")
    (True, False)
    """
    words = _WORD.findall(text)
    singles = sum(len(word) == 1 for word in words)
    return singles >= 4 and singles * 10 >= len(words) * 6


def may_be_letter_spaced(text: str) -> bool:
    """Whether a line is short and has nearly as many spaces as letters; quick to ask.

    >>> may_be_letter_spaced("P L Ā N S"), may_be_letter_spaced("Rīcības plāns")
    (True, False)
    """
    return len(text) <= _LONGEST_DAMAGED and text.count(" ") * 5 > len(text) * 2


def mend_letter_spacing(text: str) -> str:
    """The text with its words whole, as far as that is safe; line ends stay.

    >>> mend_letter_spacing("R Ī C Ī B A S  P L Ā N S")
    'RĪCĪBAS PLĀNS'
    >>> mend_letter_spacing("ILGTSP ĒJĪGAS ATT ĪST ĪBAS STRAT ĒĢ IJA")
    'ILGTSPĒJĪGAS ATTĪSTĪBAS STRATĒĢIJA'
    >>> mend_letter_spacing("P R O G R A M M A  2 0 2 4 . – 2 0 3 0 .")
    'PROGRAMMA 2024. – 2030.'
    """
    return "\n".join(map(_mended_line, text.translate(_PLAIN_SPACES).split("\n")))


def _mended_line(line: str) -> str:
    if " " not in line:
        return line
    chunks = _WORD_GAP.split(line)
    if len(chunks) > 1 and any(map(_SPACED_CHUNK.search, chunks)):
        line = " ".join(map(_joined_chunk, chunks))
    else:
        line = _SPACED_WORD.sub(lambda match: match[0].replace(" ", ""), line)
    line = _SPACED_YEAR.sub(lambda match: match[0].replace(" ", ""), line)
    line = _SPACED_NUMBERS.sub(lambda match: match[0].replace(" .", "."), line)
    if line.isascii() or len(line) > _LONGEST_DAMAGED:
        return line
    return _joined_around_diacritics(line)


def _joined_chunk(chunk: str) -> str:
    """What stands between wide gaps, made one word if single letters are in it."""
    if not _SPACED_CHUNK.search(chunk) or sum(map(len, chunk.split())) > 40:
        return chunk
    return _PART_GAP.sub("", chunk)


def _joined_around_diacritics(line: str) -> str:
    """Join where a space stands beside a diacritic, in a line that shows such damage."""
    words = line.split(" ")
    gaps = [_is_false_gap(left, right) for left, right in pairwise(words)]
    if sum(gaps) * 8 < len(words) or (
        sum(gaps) < 2 and not any(map(_is_no_word, words))
    ):
        return line
    joined = [words[0]]
    for word, is_false in zip(words[1:], gaps, strict=True):
        if is_false:
            joined[-1] += word
        else:
            joined.append(word)
    return " ".join(joined)


def _is_false_gap(left: str, right: str) -> bool:
    """Whether two neighbouring parts are likely one word, by the letters that meet."""
    if not (left[-1:].isalpha() and right[:1].isalpha()):
        return False
    if left[-1] in _NO_WORD_ENDS:
        return True
    return right[0] in _LONG_VOWELS and not fold(right).startswith(_WORD_STARTS)


def _is_no_word(part: str) -> bool:
    """Whether letters cannot be a whole word: they end in a heap of consonants."""
    if len(part) < 3 or not part.isalpha():
        return False
    ends = part[-2:].lower()
    return part[-1] in _NO_WORD_ENDS or (
        not _VOWELS & set(ends) and ends[-1] in "tpkbdgvfh"
    )
