"""`--ocr` reaches the reader, and its lack of a program is said."""

from pathlib import Path

import pytesseract
import pytest

from plancheck.cli import main
from tests.readers.pdf.making import Page
from tests.readers.pdf.test_recognition import needs_tesseract, scan


@needs_tesseract
def test_a_scanned_volume_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = scan(
        tmp_path / "scan.pdf", Page().text(60, 90, "Renew the old bridge and the road")
    )

    status = main(["outline", str(path), "--ocr", "--lang", "en"])

    assert status == 0
    assert "from their pictures: 1" in capsys.readouterr().out


def test_what_is_not_installed_is_named_with_what_to_do(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    path = scan(
        tmp_path / "scan.pdf", Page().text(60, 90, "Renew the old bridge and the road")
    )

    status = main(["check", str(path), "--ocr", "--lang", "en"])

    assert status == 2
    assert "install the packages tesseract-ocr" in capsys.readouterr().err
