"""`plancheck diff` as users meet it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import plancheck
from plancheck.cli import main
from plancheck.testing import document
from plancheck.testing.wordfile import build_docx
from tests.programmes import SMALL

SELECT = ("--select", "FF01,MO02", "--as-of", "2026-06-30", "--lang", "en")
WORSE = SMALL.replace("| PB, ES |", "| |").replace("| 0 | 9 |", "| | 9 |")


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> Path:
    """`small.md`, and `worse.md`, in which a source and a baseline are missing."""
    Path("worse.md").write_text(WORSE, encoding="utf-8")
    return folder


def run(old: str, new: str, *more: str) -> int:
    return main(["diff", old, new, *SELECT, *more])


def write_report(path: str, file: str) -> None:
    main(["check", path, *SELECT, "--format", f"json={file}"])


def test_a_draft_against_itself_has_nothing_new(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("worse.md", "worse.md") == 0
    assert "New: 0, mended: 0, still there: 2" in capsys.readouterr().out


def test_what_is_mended_is_told_and_does_not_fail(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("worse.md", "small.md") == 0
    text = capsys.readouterr().out
    assert "✓ MO02 Indicator “Pārbūvētās ielas” has no baseline value." in text
    assert "New: 0, mended: 2, still there: 0" in text


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_what_is_new_fails_by_its_severity(fail_on: str, status: int) -> None:
    assert run("small.md", "worse.md", "--fail-on", fail_on) == status


def test_a_kept_report_stands_for_its_programme(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_report("worse.md", "old.json")
    write_report("small.md", "new.json")
    capsys.readouterr()

    assert run("old.json", "small.md") == 0
    live = capsys.readouterr().out
    assert run("old.json", "new.json") == 0
    kept = capsys.readouterr().out

    assert "mended: 2" in live
    assert live.replace("small.md", "new.json") == kept


def test_drafts_of_other_formats_and_in_folders_are_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    build_docx(document(WORSE), Path("new/programma.docx"))

    assert run("worse.md", "new") == 0
    assert "New: 0, mended: 0, still there: 2" in capsys.readouterr().out


def test_a_draft_that_cannot_be_read_is_incomplete_and_mends_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("new").mkdir()
    Path("new/1.md").write_text(SMALL, encoding="utf-8")
    Path("new/2.docx").write_bytes(b"PK\x03\x04 broken")

    assert run("worse.md", "new", "--fail-on", "info") == 3
    text = capsys.readouterr().out
    assert "mended: 0, still there: 0, waived: 0, cannot be told: 2" in text
    assert "Could not be read in new" in text


def test_several_formats_are_written_at_once() -> None:
    assert (
        run(
            "worse.md", "small.md", "--format", "html=d.html", "--format", "json=d.json"
        )
        == 0
    )

    schema = Path(plancheck.__file__).with_name("schema") / "diff-1.json"
    data = json.loads(Path("d.json").read_text("utf-8"))
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(data)
    assert data["summary"]["mended"] == 2
    assert Path("d.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["small.md", "no.md"], "does not exist"),
        (["small.md"], "Missing argument"),
        (["small.md", "worse.md", "--format", "htm"], "did you mean “html”"),
        (["small.md", "worse.md", "--format", "html=small.md"], "is one of the files"),
        (["small.md", "bad.json"], "bad.json cannot be compared"),
    ],
)
def test_a_wrong_call_exits_with_two_and_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.json").write_text("{}", encoding="utf-8")

    assert main(["diff", *arguments]) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())
