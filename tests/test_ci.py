"""What others' CI takes from this repository: the hook, the action and the steps in the docs."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from plancheck.cli import main
from tests.programmes import SMALL

ROOT = Path(__file__).parents[1]
ACTION = ROOT / ".github" / "actions" / "plancheck" / "action.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")

Yaml = dict[str, Any]

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


def action() -> Yaml:
    return dict(yaml.safe_load(ACTION.read_text("utf-8")))


def hook() -> Yaml:
    [only] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return dict(only)


def script(name: str) -> str:
    """The commands of a step of the action."""
    [found] = [each for each in action()["runs"]["steps"] if each.get("name") == name]
    return str(found["run"])


@dataclass(frozen=True)
class Run:
    status: int
    printed: str
    outputs: dict[str, str]
    summary: str


def run_check(folder: Path, **inputs: str) -> Run:
    """Run the action's check as GitHub would, on the small programme."""
    programs = folder / "bin"
    programs.mkdir()
    program = programs / "plancheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plancheck "$@"\n')
    program.chmod(0o755)
    (folder / "two words").mkdir()
    (folder / "two words" / "small.md").write_text(SMALL, encoding="utf-8")
    settings = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PLANCHECK_PLUGINS": "",
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "PROGRAMME": "two words\n",
        "FAIL_ON": "error",
        "STAGE": "draft",
        "PROFILE": "",
        "REPORT_LANG": "en",
        **inputs,
    }
    done = subprocess.run(  # noqa: S603 - the action's own commands
        ["bash", "-eo", "pipefail", "-c", script("Check")],  # noqa: S607 - as GitHub finds it
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = (folder / "output").read_text("utf-8").splitlines()
    summary = folder / "summary"
    return Run(
        done.returncode,
        done.stdout,
        dict(line.split("=", 1) for line in lines),
        summary.read_text("utf-8") if summary.exists() else "",
    )


@needs_bash
def test_the_action_writes_all_reports_and_leaves_it_to_its_last_step_to_fail(
    tmp_path: Path,
) -> None:
    done = run_check(tmp_path)

    assert done.status == 0
    assert done.outputs["status"] == "1"
    assert all(line.startswith("::") for line in done.printed.splitlines())
    assert done.summary.startswith("# Lejasupes novada")
    folder = Path(done.outputs["folder"])
    suffixes = {path.suffix for path in folder.iterdir()}
    assert suffixes == {".sarif", ".html", ".md", ".json", ".xlsx"}
    assert done.outputs["sarif"] == str(folder / "plancheck.sarif")


@needs_bash
def test_a_wrong_input_is_the_status_and_no_command(tmp_path: Path) -> None:
    done = run_check(tmp_path, PROFILE='"; touch owned; "')

    assert done.outputs["status"] == "2"
    assert "sarif" not in done.outputs
    assert not (tmp_path / "owned").exists()


@needs_bash
@pytest.mark.parametrize("status", [0, 1, 3])
def test_the_last_step_ends_as_plancheck_did(status: int) -> None:
    done = subprocess.run(  # noqa: S603 - the action's own command
        ["bash", "-c", script("Fail where there are findings")],  # noqa: S607 - as GitHub
        env={**os.environ, "STATUS": str(status)},
        check=False,
    )

    assert done.returncode == status


def test_inputs_of_the_action_reach_its_commands_by_the_environment_alone() -> None:
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    text = ACTION.read_text("utf-8")
    for name in action()["inputs"]:
        assert f"inputs.{name}" in text


def test_the_page_names_every_input_and_output() -> None:
    named = action()["inputs"] | action()["outputs"]

    assert [name for name in named if f"`{name}`" not in PAGE] == []


def test_the_steps_on_the_page_are_yaml_and_their_inputs_are_the_actions() -> None:
    blocks = [
        yaml.safe_load(each)
        for each in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    ]

    steps = blocks[0]["jobs"]["check"]["steps"]
    [used] = [each["with"] for each in steps if each.get("id") == "plancheck"]
    assert set(used) <= set(action()["inputs"])
    assert blocks[2]["repos"][0]["hooks"][0]["id"] == hook()["id"]


def test_the_command_on_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "programma").mkdir()
    (tmp_path / "programma" / "small.md").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    [line] = re.findall(r"- run: plancheck (check .*)", PAGE)

    assert main(line.split()) == 1
    assert (tmp_path / "plancheck.sarif").exists()


def test_the_hook_judges_the_folder_in_its_arguments_and_not_the_changed_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.md").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    program, *command = hook()["entry"].split()

    assert program == "plancheck"
    assert hook()["pass_filenames"] is False
    assert main([*command, ".", "--select", "DS06"]) == 0
    assert main(command) == 2


@pytest.mark.parametrize(
    ("name", "is_heeded"),
    [
        ("programma/1. sējums.DOCX", True),
        ("a.pdf", True),
        ("a.xlsx", True),
        ("a.doc", True),
        ("plancheck.toml", True),
        ("x/plancheck.toml", True),
        ("a.docx.py", False),
        ("pyproject.toml", False),
    ],
)
def test_the_hook_runs_when_a_document_changes(name: str, *, is_heeded: bool) -> None:
    assert bool(re.search(hook()["files"], name)) is is_heeded
