"""The words of a language stand in its vocabulary, where a plugin can bring another one's."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "plancheck"

EXCEPTIONS = {
    "intermunicipal/names.py": "rivers and roads in rows of many programmes, of any language",
    "model/page.py": "the headings of our own pages",
    "readers/docx/headings.py": "headings are told before the language is known",
    "readers/pdf/cell_texts.py": "cells are joined before the language is known",
    "readers/pdf/health.py": "letters that any readable text has",
    "readers/pdf/paragraphs.py": "paragraphs are told before the language is known",
    "text/damage.py": "what the letters of another encoding look like",
    "text/layout.py": "captions are told before the language is known",
    "text/spacing.py": "long vowels around which extraction puts spaces",
    "waiving/comments.py": "what a planner writes to plancheck",
}
"""Why a module has letters that only a language of the box has."""

OF_SENTENCES = ("text/clauses.py", "text/joints.py", "text/stance.py")
"""What cuts sentences, by the words that `[sentences]` of a language's file has."""

LETTERS = re.compile("[āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ]")
WORD = re.compile(r"[^\W\d_]{2}[a-z]+")
NO_WORD = re.compile(r"%\(\w+\)s|\(\?P[<=]\w+[>)]|\\[a-zA-Z]|\[[^\]]*\]")
"""Fields for words of a list, names of groups, escapes and classes of letters."""
CALLS = (
    "joint_pattern",
    "lazy_pattern",
    "compile",
    "search",
    "match",
    "sub",
    "finditer",
    "findall",
    "split",
)
MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if "testing" not in path.parts]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """The texts in code; docstrings are none."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in told
        ):
            yield node


def called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def words_in_expressions(source: str) -> list[str]:
    """The words in the regular expressions of a module."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or called(call) not in CALLS or not call.args:
            continue
        names = {id(text) for each in names_in(call.args[0]) for text in texts(each)}
        for text in texts(call.args[0]):
            if id(text) not in names:
                found += WORD.findall(NO_WORD.sub(" ", str(text.value)))
    return found


def names_in(expression: ast.expr) -> Iterator[ast.AST]:
    """Where an expression asks for something by name: `_words("told_target")`."""
    for node in ast.walk(expression):
        if isinstance(node, ast.Subscript):
            yield node.slice
        elif isinstance(node, ast.Call) and called(node) not in {"join", "escape"}:
            yield from node.args


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_letter_of_one_language_stands_in_code(path: Path) -> None:
    found = [
        f"{text.lineno}: {text.value!r}"
        for text in texts(ast.parse(path.read_text("utf-8")))
        if LETTERS.search(str(text.value))
    ]

    assert bool(found) == (name_of(path) in EXCEPTIONS), found


@pytest.mark.parametrize(
    "path",
    [
        each
        for each in MODULES
        if {"programme", "rules"} & set(each.parts) or name_of(each) in OF_SENTENCES
    ],
    ids=name_of,
)
def test_no_word_stands_in_an_expression_of_what_reads_by_meaning(path: Path) -> None:
    assert words_in_expressions(path.read_text("utf-8")) == []


def test_a_word_in_an_expression_is_noticed() -> None:
    source = """X = lazy_pattern(rf"(?P<year>2) (?:gads|{alternatives(v, 'nouns')})")"""

    assert words_in_expressions(source) == ["gads"]
