"""Real and odd PDF files: none crashes, hangs or takes much memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plancheck.readers.pdf import READER
from tests.peak import PEAK_KILOBYTES

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix in READER.suffixes)
MAX_SECONDS, MAX_MEGABYTES = 20, 1000

READ_ALL = f"""
import json, sys, time
from pathlib import Path
from plancheck.readers.pdf import read_pdf
from plancheck.sdk import UnreadableDocumentError
for name in sys.stdin.read().splitlines():
    start, refused = time.process_time(), ""
    try:
        read_pdf(Path(name))
    except UnreadableDocumentError as error:
        refused = error.remedy
    seconds = time.process_time() - start
    peak = {PEAK_KILOBYTES} // 1024
    print(json.dumps([name, refused, seconds, peak]), flush=True)
"""

needs_corpus = pytest.mark.skipif(
    not FILES, reason=f"The corpus of real documents is not at {CORPUS}."
)


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[str, str, float, int]]:
    """Name, remedy if refused, seconds and peak so far of each file.

    In a process of its own, because a crash of PDFium would end this one.
    """
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", READ_ALL],
        input="\n".join(map(str, FILES)),
        capture_output=True,
        text=True,
        timeout=MAX_SECONDS * 60,
        check=True,
    )
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


@needs_corpus
def test_every_file_is_read_or_refused(
    outcomes: list[tuple[str, str, float, int]],
) -> None:
    refused = [name for name, remedy, _, _ in outcomes if remedy]

    assert len(outcomes) == len(FILES)
    assert len(refused) < 0.1 * len(FILES)


@needs_corpus
def test_no_file_takes_long_or_much_memory(
    outcomes: list[tuple[str, str, float, int]],
) -> None:
    assert max(seconds for _, _, seconds, _ in outcomes) < MAX_SECONDS
    assert max(peak for _, _, _, peak in outcomes) < MAX_MEGABYTES
