"""Waivers and baselines as users meet them."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from plancheck.cli import main
from plancheck.testing import document
from plancheck.testing.wordfile import build_docx
from tests.programmes import SMALL

pytestmark = pytest.mark.usefixtures("folder")

WAIVER = """
[[waiver]]
rule = "EXE1"
reason = "Upes ielu būvē valsts."
author = "A. Bērziņa"
until = 2027-03-01
"""
ARGUMENTS = ("--select", "EXE1", "--lang", "en", "--as-of", "2026-06-30")


def checked(*arguments: str) -> dict[str, Any]:
    """The JSON report of a check."""
    main(["check", *arguments, *ARGUMENTS, "--format", "json=out.json"])
    report: dict[str, Any] = json.loads(Path("out.json").read_text("utf-8"))
    return report


def write_settings(text: str) -> None:
    Path("plancheck.toml").write_text(text, encoding="utf-8")


def test_a_waived_rule_does_not_fail_the_check_and_stays_in_the_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "small.md", *ARGUMENTS]) == 1
    write_settings(WAIVER)
    capsys.readouterr()

    assert main(["check", "small.md", *ARGUMENTS]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "~ waived EXE1" in text
    assert "Waived by A. Bērziņa until 2027-03-01: Upes ielu būvē valsts." in text
    assert "plancheck.toml) ~ Row “Upes iela” lacks it." in text


def test_an_expired_waiver_counts_no_longer_and_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_settings(WAIVER.replace("2027", "2026"))

    assert main(["check", "small.md", *ARGUMENTS]) == 1
    assert "ran out on 2026-03-01" in capsys.readouterr().out


def test_a_waiver_without_a_reason_is_refused_with_what_it_lacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_settings('[[waiver]]\nrule = "EXE1"\n')

    assert main(["check", "small.md", *ARGUMENTS]) == 2
    assert "[[waiver]] 1 lacks “reason”" in capsys.readouterr().err


def test_a_waiver_of_no_rule_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_settings(WAIVER.replace("EXE1", "EXE2"))

    assert main(["check", "small.md", *ARGUMENTS]) == 2
    assert "no rule “EXE2”; did you mean “EXE1”" in capsys.readouterr().err


def word_with_comment(text: str, author: str = "B. Kalniņš") -> None:
    """The small programme in Word, with a comment on its first heading."""
    build_docx(document(SMALL), Path("small.docx"))
    word = docx.Document("small.docx")
    first = next(each for each in word.paragraphs if "Pašreizējās" in each.text)
    word.add_comment(first.runs, text=text, author=author)
    word.save("small.docx")


def test_a_comment_in_word_waives_and_its_author_signs() -> None:
    word_with_comment(
        "plancheck: ignore EXE1 — Upes ielu būvē valsts. until 2027-03-01"
    )

    [result] = checked("small.docx")["results"]

    assert result["outcome"] == "waived"
    assert result["items"][0]["waiver"] == {
        "reason": "Upes ielu būvē valsts.",
        "author": "B. Kalniņš",
        "until": "2027-03-01",
        "origin": "small.docx",
    }


def test_a_comment_that_says_no_reason_is_told() -> None:
    word_with_comment("plancheck: ignore EXE1")

    report = checked("small.docx")

    assert report["results"][0]["outcome"] == "fail"
    assert any("the reason is missing" in note for note in report["notes"])


def test_a_hostile_comment_does_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    evil = "<script>{0}%s=HYPERLINK()\u202e" + "x" * 10_000
    word_with_comment(f"plancheck: ignore EXE1 — {evil}", author="\u202e{name}")

    assert main(["check", "small.docx", *ARGUMENTS]) == 0
    text = capsys.readouterr().out
    assert "\u202e" not in text
    assert "<script>{0}%s" in text
    assert len(text) < 5000


def test_with_a_baseline_only_what_is_new_counts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    written = ["check", "small.md", *ARGUMENTS, "--write-baseline", "known.json"]

    assert main(written) == 0
    assert "Written: known.json; findings in it: 1." in capsys.readouterr().err
    assert main(["check", "small.md", *ARGUMENTS]) == 1
    assert main(["check", "small.md", *ARGUMENTS, "--baseline", "known.json"]) == 0
    assert "In the baseline of 2026-06-30." in capsys.readouterr().out


def test_a_baseline_may_stand_in_the_settings_and_be_written_anew() -> None:
    write_settings('baseline = "known.json"\n')
    arguments = ["check", "small.md", *ARGUMENTS]

    assert main(arguments) == 2  # it is not there yet
    assert main([*arguments, "--write-baseline", "known.json"]) == 0
    before = Path("known.json").read_bytes()
    assert main([*arguments, "--write-baseline", "known.json"]) == 0
    assert Path("known.json").read_bytes() == before
    assert main(arguments) == 0


@pytest.mark.parametrize("name", ["small.md", "plancheck.toml"])
def test_a_baseline_replaces_no_other_file(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_settings("")
    before = Path(name).read_bytes()

    status = main(["check", "small.md", *ARGUMENTS, "--write-baseline", name])

    assert status == 2
    assert "is there already and is no baseline" in capsys.readouterr().err
    assert Path(name).read_bytes() == before


def test_a_baseline_that_cannot_be_written_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["check", "small.md", *ARGUMENTS, "--write-baseline", "no/k.json"])

    assert status == 2
    assert "no/k.json cannot be written" in capsys.readouterr().err
