"""What a line lists or names: goals or directions with their codes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plancheck.programme.codes import LevelReader
from plancheck.text.letters import CAPITALS
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

_FEWEST = 2
_WORDS_BEFORE = 4
_CODE = lazy_pattern(
    rf"(?<![\w.])(?P<prefix>[{CAPITALS}]{{1,4}})[ .-]?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.:)]? "
    rf"(?=[„“\"]?[{CAPITALS}][^\W\d_])"
)
_JOINT = lazy_pattern(r"(?:,| [^\W\d_]{1,3})?[ .,;]*$")
"""What stands between two items: `, `, ` and `, ` un `."""


def enumerated(text: str, levels: LevelReader) -> Iterator[str]:
    """What a paragraph lists: `The directions are: A1 Safe streets; A2 Quiet yards`.

    Or with commas only, `The goals are G1 Warm homes, G2 Clean rivers and G3 Open doors`,
    where the codes are counted through; the words before them say what they stand for.
    Codes that count on from those above them, `D1.1 Homes, D2.1 Buses`, only ascend.
    """
    listed = text.partition(":")[2] or text
    parts = [each.strip(" .") for each in listed.split(";")]
    if len(parts) > 1 and any(map(levels.item, parts)):
        yield from parts
        return
    for sentence in sentences(text):
        yield from _counted_through(sentence.text, levels)


def is_first_of(text: str, listed: str, levels: LevelReader) -> bool:
    """Whether a line begins with what it lists first: `The directions are: D1 Homes; …`."""
    item, first = levels.item(text), levels.item(listed)
    return bool(item and first and item.code and item.code == first.code)


def _counted_through(text: str, levels: LevelReader) -> Sequence[str]:
    """The pieces of a sentence that begin with codes counted from 1 on; none otherwise."""
    starts = list(_CODE.finditer(text))
    prefixes = {each["prefix"] for each in starts}
    if len(starts) < _FEWEST or len(prefixes) > 1:
        return ()
    level = _named_before(text[: starts[0].start()], levels)
    numbers = [tuple(map(int, each["number"].split("."))) for each in starts]
    if not (_are_counted(numbers) or (level and _ascend_below(numbers))):
        return ()
    if level:
        levels.learn(prefixes.pop(), level)
    ends = [*(each.start() for each in starts[1:]), len(text)]
    pieces = (text[each.start() : end] for each, end in zip(starts, ends, strict=True))
    return [_JOINT.sub("", piece) for piece in pieces]


def _are_counted(numbers: Sequence[tuple[int, ...]]) -> bool:
    return list(numbers) == [(each,) for each in range(1, len(numbers) + 1)]


def _ascend_below(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether numbers of one depth, below others, only go up: `1.1`, `1.2`, `3.1`."""
    depths = set(map(len, numbers))
    is_below = len(depths) == 1 and depths != {1}
    return is_below and all(one < other for one, other in pairwise(numbers))


def _named_before(text: str, levels: LevelReader) -> str | None:
    """The level that one of the last words before a list names: `Our goals are`."""
    words = text.split()[-_WORDS_BEFORE:]
    tails = (" ".join(words[index:]) for index in range(len(words)))
    return next(filter(None, map(levels.level_word, tails)), None)


def is_name(name: str, text: str) -> bool:
    """Whether words behind a code are a name, not prose: by a capital, or behind a colon."""
    first = name.lstrip('„“”"(«')[:1]
    return first.isupper() or (
        first.isalpha() and text.partition(name)[0].rstrip().endswith(":")
    )
