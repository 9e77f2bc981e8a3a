"""Sentences and their clauses, and whether one asserts, denies or promises something.

The engine knows how sentences end and how clauses join, for Latvian and English. Which
words deny or promise, the vocabulary of the language says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern


class Stance(StrEnum):
    """How a sentence speaks of a thing: as there, as not there, as still to come."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PROMISED = "promised"


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


_SUBORDINATE = (
    r"kas|ko|kam|kura\w*|kuri\w*|kuru\w*|kurs|kur|jo|lai|ja|ka|kad|vai|kaut|lai gan"
    r"|neskatoties|neraugoties|tadel ka|tapec ka|nemot vera|izmantojot"
    r"|which|who|whose|where|while|whereas|although|though|because|since|if|whether|that"
    r"|despite|unless|so that"
)
_CONTRAST = (
    r"bet|tacu|tomer|savukart|turpretim|toties|but|however|yet|nevertheless|otherwise"
)
_JOINT = lazy_pattern(
    rf"(?P<contrast>; ?|,? (?:{_CONTRAST})\b,? ?)"
    rf"|(?P<subordinate>, ?(?:un )?(?:{_SUBORDINATE})\b"
    r"| (?:and |or )?(?:which|whose|who|where|because|although|whereas|unless)\b)"
    r"|(?P<comma>, )|(?P<and> (?:un|and|ka ari|as well as) )"
)
_PREDICATE = lazy_pattern(
    r"\b(?:ir|nav|bija|nebija|tiek|netiek|tika|netika|tiks|netiks|bus|nebus|trukst|japa\w*"
    r"|planot[sai]|plano|nodrosina|nosaka|paredz|ietver|is|are|was|were|has|have|had|will"
    r"|does|do|cannot|can|should|must|lacks?|exists?|sets?|meets?)\b"
)
_CONTENT_CLAUSE = lazy_pattern(
    r",? ?(?:ka|vai|kur\w*|kas|kad|that|whether|which|what|where|how|who)\b"
)
_NO_NEGATIONS = lazy_pattern(
    r"\bne tikai\b|\bnot (?:only|least|just)\b|\bbez (?:maksas|tam|izmainam|saubam|ierunam)\b"
    r"|\bno (?:later|less|fewer|more) than\b|\bnot (?:later|less|fewer|more) than\b"
    r"|\bno\. ?\d|\bne (?:mazak|vairak|velak)\b|\bnav izslegts\b|\bwithout (?:delay|prejudice)\b"
)


@dataclass(slots=True)
class _Segment:
    """A stretch of a sentence and the clause it belongs to, by number."""

    start: int
    end: int
    clause: int


def clauses(sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence cut where a clause begins or a clause inside it ends.

    >>> whole = Sentence("Grupa ir, bet mērķu nav", 0, 23)
    >>> [each.text for each in clauses(whole)]
    ['Grupa ir', ', bet mērķu nav']
    """
    return tuple(
        Sentence(
            sentence.text[each.start : each.end],
            sentence.start + each.start,
            sentence.start + each.end,
        )
        for each in _segments(fold(sentence.text))
    )


def _segments(folded: str) -> list[_Segment]:
    """Cut a sentence; a clause that goes on after one inside it keeps its number."""
    cuts = list(_cuts(folded))
    found = [_Segment(0, len(folded), 0)]
    outer: list[int] = []
    clause = newest = 0
    for start, kind in cuts:
        if kind == "subordinate":
            outer.append(clause)
            clause = newest = newest + 1
        elif kind == "comma" and outer:
            clause = outer.pop()
        else:
            outer.clear()
            clause = newest = newest + 1
        found[-1].end = start
        found.append(_Segment(start, len(folded), clause))
    return [each for each in found if each.end > each.start]


def _cuts(folded: str) -> Iterator[tuple[int, str]]:
    """Where clauses meet: the offset, and how the one that begins is joined.

    A comma or "and" parts clauses only if each side has a predicate of its own; the
    comma after a subordinate clause always ends it.
    """
    joints = list(_JOINT.finditer(folded))
    predicates = [match.start() for match in _PREDICATE.finditer(folded)]
    has_before, is_inside, last_cut, seen = False, False, 0, 0
    for number, joint in enumerate(joints):
        while seen < len(predicates) and predicates[seen] < joint.start():
            has_before |= predicates[seen] >= last_cut
            seen += 1
        kind = str(joint.lastgroup)
        if kind in {"comma", "and"} and not (kind == "comma" and is_inside):
            later = joints[number + 1 : number + 2]
            end = later[0].start() if later else len(folded)
            has_after = seen < len(predicates) and predicates[seen] < end
            if not (has_before and has_after):
                continue
        yield joint.start(), kind
        is_inside = kind == "subordinate"
        has_before, last_cut = False, joint.start()


def stance(
    text: str,
    start: int,
    end: int,
    negations: Sequence[re.Pattern[str]],
    promises: Sequence[re.Pattern[str]],
) -> Stance:
    """How a text speaks of what stands at a span of it: its clause decides.

    A denial outweighs a promise ("nav plānots"). What another clause of the sentence
    denies or promises does not count, unless this one is its content ("nav norādīts,
    kuras …").

    Args:
        text: A sentence, or a text of several.
        start: Of the span, in `text`.
        end: Of the span.
        negations: Patterns for folded text that deny.
        promises: Patterns for folded text that put off.
    """
    sentence = next(
        (each for each in sentences(text) if each.start <= start < each.end),
        Sentence(text, 0, len(text)),
    )
    folded = fold(sentence.text)
    folded = _NO_NEGATIONS.sub(lambda match: " " * len(match[0]), folded)
    segments = _segments(folded)
    first, last = start - sentence.start, end - sentence.start
    folded = _without_exceptions(folded, first)
    folded = _without_contrasts(folded, first)
    own = {each.clause for each in segments if each.start < last and first < each.end}
    spoken = " ".join(
        folded[each.start : each.end] for each in segments if each.clause in own
    )
    if any(pattern.search(spoken) for pattern in negations) or _is_denied_content(
        folded, segments, first, negations
    ):
        return Stance.NEGATED
    if any(pattern.search(spoken) for pattern in promises):
        return Stance.PROMISED
    told = _told_of_its_making(folded, segments, last)
    if any(pattern.search(told) for pattern in negations):
        return Stance.NEGATED
    if any(pattern.search(told) for pattern in promises):
        return Stance.PROMISED
    return Stance.ASSERTED


def _without_exceptions(folded: str, start: int) -> str:
    """A sentence without the words that deny only what is right behind them.

    "Measures without an operation are carried out by the steering group" denies no group.
    """
    for match in _WITHOUT.finditer(folded):
        words = folded[match.end() : max(match.end(), start)].split()
        if start < match.start() or len(words) > _FARTHEST_LACK:
            blank = " " * len(match[0])
            folded = folded[: match.start()] + blank + folded[match.end() :]
    return folded


def _without_contrasts(folded: str, start: int) -> str:
    """A sentence without what only tells a thing from another one that it is not.

    "Results are published on the notice boards, not on the web only" denies no boards.
    """
    for match in _CONTRASTED.finditer(folded):
        if start < match.start():
            blank = " " * len(match[0])
            folded = folded[: match.start()] + blank + folded[match.end() :]
    return folded


_CONTRASTED = lazy_pattern(
    r", not (?=(?:on|in|at|by|for|from|to|with|of|as|the|an?|only)\b)"
)
_WITHOUT = lazy_pattern(r"\b(?:without|bez)\b")
_FARTHEST_LACK = 6
"""Words between "without" and what it takes away: `without a named coordinating body`."""

_RELATIVE = lazy_pattern(
    r",? ?(?:un )?(?:kas|kur[sa]|kuri|kuras|kuru|which|that|who)\b(?P<rest>.*)",
    re.DOTALL,
)
_COMPLEMENT = lazy_pattern(
    r"\W{0,3}(?:(?:of|for|on|to) (?:[\w-]{1,30} ){0,3}[\w-]{1,30})?"
)
_MAKING = lazy_pattern(
    r"\b(?:izveid|nodibin|izstrad|noteik|apstiprin|iecel|ievies|defin|paredzet|set up|establish"
    r"|creat|form(?:ed|ing)|appoint|adopt|approv|develop|introduc|drawn up|prepar|exist)"
)


def _told_of_its_making(folded: str, segments: Sequence[_Segment], end: int) -> str:
    """The relative clause right after a thing that tells of its making; else nothing.

    "Grupa, kas nav izveidota" is not there; "grupa, kas nav tikusies" is.
    """
    after = next((each for each in segments if each.start >= end), None)
    if after is None or not _COMPLEMENT.fullmatch(folded, end, after.start):
        return ""
    clause = folded[after.start : after.end]
    relative = _RELATIVE.match(clause)
    return clause if relative and _MAKING.search(relative["rest"]) else ""


_PREDICATE_WORDS = 3
"""A denial among so many last words of a clause governs the clause that follows."""


def _is_denied_content(
    folded: str,
    segments: Sequence[_Segment],
    offset: int,
    negations: Sequence[re.Pattern[str]],
) -> bool:
    """Whether the clause at an offset is what the clause before it denies to be told."""
    index = next(
        (i for i, each in enumerate(segments) if each.start <= offset < each.end), 0
    )
    if not index or not _CONTENT_CLAUSE.match(folded, segments[index].start):
        return False
    above = segments[index - 1]
    ending = " ".join(folded[above.start : above.end].split()[-_PREDICATE_WORDS:])
    return any(pattern.search(ending) for pattern in negations)
