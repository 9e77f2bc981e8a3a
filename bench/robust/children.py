"""Reads each of many files in a process of its own, so that one can end or hang alone."""

import json
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

MAX_SECONDS, MAX_MEGABYTES = 20, 1000
ADDRESS_SPACE = 4 << 30
"""Bytes that a child may ask for at all, so that it never takes the whole machine."""

READ = f"""
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({ADDRESS_SPACE}, {ADDRESS_SPACE}))
from plancheck.builtin import plancheck_readers
from plancheck.sdk import UnreadableDocumentError
path = Path(sys.argv[1])
readers = {{suffix: each for each in plancheck_readers() for suffix in each.suffixes}}
try:
    document = readers[path.suffix.lower()].read(path)
    said = {{"gaps": [gap.reason.template for gap in document.gaps]}}
except UnreadableDocumentError as error:
    said = {{"refused": error.reason}}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({{**said, "megabytes": peak / 1024}}))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of one file went.

    `refused` is the reason why it is not read, `gaps` the reasons why parts of it are
    not. `crashed` tells that the child ended otherwise, `hung` that it was stopped.
    """

    suffix: str
    name: str
    seconds: float
    megabytes: float
    refused: str = ""
    gaps: tuple[str, ...] = ()
    crashed: bool = False
    hung: bool = False


def read_file(path: Path) -> Outcome:
    """Read a file in a process of its own."""
    start = perf_counter()
    command = [sys.executable, "-c", READ, str(path)]
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(timeout=MAX_SECONDS)
            is_hung = False
        except subprocess.TimeoutExpired:
            printed, is_hung = b"", True
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
    seconds = perf_counter() - start
    said = json.loads(printed) if printed.startswith(b"{") else {}
    return Outcome(
        path.suffix.lower().lstrip("."),
        path.name,
        seconds,
        said.get("megabytes", 0.0),
        _kind(said.get("refused", "")),
        tuple(map(_kind, dict.fromkeys(said.get("gaps", ())))),
        crashed=not said and not is_hung,
        hung=is_hung,
    )


def _kind(reason: str) -> str:
    """A reason without the names and numbers of one file."""
    reason = re.sub(r"part \S+ is", "part … is", reason)
    return re.sub(r"\{\w+\}|\(\{\w+\}\)", "…", reason)
