"""Terms survive inflection, spacing and case, and stay out of other words."""

import pytest

from plancheck.programme.concepts import Concept
from plancheck.programme.naming import Naming
from plancheck.programme.terms import Term
from plancheck.text.folding import fold


def stands_in(notation: str, text: str) -> bool:
    return Term(notation).is_in(fold(text), text)


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("koordinācij* mehānism*", "nav paredzēts koordinācijas mehānisms"),
        ("uzraudzīb* un? novērtēšan*? kārtīb*", "Uzraudzības kārtība"),
        ("uzraudzīb* un? novērtēšan*? kārtīb*", "uzraudzības un novērtēšanas kārtībā"),
        ("kopēj* … finansējum*", "Kopējais investīciju projekta finansējums"),
        ("*teritorij*", "mērķteritorijās"),
        ("=ERAF", "ERAF līdzfinansējums"),
        ("/^kopa\\b/", "Kopā:"),
    ],
)
def test_term_is_found_in_its_inflected_forms(notation: str, text: str) -> None:
    assert stands_in(notation, text)


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("risk*", "vēsturiskais"),
        ("iesaist*", "investīciju piesaiste"),
        ("=ES", "es domāju"),
        ("termiņš", "termiņa pagarināšana"),
        ("kopēj* … finansējum*", "kopējais viens divi trīs četri pieci finansējums"),
    ],
)
def test_term_does_not_hide_in_other_words(notation: str, text: str) -> None:
    assert not stands_in(notation, text)


def test_spans_are_offsets_in_the_text_as_printed() -> None:
    text = "Šeit ir MĒRĶTERITORIJA un mērķteritorijas."

    spans = list(Term("mērķteritorij*").spans(fold(text), text))

    assert [text[start:end] for start, end in spans] == [
        "MĒRĶTERITORIJA",
        "mērķteritorijas",
    ]


@pytest.mark.parametrize(
    "heading", ["RĪCĪBAS PLĀNS", "R Ī C Ī B A S  P L Ā N S", "3.Rīcībasplāns"]
)
def test_heading_is_known_however_it_is_spaced(heading: str) -> None:
    concept = Concept("action plan", "rīcības plāns", (Term("rīcīb* plān*"),))

    assert "action plan" in Naming({"action plan": concept}).letters(heading)


def test_broken_text_is_not_searched_for_short_terms_that_hide_in_words() -> None:
    concept = Concept("participation", "līdzdalība", (Term("iesaist*"),))

    assert not Naming({"participation": concept}).letters("Investīciju piesaiste")


def test_exclusion_bars_the_trap_but_not_the_thing_beside_it() -> None:
    concept = Concept(
        "resources", "resursi", (Term("resurs*"),), (Term("dabas resurs*"),)
    )
    text = "Dabas resursi un finanšu resursi"

    [span] = concept.spans(fold(text), text)

    assert text[slice(*span)] == "resursi"
    assert span[0] > 10


def test_readable_terms_show_endings_as_dots_and_leave_out_expressions() -> None:
    concept = Concept("x", "x", (Term("rīcīb* plān*"), Term("/^kopa/"), Term("=ERAF")))

    assert concept.readable_terms == ("rīcīb… plān…", "ERAF")


@pytest.mark.parametrize(
    "word", ["kopējais ", "kopējais_", "a", "a_", "kopējaiskopējais"]
)
def test_hostile_text_is_searched_in_linear_time(word: str) -> None:
    text = word * (200_000 // len(word))

    assert not stands_in("*x kopēj* … … finansējum*", text)
    assert not stands_in("kopēj* … finansējum* … apjom*", text)
