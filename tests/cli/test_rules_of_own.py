"""`new` and `test-rules`, as an author uses them."""

from pathlib import Path

import pytest

from plancheck.cli import main


def test_a_new_rule_is_listed_explained_and_its_page_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["new", "rule", "zz01"]) == 0
    assert main(["test-rules", "zz01.py"]) == 0
    assert main(["explain", "ZZ01", "--rules", ".", "--lang", "lv"]) == 0

    written = capsys.readouterr().out
    assert "ZZ01: Pasākumiem ir mērķgrupa" in written
    assert "ZZ01: 4 of 4 examples hold." in written


def test_a_page_that_does_not_hold_is_told_with_its_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "rule", "ZZ01"])
    rule = Path("zz01.py")
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace('"target group"', '"responsible"'), encoding="utf-8")

    assert main(["test-rules", "."]) == 1

    told = capsys.readouterr().out
    assert "ZZ01.en, Fails 1: should score 0 to 2, but it scores 4" in told
    assert "Open a day centre" in told


def test_a_file_that_is_there_is_kept_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "rule", "ZZ01"])

    assert main(["new", "rule", "ZZ01"]) == 2

    assert "nothing was written" in capsys.readouterr().err
