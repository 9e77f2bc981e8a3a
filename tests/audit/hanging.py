"""A reader that never ends, as a plugin that every process of an audit finds."""

import os
from pathlib import Path

import pytest

from tests.sites import ONLY_THESE, Site

SUFFIX = ".endless"

_SOURCE = f"""
import time

from plancheck.sdk import Reader, hookimpl


def read(path):
    while True:
        time.sleep(60)


@hookimpl
def plancheck_readers():
    return (Reader("endless", ({SUFFIX!r},), read),)
"""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install it in a folder, for this process and those that it starts."""
    folder.mkdir()
    Site(folder, monkeypatch).install("endless", _SOURCE)
    path = (str(folder), os.environ.get("PYTHONPATH", ""))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, path)))
    monkeypatch.setenv(ONLY_THESE, "endless")
