"""From templates to files: nothing that is there already is ever written over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

import tomli

from plancheck.errors import PlancheckError

_CODE = re.compile(r"[A-Z]{2,8}\d{2,3}")
_PLUGIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class ScaffoldError(PlancheckError):
    """What was asked for cannot be written."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the files of a rule go, and how its test imports it."""

    rules: Path
    tests: Path
    package: str = ""


def new_rule(code: str, folder: Path) -> tuple[Path, ...]:
    """Write a rule with its page and sentences in two languages and its test; the files.

    In the folder of a plugin it becomes one of its rules; elsewhere it is a file for
    `--rules` with its test beside it.

    Raises:
        ScaffoldError: The code is none, or one of the files is there already.
    """
    if not _CODE.fullmatch(code):
        raise ScaffoldError(
            "“{code}” is no code of a rule: it takes two to eight capital letters and "
            "two or three digits, such as XX01.",
            code=code,
        )
    place = _place(folder)
    name = code.lower()
    module = f"{place.package}.rules.{name}" if place.package else name
    return _write(
        {
            place.rules / f"{name}.py": "rule.py",
            place.rules / f"{name}.lv.toml": "sentences.lv.toml",
            place.rules / "pages" / f"{code}.md": "page.md",
            place.rules / "pages" / f"{code}.lv.md": "page.lv.md",
            place.tests / f"test_{name}.py": "test_rule.py",
        },
        {"code": code, "name": name, "module": module},
    )


def new_plugin(name: str, folder: Path, code: str = "XX01") -> tuple[Path, ...]:
    """Write a distribution with one rule below `folder / name`; the files written.

    Raises:
        ScaffoldError: The name is none, or one of the files is there already.
    """
    if not _PLUGIN.fullmatch(name):
        raise ScaffoldError(
            "“{name}” is no name of a plugin: it takes small letters, digits and "
            "hyphens, such as plancheck-ours.",
            name=name,
        )
    root = folder / name
    package = name.replace("-", "_")
    source = root / "src" / package
    written = _write(
        {
            root / "pyproject.toml": "pyproject.toml",
            root / "README.md": "README.md",
            root / ".github" / "workflows" / "test.yml": "workflow.yml",
            source / "__init__.py": "package.py",
            source / "plugin.py": "plugin.py",
            source / "py.typed": "empty",
            source / "rules" / "__init__.py": "rules.py",
            root / "tests" / "test_sentences.py": "test_sentences.py",
        },
        {"plugin": name, "package": package, "code": code},
    )
    return (*written, *new_rule(code, root))


def _place(folder: Path) -> _Place:
    """The place in a plugin, told by its entry point; else the folder itself."""
    project = folder / "pyproject.toml"
    if project.is_file():
        data = tomli.loads(project.read_text(encoding="utf-8")).get("project", {})
        points = data.get("entry-points", {}).get("plancheck", {})
        for module in points.values():
            package = str(module).partition(".")[0]
            rules = folder / "src" / package / "rules"
            return _Place(rules, folder / "tests", package)
    return _Place(folder, folder)


def _write(
    templates: Mapping[Path, str], values: Mapping[str, str]
) -> tuple[Path, ...]:
    """All of the files or, where one is there already, none of them."""
    for path in templates:
        if path.exists():
            raise ScaffoldError(
                "{path} is there already; nothing was written.", path=str(path)
            )
    for path, template in templates.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_filled(template, values), encoding="utf-8")
    return tuple(templates)


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = (files(__package__) / f"{template}.tmpl").read_text(encoding="utf-8")
    return Template(text).substitute(values)
