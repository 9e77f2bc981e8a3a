"""Several concepts are sought in a text together, and found as each of them alone."""

from pathlib import Path

import pytest

from plancheck.programme.concepts import Concept
from plancheck.programme.index import Index
from plancheck.programme.named import Named
from plancheck.programme.named_among import NamedAmong
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary_files import load_vocabulary

SOURCES = Path(__file__).parents[2] / "sample_docs" / "source"


def among(index: Index, *notations: str) -> NamedAmong:
    concepts = (Concept(each, each, (Term(each),)) for each in notations)
    return NamedAmong({each.name: Named(each, index) for each in concepts}, index)


@pytest.mark.parametrize(
    ("language", "source"), [("lv", "complete"), ("en", "english")]
)
def test_each_line_names_of_all_concepts_those_that_it_names_one_by_one(
    language: str, source: str
) -> None:
    lines = (SOURCES / f"{source}.md").read_text(encoding="utf-8").splitlines()[::20]
    index = Index(lines[::2])
    concepts = load_vocabulary(language).concepts
    named = {name: Named(each, index) for name, each in concepts.items()}
    together = NamedAmong(named, index)

    for line in (*lines, "Vārdi, kuru programmā nav: klimats, plāns, skola"):
        assert together[line] == tuple(name for name in concepts if named[name][line])


def test_concepts_are_told_in_the_order_in_which_they_are_given() -> None:
    index = Index(["skola un klimats", "klimats"])

    assert among(index, "klimat*", "skol*")["skola un klimats"] == ("klimat*", "skol*")
    assert among(index, "skol*", "klimat*")["skola un klimats"] == ("skol*", "klimat*")


def test_a_concept_that_any_word_may_name_is_looked_for_in_every_text() -> None:
    index = Index(["120 ha", "klimats"])
    found = among(index, r"/\d{1,3} ?\w/", "klimat*")

    assert found["120 ha"] == (r"/\d{1,3} ?\w/",)
    assert found["klimats ha"] == ("klimat*",)


def test_a_text_with_a_word_that_the_programme_has_not_is_searched_too() -> None:
    found = among(Index(["cits"]), "klimat*", "skol*")

    assert found["skolas klimats"] == ("klimat*", "skol*")
