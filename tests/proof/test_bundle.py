"""A bundle proves a check: the same input gives the same bytes, a change is noticed."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from plancheck.cli import main
from plancheck.proof import BundleError, verify
from plancheck.proof.packing import pack
from plancheck.testing import COMPLETE
from tests.readers.pdf.making import Page, pdf

Make = Callable[..., Path]
ASKED = [
    *("--profile", "lv-municipality", "--as-of", "2026-06-01", "--lang", "en"),
    *("--select", "DS04,MO02,TF01"),
]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the bundle of a Markdown programme."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "programme.md").write_text(COMPLETE, encoding="utf-8")
    check("programme.md", "proof.zip")
    return tmp_path


def check(name: str, bundle: str, *more: str) -> int:
    written = ["--format", "json=report.json", "--bundle", bundle]
    return main(["check", name, *ASKED, *written, *more])


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def loaded(path: Path, name: str) -> Any:  # noqa: ANN401 - as JSON has it
    return json.loads(contents(path)[name])


def test_the_same_input_gives_the_same_bytes(made: Path) -> None:
    (made / "programme.md").touch()  # another time of the file is no other input

    check("programme.md", "again.zip")

    assert (made / "proof.zip").read_bytes() == (made / "again.zip").read_bytes()


def test_folder_time_zone_language_and_rights_are_no_input(made: Path) -> None:
    elsewhere = made / "cits, ļoti"
    elsewhere.mkdir()
    (elsewhere / "programme.md").write_bytes((made / "programme.md").read_bytes())
    other = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANGUAGE": "lv"}

    subprocess.run(  # noqa: S603 - our own command
        [
            *(sys.executable, "-m", "plancheck", "check", "programme.md", *ASKED),
            *("--bundle", "other.zip"),
        ],
        cwd=elsewhere,
        env={**os.environ, **other, "COLUMNS": "50", "PYTHONHASHSEED": "7"},
        umask=0o077,
        stdout=subprocess.DEVNULL,
        check=False,
    )

    other_bytes = (elsewhere / "other.zip").read_bytes()
    assert other_bytes == (made / "proof.zip").read_bytes()


def test_another_day_gives_another_bundle(made: Path) -> None:
    check("programme.md", "later.zip", "--as-of", "2026-06-02")

    assert (made / "proof.zip").read_bytes() != (made / "later.zip").read_bytes()
    assert loaded(made / "later.zip", "manifest.json")["as_of"] == "2026-06-02"


def test_the_manifest_says_by_what_was_judged(made: Path) -> None:
    manifest = loaded(made / "proof.zip", "manifest.json")

    assert manifest["schema"] == "plancheck/bundle/1"
    assert manifest["profile"]["name"] == "lv-municipality"
    assert [each["name"] for each in manifest["plugins"]] == ["builtin"]
    assert len(manifest["plugins"][0]["sha256"]) == 64
    rules = {each["code"]: each for each in manifest["rules"]}
    assert rules["MO02"]["options"]["filled"] == 0.8
    assert manifest["inputs"][0]["name"] == "programme.md"
    assert {each["name"] for each in manifest["files"]} >= {
        *("quotes.html", "quotes.json", "report.json", "report.txt")
    }


def test_the_report_in_it_is_that_of_the_check(made: Path) -> None:
    report = (made / "report.json").read_bytes()

    assert contents(made / "proof.zip")["report.json"] == report


def test_every_quote_is_in_it_with_its_place(made: Path) -> None:
    quotes = loaded(made / "proof.zip", "quotes.json")

    assert len(quotes) > 6
    assert all(each["document"] == "programme.md" for each in quotes)
    assert not any(each["picture"] for each in quotes)
    page = contents(made / "proof.zip")["quotes.html"].decode()
    assert "There are no pictures of programme.md" in page


def test_a_pdf_is_shown_page_by_page(made: Path) -> None:
    first = Page().text(70, 80, "Lejasupes novada", size=18, bold=True)
    first.text(70, 105, "attīstības programma 2022.–2027. gadam", size=18, bold=True)
    xs = (60, 110, 330, 430, 520)
    head = ("Nr.", "Pasākums", "Atbildīgais", "Termiņš")
    rows = (head, ("1.1.", "Atjaunot ceļu uz skolu", "Ceļu nodaļa", "2024"))
    second = Page().text(70, 80, "1. Rīcības plāns", size=16, bold=True)
    second.table(xs, 110, rows)
    (made / "programma.pdf").write_bytes(pdf(first, second))

    check("programma.pdf", "pdf.zip")

    files = contents(made / "pdf.zip")
    assert "pages/1-programma-0002.png" in files
    quotes = loaded(made / "pdf.zip", "quotes.json")
    shown = [each for each in quotes if each["page"] == 2]
    assert shown
    assert {each["picture"] for each in shown} == {"pages/1-programma-0002.png"}
    assert b'src="pages/1-programma-0002.png"' in files["quotes.html"]


def test_words_of_a_document_are_no_markup(made: Path) -> None:
    text = COMPLETE.replace("| Birzmalu", "| <script>1</script> Birzmalu")
    (made / "evil.md").write_text(text, encoding="utf-8")

    check("evil.md", "evil.zip")

    page = contents(made / "evil.zip")["quotes.html"].decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_bundle_never_replaces_what_is_checked(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = check("programme.md", "programme.md")

    assert status == 2
    assert "is one of the files that are read" in capsys.readouterr().err
    assert (made / "programme.md").read_text(encoding="utf-8") == COMPLETE


def test_a_whole_bundle_is_verified_with_its_documents(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "proof.zip"]) == 0
    assert "Documents as they were: 1." in capsys.readouterr().out
    assert verify(made / "proof.zip", made).wrong == ()


def test_another_document_is_noticed(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (made / "programme.md").write_text(f"{COMPLETE}\n", encoding="utf-8")

    assert main(["verify", "proof.zip"]) == 1
    assert "is not the document" in capsys.readouterr().out


def test_a_document_that_is_not_there_is_said(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (made / "programme.md").unlink()

    assert main(["verify", "proof.zip"]) == 0
    assert "programme.md is not here" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"report.txt": b"All is well."}, "report.txt in the bundle was changed."),
        ({"report.txt": None}, "report.txt is missing in the bundle."),
        ({"more.txt": b"?"}, "more.txt was added to the bundle."),
    ],
)
def test_a_changed_bundle_is_noticed(
    made: Path, change: dict[str, bytes | None], said: str
) -> None:
    files = {**contents(made / "proof.zip"), **change}
    kept = {name: content for name, content in files.items() if content is not None}
    (made / "other.zip").write_bytes(pack(kept))

    found = verify(made / "other.zip", made)

    assert [str(each) for each in found.wrong] == [said]


def test_a_file_that_stands_twice_in_it_is_refused(made: Path) -> None:
    stream = BytesIO((made / "proof.zip").read_bytes())
    with (
        pytest.warns(UserWarning, match="Duplicate"),
        zipfile.ZipFile(stream, "a") as archive,
    ):
        archive.writestr("report.txt", "All is well.")
    (made / "twice.zip").write_bytes(stream.getvalue())

    with pytest.raises(BundleError, match="twice"):
        verify(made / "twice.zip", made)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no whole ZIP archive"),
        (pack({"a.txt": b"a"}), "no manifest"),
        (pack({"manifest.json": b"[1]"}), "of another kind"),
        (pack({"manifest.json": b'{"schema": "plancheck/bundle/1"}'}), "another kind"),
    ],
)
def test_what_is_no_bundle_is_refused(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(content)

    with pytest.raises(BundleError, match=said):
        verify(path, tmp_path)
