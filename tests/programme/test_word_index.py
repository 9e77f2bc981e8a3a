"""The index of words finds what the patterns of terms find, only faster."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.programme.terms import Concept, Term
from plancheck.programme.vocabulary import load_vocabulary
from plancheck.programme.word_index import WordIndex
from plancheck.text.folding import fold

SOURCES = Path(__file__).parents[2] / "sample_docs" / "source"


def by_index(text: str, *notations: str, exclusions: tuple[str, ...] = ()) -> list[str]:
    terms = tuple(map(Term, notations))
    concept = Concept("thing", "thing", terms, tuple(map(Term, exclusions)))
    spans = WordIndex(fold(text), text).spans(concept)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("source", "language"), [("complete", "lv"), ("gapped", "lv"), ("english", "en")]
)
def test_every_term_is_found_where_its_pattern_finds_it(
    source: str, language: str
) -> None:
    text = (SOURCES / f"{source}.md").read_text(encoding="utf-8")
    folded = fold(text)
    index = WordIndex(folded, text)
    vocabulary = load_vocabulary(language)
    groups = (vocabulary.concepts, vocabulary.parts, vocabulary.columns)
    concepts = [concept for group in groups for concept in group.values()]

    for concept in concepts:
        for term in (*concept.terms, *concept.exclusions):
            found = index.spans(Concept(term.notation, "", (term,)))
            assert found == tuple(term.spans(folded, text)), term.notation


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


@given(st.lists(st.tuples(WORDS, BREAKS), max_size=12), st.sampled_from(TERMS))
def test_any_text_is_searched_as_by_the_pattern(
    pieces: list[tuple[str, str]], notation: str
) -> None:
    text = "".join(word + separator for word, separator in pieces)
    term = Term(notation)

    spans = WordIndex(text, text).spans(Concept("thing", "", (term,)))

    assert spans == tuple(term.spans(text, text))


def test_words_are_matched_whatever_their_case_and_diacritics() -> None:
    assert by_index("Mērķa TERITORIJA", "mērķ* teritorij*") == ["Mērķa TERITORIJA"]


def test_what_an_exclusion_covers_is_left_out() -> None:
    text = "valsts budžets un pašvaldības budžets"

    assert by_index(text, "budžet*", exclusions=("valsts budžet*",)) == ["budžets"]


def test_exact_letters_are_sought_in_the_text_as_printed() -> None:
    assert by_index("ES un es", "=ES") == ["ES"]
