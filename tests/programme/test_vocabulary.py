"""A language is data: it is told by its file, and what it lacks is said, not guessed."""

from pathlib import Path

import pytest

from plancheck.engine import judge
from plancheck.model.report import Outcome
from plancheck.programme.vocabulary import (
    UnknownConceptError,
    VocabularyError,
    load_recognition,
    load_vocabulary,
)
from plancheck.sdk import Programme, Severity, Verdict, rule
from plancheck.selection import Selected
from plancheck.testing import programme


def test_a_file_that_only_adds_terms_brings_no_language(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text('language = "lv"\n[words]\ntotals = ["summā"]\n', "utf-8")

    assert set(load_recognition([path])) == {"lv", "en"}
    assert load_vocabulary("lv", [path]).has_word("totals", "summa", "summā")


def test_a_language_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('language = "xx"\n[recognition]\nwords = ["ja"]\n', "utf-8")

    with pytest.raises(VocabularyError, match=r"\[parts\] current situation"):
        load_vocabulary("xx", [path])


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


def test_what_was_sought_is_named_in_the_words_of_the_field_first() -> None:
    for language, usual in (
        ("lv", "pašreizēj* situācij*"),
        ("en", "current situation*"),
    ):
        terms = load_vocabulary(language).parts["current situation"].terms

        assert terms[0].notation == usual
