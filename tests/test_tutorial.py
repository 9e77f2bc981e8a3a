"""The tutorial works at the first try, command by command, in an empty folder.

`PLANCHECK_TUTORIAL_PYTHON` names the Python of an environment with only the wheel
installed; without it, the one that runs the tests.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
GIVEN = os.environ.get("PLANCHECK_TUTORIAL_PYTHON")
PYTHON = GIVEN or sys.executable
_BLOCK = re.compile(
    r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def run(command: str, folder: Path) -> str:
    words = shlex.split(command)
    if words[0] == "plancheck":
        words = [PYTHON, "-m", *words]
    elif words[0] == "python":
        words[0] = PYTHON
    environment = {**os.environ, "LANGUAGE": "en"}
    for name in ("PYTEST_ADDOPTS", "PLANCHECK_PLUGINS"):
        environment.pop(name, None)
    if not GIVEN:  # the working copy may be another than the installed one
        environment["PYTHONPATH"] = str(ROOT / "src")
    done = subprocess.run(  # noqa: S603 - the commands of our own page
        words,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_every_command_of_the_tutorial_prints_what_it_shows(tmp_path: Path) -> None:
    shown = 0
    for block in _BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if block["file"]:
            (tmp_path / block["file"]).write_text(block["text"], encoding="utf-8")
        if block["kind"] != "console":
            continue
        for part in block["text"].split("$ ")[1:]:
            command, *lines = part.splitlines()
            printed = run(command, tmp_path)
            for line in lines:
                assert " ".join(line.split()) in " ".join(printed.split())
                shown += 1
    assert shown >= 6


def test_the_smallest_rule_has_ten_lines() -> None:
    blocks = _BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8"))
    [rule] = [each["text"] for each in blocks if each["file"] == "countable.py"]
    lines = rule[rule.index("@rule") :].strip().splitlines()

    assert len(lines) <= 10


@pytest.mark.skipif(
    not GIVEN,
    reason="PLANCHECK_TUTORIAL_PYTHON names no environment; .ci/test-plugins makes one",
)
def test_the_plugin_of_the_tutorial_installs_and_is_listed(tmp_path: Path) -> None:
    run("plancheck new plugin plancheck-ours", tmp_path)
    run("python -m pip install -q --no-deps ./plancheck-ours", tmp_path)
    try:
        assert "plancheck-ours" in run("plancheck plugins", tmp_path)
        assert "XX01" in run("plancheck rules --lang en", tmp_path)
    finally:
        run("python -m pip uninstall -q -y plancheck-ours", tmp_path)
