"""The plugins that stand in the repository keep to the door that all plugins have."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = sorted(
    path.parent
    for path in (Path(__file__).parents[1] / "plugins").glob("*/pyproject.toml")
)
SOURCES = [
    pytest.param(path, id=f"{plugin.name}/{path.name}")
    for plugin in PLUGINS
    for path in sorted((plugin / "src").rglob("*.py"))
]


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", SOURCES)
def test_a_plugin_imports_the_sdk_and_nothing_else_of_plancheck(path: Path) -> None:
    modules = set(imported(path.read_text(encoding="utf-8")))
    of_plancheck = {each for each in modules if each.split(".")[0] == "plancheck"}

    assert of_plancheck <= {"plancheck.sdk"}


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_is_called_as_its_folder(plugin: Path) -> None:
    project = tomllib.loads((plugin / "pyproject.toml").read_text("utf-8"))["project"]

    assert project["name"] == plugin.name
    assert list(project["entry-points"]["plancheck"]) == [plugin.name]
    assert (plugin / "README.md").is_file()
    assert sorted((plugin / "tests").glob("test_*.py"))
