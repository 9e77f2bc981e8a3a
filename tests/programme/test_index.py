"""An index finds in each text what a search of that text alone finds, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancheck.programme.concepts import Concept
from plancheck.programme.index import Index
from plancheck.programme.named import Named
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.text.folding import fold
from plancheck.text.sentences import sentences

SOURCES = Path(__file__).parents[2] / "sample_docs" / "source"
NOTATIONS = (
    "uzraudzīb*",
    "*teritorij*",
    "rīcīb* … plān*",
    "plān* un? rīcīb*",
    "=ES (ERAF)",
    "e-pakalpojum*",
    r"/^plan/",
    r"/plan$/",
    r"/\d{1,3} ?ha\b/",
    r"/\b(?:[1-3]\.|pirm\w*) klas/",
    r"/(?:plan|riciba)[^\n]{0,20}grup/",
)


def concept_of(*notations: str, exclusions: tuple[str, ...] = ()) -> Concept:
    return Concept(
        "thing", "lieta", tuple(map(Term, notations)), tuple(map(Term, exclusions))
    )


def named(text: str, *notations: str, exclusions: tuple[str, ...] = ()) -> list[str]:
    """What an index that holds a text finds in it."""
    concept = concept_of(*notations, exclusions=exclusions)
    found = Named(concept, Index(["Pirmā lappuse", text, "Beigas"]))
    assert list(found.indexed) == ([text] if found[text] else [])
    return [text[start:end] for start, end in found[text]]


@pytest.mark.parametrize(
    ("language", "source"), [("lv", "complete"), ("en", "english")]
)
def test_each_line_of_a_programme_names_the_same_with_an_index_as_without(
    language: str, source: str
) -> None:
    lines = (SOURCES / f"{source}.md").read_text(encoding="utf-8").splitlines()[::7]
    held, others = lines[::2], lines[1::2]
    index = Index(held)

    for concept in load_vocabulary(language).concepts.values():
        found = Named(concept, index)
        assert list(found.indexed) == [
            line for line in index.texts if concept.spans(fold(line), line)
        ]
        for line in dict.fromkeys((*held, *others[::5])):
            assert found[line] == concept.spans(fold(line), line), concept.name


CORPUS = Path(
    os.environ.get("PLANCHECK_CORPUS", Path(__file__).parents[2] / "../shared/corpus")
).resolve()
PLAN = CORPUS / "plans" / "lv" / "liepaja_secap_2023-2030_lv.md"


def letter_spaced(text: str) -> str:
    return " ".join(text)


def glued(text: str) -> str:
    return text.replace(" ", "")


def with_underscores(text: str) -> str:
    return text.replace(" ", "_")


@pytest.mark.parametrize(
    "changed", [fold, str.upper, letter_spaced, glued, with_underscores]
)
def test_a_line_that_was_damaged_names_what_it_names_by_itself(
    changed: Callable[[str], str],
) -> None:
    lines = (SOURCES / "complete.md").read_text(encoding="utf-8").splitlines()[::40]
    damaged = [*map(changed, lines), *lines]
    index = Index(damaged[::2])

    for concept in load_vocabulary("lv").concepts.values():
        found = Named(concept, index)
        for line in damaged:
            assert found[line] == concept.spans(fold(line), line), concept.name


@pytest.mark.skipif(not PLAN.exists(), reason=f"No real plan is at {PLAN}.")
def test_each_sentence_of_a_real_plan_names_the_same_with_an_index_as_without() -> None:
    lines = PLAN.read_text(encoding="utf-8").splitlines()[::60]
    asked = [each.text for line in lines for each in sentences(line)][:60]
    index = Index(lines)

    for concept in load_vocabulary("lv").concepts.values():
        found = Named(concept, index)
        for text in asked:
            assert found[text] == concept.spans(fold(text), text), concept.name


def test_words_that_tell_of_a_term_stand_in_each_text_that_has_it() -> None:
    lines = (SOURCES / "complete.md").read_text(encoding="utf-8").splitlines()[::40]
    index = Index(lines)

    for concept in load_vocabulary("lv").concepts.values():
        for term in concept.terms:
            telling = index.telling(term)
            if telling is not None:
                having = {n for n, _ in enumerate(index.texts) if has(term, n, index)}
                assert having <= index.texts_with(telling), term.notation


def has(term: Term, number: int, index: Index) -> bool:
    text = index.texts[number]
    return bool(term.pattern.search(text if term.is_exact else fold(text)))


PIECES = st.sampled_from(
    [
        "plāns",
        "planeris",
        "Rīcības",
        "grupa",
        "un",
        "mērķteritorijas",
        "12",
        "ha",
        "2.",
        "klase",
        "ES",
        "(ERAF)",
        "|",
        "_",
        "e-pakalpojumi",
        "x_plan",
        "\n",
        "\n\n\n\n\n\n",
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PIECES, max_size=8).map(" ".join), max_size=6))
def test_any_texts_are_searched_as_each_of_them_alone(texts: list[str]) -> None:
    index = Index(texts[1:])

    for notation in NOTATIONS:
        concept = concept_of(notation, exclusions=("plān* un",))
        by_itself, found = Named(concept, index), Named(concept, index)
        named = [text for text in index.texts if concept.spans(fold(text), text)]
        assert list(found.indexed) == named
        for text in texts:
            spans = concept.spans(fold(text), text)
            assert found[text] == by_itself[text] == spans, notation


@pytest.mark.parametrize(
    ("notation", "text", "found"),
    [
        ("uzraudzīb*", "UZRAUDZĪBAS kārtība", ["UZRAUDZĪBAS"]),
        ("uzraudzīb*", "pārraudzība", []),
        (
            "rīcīb* … plān*",
            "Rīcību un investīciju plāns",
            ["Rīcību un investīciju plāns"],
        ),
        ("rīcīb* … plān*", "Rīcības a b c d e plāns", []),
        ("plān* un? rīcīb*", "Plāni un rīcība, plāni rīcībai", None),
        ("plān", "plāni", []),
        ("plān*", "x_plāns", []),
        ("*teritorij*", "mērķteritorijas", ["mērķteritorijas"]),
        ("=ES (ERAF)", "Avots: ES (ERAF).", ["ES (ERAF)"]),
        ("=ES", "es un citi", []),
        (r"/^plan/", "plāns", ["plān"]),
        (r"/^plan/", "jauns plāns", []),
        (r"/\d{1,3} ?ha\b/", "mežs, 120 ha", ["120 ha"]),
    ],
)
def test_a_term_of_any_notation_stands_where_its_words_do(
    notation: str, text: str, found: list[str] | None
) -> None:
    expected = ["Plāni un rīcība", "plāni rīcībai"] if found is None else found

    assert named(text, notation) == expected


def test_an_exclusion_bars_what_the_index_finds() -> None:
    text = "Dabas resursi un citi resursi"

    assert named(text, "resurs*", exclusions=("dabas resurs*",)) == ["resursi"]


def test_no_term_reaches_from_one_text_into_the_next() -> None:
    texts = ["Rīcības", "plāns", "rīcības grupa", "vada plānu"]
    concept = concept_of("rīcīb* … plān*", r"/riciba[^|]{0,40}plan/")

    assert list(Named(concept, Index(texts)).indexed) == []


def test_a_text_that_stands_twice_is_told_once() -> None:
    found = Named(concept_of("plān*"), Index(["plāns", "cits", "plāns"]))

    assert list(found.indexed) == ["plāns"]


def test_a_text_with_words_of_its_own_is_searched_too() -> None:
    found = Named(concept_of("plān*"), Index(["cits"]))

    assert found["Plānu saraksts"] == ((0, 5),)


def test_an_empty_programme_names_nothing() -> None:
    found = Named(concept_of(*NOTATIONS), Index([]))

    assert list(found.indexed) == []
    assert found[""] == ()
    assert found["Uzraudzība"] == ((0, 10),)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 500,
        "\x00\ud800\u0301" * 50,
        "_" * 400,
        "ﬁ½İı\u200b" * 60,
        "\n" * 300,
        "🏞️" * 99,
    ],
)
def test_hostile_text_is_held_and_names_nothing(text: str) -> None:
    index = Index([text, "plāns"])

    for notation in NOTATIONS:
        assert Named(concept_of(notation), index)[text] == ()
    assert list(Named(concept_of("plān*"), index).indexed) == ["plāns"]
