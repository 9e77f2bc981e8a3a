"""Checks files that were dropped, as `plancheck check` does, in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plancheck.settings import SETTINGS_FILE

FILES, RESULTS, COPIES = "files", "results", "copies"
"""Where a check has its volumes, what came of it, and the volumes with comments."""

FORMATS = {
    "html": "report.html",
    "brief": "brief.docx",
    "xlsx": "report.xlsx",
    "json": "report.json",
}
TIMED_OUT = -1
_CALL = ("-P", "-m", "plancheck", "check")  # what lies in the folder is no program


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check; `said` is what it said beside its reports."""

    status: int
    said: tuple[str, ...]
    title: str = ""
    counts: Mapping[str, int] | None = None
    copies: tuple[str, ...] = ()

    @property
    def is_judged(self) -> bool:
        """Whether there is a report."""
        return self.counts is not None


def volume_name(given: str, taken: Sequence[str]) -> str:
    """What a dropped file is called here: no path, no hidden file, no option, no double."""
    name = PurePosixPath(given.replace("\\", "/").replace("\0", "")).name.lstrip(".-~ ")
    plain = PurePosixPath(name or "1")
    numbered = (f"{plain.stem} ({number}){plain.suffix}" for number in range(2, 1000))
    return next(each for each in (str(plain), *numbered) if each not in taken)


def run_check(
    folder: Path,
    names: Sequence[str],
    options: Sequence[str],
    seconds: float,
    language: str,
) -> Checked:
    """Check the files of a folder, and write every report beside them.

    Args:
        folder: Has the volumes in its folder `FILES`.
        names: Of the volumes.
        options: Of `check`.
        seconds: What it may take.
        language: The reader's, for what is said beside the report; that is in the
            document's.
    """
    files, results = folder / FILES, folder / RESULTS
    results.mkdir()
    # Else the settings that stand above the folder of temporary files would count.
    (files / SETTINGS_FILE).touch()
    formats = [f"--format={name}={results / file}" for name, file in FORMATS.items()]
    copies = f"--annotate={results / COPIES}"
    call = [sys.executable, *_CALL, *options, *formats, copies, "--", *names]
    status, lines = _called(call, files, seconds, language)
    # That something was written is no news here, and nobody knows our folders.
    said = tuple(
        line.removeprefix("plancheck: ").replace(f"{folder}{os.sep}", "")
        for line in lines
        if str(results) not in line
    )
    report = results / FORMATS["json"]
    if not report.is_file():
        return Checked(status, said)
    content = json.loads(report.read_bytes())
    made = (results / COPIES).iterdir()
    return Checked(
        status,
        said,
        content["programme"]["title"] or "",
        content["summary"],
        tuple(sorted(each.name for each in made)),
    )


def _called(
    call: Sequence[str], folder: Path, seconds: float, language: str
) -> tuple[int, tuple[str, ...]]:
    """The exit status of a program and the lines that it said."""
    with subprocess.Popen(  # noqa: S603 - plancheck itself
        call,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "LANGUAGE": language},
        start_new_session=True,
    ) as process:
        try:
            _, said = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            # LibreOffice too, if that was called.
            os.killpg(process.pid, signal.SIGKILL)
            return TIMED_OUT, ()
        lines = said.decode("utf-8", "replace").splitlines()
        return process.returncode, tuple(filter(None, map(str.strip, lines)))
