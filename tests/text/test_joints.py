"""Words that join clauses are data, of every language, and plugins add theirs."""

from collections.abc import Iterator
from copy import deepcopy

import pytest

from plancheck.text import joints
from plancheck.text.clauses import segments
from plancheck.text.joints import add_joints, joint_pattern

Lists = dict[str, list[str]]


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lists]:
    """A copy of what is known, so that no plugin's word outlives a test."""
    copied: Lists = deepcopy(vars(joints)["_lists"]())
    monkeypatch.setattr(joints, "_lists", lambda: copied)
    yield copied
    monkeypatch.undo()
    add_joints({})


def parts(folded: str) -> list[str]:
    return [folded[each.start : each.end] for each in segments(folded)]


def test_words_of_both_languages_join_clauses() -> None:
    assert len(parts("grupa ir, tacu merku nav")) == 2
    assert len(parts("the group is there, but it has no members")) == 2


def test_a_word_with_an_open_end_takes_any_ending() -> None:
    pattern = joint_pattern(r"\b(?:%(making)s)\b")

    assert [match[0] for match in pattern.finditer("grupa nav izveidota")] == [
        "izveidota"
    ]


@pytest.mark.usefixtures("lists")
def test_a_plugin_teaches_words_to_a_pattern_that_was_asked_before() -> None:
    sentence = "grupe yra, taciau nariu nera"
    before = parts(sentence)

    add_joints({"contrast": ["tačiau"]})

    assert before == [sentence]
    assert parts(sentence) == ["grupe yra", ", taciau nariu nera"]


def test_a_word_that_is_taught_twice_is_kept_once(lists: Lists) -> None:
    add_joints({"contrast": ["tačiau", "bet"]})
    add_joints({"contrast": ["tačiau"]})

    assert lists["contrast"].count("taciau") == 1
    assert lists["contrast"].count("bet") == 1
