"""Ends of audits that nobody planned: a signal while a programme hangs its reader."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from plancheck.audit.database import SqliteDatabase
from plancheck.cli import main
from tests.audit.hanging import SUFFIX, install
from tests.programmes import SMALL

OPTIONS = ("--profile", "lv-municipality", "--select", "MO02", "--as-of", "2026-01-01")
PATIENCE = 30.0


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a programme that is judged at once, and one that never ends."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "a.md").write_text(SMALL, encoding="utf-8")
    (folder / f"b{SUFFIX}").touch()
    install(tmp_path / "plugin", monkeypatch)
    return folder


def wait_for(what: str, seen: Callable[[], bool]) -> None:
    """Ask until it is so, not longer than anybody would wait."""
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def workers_of(process: int) -> list[int]:
    """The processes that a process has started, without the one that tidies up for it."""
    children = (
        Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    )
    return [each for each in map(int, children) if b"spawn_main" in command_of(each)]


def command_of(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux's /proc")
@pytest.mark.usefixtures("hanging")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_an_audit_with_its_workers_and_it_goes_on_afterwards(
    number: signal.Signals,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    out = Path("out")
    log = out / "results.sqlite-wal"
    command = [sys.executable, "-m", "plancheck", "audit", "programmes", "--out", "out"]
    audit = subprocess.Popen([*command, "--jobs", "1", *OPTIONS])  # noqa: S603 - ours
    request.addfinalizer(audit.kill)
    wait_for(
        "the first is judged", lambda: log.exists() and b"12 400" in log.read_bytes()
    )
    [worker] = workers_of(audit.pid)

    audit.send_signal(number)

    assert audit.wait(PATIENCE) == (-9 if number == signal.SIGKILL else 130)
    wait_for("the worker ends", lambda: not command_of(worker))
    said = capfd.readouterr().err
    assert ("Stopped after 1 of 2 programmes" in said) == (number != signal.SIGKILL)
    assert "Traceback" not in said
    arguments = [
        "audit",
        "programmes",
        "--out",
        "out",
        "--jobs",
        "1",
        "--time-limit",
        "1",
    ]
    assert main([*arguments, *OPTIONS]) == 3
    assert "1 judged" not in capfd.readouterr().err
    with closing(SqliteDatabase(out / "results.sqlite")) as database:
        assert database.rows("SELECT state FROM runs") == [{"state": "complete"}]
        assert database.rows("SELECT count(*) AS n FROM checks") == [{"n": 2}]
