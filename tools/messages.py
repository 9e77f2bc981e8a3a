"""Keeps the gettext catalogues: finds the sentences in the source, updates, compiles.

python tools/messages.py          update locale/*/LC_MESSAGES/plancheck.po, and compile
python tools/messages.py --check  only say what lacks a translation, exit 1 if any does
"""

import argparse
import ast
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.nodes import Call, Const, Name

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "plancheck"
LOCALE = SOURCE / "locale"

NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in every header, so that catalogues change only when sentences do."""

ARGUMENTS: dict[str, tuple[int, ...]] = {
    "_": (0,),
    "BundleError": (1,),
    "AnnotationError": (1, 2),
    "Criterion": (2,),
    "Message": (0,),
    "MissingToolError": (1,),
    "NoAuditError": (1,),
    "NotApplicable": (0,),
    "RuleFileError": (1,),
    "ScaffoldError": (0,),
    "SettingsError": (0,),
    "UnreadableDocumentError": (1, 2),
    "Unsure": (0,),
    "__init__": (0,),
    "wrong_type": (1,),
    "Verdict.absent": (0,),
    "_each_or_all": (2, 3),
    "absent": (1,),
    "not_applicable": (0,),
    "of": (0,),
    "say": (0,),
    "translate": (0,),
    "unknown_name": (0,),
    "CheckedTable": (2,),
}
"""Which positional arguments of which functions are sentences."""

KEYWORDS = frozenset(
    {"found", "missing", "missing_all", "reason", "remedy", "source", "what"}
)
"""Keyword arguments that are sentences, whatever the function."""

TABLES = (
    "CATEGORY_TITLES",
    "FACETS",
    "LEVELS",
    "PARTS",
    "_FLAWS",
    "_NO_TABLES",
    "_OTHER_FORMATS",
    "_OTHER_PROGRAMS",
    "_TEMPLATES",
    "_WORDS",
    "_TRUST",
)
"""How the names of module constants end whose texts are sentences."""

KEYED = ("COLUMNS",)
"""How the names of module constants end whose keys are parts of sentences."""

VARIABLES = frozenset({"reason", "remedy"})
"""The names of local variables that hold a sentence before it gets its values."""

NAMES = (
    "setting",
    "action",
    "investment",
    "indicator",
    "Goal",
    "Long-term priority",
    "Priority",
    "Direction",
    "Task",
    "Measure",
)
"""What tables and objectives are called in sentences that have them from the programme."""

WITHOUT_TABLES = ("programme", "text")
"""Packages whose tables hold words of documents, not of sentences to a reader."""

CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Show the version and exit.",
    "Show this message and exit.",
    "No such option: {name}",  # before click 8.3
    "No such option {name!r}.",
    "Did you mean {suggestion}?",
    "No such command {name!r}.",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "Option {name!r} requires an argument.",
    "Option {name!r} does not take a value.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is not readable.",
    "file",
    "directory",
    "path",
)
"""Sentences of click's own that a user of plancheck may meet."""

CLICK_PLURALS = (
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    (
        "{value!r} does not match the format {format}.",
        "{value!r} does not match the formats {formats}.",
    ),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ),
)
"""Those that it asks for by a number. Each is translated as two sentences, of which the
compiled catalogue makes the forms that gettext wants."""


SOURCES = SOURCE / "sources"
"""Where the names of acts stand, in every language."""


def main() -> int:
    """Update and compile every catalogue, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    is_check = parser.parse_args().check
    template = extract()
    missing = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/plancheck.po")):
        catalogue = updated(path, template)
        lacking = [str(each.id) for each in catalogue if each.id and not each.string]
        missing += len(lacking)
        for sentence in lacking:
            sys.stdout.write(f"{path.parent.parent.name}: {sentence}\n")
        if not is_check:
            path.write_bytes(po_bytes(catalogue))
            path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
    return 1 if missing else 0


def extract() -> Catalog:
    """All sentences of the source, with the files that they stand in."""
    catalogue = Catalog(project="plancheck", fuzzy=False, creation_date=NO_DATE)
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(ROOT).as_posix()
        has_tables = path.parent.name not in WITHOUT_TABLES
        found = list(_Sentences(tree, has_tables=has_tables))
        if path.parent.name == "rules":
            found += _whole_sentences(tree)
        for sentence in found:
            if any(map(str.isalpha, sentence)) and "\\" not in sentence:
                catalogue.add(sentence, locations=[(name, 0)])
    for path in sorted(SOURCE.rglob("*.j2")):
        for sentence in _of_template(path.read_text(encoding="utf-8")):
            catalogue.add(sentence, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    for english in names_of_acts("en"):
        catalogue.add(english, locations=[("sources", 0)])
    plurals = tuple(chain.from_iterable(CLICK_PLURALS))
    for place, sentences in (("click", (*CLICK, *plurals)), ("programme", NAMES)):
        for sentence in sentences:
            catalogue.add(sentence, locations=[(place, 0)])
    return catalogue


def _of_template(text: str) -> Iterator[str]:
    """What a template of Jinja says."""
    for call in Environment(autoescape=True).parse(text).find_all(Call):
        is_said = isinstance(call.node, Name) and call.node.name == "say"
        if is_said and call.args and isinstance(call.args[0], Const):
            yield call.args[0].value


def names_of_acts(language: str) -> list[str]:
    """What the register calls acts and clauses, in the same order in each language."""
    acts = [
        act
        for path in sorted(SOURCES.glob("*.toml"))
        for act in tomllib.loads(path.read_text(encoding="utf-8"))["acts"].values()
    ]
    clauses = [clause for act in acts for clause in act.get("clauses", {}).values()]
    return [act["name"][language] for act in acts] + [
        each[language] for each in clauses
    ]


def updated(path: Path, template: Catalog) -> Catalog:
    """The catalogue of a language with the sentences of `template` and no others."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    language = path.parent.parent.name
    names = zip(names_of_acts("en"), names_of_acts(language), strict=True)
    for english, name in names:
        catalogue[english].string = name
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as people edit it, by sentence, so that it changes little."""
    stream = BytesIO()
    write_po(
        stream,
        catalogue,
        sort_output=True,
        include_lineno=False,
        omit_header=False,
        width=88,
    )
    return stream.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as programs read it."""
    catalogue = read_po(BytesIO(po_bytes(catalogue)), locale=catalogue.locale)
    for one, many in CLICK_PLURALS:
        first, others = catalogue[one].string, catalogue[many].string
        forms = (str(first), *[str(others)] * (catalogue.num_plurals - 1))
        catalogue.delete(one)
        catalogue.add((one, many), forms)
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


class _Sentences:
    """The sentences of one module; names of module constants stand for their text."""

    def __init__(self, tree: ast.Module, *, has_tables: bool) -> None:
        self._tree = tree
        self._has_tables = has_tables
        self._constants = {
            name: node.value
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for name in _targets(node)
        }

    def __iter__(self) -> Iterator[str]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                yield from self._of_call(node)
            elif isinstance(node, ast.FunctionDef):
                yield from _of_rule(node)
                yield from self._of_defaults(node)
            elif isinstance(node, ast.Assign) and _targets(node) & VARIABLES:
                yield from self._texts(node.value)
        yield from self._of_tables() if self._has_tables else ()

    def _of_tables(self) -> Iterator[str]:
        for name, value in self._constants.items():
            if name.endswith(TABLES):
                yield from self._texts(value)
            elif name.endswith(KEYED) and isinstance(value, ast.Dict):
                for key in value.keys:
                    yield from self._texts(key) if key else ()

    def _of_call(self, call: ast.Call) -> Iterator[str]:
        name = _name(call.func)
        if name == "absent" and _name(getattr(call.func, "value", call)) == "Verdict":
            name = "Verdict.absent"
        if _is_other_of(call):
            return
        for index in ARGUMENTS.get(name, ()):
            if index < len(call.args):
                yield from self._texts(call.args[index])
        for keyword in call.keywords:
            if keyword.arg in KEYWORDS:
                yield from self._texts(keyword.value)

    def _of_defaults(self, function: ast.FunctionDef) -> Iterator[str]:
        arguments = function.args
        for argument, default in zip(
            arguments.kwonlyargs, arguments.kw_defaults, strict=True
        ):
            if argument.arg in KEYWORDS and default is not None:
                yield from self._texts(default)

    def _texts(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp(body=body, orelse=orelse):
                yield from self._texts(body)
                yield from self._texts(orelse)
            case ast.Name(id=name) if name in self._constants:
                yield from self._texts(self._constants[name])
            case ast.Dict(values=values):
                for value in values:
                    yield from self._texts(value)
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                for element in elements:
                    yield from self._texts(element)


def _whole_sentences(tree: ast.Module) -> Iterator[str]:
    """Every text of a rule that is a sentence by its look, wherever it stands."""
    told_apart = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    } | {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "source"
        for part in ast.walk(node.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told_apart:
            text = node.value
            if isinstance(text, str) and " " in text and text.endswith((".", "”")):
                yield text


def _of_rule(function: ast.FunctionDef) -> Iterator[str]:
    """The title of a rule: the first line of its docstring."""
    is_rule = any(
        isinstance(each, ast.Call) and _name(each.func) == "rule"
        for each in function.decorator_list
    )
    docstring = ast.get_docstring(function)
    if is_rule and docstring:
        yield docstring.splitlines()[0]


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = (each for target in targets for each in ast.walk(target))
    return {each.id for each in names if isinstance(each, ast.Name)}


def _is_other_of(call: ast.Call) -> bool:
    """Whether the call is of a method `of` that is not `Message`'s."""
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "of"
        and _name(function.value) != "Message"
    )


def _name(function: ast.AST) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


if __name__ == "__main__":
    sys.exit(main())
