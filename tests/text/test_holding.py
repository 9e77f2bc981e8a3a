"""Many words are sought in many texts at once, and found where each alone would be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.holding import holding

PIECES = st.sampled_from(["ceļš", "ceļ", "tilts", " ", "š", "\0", "\n"])
TEXTS = st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=5)


@given(TEXTS, TEXTS)
def test_each_text_that_holds_a_word_is_told_once(
    texts: list[str], sought: list[str]
) -> None:
    expected = [
        (index, each)
        for each in sought
        for index, text in enumerate(texts)
        if each in text
    ]

    assert list(holding(texts, sought)) == expected


@pytest.mark.parametrize("texts", [[], ["", ""], ["ceļš" * 10_000]])
def test_a_word_that_no_text_has_is_told_nowhere(texts: list[str]) -> None:
    assert list(holding(texts, ["tilts"])) == []
