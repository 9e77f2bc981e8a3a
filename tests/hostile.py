"""Every pattern of plancheck, and texts made to keep each of them busy."""

import ast
import collections
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import plancheck
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary_files import IN_THE_BOX, load_vocabulary

# The parser of `re` is not public; nothing else says what a pattern repeats.
from re import _constants as constants, _parser as parser  # type: ignore[attr-defined]  # isort: skip

Tree = Any
"""A parsed pattern, or what stands in one: the parser has no types."""

SOURCE = Path(plancheck.__file__).parent
_FILLERS = (
    *("a", " ", "1", ".", "-", "\n", "|", "_", "ā", "A", ","),
    *("a ", "1 ", "1.", "a1", "a.", "| ", "([", "])", "((", "2022. gada ", "Aa "),
)


@dataclass(frozen=True)
class Found:
    """A pattern, and whether it is only asked at the beginning of a text."""

    name: str
    pattern: re.Pattern[str]
    is_anchored: bool = False

    def run(self, text: str) -> None:
        """Ask as plancheck does: all matches, or one at the beginning."""
        if self.is_anchored:
            self.pattern.match(text)
            self.pattern.fullmatch(text)
        else:
            collections.deque(self.pattern.finditer(text), maxlen=0)


def written_patterns() -> Iterator[Found]:
    """The regular expressions that somebody wrote: in modules and in vocabularies."""
    yield from _of_modules()
    yield from _of_calls()
    for name, term in _terms():
        if term.is_expression:
            yield Found(f"{name}: {term.notation}", term.pattern)


def made_patterns() -> Iterator[Found]:
    """The patterns that plain terms are made into."""
    for name, term in _terms():
        if not term.is_expression:
            yield Found(f"{name}: {term.notation}", term.pattern)
            if term.squashed:
                yield Found(f"{name}: {term.notation}, squashed", term.squashed)


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Fillers, and what the pattern itself matches, repeated and broken off."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    sample = _sample(tree)
    yield from (_long(filler, length) for filler in _FILLERS)
    yield from (sample + _long(filler, length) for filler in _FILLERS[:6])
    pieces = dict.fromkeys([sample, sample[:-1], f"{sample} ", *sample.split()])
    yield from (_long(piece, length) for piece in pieces if piece)
    for before, again in dict.fromkeys(_pumps(tree, "")):
        if again:
            yield before + _long(again, length) + "\x00"
            yield _long(before + again, length)


def _long(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _of_modules() -> Iterator[Found]:
    """Patterns that stand in constants of modules, in tuples and tables too."""
    searched = _searched_names()
    for info in pkgutil.walk_packages(plancheck.__path__, "plancheck."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        path = Path(str(module.__file__)).relative_to(SOURCE).as_posix()
        for name, value in vars(module).items():
            is_searched = _qualified(path, name) in searched
            for index, pattern in enumerate(_patterns_in(value)):
                is_anchored = isinstance(value, re.Pattern) and not is_searched
                yield Found(f"{info.name}.{name}[{index}]", pattern, is_anchored)


def _searched_names() -> frozenset[str]:
    """The names that more is asked of than to match at the beginning.

    A private name is asked in its own module, and has that before it.
    """
    return frozenset(
        _qualified(path, node.value.id)
        for path, tree in _trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.attr in {"search", "finditer", "findall", "sub", "subn", "split"}
    )


def _qualified(path: str, name: str) -> str:
    return f"{path} {name}" if name.startswith("_") else name


def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _patterns_in(each)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _patterns_in(each)


def _of_calls() -> Iterator[Found]:
    """Patterns that are written where they are used: `re.sub("…", …)`."""
    for name, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _is_of_re(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield Found(f"{name}:{node.lineno}", re.compile(first.value))


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr not in {"compile", "escape"}
    )


def _terms() -> Iterator[tuple[str, Term]]:
    for language in IN_THE_BOX:
        vocabulary = load_vocabulary(language)
        for table in (vocabulary.parts, vocabulary.columns, vocabulary.concepts):
            for concept in table.values():
                for term in (*concept.terms, *concept.exclusions):
                    yield f"{language}.{concept.name}", term
        lists = (vocabulary.words, vocabulary.kinds, vocabulary.other_kinds)
        for listed in (*lists, vocabulary.levels):
            for name, terms in listed.items():
                for term in terms:
                    yield f"{language}.{name}", term


def _sample(tree: Tree) -> str:
    """A text that the pattern likes: the first of each choice, twice what repeats."""
    return "".join(_of_node(operator, argument) for operator, argument in tree)


def _of_node(operator: Tree, argument: Tree) -> str:  # noqa: PLR0911 - a case each
    match operator:
        case constants.LITERAL:
            return chr(argument)
        case constants.NOT_LITERAL:
            return "a" if argument != ord("a") else "b"
        case constants.ANY:
            return "a"
        case constants.IN:
            return _of_set(argument)
        case constants.SUBPATTERN:
            return _sample(argument[-1])
        case constants.BRANCH:
            return _sample(argument[1][0])
        case constants.ATOMIC_GROUP:
            return _sample(argument)
        case constants.MAX_REPEAT | constants.MIN_REPEAT | constants.POSSESSIVE_REPEAT:
            least, most, inner = argument
            return str(_sample(inner) * min(max(least, 1), most))
    return ""


_CATEGORIES = {
    constants.CATEGORY_DIGIT: "1",
    constants.CATEGORY_NOT_DIGIT: "a",
    constants.CATEGORY_SPACE: " ",
    constants.CATEGORY_NOT_SPACE: "a",
    constants.CATEGORY_WORD: "a",
    constants.CATEGORY_NOT_WORD: " ",
}


def _of_set(items: list[tuple[Any, Any]]) -> str:
    """A character of a set."""
    is_negated = items[0][0] is constants.NEGATE
    if is_negated:
        pattern = re.compile(_set_source(items))
        return next((each for each in "a 1.-|\n" if pattern.match(each)), "a")
    operator, argument = items[0]
    if operator is constants.LITERAL:
        return chr(argument)
    if operator is constants.RANGE:
        return chr(argument[0])
    return _CATEGORIES[argument]


def _set_source(items: list[tuple[Any, Any]]) -> str:
    """The source of a set that is negated."""
    inside = []
    for operator, argument in items[1:]:
        if operator is constants.LITERAL:
            inside.append(re.escape(chr(argument)))
        elif operator is constants.RANGE:
            inside.append("-".join(re.escape(chr(each)) for each in argument))
        else:
            inside.append(_CLASSES[argument])
    return f"[^{''.join(inside)}]"


_CLASSES = {
    constants.CATEGORY_DIGIT: r"\d",
    constants.CATEGORY_NOT_DIGIT: r"\D",
    constants.CATEGORY_SPACE: r"\s",
    constants.CATEGORY_NOT_SPACE: r"\S",
    constants.CATEGORY_WORD: r"\w",
    constants.CATEGORY_NOT_WORD: r"\W",
}


def _pumps(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """For each thing that repeats: a text that leads to it, and what to repeat."""
    for operator, argument in tree:
        match operator:
            case (
                constants.MAX_REPEAT
                | constants.MIN_REPEAT
                | constants.POSSESSIVE_REPEAT
            ):
                yield before, _sample(argument[2])
                yield from _pumps(argument[2], before)
            case constants.SUBPATTERN:
                yield from _pumps(argument[-1], before)
            case constants.BRANCH:
                for choice in argument[1]:
                    yield from _pumps(choice, before)
            case constants.ATOMIC_GROUP:
                yield from _pumps(argument, before)
        before += _of_node(operator, argument)
