"""Whole reports on a small programme, as users see them."""

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
