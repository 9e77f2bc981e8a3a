"""Has LibreOffice, where it is installed, convert a file to Word: offline, and not for ever."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from plancheck.readers.oldtexts import PROGRAMS

MAX_SECONDS = 90
"""How long a conversion may take; one of 300 pages takes about 15 seconds."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
"""
"""Of a profile that runs no macro, fetches nothing and follows no link."""


class NoOfficeError(Exception):
    """LibreOffice is not installed, or not where programs are sought."""


class ConversionError(Exception):
    """LibreOffice ended without a Word file."""


class SlowConversionError(Exception):
    """LibreOffice did not end in time, and was stopped."""


@contextmanager
def converted(stream: IO[bytes], suffix: str) -> Iterator[Path]:
    """A Word file with the content of a stream, for as long as it is needed.

    LibreOffice gets a copy, since it writes a lock file beside what it opens, and a
    profile of its own, since it runs only once with the user's.

    Args:
        stream: The file, from its beginning.
        suffix: How its name ends, with the dot.

    Raises:
        NoOfficeError: There is no LibreOffice.
        ConversionError: It cannot convert the file.
        SlowConversionError: It takes too long.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise NoOfficeError
    with TemporaryDirectory(prefix="plancheck-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"document{suffix}"
        with source.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nologo", "--nodefault"),
                *("--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(folder / "word"), str(source)),
            ]
        )
        word = folder / "word" / "document.docx"
        if not word.is_file():
            raise ConversionError
        yield word


def _run(command: list[str]) -> None:
    """Run a command to its end, or stop it and all that it started."""
    secret = "PLANCHECK_PASSWORD"  # noqa: S105 - the name of the variable
    environment = {key: value for key, value in os.environ.items() if key != secret}
    with subprocess.Popen(  # noqa: S603 - our own command on a copy with our own name
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            process.wait(MAX_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise SlowConversionError from error
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End what still runs of a process and its children, which outlive a plain kill."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
