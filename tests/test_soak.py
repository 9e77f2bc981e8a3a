"""The benchmark that interrupts audits, in small."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bench.soak.command import SoakError, _compare, soak


def test_an_audit_that_is_interrupted_at_random_loses_nothing(tmp_path: Path) -> None:
    said = soak(tmp_path, 12, 1, 3, ("--select", "MO02", "--jobs", "1"))

    assert "12 checks, none twice; the databases are equal." in said
    assert "12 programmes, 1 of them damaged" in said

    with pytest.raises(SoakError, match="differs"):
        _compare(tmp_path / "whole" / "results.sqlite", shortened(tmp_path))


def shortened(folder: Path) -> Path:
    """The database of the pieces with a finding less."""
    database = folder / "pieces" / "results.sqlite"
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DELETE FROM results WHERE check_id = 3")
    return database
