r"""Regular expressions of vocabularies: what their matches begin with, and where they end.

Only what vocabularies are written with is understood: `^` or `\b`, then letters, digits or
alternatives of which each begins with letters or digits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from plancheck.text.patterns import lazy_pattern

_LITERAL = lazy_pattern(r"[a-z0-9]+")
_CLASS = lazy_pattern(r"\[([a-z0-9]|[0-9]-[0-9]){1,8}\]")
_QUANTIFIER = lazy_pattern(r"[?*+]|\{\d*(?:,\d*)?\}")
_PIECE = lazy_pattern(
    r"(?:([a-z0-9]+(?![?*]|\{[0,]))|(\(\?:|[()|])"
    r"|\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[0-9]{1,3}|.)"
    r"|\[\^?\]?(?:[^\]\\]|\\.){0,80}\]|.)"
    r"([?*+]|\{\d*(?:,\d*)?\})?",
    re.DOTALL,
)
"""A piece of a source: letters that stand there, or a mark that parts pieces, or neither;
and how often it stands."""
_Piece = tuple[str, str, str]
_PLAIN_GROUP = "(?:"
_STRUCTURE = lazy_pattern(r"\\.|\[\^?\]?(?:[^\]\\]|\\.){0,80}\]|[()|]", re.DOTALL)
_TELLING = 3
"""Letters that stand in few words."""
_MAY_BE_MISSING = ("?", "*", "{0", "{,")
_DIGITS = "0123456789"
_PLAIN = "abcdefghijklmnopqrstuvwxyz" + _DIGITS


class Beginning(NamedTuple):
    """How each match begins.

    `letters` are what it begins with, one of these; empty where that is not known.
    `at_word` says that a word begins there, `at_text` that all of the text does.
    """

    letters: tuple[str, ...]
    at_word: bool
    at_text: bool


def beginning(source: str) -> Beginning:
    r"""How the matches of an expression begin.

    >>> beginning(r"\b(?:reizi? gada|katru) .*")
    Beginning(letters=('reiz', 'katru'), at_word=True, at_text=False)
    >>> beginning(r"\w+ gada")
    Beginning(letters=(), at_word=False, at_text=False)
    """
    alternatives = _alternatives(source)
    at_text = all(each.startswith("^") for each in alternatives)
    at_word = at_text or all(each.startswith(r"\b") for each in alternatives)
    letters = tuple(dict.fromkeys(_letters(alternatives)))
    return Beginning(letters, at_word, at_text)


def needed(source: str) -> tuple[tuple[str, ...], ...]:
    r"""What stands in each match: of each group of letters one, in a single word.

    >>> needed(r"\b(?:grup|komisij)\w*[^\n]{0,60} sastav no")
    (('grup', 'komisij'), ('sastav',))
    """
    groups, _often = _needed(iter(_PIECE.findall(source)))
    telling = [group for group in groups if min(map(len, group)) >= _TELLING]
    return tuple(telling or groups)


def _needed(pieces: Iterator[_Piece]) -> tuple[list[tuple[str, ...]], str]:
    """What each match of a group has, and what tells how often the group stands."""
    alternatives: list[list[tuple[str, ...]]] = [[]]
    often = ""
    for letters, mark, quantifier in pieces:
        if letters:
            alternatives[-1].append((letters,))
        elif mark == "|":
            alternatives.append([])
        elif mark == ")":
            often = quantifier
            break
        elif mark:
            groups, often_inside = _needed(pieces)
            if mark == _PLAIN_GROUP and not often_inside.startswith(_MAY_BE_MISSING):
                alternatives[-1] += groups
    if len(alternatives) == 1:
        return alternatives[0], often
    best = list(map(_most_telling, alternatives))
    return [tuple(chain.from_iterable(best))] if all(best) else [], often


def _most_telling(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return max(groups, key=lambda group: min(map(len, group)), default=())


def _letters(alternatives: Iterable[str]) -> list[str]:
    """What the matches begin with; nothing where one of the alternatives is not known."""
    found = list(map(_first_letters, alternatives))
    return [each for letters in found for each in letters] if all(found) else []


def _first_letters(alternative: str) -> list[str]:
    source = alternative.removeprefix("^").removeprefix(r"\b")
    end, letters = _first_piece(source)
    following = source[end:]
    if not letters or not following.startswith(_MAY_BE_MISSING):
        return letters
    quantifier = _QUANTIFIER.match(following)
    others = _first_letters(following[quantifier.end() :]) if quantifier else []
    return [*letters, *others] if others else []


def _first_piece(source: str) -> tuple[int, list[str]]:
    """Where the first piece of a source ends, and what it begins with."""
    if source.startswith(_PLAIN_GROUP):
        end = _closing(source)
        return end + 1, _letters(_alternatives(source[3:end]))
    if source.startswith(r"\d"):
        return 2, list(_DIGITS)
    if found := _CLASS.match(source):
        members = re.compile(found.group())
        return found.end(), [each for each in _PLAIN if members.match(each)]
    literal = _LITERAL.match(source)
    if literal is None:
        return 0, []
    end = literal.end()
    if end > 1 and source[end:].startswith(_MAY_BE_MISSING):
        end -= 1
    return end, [source[:end]]


def _alternatives(source: str) -> list[str]:
    """The parts between the bars that stand in no group."""
    if "|" not in source:
        return [source]
    parts, depth, start = [], 0, 0
    for index, each in _plain(source):
        if each == "(":
            depth += 1
        elif each == ")":
            depth -= 1
        elif each == "|" and depth == 0:
            parts.append(source[start:index])
            start = index + 1
    return [*parts, source[start:]]


def _closing(source: str) -> int:
    """Where the group that the source begins with ends."""
    depth = 0
    for index, each in _plain(source):
        depth += (each == "(") - (each == ")")
        if depth == 0:
            return index
    return len(source)


def _plain(source: str) -> Iterator[tuple[int, str]]:
    """The parentheses and bars with their places, but for those that stand for themselves."""
    for each in _STRUCTURE.finditer(source):
        if each.end() - each.start() == 1:
            yield each.start(), each.group()


def bounded(expression: str) -> str:
    r"""The expression with an end to each `*` and `+`, so that none of them runs away.

    >>> print(bounded(r"sanaks\w*[^*]+ 2\+2"))
    sanaks\w{0,40}[^*]{1,40} 2\+2
    """
    return _REPEATED.sub(
        lambda found: _ENDS.get(found.group(), found.group()), expression
    )


_REPEATED = lazy_pattern(r"\\.|\[\^?\]?(?:[^\]\\]|\\.){0,80}\]|[*+]")
"""What `*` and `+` are parts of, so that only those which repeat are left."""
_ENDS = {"*": "{0,40}", "+": "{1,40}"}
