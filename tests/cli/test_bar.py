"""The bar on standard error."""

import pytest

from plancheck.cli.bar import Bar


def test_a_name_is_shown_as_it_is_and_the_terminal_obeys_none_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    bar = Bar()

    bar.update("Reading [bold]plāns\x1b[2J.docx", 1, 3)
    bar.stop()

    shown = capsys.readouterr().err
    assert "Reading [bold]plāns·[2J.docx" in shown
    assert "33%" in shown
