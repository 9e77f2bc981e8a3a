"""What the matches of an expression begin with is known, or is said not to be."""

import pytest

from plancheck.programme.expressions import openings


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"\bkomitej\w*", ("komitej",)),
        (r"\b(?:group|team)s?\b", ("group", "team")),
        (r"\b(?:reizi? gada|katru) gadu", ("reiz", "katru")),
        (r"\b(?:iesta[dz]|nodal(?:a|u))\w*", ("iesta", "nodal")),
        (r"\bx+y", ("x",)),
    ],
)
def test_openings_are_the_letters_that_a_match_begins_with(
    source: str, found: tuple[str, ...]
) -> None:
    assert openings(source) == found


@pytest.mark.parametrize(
    "source",
    [
        r"\w+ gada",
        r"gada",
        r"^kopa\b",
        r"\b(?:a|b)?c",
        r"\b(?:\d+|divi) gadi",
        r"\bone|two",
        r"\ba?b",
    ],
)
def test_openings_are_unknown_where_a_match_may_begin_otherwise(source: str) -> None:
    assert openings(source) == ()
