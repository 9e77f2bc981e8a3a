"""Words and signs that stand in cells instead of a number, or before one.

All patterns are for folded text (`plancheck.text.folding.fold`). They are of both
languages at once, because plans mix them in tables.
"""

import re
from enum import StrEnum
from typing import Literal

from plancheck.text.patterns import lazy_pattern

Trend = Literal["up", "down", "keep"]


class Qualifier(StrEnum):
    """How a number bounds what is meant."""

    EXACTLY = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    ABOUT = "about"


_PLACEHOLDER_SIGNS = frozenset("-–—−_.…†‡*xXхХ?/\\ ")
_PLACEHOLDER = lazy_pattern(
    r"(?:n/?a|n\.a\.?|n/p|n/d|nd|nav|nan|none|tbd|tbc|t\.b\.d\.?)[.]?$"
    r"|\(?(?:tiks|vel tiks|jatiek) (?:not|preciz|defin|aprek|izvert|saska|sanem|pievien)"
    r"|(?:vel )?nav (?:datu|informac|zinam|pieejam|noteik|nosaka|defin|aprek|attiecin"
    r"|piemer|planots$)"
    r"|tiek (?:precize|noteik|aprek)|precize(?:jam|s)|janosaka|japrecize"
    r"|pec (?:nepieciesam|vajadzib|projekta|iespej|fakta|pieejam|finans)"
    r"|atkariba no (?:\w+ ){0,2}(?:finans|budzet|pieejam|lidzekl|iespej|projekt)"
    r"|ja (?:bus|piesaist|pieskir|atrad)\w* (?:\w+ )?(?:finans|lidzekl|naud)"
    r"|ilgtermina$|nenoteikt"
    r"|(?:atbilstosi|saskana ar) (?:\w+ ){0,2}"
    r"(?:budzet|pieejam|finans|iespej|projekt|pieskirt|tam[ei])"
    r"|(?:\w+ ){0,3}(?:budzeta|finansejuma|lidzeklu) (?:ietvar|robez)|budzeta iespeju"
    r"|netiek (?:uzskait|aprekin|noteik)|nenotiek|nav$|datu nav"
    r"|to be (?:defined|determined|confirmed|set|decided|agreed|announced|specified)"
    r"|not (?:applicable|available|defined|known|set|yet)|no data|unknown"
    r"|as (?:needed|required|necessary)|if (?:needed|necessary)|within (?:the )?(?:\w+ )?budget"
    r"|subject to|depending on|according to (?:the )?(?:budget|available|project)"
)
_LONGEST_PLACEHOLDER = 60
_PLACEHOLDER_ANYWHERE = lazy_pattern(
    r"\btiks (?:noteik|precize|define|aprek)|\bto be (?:defined|determined|confirmed)"
    r"|\btbd\b|\btbc\b"
)
_REFERENCE = lazy_pattern(r"\(?(?:skatit|skat\.?|sk\.|see|refer to|cf\.)(?: |$)")

_ARROWS: tuple[tuple[Trend, str], ...] = (
    ("up", "↑↗⇑⇧▲⬆⭡🡅"),
    ("down", "↓↘⇓⇩▼⬇⭣🡇"),
    ("keep", "→↔⇒⇔➔⟶"),
)
_TREND_WORDS: tuple[tuple[Trend, re.Pattern[str]], ...] = (
    (
        "keep",
        lazy_pattern(
            r"(?:nesamazin|nepalielin|nepieaug|nepazemin|nepasliktin|saglaba|nemain"
            r"|stabil|uztur|maintain|keep|remain|stable|unchanged|no change|constant)"
        ),
    ),
    (
        "up",
        lazy_pattern(
            r"(?:pieau|palielin|paaugstin|aug(?:s|os|osa)?\b|uzlabo|vairo|increas|grow"
            r"|rise|rising|improv|higher|more than (?:in|the))"
        ),
    ),
    (
        "down",
        lazy_pattern(
            r"(?:samazin|krit|mazin|pazemin|decreas|reduc|declin|fall|lower|drop)"
        ),
    ),
)

_LONGEST_TREND = 8
"""More words that begin so are a measure, not a trend."""
_TO_DO = lazy_pattern(r"\w+(?:at|ata|atas|ati|ats|et)\b")
"""Infinitives and participles: "samazinat energijas paterinu" is a measure too."""

_QUALIFIERS: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (
        Qualifier.AT_LEAST,
        lazy_pattern(
            r"(?:vismaz|ne mazak(?: ka| par)?|nemazak(?: ka)?|>=|≥|=>|at least|min\.?"
            r"|minimum|minimums|(?:no|not) less than)(?![a-z])"
        ),
    ),
    (
        Qualifier.AT_MOST,
        lazy_pattern(
            r"(?:lidz|ne vairak(?: ka| par)?|nevairak(?: ka)?|<=|≤|=<|up to|at most"
            r"|max\.?|maximum|(?:no|not) more than)(?![a-z])"
        ),
    ),
    (
        Qualifier.MORE_THAN,
        lazy_pattern(
            r"(?:>|virs|vairak (?:ka|neka|par)|over|above|more than)(?![a-z])"
        ),
    ),
    (
        Qualifier.LESS_THAN,
        lazy_pattern(
            r"(?:<|zem|mazak (?:ka|neka|par)|below|under|less than|fewer than)(?![a-z])"
        ),
    ),
    (
        Qualifier.ABOUT,
        lazy_pattern(
            r"(?:~|≈|±|aptuveni|apmeram|ap\.?|about|approx\.?|approximately|circa|ca\.?"
            r"|c\.|indikativi|provizoriski)(?![a-z])"
        ),
    ),
)


def is_placeholder(folded: str) -> bool:
    """Whether a cell begins as one that says that nothing is set yet.

    >>> is_placeholder("tiks noteikta 2025. gada"), is_placeholder("nav izveidota grupa")
    (True, False)
    """
    if len(folded) <= 8 and all(each in _PLACEHOLDER_SIGNS for each in folded):
        return True
    return bool(_PLACEHOLDER.match(folded))


def has_placeholder(folded: str) -> bool:
    """Whether a cell says somewhere that something is still to be set."""
    return len(folded) <= _LONGEST_PLACEHOLDER and bool(
        _PLACEHOLDER_ANYWHERE.search(folded)
    )


def is_reference(folded: str) -> bool:
    """Whether a cell sends the reader elsewhere.

    >>> is_reference("skatit energetikas planu"), is_reference("seepage")
    (True, False)
    """
    return bool(_REFERENCE.match(folded))


def trend_of(folded: str) -> Trend | None:
    """The direction that a cell begins with, as an arrow or a word.

    >>> trend_of("↑"), trend_of("nesamazinas"), trend_of("vismaz 30")
    ('up', 'keep', None)
    """
    for trend, arrows in _ARROWS:
        if any(each in arrows for each in folded[:3]):
            return trend
    words = folded.split()
    if len(words) > _LONGEST_TREND or (len(words) > 2 and _TO_DO.match(folded)):
        return None
    return next(
        (trend for trend, pattern in _TREND_WORDS if pattern.match(folded)), None
    )


def qualified(folded: str) -> tuple[Qualifier, str]:
    """The qualifier that a text begins with, and the text after it.

    >>> qualified("vismaz 30")
    (<Qualifier.AT_LEAST: 'at least'>, '30')
    """
    for qualifier, pattern in _QUALIFIERS:
        if match := pattern.match(folded):
            return qualifier, folded[match.end() :].lstrip(" :")
    return Qualifier.EXACTLY, folded
