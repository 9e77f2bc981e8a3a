"""The small words by which sentences join, deny and take back, of all languages at once.

They are needed where a text is cut into clauses, which may turn from one language to
another. They stand in the table `[sentences]` of a language's file of terms, plancheck's own
or a plugin's, as words in any spelling: `*` at the end stands for any ending.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import cast

import tomli

from plancheck import vocabularies
from plancheck.text.folding import fold
from plancheck.text.patterns import LazyPattern

_FILES = ("lv.grammar.toml", "en.grammar.toml")

_made: list["_JointPattern"] = []
"""All patterns of joints, to be compiled anew when a plugin adds words."""


def add_joints(lists: Mapping[str, Iterable[str]]) -> None:
    """Teach every pattern the words of one more language; those known already are kept once.

    They are known for the whole process, as the sentences of plugins are.
    """
    known = _lists()
    for name, words in lists.items():
        of_name = known.setdefault(name, [])
        of_name += [word for word in map(fold, words) if word not in of_name]
    for pattern in _made:
        pattern.forget()


def joint_pattern(template: str, flags: int = 0) -> re.Pattern[str]:
    """A lazy pattern for folded text; `%(name)s` stands for the words of a list.

    >>> pattern = joint_pattern(r"(?:%(contrast)s)")
    >>> pattern.findall("grupa ir, bet merku nav, however")
    ['bet', 'however']
    """
    pattern = _JointPattern(template, flags)
    _made.append(pattern)
    return cast("re.Pattern[str]", pattern)


class _JointPattern(LazyPattern):
    """A pattern whose words are filled in when it is asked."""

    @property
    def expression(self) -> str:
        return self.pattern % {
            name: "|".join(map(_expression, words)) for name, words in _lists().items()
        }


@cache
def _lists() -> dict[str, list[str]]:
    """The words by the name of their list, folded."""
    folder = Path(vocabularies.__path__[0])
    lists: dict[str, list[str]] = {}
    for file in _FILES:
        tables = tomli.loads((folder / file).read_text(encoding="utf-8"))
        for name, words in tables["sentences"].items():
            lists.setdefault(name, []).extend(map(fold, words))
    return lists


def _expression(word: str) -> str:
    return rf"{re.escape(word[:-1])}\w*" if word.endswith("*") else re.escape(word)
