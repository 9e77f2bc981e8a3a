"""`check --annotate DIR`: copies with comments, whatever is in the way."""

import hashlib
import os
import resource
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from plancheck.cli import main
from tests.readers.docx.building import heading, p, word_file
from tests.readers.test_locked import PASSWORD, write_locked

pytestmark = pytest.mark.usefixtures("folder")

TITLE = "Lejasupes novada attīstības programma 2022.–2027. gadam"
BODY = heading(TITLE) + heading("1. Rīcības plāns", 2) + p("Pasākumi ir tabulā.")
ONE_RULE = ("--profile", "lv-municipality", "--select", "EXE1", "--lang", "en")
COPY = Path("out/plāns.plancheck.docx")


@pytest.fixture
def plan(folder: Path) -> Path:
    """A programme in Word, in the folder that the command runs in."""
    return word_file(folder / "plāns.docx", BODY)


def check(*arguments: str | Path) -> int:
    return main(["check", *map(str, arguments), *ONE_RULE])


def texts(copy: Path) -> list[str]:
    """The first paragraph of each comment."""
    return [each.paragraphs[0].text for each in docx.Document(str(copy)).comments]


def test_a_copy_has_the_findings_and_the_original_stays(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = hashlib.sha256(plan.read_bytes()).hexdigest()

    status = check("plāns.docx", "--annotate", "out")

    assert status == 1
    assert texts(COPY) == ["Row “Upes iela” lacks it."]
    assert capsys.readouterr().err == f"{COPY} is written; comments in it: 1.\n"
    assert hashlib.sha256(plan.read_bytes()).hexdigest() == digest


@pytest.mark.usefixtures("plan")
def test_a_copy_may_stand_beside_the_original_and_is_no_volume() -> None:
    check("plāns.docx", "--annotate", ".")
    first = Path("plāns.plancheck.docx").read_bytes()

    check(".", "--annotate", ".")

    assert Path("plāns.plancheck.docx").read_bytes() == first
    assert not list(Path().glob("*.plancheck.plancheck.docx"))


@pytest.mark.usefixtures("plan")
def test_a_copy_that_is_checked_is_never_written_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check("plāns.docx", "--annotate", "out")
    content = COPY.read_bytes()

    status = check(COPY, "--annotate", "out")

    assert status == 2
    assert "is what is checked; its copy with comments would" in capsys.readouterr().err
    assert COPY.read_bytes() == content


def test_a_copy_that_is_checked_gives_a_copy_with_one_set_of_comments(
    plan: Path,
) -> None:
    check(plan, "--annotate", "out")

    check(COPY, "--annotate", "again")

    assert texts(Path("again/plāns.plancheck.docx")) == ["Row “Upes iela” lacks it."]


def test_volumes_of_one_name_do_not_replace_each_other(
    plan: Path, folder: Path
) -> None:
    (folder / "II").mkdir()
    other = word_file(folder / "II" / "Plāns.docx", heading("Investīciju plāns"))

    check(plan, other, "--annotate", "out")

    names = sorted(path.name for path in Path("out").iterdir())
    assert names == ["Plāns-2.plancheck.docx", "plāns.plancheck.docx"]


def test_a_format_that_holds_no_comments_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = check("small.md", "--annotate", "out")

    assert status == 1
    sentence = (
        "small.md gets no comments: a file of its format (markdown) holds none.\n"
    )
    assert sentence in capsys.readouterr().err
    assert not list(Path("out").iterdir())


def test_a_volume_that_cannot_be_read_is_named(
    plan: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bojāts.docx").write_bytes(b"PK\x03\x04")

    status = check(plan, "bojāts.docx", "--annotate", "out")

    assert status == 3
    assert "bojāts.docx gets no comments: it could not be read." in (
        capsys.readouterr().err
    )
    assert COPY.is_file()


def test_a_locked_file_gets_no_open_copy(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_locked(plan, PASSWORD)

    status = check(plan, "--annotate", "out", "--password", PASSWORD)

    assert status == 1
    assert "gets no comments: a password locks it" in capsys.readouterr().err
    assert not list(Path("out").iterdir())


@pytest.mark.usefixtures("plan")
def test_the_number_of_comments_of_a_rule_is_at_least_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = check("plāns.docx", "--annotate", "out", "--notes", "0")

    assert status == 2
    assert "0" in capsys.readouterr().err


@pytest.mark.usefixtures("plan")
def test_a_folder_that_is_a_file_is_said_before_the_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = check("plāns.docx", "--annotate", "small.md")

    printed = capsys.readouterr()
    assert status == 2
    assert "small.md cannot be written" in printed.err
    assert not printed.out


@pytest.mark.usefixtures("plan")
def test_a_copy_that_cannot_be_replaced_ends_with_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    COPY.mkdir(parents=True)

    status = check("plāns.docx", "--annotate", "out")

    assert status == 2
    assert f"{COPY} cannot be written" in capsys.readouterr().err
    assert [path.name for path in Path("out").iterdir()] == [COPY.name]


@pytest.mark.usefixtures("plan")
def test_a_write_that_fails_halfway_leaves_the_old_copy_whole() -> None:
    check("plāns.docx", "--annotate", "out")
    content = COPY.read_bytes()

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))

    command = [sys.executable, "-B", "-m", "plancheck", "check", "plāns.docx"]
    command += ["--annotate", "out", "--select", "DS01", *ONE_RULE[:2]]
    done = subprocess.run(  # noqa: S603 - this program
        command,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PLANCHECK_PLUGINS": ""},
        preexec_fn=leave_no_room,
    )

    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert COPY.read_bytes() == content
    assert [path.name for path in Path("out").iterdir()] == [COPY.name]
