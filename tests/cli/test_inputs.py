"""What a check reads is never written over, however it is named."""

from pathlib import Path

import pytest

from plancheck.cli import main
from tests.programmes import SMALL


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a volume, its settings and facts, beside an empty place to run in."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "small.md").write_text(SMALL, encoding="utf-8")
    (folder / "plancheck.toml").write_text('facts = "facts.toml"\n', encoding="utf-8")
    (folder / "facts.toml").write_text('region = "Vidzeme"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "drafts", "--format", "json=drafts/small.md"],
        ["check", "drafts", "--format", "json=drafts/../drafts/plancheck.toml"],
        ["check", "drafts", "--format", "json=drafts/facts.toml"],
        ["check", "drafts", "--bundle", "drafts/small.md"],
        ["diff", "drafts", "drafts", "--format", "html=drafts/small.md"],
    ],
)
def test_an_output_with_the_name_of_an_input_is_refused(
    arguments: list[str], drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file.name: file.read_bytes() for file in drafts.iterdir()}

    assert main([*arguments, "--profile", "lv-municipality", "--select", "MO"]) == 2
    assert "would be replaced" in " ".join(capsys.readouterr().err.split())
    assert {file.name: file.read_bytes() for file in drafts.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--format", "html=drafts"], "drafts nevar ierakstīt: tā ir mape"),
        (["--format", "html=no/x.html"], "tāda faila vai mapes nav"),
        (["--format", "html=drafts/small.md/x.html"], "mapes vietā ceļā ir fails"),
        (["--bundle", "no/x.zip"], "tāda faila vai mapes nav"),
        (["--write-baseline", "no/x.json"], "tāda faila vai mapes nav"),
        (["--stage", "x"], "'x' nav neviena no šīm: 'draft'"),
        (["--as-of", "x"], "'x' neatbilst formātam"),
        (["--notes", "0"], "0 nav pieļaujamās robežās"),
        (["--facts", "no.toml"], "'no.toml' neeksistē"),
    ],
)
def test_what_cannot_be_is_said_in_the_readers_language_before_anything_is_read(
    arguments: list[str],
    reason: str,
    drafts: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (drafts / "small.md").write_bytes(
        b"\0 no text, which would be said if it were read"
    )

    status = main(["check", "drafts", "--lang", "lv", *arguments])

    assert status == 2
    assert reason in " ".join(capsys.readouterr().err.split())
