"""What a scaffold writes works as it is: its tests, ruff and mypy --strict pass."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.plugins.rule_files import RuleFile
from plancheck.scaffolds import ScaffoldError, new_plugin, new_rule
from plancheck.testing import assert_page_holds

SOURCE = Path(__file__).parents[2] / "src"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    paths = [str(folder / "src"), str(SOURCE)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "MYPYPATH": os.pathsep.join(paths),
    }
    return subprocess.run(  # noqa: S603 - our own tools
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugin")
    new_plugin("plancheck-ours", folder)
    new_rule("XX02", folder / "plancheck-ours")
    return folder / "plancheck-ours"


def test_the_tests_of_a_new_plugin_pass(plugin: Path) -> None:
    loads_itself = "pytest11" in run(plugin, "pip", "show", "-v", "plancheck").stdout
    fixtures = [] if loads_itself else ["-p", "plancheck.testing.fixtures"]

    done = run(plugin, "pytest", "-q", *fixtures)

    assert done.returncode == 0, done.stdout
    assert "10 passed" in done.stdout


@pytest.mark.parametrize(
    "command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)]
)
def test_style_and_types_of_a_new_plugin_are_right(
    plugin: Path, command: tuple[str, ...]
) -> None:
    pytest.importorskip(command[0], reason="it comes with the group `lint`")

    done = run(plugin, *command)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_rule_outside_a_plugin_is_a_file_for_rules(tmp_path: Path) -> None:
    written = new_rule("YY01", tmp_path)

    [rule] = RuleFile(tmp_path).rules
    assert rule.code == "YY01"
    assert_page_holds(rule)
    assert [path.name for path in written] == [
        "yy01.py",
        "yy01.lv.toml",
        "YY01.md",
        "YY01.lv.md",
        "test_yy01.py",
    ]


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    test = tmp_path / "test_yy01.py"
    test.write_text("mine", encoding="utf-8")

    with pytest.raises(ScaffoldError, match="is there already"):
        new_rule("YY01", tmp_path)

    assert [path.name for path in tmp_path.rglob("*")] == ["test_yy01.py"]
    assert test.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("code", ["x", "XX", "01", "XX1 ", "../XX01"])
def test_what_is_no_code_is_refused(code: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="no code of a rule"):
        new_rule(code, tmp_path)


@pytest.mark.parametrize("name", ["", "Ours", "../ours", "our_rules", "1-ours"])
def test_what_is_no_name_of_a_plugin_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="no name of a plugin"):
        new_plugin(name, tmp_path)
