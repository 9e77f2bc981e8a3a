import re
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.cli import main
from tests.audit import labour
from tests.programmes import SMALL

SELECT = ("--profile", "lv-municipality", "--select", "MO02", "--as-of", "2026-01-01")


@pytest.fixture
def programmes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one programme, in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "one.md").write_text(SMALL, encoding="utf-8")
    return folder


def audit(*options: str) -> int:
    return main(
        ["audit", "programmes", "--out", "out", "--jobs", "0", *SELECT, *options]
    )


@pytest.mark.usefixtures("programmes")
def test_the_audit_says_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit() == 0

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "1 programmes: 1 judged, 0 unchanged." in printed.err
    assert Path("out/results.sqlite").is_file()


def test_the_audit_names_what_it_has_no_report_of_and_why(
    programmes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (programmes / f"torn {number:02}\n.pdf").write_text("none", encoding="utf-8")
    (programmes / "volumes.zip").write_bytes(b"PK")
    (programmes / "two").mkdir()
    (programmes / "two" / "1.edoc").write_bytes(b"PK")

    assert audit("--lang", "en") == 3

    lines = capsys.readouterr().err.splitlines()
    named = [line for line in lines if line.startswith("  programmes/torn ")]
    assert len(named) == 10
    assert "torn 00·.pdf cannot be read: it is not a PDF; save it as PDF." in named[0]
    assert "  and 3 more" in lines
    assert "because no reader is for it: volumes.zip, two/1.edoc." in lines[-1]


@pytest.mark.usefixtures("programmes")
def test_the_audit_leaves_one_file_that_opens_on_a_disk_that_is_only_read() -> None:
    audit()

    assert sorted(each.name for each in Path("out").glob("results.sqlite*")) == [
        "results.sqlite"
    ]
    header = Path("out/results.sqlite").read_bytes()[18:20]
    assert header == b"\x01\x01"  # no log beside it is needed to read it


@pytest.mark.usefixtures("programmes")
def test_the_audit_leaves_a_page_and_a_workbook_for_people() -> None:
    audit("--lang", "lv")

    page = Path("out/index.html").read_text("utf-8")
    assert "Programmu salīdzinājums" in page
    assert Path("out/results.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("programmes")
def test_the_page_links_to_each_programmes_own_with_its_quotes(
    programmes: Path,
) -> None:
    lacking = SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |")
    (programmes / "one.md").write_text(lacking, encoding="utf-8")

    audit("--lang", "en")

    page = Path("out/index.html").read_text("utf-8")
    [link] = re.findall(r'href="(programmes/[^"]+)"', page)
    own = (Path("out") / link).read_text("utf-8")
    assert "MO02" in own
    assert "“Iedzīvotāju skaits" in own
    assert 'href="../index.html"' in own
    assert main(["compare", "out", "--format", "html=there/page.html"]) == 2
    Path("there").mkdir()
    assert main(["compare", "out", "--format", "html=there/page.html"]) == 0
    other = re.findall(r'href="([^"#]+)"', Path("there/page.html").read_text("utf-8"))
    assert other == [link.replace("programmes", "page-programmes")]
    assert 'href="../page.html"' in (Path("there") / other[0]).read_text("utf-8")


def test_pages_are_written_anew_only_when_something_was_judged(
    programmes: Path,
) -> None:
    audit()
    page = Path("out/index.html")
    page.write_text("mine", encoding="utf-8")

    audit()
    assert page.read_text("utf-8") == "mine"

    (programmes / "two.md").write_text(SMALL, encoding="utf-8")
    audit()
    assert "two.md" in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_said_and_the_database_stays(
    programmes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert programmes.is_dir()
    Path("out/index.html").mkdir(parents=True)
    Path("out/index.html/inside").touch()
    (programmes / "two.md").write_text(SMALL, encoding="utf-8")

    assert audit() == 2

    assert "index.html cannot be written" in capsys.readouterr().err
    assert Path("out/results.sqlite").is_file()


@pytest.mark.usefixtures("programmes")
def test_pages_whose_process_is_ended_are_said_and_the_database_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("plancheck.cli.audit_pages._write", labour.end)

    assert audit() == 3

    assert "the process that makes it was ended" in capsys.readouterr().err
    assert Path("out/results.sqlite").is_file()
    assert main(["compare", "out"]) == 0


def test_the_exit_status_is_that_of_the_worst_programme(programmes: Path) -> None:
    (programmes / "two.md").write_text(
        SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"), encoding="utf-8"
    )
    assert audit("--fail-on", "warning") == 1

    (programmes / "three.pdf").write_text("no PDF", encoding="utf-8")
    assert audit("--fail-on", "warning") == 3


def test_a_list_names_programmes_by_their_paths(
    programmes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("list.csv").write_text("path\nprogrammes/one.md\n", encoding="utf-8")

    status = main(["audit", "list.csv", "--out", "out", "--jobs", "0", *SELECT])

    assert status == 0
    assert "1 programmes: 1 judged" in capsys.readouterr().err
    assert programmes.is_dir()


@pytest.mark.parametrize("source", ["nowhere", "empty", "list.csv"])
@pytest.mark.usefixtures("programmes")
def test_nothing_to_audit_is_a_mistake_in_the_call(
    source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    Path("list.csv").write_bytes(b"\xff\xfe\x00")

    assert main(["audit", source, "--out", "out", "--jobs", "0"]) == 2
    assert source in capsys.readouterr().err


@pytest.mark.usefixtures("programmes")
def test_going_on_with_nothing_is_a_mistake_in_the_call(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert audit("--resume") == 2
    assert "to go on with" in capsys.readouterr().err


@pytest.mark.usefixtures("programmes")
@pytest.mark.parametrize("option", ["--select=XX99", "--profile=lv-municipalty"])
def test_what_is_asked_for_must_be_there(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "programmes", "--out", "out", "--jobs", "0", option]) == 2
    assert option.partition("=")[2] in capsys.readouterr().err


@pytest.mark.usefixtures("programmes")
def test_an_audit_in_which_nothing_changed_imports_nothing_that_judges() -> None:
    assert audit() == 0
    arguments = ["audit", "programmes", "--out", "out", "--jobs", "0", *SELECT]
    script = (
        f"import sys; from plancheck.cli import main; status = main({arguments}); "
        "heavy = {'lxml', 'pypdfium2', 'jinja2', 'rich', 'xlsxwriter', 'asyncio', "
        "'multiprocessing', 'plancheck.checker', 'plancheck.programme.programme', "
        "'plancheck.rules.monitoring', 'plancheck.intermunicipal'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or status)"
    )

    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert "0 judged, 1 unchanged" in done.stderr
    assert done.returncode == 0
