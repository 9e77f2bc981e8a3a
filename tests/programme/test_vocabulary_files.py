"""A language is data: it is told by its file, and refused where it is not whole."""

from pathlib import Path

import pytest

from plancheck.programme.vocabulary_files import (
    VocabularyError,
    load_recognition,
    load_vocabulary,
)


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


def test_what_was_sought_is_named_in_the_words_of_the_field_first() -> None:
    for language, usual in (
        ("lv", "pašreizēj* situācij*"),
        ("en", "current situation*"),
    ):
        terms = load_vocabulary(language).parts["current situation"].terms

        assert terms[0].notation == usual


@pytest.mark.parametrize("language", ["lv", "en"])
def test_only_a_term_between_slashes_is_written_as_an_expression(language: str) -> None:
    vocabulary = load_vocabulary(language)
    kinds = (vocabulary.parts, vocabulary.columns, vocabulary.concepts)
    terms = [
        term.notation
        for kind in kinds
        for concept in kind.values()
        for term in (*concept.terms, *concept.exclusions)
        if not term.is_expression
    ]

    assert len(terms) > 1000
    assert [term for term in terms if "(?:" in term or "|" in term] == []
