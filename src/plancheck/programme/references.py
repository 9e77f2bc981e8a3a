"""Columns of a plan that name nothing and only refer: `P-4` under `Project` beside measures."""

import re
from collections.abc import Sequence

from plancheck.programme.fragments import JoinedTable
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.patterns import lazy_pattern

_NAMED = ("measure", "project", "description")
_MARK = lazy_pattern(r"(?=\S{0,14}\d)\S{1,15}")
_NOTHING = frozenset({"-", "–", "—"})
_MOST = 0.8
_FEWEST = 3


def without_references(
    concepts: tuple[str | None, ...], joined: JoinedTable, vocabulary: Vocabulary
) -> tuple[str | None, ...]:
    """The concepts where marks of projects make no projects of measures, nor the other way.

    `Action | … | Project` over `Repave streets | … | P-4` has measures, which some project
    carries out; `Measure | Idea` over `2.1-a | Market square` has projects.
    """
    there = {each: concepts.index(each) for each in _NAMED if each in concepts}
    marks = {
        each
        for each, index in there.items()
        if are_marks(joined.texts(index), vocabulary)
    }
    if not marks or marks == set(there):
        return concepts
    if "measure" in there and "measure" not in marks and "project" in marks:
        return _renamed(concepts, "project", None)
    if "measure" in marks and "project" not in there:
        return _renamed(concepts, "description", "project")
    return concepts


def are_marks(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether nearly all that stands in a column is marks with a number: `IEC-04`, `2/1-a`."""
    between = rf"[,;\n]| (?:{alternatives(vocabulary, 'conjunction')}) "
    filled = [text for text in texts if text not in _NOTHING]
    marked = sum(
        all(_MARK.fullmatch(piece.strip()) for piece in re.split(between, text))
        for text in filled
    )
    return marked >= max(_FEWEST, _MOST * len(filled))


def _renamed(
    concepts: tuple[str | None, ...], concept: str, name: str | None
) -> tuple[str | None, ...]:
    index = concepts.index(concept)
    return (*concepts[:index], name, *concepts[index + 1 :])
