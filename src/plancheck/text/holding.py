"""Which of many texts hold which of many words: all of the texts are searched at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_BREAK = "\0"


def holding(texts: Sequence[str], sought: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of the sought stands: the index of each text that holds it, once a text.

    >>> list(holding(["uz ceļa", "tilts uz ceļa", "ceļš"], ["uz ceļa", "tilts"]))
    [(0, 'uz ceļa'), (1, 'uz ceļa'), (1, 'tilts')]
    """
    ends = list(accumulate(len(text) + len(_BREAK) for text in texts))
    joined = _BREAK.join(texts) + _BREAK
    for each in sought:
        at = joined.find(each)
        while at >= 0:
            index = bisect_right(ends, at)
            if index == len(texts):
                break  # an empty one stands behind the last text too
            is_within = at + len(each) < ends[index]
            if is_within:
                yield index, each
            at = joined.find(each, ends[index] if is_within else at + 1)
