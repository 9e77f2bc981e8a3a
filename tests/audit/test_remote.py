from pathlib import Path

import pytest

from plancheck.audit.database import Database, SqliteDatabase
from plancheck.audit.remote import AddressError
from plancheck.errors import MissingToolError
from tests.audit.conftest import Folder
from tests.programmes import SMALL

fsspec = pytest.importorskip("fsspec", reason="the extra “audit” is not installed")


@pytest.fixture
def address(folder: Folder) -> str:
    """A programme of one file and one of two, at an address; no other process sees it."""
    memory = fsspec.filesystem("memory")
    base = f"/{Path.cwd().name}"
    memory.pipe(f"{base}/one.md", SMALL.encode())
    memory.pipe(f"{base}/two/1.md", SMALL.encode())
    memory.pipe(f"{base}/two/2.md", b"# Pielikums\n\nTeksts.\n")
    memory.pipe(f"{base}/two/plancheck.toml", b'[facts]\nregion = "Kurzeme"\n')
    memory.pipe(f"{base}/.hidden.md", b"x")
    assert folder.seen == []
    return f"memory:/{base}"


def ask(folder: Folder, question: str) -> list[dict[str, object]]:
    database: Database = SqliteDatabase(folder.database)
    try:
        return database.rows(question)
    finally:
        database.close()


def test_programmes_are_fetched_and_named_by_where_they_are(
    folder: Folder, address: str
) -> None:
    folder.audit(source=address)

    found = ask(folder, "SELECT programme, state, region FROM current_programmes")
    assert [tuple(row.values()) for row in found] == [
        ("one.md", "checked", None),
        ("two", "checked", "Kurzeme"),
    ]
    paths = ask(folder, "SELECT path FROM documents ORDER BY path")
    assert [row["path"] for row in paths] == ["one.md", "two/1.md", "two/2.md"]


def test_nothing_that_was_fetched_stays(folder: Folder, address: str) -> None:
    folder.audit(source=address)

    assert not list(folder.database.parent.glob(".fetched*"))


def test_what_did_not_change_is_not_fetched_again(folder: Folder, address: str) -> None:
    folder.audit(source=address)
    fsspec.filesystem("memory").pipe(f"{address.partition(':/')[2]}/two/2.md", b"# 3\n")

    progress = folder.audit(source=address)

    assert progress.unchanged == 1


def test_workers_fetch_for_themselves(folder: Folder) -> None:
    folder.write("one.md")

    folder.audit(source=f"file://{folder.programmes.resolve()}", jobs=1)

    assert ask(folder, "SELECT state FROM checks") == [{"state": "checked"}]


def test_an_address_that_cannot_be_listed_is_refused(folder: Folder) -> None:
    with pytest.raises(AddressError, match="cannot be listed"):
        folder.audit(source="memory://nowhere")


def test_what_an_address_needs_is_named(folder: Folder) -> None:
    try:
        fsspec.filesystem("s3")
    except ImportError:
        pass
    else:
        pytest.skip("s3fs is installed")

    with pytest.raises(MissingToolError, match="s3fs"):
        folder.audit(source="s3://bucket/x")
