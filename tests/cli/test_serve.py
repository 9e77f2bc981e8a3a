"""`plancheck serve` from outside: it says where it is, answers, and ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from plancheck.cli import main

pytest.importorskip("uvicorn", reason="the extra “web” is not installed")


def test_the_page_is_there_until_it_is_ended(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "plancheck", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(  # noqa: S603 - ours
        [*call, "--lang", "en"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as process:
        assert process.stderr is not None
        [address] = re.findall(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own page
            page = answer.read().decode()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)

    assert "Check a programme" in page
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        assert main(["serve", "--port", port, "--no-browser", "--lang", "en"]) == 2

    assert (
        "another program uses it. Name another with --port" in capsys.readouterr().err
    )
