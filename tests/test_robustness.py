"""The benchmark on odd files tells what was read, refused, ended or took too long."""

from pathlib import Path

import pytest

from bench.robust import children
from bench.robust.children import Outcome, read_file
from bench.robust.page import page


def test_a_file_that_is_read_is_told_with_its_cost(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Teksts\n", encoding="utf-8")

    outcome = read_file(path)

    assert (outcome.refused, outcome.gaps) == ("", ())
    assert not outcome.crashed
    assert not outcome.hung
    assert 0 < outcome.seconds < children.MAX_SECONDS
    assert outcome.megabytes > 10


def test_a_refused_file_is_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"oops")

    assert read_file(path).refused == "it is not a PDF"


def test_a_child_that_ends_otherwise_has_crashed(tmp_path: Path) -> None:
    assert read_file(tmp_path / "a.unknown").crashed


def test_a_child_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "MAX_SECONDS", 0.01)

    outcome = read_file(tmp_path / "a.txt")

    assert outcome.hung
    assert not outcome.crashed


def test_the_page_counts_files_and_reasons_by_format() -> None:
    outcomes = (
        Outcome("pdf", "a", 1.0, 50.0),
        Outcome("pdf", "b", 2.0, 70.0, gaps=("Page … is a picture.",)),
        Outcome("docx", "c", 0.5, 40.0, refused="it is empty"),
        Outcome("docx", "d", 0.5, 40.0, crashed=True),
    )

    text = page(outcomes)

    assert (
        "Measured: 1 crashes, 0 files over the time; the slowest file took 2.0 s"
        in text
    )
    assert "| docx | 2 | 0 | 0 | 1 |\n| pdf | 2 | 1 | 1 | 0 |" in text
    assert "| it is empty | 1 |  |" in text
    assert "| Page … is a picture. |  | 1 |" in text
