"""Whole reports on a small programme, as users see them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.reporters import json, text
from plancheck.settings import Settings
from plancheck.testing import AS_OF
from tests.conftest import Golden
from tests.programmes import SMALL

FIXED = Settings(as_of=AS_OF)
ROOT = Path(__file__).parents[1]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("small.md").write_text(SMALL, encoding="utf-8")
    return "small.md"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_small_programme_as_text(small: str, language: str, golden: Golden) -> None:
    golden(f"small.{language}.txt", text.render(check(small, FIXED), language))


def test_a_small_programme_as_json(small: str, golden: Golden) -> None:
    golden("small.lv.json", json.render(check(small, FIXED), "lv"))


def test_two_runs_give_the_same_bytes(small: str) -> None:
    assert json.render(check(small, FIXED), "lv") == json.render(
        check(small, FIXED), "lv"
    )


@pytest.mark.parametrize("sample", ["gapped", "english"])
def test_a_sample_in_word_as_text(
    sample: str, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    monkeypatch.chdir(ROOT)
    [path] = Path("sample_docs", sample).glob("*.docx")
    report = check(path, FIXED)

    golden(f"{sample}.txt", text.render(report, report.programme.language))


@pytest.mark.parametrize("sample", ["complete", "english"])
def test_two_processes_give_the_same_bytes(sample: str) -> None:
    """The order of Python's sets differs from process to process, and must not matter."""
    command = (
        "import datetime as dt, sys; from plancheck import checker, settings; "
        "from plancheck.reporters import json; "
        "day = settings.Settings(as_of=dt.date(2026, 1, 1)); "
        "sys.stdout.write(json.render(checker.check(sys.argv[1], day), 'en'))"
    )

    def run(seed: str) -> str:
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", command, f"sample_docs/{sample}"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout

    assert run("1") == run("2") == run("3")
