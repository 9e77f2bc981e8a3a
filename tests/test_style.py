"""What every file of the project keeps to, where a tool for it would be more than it is."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    path for folder in ("src", "plugins") for path in (ROOT / folder).rglob("*.py")
)
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

UNNUMBERED = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?! ?\(?#\d)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
THIS_FILE = Path(__file__).resolve()

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """The path within the project, as the name of a test."""
    return str(path.relative_to(ROOT))


def kept_files() -> list[Path]:
    """The text files under version control, or all sources where git does not tell."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607 - whichever git the developer has
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        return SOURCES
    kept = [ROOT / name for name in listed if name and not name.endswith(".docx")]
    return [path for path in kept if path.is_file() and path.resolve() != THIS_FILE]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_file_has_one_subject(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_functions_fit_on_a_screen(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, FunctionNode)
    ]

    too_long = [
        node.name
        for node in functions
        if (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]

    assert too_long == []


def test_what_is_left_to_do_has_a_number() -> None:
    assert lines_with(UNNUMBERED) == []


def test_no_path_of_a_machine_is_kept() -> None:
    assert lines_with(MACHINE_PATH) == []


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern stands in the files under version control."""
    found = []
    for path in kept_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{name_of(path)}:{number}: {line.strip()}"
            for number, line in enumerate(lines, start=1)
            if pattern.search(line)
        ]
    return found
