"""The programmes of an audit are compared from its database, run beside run."""

from pathlib import Path

import pytest

from plancheck.cli import main
from plancheck.testing import COMPLETE, blank_column

ASKED = ["--jobs", "0", "--profile", "lv-municipality", "--as-of", "2026-06-01"]
RULES = ["--select", "MO02,TF01"]


def other(name: str, stem: str) -> str:
    """The complete programme as that of another municipality, which Kalnava's names."""
    return COMPLETE.replace("Lejasupes", name).replace("Lejasupe", stem)


@pytest.fixture
def audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "lejasupe.md").write_text(COMPLETE, encoding="utf-8")
    kalnava = other("KALNAVAS", "Kalnava").replace(
        "Kalnavas novads", "Lejasupes novads"
    )
    text = kalnava.replace("KALNAVAS", "Kalnavas")
    (folder / "kalnava.md").write_text(text, encoding="utf-8")
    assert main(["audit", "programmes", "--out", "out", *ASKED, *RULES]) == 0
    return tmp_path


def test_an_audit_is_compared(
    audited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["compare", "out", "--lang", "en"])

    page = (audited / "out" / "comparison.html").read_text(encoding="utf-8")
    assert status == 0
    assert "programmes judged: 2" in page
    assert "comparison.html is written" in capsys.readouterr().err


def test_two_runs_are_compared(audited: Path) -> None:
    worse = blank_column(COMPLETE, "Bāzes vērtība")
    (audited / "programmes" / "lejasupe.md").write_text(worse, encoding="utf-8")
    main(["audit", "programmes", "--out", "out", *ASKED, *RULES])

    main(["compare", "out", "--lang", "en", "--format", "html=page.html"])

    page = (audited / "page.html").read_text(encoding="utf-8")
    assert "Run 2 beside run 1" in page
    assert "rules that end better 0, otherwise 1" in page


def test_neighbours_that_name_each_other_are_found(audited: Path) -> None:
    main(["cooperation", "out", "--lang", "en", "--format", "html", "--format", "xlsx"])

    page = (audited / "out" / "cooperation.html").read_text(encoding="utf-8")
    assert "Kalnavas novads – Lejasupes novads" in page
    assert "Both name each other" in page
    assert "Pārbūvēt tiltu pār Alksni" in page
    assert (audited / "out" / "cooperation.xlsx").stat().st_size > 5_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "nowhere"], "no database of an audit"),
        (["compare", "out", "--run", "7"], "no programme of the run 7 was judged"),
        (["cooperation", "out", "--format", "pdf"], "no format “pdf”"),
        (["compare", "programmes/lejasupe.md"], "no database of an audit"),
    ],
)
def test_what_cannot_be_compared_is_said(
    audited: Path,
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert audited.is_dir()

    status = main([*arguments, "--lang", "en"])

    assert status == 2
    assert said in capsys.readouterr().err


def test_the_database_is_never_written_over(
    audited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = audited / "out" / "results.sqlite"
    before = database.read_bytes()

    status = main(["compare", "out", "--format", "html=out/results.sqlite"])

    assert status == 2
    assert "would be replaced" in capsys.readouterr().err
    assert database.read_bytes() == before
