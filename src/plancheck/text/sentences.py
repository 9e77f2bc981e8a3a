"""Sentences: where they end, in Latvian and English, and where a stop or a line end does not."""

import re
from functools import lru_cache
from typing import NamedTuple

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern


class Sentence(NamedTuple):
    """A sentence or clause; `start` and `end` are offsets in the whole text."""

    text: str
    start: int
    end: int


_BOUNDARY = lazy_pattern(
    r"[.!?…\s](?:"
    r"(?<=[.!?…])[.!?…]*+[\"”“»’')\]]*+(?P<stop>)(?=\s|$)[^\S\n]*"
    r"|(?<=\n)(?P<lines>)\s*|(?<=\s)(?P<bullet>)(?=[•▪●◦‣►]\s))"
)
"""The empty groups say what was found. Each match begins with one of few characters, so
that all others are passed over without a trial."""
_WORD = lazy_pattern(r"\w++")
_CLOSING = "\"”“»’')]"
_EXPECT_MORE = frozenset([
    "nr", "plkst", "art", "p", "pp", "lpp", "t", "sk", "piem", "skat", "sal", "tel",
    "talr", "dr", "prof", "doc", "mr", "mrs", "ms", "st", "vs", "fig", "tab", "cf",
    "eg", "ie", "str", "pag", "nov", "pils", "red", "sast", "izd", "approx", "incl",
    "inkl", "resp", "v", "max", "min", "ap", "inc",
])  # fmt: skip
"""Abbreviations after which the sentence goes on even before a capital or a number."""
_SCALES = frozenset(["milj", "tukst", "mljrd", "mlrd", "mln"])
_CURRENCIES = ("EUR", "LVL", "USD")
_NUMBER_AFTER = re.compile(r"\W{0,3}(?:[A-Z]{1,6}[-/. ]?)?\d")
"""What an English `No.` stands before: `No. 118`, `No. EA-23/417`."""
_OPENING = "\"“„«‘'([*•▪●◦‣►-–—"
_LONGEST_ABBREVIATION_CONTEXT = 40


@lru_cache(maxsize=8_000)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split at sentence ends, list bullets and lines that are whole.

    An ordinal ("2022. gada"), an abbreviation ("t. sk.", "Nr. 628") and a line that breaks
    off in mid sentence do not end one.

    >>> [each.text for each in sentences("2022. gada jūnijā, t. sk. Rīgā. Nav mērķu.")]
    ['2022. gada jūnijā, t. sk. Rīgā.', 'Nav mērķu.']
    """
    found: list[Sentence] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, start, match):
            end = match.start() if match["stop"] is None else match.end("stop")
            _append(found, text, start, end)
            start = end
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    """Add what is between two offsets, without the spaces around it."""
    inside = text[start:end]
    stripped = inside.strip()
    if stripped:
        start += len(inside) - len(inside.lstrip())
        found.append(Sentence(stripped, start, start + len(stripped)))


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match["bullet"] is not None:
        return True
    if match["lines"] is not None:
        before = text[max(start, match.start() - 2) : match.start()].rstrip()
        breaks_off = before[-1:].isalpha() or before[-1:] in {",", "-"}
        return not (breaks_off and text[match.end() : match.end() + 1].islower())
    if text[match.end() : match.end() + 1] == "\n":
        return False  # the line end that follows decides
    follows = text[match.end() : match.end() + 8].lstrip(_OPENING + " ")
    first, second = text[match.start()], text[match.start() + 1 : match.start() + 2]
    if follows and first == "." != second:
        return _stop_ends_sentence(text, start, match, follows[0])
    return not follows[:1].islower()


def _stop_ends_sentence(
    text: str, start: int, match: re.Match[str], follows: str
) -> bool:
    """Whether a full stop is more than that of an abbreviation or an ordinal."""
    if follows.islower():
        return False
    begin = max(start, match.start() - _LONGEST_ABBREVIATION_CONTEXT)
    before, word = _last_word(text[begin : match.start()])
    if not word:
        return True
    last = fold(word)
    is_label = not text[start : begin + len(before)].strip()
    if last.isdecimal():
        return not is_label and not follows.isdecimal()
    after = text[match.end() : match.end() + 8].lstrip()
    is_scale = last in _SCALES and after.startswith(_CURRENCIES)
    is_number = last == "no" and bool(_NUMBER_AFTER.match(after))
    if is_scale or last in _EXPECT_MORE or is_number:
        return False
    if len(last) == 1:
        is_initial = word.isupper() or is_label
        return not is_initial and not follows.isdecimal()
    return True


def _last_word(text: str) -> tuple[str, str]:
    """What is before the last word, and that word: stops and quotes may stand behind it."""
    bare = text.removesuffix("\n").rstrip(_CLOSING).rstrip(".!?…")
    backwards = _WORD.match(bare[::-1])
    if backwards is None:
        return bare, ""
    start = len(bare) - backwards.end()
    return bare[:start], bare[start:]
