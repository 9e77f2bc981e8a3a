import os
import pty
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO, Self

import pytest

from plancheck.cli import main
from plancheck.cli.output import UnwritableFileError, write_output
from tests.programmes import SMALL
from tests.sites import Site

CHECK = (sys.executable, "-m", "plancheck", "check", "small.md", "--select", "DS")


def on_a_terminal(
    folder: Path, *options: str, errors: int | None = None, **environment: str
) -> str:
    """What a command writes to a terminal of 60 columns; `errors` may go elsewhere."""
    (folder / "small.md").write_text(SMALL, encoding="utf-8")
    parent, child = pty.openpty()
    settings = {
        "PLANCHECK_PLUGINS": "",
        "COLUMNS": "60",
        "TERM": "xterm",
        **environment,
    }
    with subprocess.Popen(  # noqa: S603 - our own command
        [*CHECK, *options],
        cwd=folder,
        stdout=child,
        stderr=child if errors is None else errors,
        env={**os.environ, **settings},
    ) as process:
        os.close(child)
        pieces = []
        try:
            while piece := os.read(parent, 65536):
                pieces.append(piece)
        except OSError:  # Linux says so where the other end is closed
            pass
        process.wait()
    os.close(parent)
    return b"".join(pieces).decode("utf-8")


def test_a_terminal_gets_colour_and_its_width(tmp_path: Path) -> None:
    printed = on_a_terminal(tmp_path)

    assert "\x1b[" in printed


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_without_colour_gets_plain_text_in_its_width(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    # Where the machine is slow, a bar on standard error moves the cursor.
    unheard = subprocess.DEVNULL
    printed = on_a_terminal(tmp_path, errors=unheard, **environment)

    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 60


def test_a_format_that_is_no_text_is_not_written_to_a_terminal(tmp_path: Path) -> None:
    printed = on_a_terminal(tmp_path, "--format", "xlsx", LANGUAGE="en")

    assert "--format xlsx=report.xlsx" in " ".join(printed.split())
    assert "PK" not in printed


def test_a_full_standard_output_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "small.md").write_text(SMALL, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own command
            CHECK,
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PLANCHECK_PLUGINS": "", "LANGUAGE": "en"},
            check=False,
        )

    assert done.returncode == 2
    assert b"Standard output cannot be written: the disk is full" in done.stderr
    assert b"Traceback" not in done.stderr


class Breaking:
    """A file that breaks half way."""

    def __init__(self, stream: BinaryIO, error: BaseException) -> None:
        self.stream = stream
        self.error = error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def write(self, data: bytes) -> None:
        self.stream.write(data[: len(data) // 2])
        raise self.error


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(28, "No space left on device"), UnwritableFileError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_write_that_breaks_off_leaves_the_old_file_whole(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    raised: type[BaseException],
) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"old")
    opened = os.fdopen
    monkeypatch.setattr(
        "os.fdopen", lambda handle, _: Breaking(opened(handle, "wb"), error)
    )

    with pytest.raises(raised):
        write_output("new" * 1000, file)

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_format_that_crashes_leaves_every_file_as_it_was(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install(
        "odd",
        "from plancheck.sdk import Reporter, hookimpl\n\n@hookimpl\n"
        "def plancheck_reporters():\n"
        "    return [Reporter('odd', '.odd', lambda report, language: 1 / 0)]\n",
    )
    monkeypatch.chdir(tmp_path)
    Path("small.md").write_text(SMALL, encoding="utf-8")
    Path("report.json").write_bytes(b"old")

    options = ["--format", "json=report.json", "--format", "odd=report.odd"]
    status = main(["check", "small.md", "--select", "DS", *options])

    assert status == 3
    assert Path("report.json").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "report.json",
        "small.md",
    ]


def test_a_link_stays_one_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")

    write_output("new", link)

    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    write_output("new", pipe)

    reader.join()
    assert read == [b"new"]
    assert pipe.is_fifo()
