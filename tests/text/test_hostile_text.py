"""No pattern runs away: the time that each takes grows with the text, not faster.

Every regular expression of the source and of the vocabularies gets texts that are made of
what it looks for. Four times the text may take nine times as long; what is quadratic takes
sixteen times, what backtracks through all combinations never ends.
"""

import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from tests.hostile import Found, hostile_texts, made_patterns, written_patterns

SHORT, LONG = 500, 2_000
QUICK = 0.02
"""Seconds in which a text is read so fast that growth cannot be told from noise."""
GROWTH = 9
PATIENCE = 2.0
"""Seconds until a pattern is said to run away; a linear one takes a hundredth of it."""
NEVER = float("inf")
ROUNDS = 3
EACH = 100
"""Of the patterns that one function makes of plain terms, one in so many is tried."""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs a clock that interrupts a running pattern"
)


@contextmanager
def patience() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(found: Found, text: str) -> float:
    start = time.process_time()
    try:
        with patience():
            found.run(text)
    except TimeoutError:
        return NEVER
    return time.process_time() - start


def runs_away(found: Found, short: str, long: str) -> bool:
    """Whether its time grows too fast each time that it is measured.

    What runs away does so always; a busy machine makes others look like it now and then.
    """
    return all(_grows_too_fast(found, short, long) for _ in range(ROUNDS))


def _grows_too_fast(found: Found, short: str, long: str) -> bool:
    first = seconds(found, long)
    if first < QUICK or first == NEVER:
        return first == NEVER
    taken = min(seconds(found, long) for _ in range(3))
    before = min(seconds(found, short) for _ in range(3))
    return taken == NEVER or taken > max(QUICK, GROWTH * before)


def runaways(patterns: Iterable[Found]) -> Iterator[str]:
    """The patterns that run away, each with the beginning of a text that it does on."""
    for found in patterns:
        texts = zip(
            hostile_texts(found.pattern, SHORT),
            hostile_texts(found.pattern, LONG),
            strict=True,
        )
        for short, long in texts:
            if runs_away(found, short, long):
                yield f"{found.name} on {long[:40]!r}"
                break


def test_no_pattern_that_somebody_wrote_runs_away() -> None:
    patterns = list(written_patterns())

    assert len(patterns) > 300
    assert list(runaways(patterns)) == []


def test_no_pattern_that_is_made_of_a_plain_term_runs_away() -> None:
    patterns = list(made_patterns())

    assert len(patterns) > 3_000
    assert list(runaways(patterns[::EACH])) == []


@pytest.mark.parametrize(
    "expression", [r"(?:a+)+b", r"(\w+) novada\b", r"(?:\w|\d)*!", r"a.*b.*c"]
)
def test_a_pattern_that_runs_away_is_found(expression: str) -> None:
    assert list(runaways([Found("x", re.compile(expression))]))
