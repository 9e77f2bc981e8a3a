"""Terms are found word by word where their patterns would find them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancheck.programme.concepts import Concept
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.text.folding import fold
from plancheck.text.sentences import sentences

LENGTH = 25_000  # characters: patterns that begin with any letters are slow
SOURCES = Path(__file__).parents[2] / "sample_docs" / "source"


def by_index(text: str, *notations: str, exclusions: tuple[str, ...] = ()) -> list[str]:
    terms = tuple(map(Term, notations))
    concept = Concept("thing", "thing", terms, tuple(map(Term, exclusions)))
    spans = concept.spans(fold(text), text)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("source", "language"), [("complete", "lv"), ("english", "en")]
)
def test_every_term_is_found_where_its_pattern_finds_it(
    source: str, language: str
) -> None:
    text = (SOURCES / f"{source}.md").read_text(encoding="utf-8")[:LENGTH]
    folded = fold(text)
    vocabulary = load_vocabulary(language)
    groups = (vocabulary.concepts, vocabulary.parts, vocabulary.columns)
    concepts = [concept for group in groups for concept in group.values()]

    for concept in concepts:
        for term in (*concept.terms, *concept.exclusions):
            where = text if term.is_exact else folded
            matches = tuple(match.span() for match in term.pattern.finditer(where))
            assert tuple(term.spans(folded, text)) == matches, term.notation


@pytest.mark.parametrize(
    ("source", "language"), [("complete", "lv"), ("english", "en")]
)
def test_a_denial_and_a_promise_are_told_where_their_patterns_find_one(
    source: str, language: str
) -> None:
    text = fold((SOURCES / f"{source}.md").read_text(encoding="utf-8"))
    vocabulary = load_vocabulary(language)
    [denial] = vocabulary.patterns("negation")
    [promise] = vocabulary.patterns("promise")

    for sentence in sentences(text):
        assert vocabulary.denies(sentence.text) == bool(denial.search(sentence.text))
        assert vocabulary.promises(sentence.text) == bool(promise.search(sentence.text))


WORDS = st.sampled_from(["plan", "plans", "planned", "the", "x_plan", "un", "a_", "of"])
BREAKS = st.sampled_from([" ", ", ", "_", " –  ", "\n\n\n\n\n"])
TERMS = (
    "plan*",
    "*lan",
    "*la*",
    "plan",
    "the … plan*",
    "the of? plan*",
    "un? plan* of",
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(WORDS, BREAKS), max_size=12), st.sampled_from(TERMS))
def test_any_text_is_searched_as_by_the_pattern(
    pieces: list[tuple[str, str]], notation: str
) -> None:
    text = "".join(word + separator for word, separator in pieces)
    term = Term(notation)

    matches = [match.span() for match in term.pattern.finditer(text)]

    assert list(term.spans(text, text)) == matches


def test_words_are_matched_whatever_their_case_and_diacritics() -> None:
    assert by_index("Mērķa TERITORIJA", "mērķ* teritorij*") == ["Mērķa TERITORIJA"]


def test_what_an_exclusion_covers_is_left_out() -> None:
    text = "valsts budžets un pašvaldības budžets"

    assert by_index(text, "budžet*", exclusions=("valsts budžet*",)) == ["budžets"]


def test_exact_letters_are_sought_in_the_text_as_printed() -> None:
    assert by_index("ES un es", "=ES") == ["ES"]
