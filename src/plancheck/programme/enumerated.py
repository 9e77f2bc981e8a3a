"""What a paragraph lists in one line: goals or directions with their codes."""

from collections.abc import Iterator, Sequence

from plancheck.programme.codes import LevelReader
from plancheck.text.letters import CAPITALS
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

_FEWEST = 2
_WORDS_BEFORE = 4
_CODE = lazy_pattern(
    rf"(?<![\w.])(?P<prefix>[{CAPITALS}]{{1,4}})[ .-]?(?P<number>\d{{1,2}})[.:)]? "
    rf"(?=[„“\"]?[{CAPITALS}][^\W\d_])"
)
_JOINT = lazy_pattern(r"(?:,| [^\W\d_]{1,3})?[ .,;]*$")
"""What stands between two items: `, `, ` and `, ` un `."""


def enumerated(text: str, levels: LevelReader) -> Iterator[str]:
    """What a paragraph lists: `The directions are: A1 Safe streets; A2 Quiet yards`.

    Or with commas only, `The goals are G1 Warm homes, G2 Clean rivers and G3 Open doors`,
    where the codes are counted through; the words before them say what they stand for.
    """
    listed = text.partition(":")[2] or text
    parts = [each.strip(" .") for each in listed.split(";")]
    if len(parts) > 1 and any(map(levels.item, parts)):
        yield from parts
        return
    for sentence in sentences(text):
        yield from _counted_through(sentence.text, levels)


def _counted_through(text: str, levels: LevelReader) -> Sequence[str]:
    """The pieces of a sentence that begin with codes counted from 1 on; none otherwise."""
    starts = list(_CODE.finditer(text))
    numbers = [int(each["number"]) for each in starts]
    prefixes = {each["prefix"] for each in starts}
    is_counted = numbers == list(range(1, len(numbers) + 1))
    if len(starts) < _FEWEST or len(prefixes) > 1 or not is_counted:
        return ()
    if level := _named_before(text[: starts[0].start()], levels):
        levels.learn(prefixes.pop(), level)
    ends = [*(each.start() for each in starts[1:]), len(text)]
    pieces = (text[each.start() : end] for each, end in zip(starts, ends, strict=True))
    return [_JOINT.sub("", piece) for piece in pieces]


def _named_before(text: str, levels: LevelReader) -> str | None:
    """The level that one of the last words before a list names: `Our goals are`."""
    words = text.split()[-_WORDS_BEFORE:]
    tails = (" ".join(words[index:]) for index in range(len(words)))
    return next(filter(None, map(levels.level_word, tails)), None)
