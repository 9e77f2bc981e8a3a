"""Columns of a plan that name nothing and only refer: `P-4` under `Project` beside measures."""

import re
from collections.abc import Sequence

from plancheck.programme.fragments import JoinedTable
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.patterns import lazy_pattern

LINKED = "linked project"
"""The column of a measure that marks the projects by which it is carried out."""
LINKED_MEASURE = "linked measure"
"""The column of a need, or of a goal, that lists the measures which answer it."""
_DUTY = frozenset({"responsible", "executor", "term", "start"})
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
    carries out; `Measure | Idea` over `2.1-a | Market square` has projects. `Need | Actions`
    over `Wet cellars | B.2, B.5` plans nothing, and says which measures answer what.
    """
    there = {each: concepts.index(each) for each in _NAMED if each in concepts}
    marks = {
        each
        for each, index in there.items()
        if are_marks(joined.texts(index), vocabulary)
    }
    if marks == {"measure"} == set(there) and _DUTY.isdisjoint(concepts):
        return _renamed(concepts, "measure", LINKED_MEASURE)
    if not marks or marks == set(there):
        return concepts
    if "measure" in there and "measure" not in marks and "project" in marks:
        return _renamed(concepts, "project", LINKED)
    if "measure" in marks and "project" not in there:
        return _renamed(concepts, "description", "project")
    return concepts


def are_marks(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether nearly all that stands in a column is marks with a number: `IEC-04`, `2/1-a`."""
    filled = [text for text in texts if text not in _NOTHING]
    marked = sum(bool(marks_in(text, vocabulary)) for text in filled)
    return marked >= max(_FEWEST, _MOST * len(filled))


def marks_in(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The marks that a cell holds, if it holds nothing else."""
    between = rf"[,;\n]| (?:{alternatives(vocabulary, 'conjunction')}) "
    pieces = tuple(piece.strip() for piece in re.split(between, text))
    return pieces if all(map(_MARK.fullmatch, pieces)) else ()


def _renamed(
    concepts: tuple[str | None, ...], concept: str, name: str
) -> tuple[str | None, ...]:
    index = concepts.index(concept)
    return (*concepts[:index], name, *concepts[index + 1 :])
