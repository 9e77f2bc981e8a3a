r"""What the matches of a regular expression begin with, so that few places are tried.

Only what vocabularies are written with is understood: an expression that begins with
`\b`, then letters or alternatives of which each begins with letters.
"""

import re

_LITERAL = re.compile(r"[a-z0-9]+")
_MAY_BE_MISSING = frozenset("?*{")


def openings(source: str) -> tuple[str, ...]:
    r"""The letters that every match begins with, one for each alternative; () if unknown.

    >>> openings(r"\b(?:reizi? gada|katru) .*")
    ('reiz', 'katru')
    >>> openings(r"\w+ gada")
    ()
    """
    if not source.startswith(r"\b") or len(_alternatives(source)) > 1:
        return ()
    rest = source[2:]
    alternatives = [rest]
    if rest.startswith("(?:"):
        end = _closing(rest)
        if rest[end + 1 : end + 2] in _MAY_BE_MISSING:
            return ()
        alternatives = _alternatives(rest[3:end])
    found = [_opening(each) for each in alternatives]
    return tuple(found) if all(found) else ()


def _opening(alternative: str) -> str:
    literal = _LITERAL.match(alternative)
    if literal is None:
        return ""
    following = alternative[literal.end() : literal.end() + 1]
    return literal.group()[:-1] if following in _MAY_BE_MISSING else literal.group()


def _alternatives(source: str) -> list[str]:
    """The parts between the bars that stand in no group."""
    parts, depth, start = [], 0, 0
    for index, each in _plain(source):
        if each in "([":
            depth += 1
        elif each in ")]":
            depth -= 1
        elif each == "|" and depth == 0:
            parts.append(source[start:index])
            start = index + 1
    return [*parts, source[start:]]


def _closing(source: str) -> int:
    """Where the group that the source begins with ends."""
    depth = 0
    for index, each in _plain(source):
        depth += (each in "([") - (each in ")]")
        if depth == 0:
            return index
    return len(source)


def _plain(source: str) -> list[tuple[int, str]]:
    """The characters with their places, those behind a backslash left out."""
    is_escaped = False
    found = []
    for index, each in enumerate(source):
        if is_escaped:
            is_escaped = False
        elif each == "\\":
            is_escaped = True
        else:
            found.append((index, each))
    return found
