"""A lexicon leaves out no term that stands in a text, whatever the term is made of."""

from pathlib import Path

import pytest

from plancheck.programme.lexicon import Lexicon, SearchedText
from plancheck.programme.terms import Concept, Term
from plancheck.programme.vocabulary import load_vocabulary
from plancheck.text.folding import fold

SOURCES = Path(__file__).parents[2] / "sample_docs" / "source"


@pytest.mark.parametrize(
    ("language", "source"), [("lv", "complete"), ("en", "english")]
)
def test_each_line_of_a_programme_names_the_same_with_a_lexicon_as_without(
    language: str, source: str
) -> None:
    vocabulary = load_vocabulary(language)
    lines = (SOURCES / f"{source}.md").read_text(encoding="utf-8").splitlines()

    for line in dict.fromkeys(lines[::7]):
        folded = fold(line)
        searched = SearchedText(line, folded, vocabulary.lexicon)
        for concept in vocabulary.concepts.values():
            assert searched.spans(concept) == concept.spans(folded, line), concept.name


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("=ES (ERAF)", "Avots: ES (ERAF)."),
        ("*teritorij*", "mērķteritorijas"),
        ("e-pakalpojum*", "Jauni e-pakalpojumi"),
        ("/\\b(?:[1-3]\\.|pirm\\w*) klas/", "2. klases risks"),
        ("/(?:lidz|uz) 20\\d\\d/", "Pabeigt līdz 2027. gadam"),
    ],
)
def test_a_term_of_any_notation_is_told_by_its_words(notation: str, text: str) -> None:
    concept = Concept("thing", "lieta", (Term(notation),))

    assert SearchedText(text, fold(text), Lexicon([concept])).spans(concept)


def test_an_exclusion_bars_what_the_lexicon_finds() -> None:
    concept = Concept(
        "resources", "resursi", (Term("resurs*"),), (Term("dabas resurs*"),)
    )
    text = "Dabas resursi"

    assert not SearchedText(text, fold(text), Lexicon([concept])).spans(concept)
