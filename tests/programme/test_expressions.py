"""What the matches of an expression begin with is known, or is said not to be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.programme.expressions import beginning, needed


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"\bkomitej\w*", ("komitej",)),
        (r"\b(?:group|team)s?\b", ("group", "team")),
        (r"\b(?:reizi? gada|katru) gadu", ("reiz", "katru")),
        (r"\b(?:iesta[dz]|nodal(?:a|u))\w*", ("iesta", "nodal")),
        (r"\bx+y", ("x",)),
        (r"\b(?:a|b)?c", ("a", "b", "c")),
        (r"\b[1-3]\. gads", ("1", "2", "3")),
        (r"\b(?:[(|]x|\d+|divi) gadi", ()),
        (r"(?:\breizi? |katr[ua] x)", ("reiz", "katr")),
    ],
)
def test_openings_are_the_letters_that_a_match_begins_with(
    source: str, found: tuple[str, ...]
) -> None:
    assert beginning(source).letters == found


@pytest.mark.parametrize("source", [r"\w+ gada", "%", r"(?<!x)ab", "a*", "(?:a|)b"])
def test_openings_are_unknown_where_a_match_may_begin_otherwise(source: str) -> None:
    assert beginning(source).letters == ()


@pytest.mark.parametrize(
    ("source", "at_word", "at_text"),
    [
        ("gada", False, False),
        (r"\bone|two", False, False),
        (r"\bone|\btwo", True, False),
        (r"^kopa\b", True, True),
        (r"^one|two", False, False),
    ],
)
def test_a_match_begins_a_word_where_each_alternative_does(
    source: str,
    at_word: bool,  # noqa: FBT001 - what is expected
    at_text: bool,  # noqa: FBT001
) -> None:
    found = beginning(source)

    assert (found.at_word, found.at_text) == (at_word, at_text)


PIECES = st.sampled_from(
    [
        "a",
        "ab?",
        "[ab]",
        "(?:a|ba)",
        "(?:a|b)?",
        r"\d{0,2}",
        r"\d",
        "(?:[(]|b)",
        "c{0,2}",
    ]
)
TEXTS = st.text("abc1(", max_size=6)


@given(st.lists(PIECES, min_size=1, max_size=4), TEXTS)
def test_each_match_begins_with_one_of_the_openings(
    pieces: list[str], text: str
) -> None:
    source = "".join(pieces)
    found = re.search(source, text)
    letters = beginning(source).letters

    assert found is None or not letters or found.group().startswith(letters)


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        (r"\bkomitej\w*", (("komitej",),)),
        (r"(?:grup|komisij)\w* sastav no", (("grup", "komisij"), ("sastav",))),
        (r"\d ?(?:kt|t|tonn\w*)\b", (("kt", "t", "tonn"),)),
        (r"reizi? gada|katru", (("reiz", "katru"),)),
        (r"plans? (?:un |or )?riciba", (("plan",), ("riciba",))),
        (r"(?!nav)plan(?<=an)", (("plan",),)),
        (r"\u2013abc\x41def", (("abc",), ("def",))),
        (r"[abc]{3}\w+ (?:plan)?", ()),
        (r"plan|\w+", ()),
    ],
)
def test_what_each_match_needs_is_known(
    source: str, groups: tuple[tuple[str, ...], ...]
) -> None:
    assert needed(source) == groups


@given(st.lists(PIECES, min_size=1, max_size=4), TEXTS)
def test_each_match_has_one_of_each_group_that_it_needs(
    pieces: list[str], text: str
) -> None:
    source = "".join(pieces)
    found = re.search(source, text)

    assert found is None or all(
        any(letters in found.group() for letters in group) for group in needed(source)
    )
