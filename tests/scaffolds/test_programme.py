"""The programme to begin with passes every rule, in whatever year it is written."""

import datetime as dt
from pathlib import Path

import pytest

from plancheck import Settings, check
from plancheck.cli import main
from plancheck.model.report import Outcome
from plancheck.scaffolds import ScaffoldError, new_programme


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("lv", dt.date(2026, 6, 1)),
        ("lv", dt.date(2031, 2, 28)),
        ("en", dt.date(2026, 6, 1)),
    ],
)
def test_it_passes_every_rule_of_its_profile(
    language: str, day: dt.date, tmp_path: Path
) -> None:
    file = new_programme(tmp_path, language, day)

    report = check(file, Settings(as_of=day))

    assert report.programme.period is not None
    assert report.programme.period[0] == day.year
    assert {each.outcome for each in report.results} == {Outcome.PASS}


def test_a_programme_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = new_programme(tmp_path, "lv", dt.date(2026, 6, 1))
    before = file.read_bytes()

    with pytest.raises(ScaffoldError, match="is there already"):
        new_programme(tmp_path, "lv", dt.date(2027, 6, 1))

    assert file.read_bytes() == before


def test_the_command_names_what_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["new", "programme", "--in", str(tmp_path / "new"), "--lang", "en"])

    assert status == 0
    assert capsys.readouterr().out.strip().endswith("new/development-programme.docx")


def test_a_folder_that_cannot_be_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    status = main(["new", "rule", "XX01", "--in", str(tmp_path / "file" / "below")])

    assert status == 2
    assert "cannot be written" in capsys.readouterr().err
