import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programmes import SMALL


def on_a_terminal(folder: Path, **environment: str) -> str:
    """What a command writes to a terminal of 60 columns."""
    (folder / "small.md").write_text(SMALL, encoding="utf-8")
    parent, child = pty.openpty()
    settings = {
        "PLANCHECK_PLUGINS": "",
        "COLUMNS": "60",
        "TERM": "xterm",
        **environment,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "plancheck", "check", "small.md", "--select", "DS"],
        cwd=folder,
        stdout=child,
        stderr=subprocess.PIPE,
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
    printed = on_a_terminal(tmp_path, **environment)

    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 60
