"""The documentation names what there is: commands, options, rules, the README's commands."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import click
import pytest

from plancheck.cli import _group
from plancheck.plugins.host import load_plugins

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = (DOCS / "commands.md").read_text("utf-8")

GROUP = _group()
CONTEXT = click.Context(GROUP)
NAMES = GROUP.list_commands(CONTEXT)


def command(name: str) -> click.Command:
    """A command of plancheck."""
    found = GROUP.get_command(CONTEXT, name)
    assert found is not None
    return found


def parameters(name: str) -> list[click.Parameter]:
    """The parameters of a command and of those that it groups."""
    found = command(name)
    below = found.commands.values() if isinstance(found, click.Group) else ()
    return [each for one in (found, *below) for each in one.params]


def shell_lines(text: str) -> list[str]:
    """The lines of the bash blocks of a page."""
    blocks = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_command_stands_in_the_reference(name: str) -> None:
    assert f"`plancheck {name}" in COMMANDS


@pytest.mark.parametrize("name", NAMES)
def test_options_stand_in_the_reference(name: str) -> None:
    options = [
        option
        for parameter in parameters(name)
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]

    missing = [option for option in options if f"`{option}" not in COMMANDS]

    assert missing == []


def test_reference_names_no_option_that_is_gone() -> None:
    known = {"--help", "--version"}
    for name in NAMES:
        known.update(*(parameter.opts for parameter in parameters(name)))

    named = set(re.findall(r"--[a-z][a-z-]*", COMMANDS))

    assert named <= known


def test_catalogue_has_a_page_for_each_rule(tmp_path: Path) -> None:
    catalogue = load(DOCS / "rule_catalogue.py")

    catalogue.write_catalogue(tmp_path)

    index = (tmp_path / "index.md").read_text("utf-8")
    own = load_plugins().rules_by_plugin["builtin"]
    assert [rule.code for rule in own if f"| {rule.code} |" not in index] == []
    assert all((tmp_path / f"{rule.code}.lv.md").exists() for rule in own)


def test_readme_has_one_command_to_run_and_one_to_test() -> None:
    run, test = shell_lines(README)

    assert "plancheck check sample_docs" in run
    assert ".venv/bin/pytest" in test


def test_continuous_integration_runs_the_readme_s_test_command() -> None:
    _run, test = shell_lines(README)
    script = (ROOT / ".ci" / "run").read_text("utf-8")

    assert test in [line.strip() for line in script.splitlines()]


def test_readme_s_run_command_names_files_that_are_there() -> None:
    run, _test = shell_lines(README)

    [path] = [word for word in shlex.split(run) if word.startswith("sample_docs")]
    assert (ROOT / path).exists()


def load(path: Path) -> ModuleType:
    """A module by its file: the documentation's code is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
