"""What a language has no words for is said, not guessed."""

import pytest

from plancheck.engine import judge
from plancheck.model.report import Outcome
from plancheck.programme.vocabulary import UnknownConceptError
from plancheck.programme.vocabulary_files import (
    load_vocabulary,
)
from plancheck.sdk import Programme, Severity, Verdict, rule
from plancheck.selection import Selected
from plancheck.testing import programme


def test_a_list_that_there_is_not_is_an_error_and_not_a_no() -> None:
    with pytest.raises(UnknownConceptError):
        load_vocabulary("lv").has_word("no such list", "teksts", "teksts")


@rule("XX01", category="climate", severity="info", source="A test")
def asks_too_much(judged: Programme) -> Verdict:
    """Something is there."""
    return judged.absent("no such concept", "It is not there.")


def test_a_rule_without_words_is_unsure_and_says_which() -> None:
    selected = [Selected(asks_too_much, Severity.INFO)]

    [result] = judge(selected, programme("# Plāns\n", language="lv"))

    assert result.outcome is Outcome.UNSURE
    assert str(result.message) == (
        "The vocabulary of the language “lv” has no words for “no such concept”."
    )


def test_a_text_that_denies_or_promises_is_not_plain() -> None:
    vocabulary = load_vocabulary("lv")

    assert vocabulary.is_plain("Grupa ir izveidota.")
    assert not vocabulary.is_plain("Grupa nav izveidota.")
    assert not vocabulary.is_plain("Grupu plānots izveidot.")
