from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

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


class Web(SimpleHTTPRequestHandler):
    """A web server that lists its folders, and breaks off over some files."""

    def do_GET(self) -> None:
        if "torn" in self.path:
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, *_what: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(folder: Folder) -> Iterator[str]:
    """The address of the folder of programmes on a web server."""
    pytest.importorskip("aiohttp", reason="fsspec asks web servers through it")
    serve = partial(Web, directory=str(folder.programmes.resolve()))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_programmes_on_a_web_server_have_the_names_that_people_gave(
    folder: Folder, web: str
) -> None:
    folder.write("viens ā.md")
    folder.write("divi/1 sējums.md")
    folder.write("divi/plancheck.toml", '[facts]\nregion = "Kurzeme"\n')

    folder.audit(source=web)

    found = ask(folder, "SELECT programme, state, region FROM current_programmes")
    assert [tuple(row.values()) for row in found] == [
        ("divi", "checked", "Kurzeme"),
        ("viens ā.md", "checked", None),
    ]
    paths = ask(folder, "SELECT path FROM documents ORDER BY path")
    assert [row["path"] for row in paths] == ["divi/1 sējums.md", "viens ā.md"]


def test_what_changed_on_a_web_server_is_judged_anew(folder: Folder, web: str) -> None:
    folder.write("one.md")
    folder.write("two.md")
    folder.audit(source=web)
    folder.write("two.md", SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"))

    assert folder.audit(source=web).unchanged == 1
    assert folder.audit(source=web).unchanged == 2


def test_what_a_web_server_tells_no_mark_of_is_judged_each_time(
    folder: Folder, web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send_header(self: Web, keyword: str, value: str) -> None:
        if keyword != "Last-Modified":
            SimpleHTTPRequestHandler.send_header(self, keyword, value)

    monkeypatch.setattr(Web, "send_header", send_header)
    folder.write("one.md")
    folder.audit(source=web)

    assert folder.audit(source=web).unchanged == 0


def test_what_does_not_come_costs_its_programme_alone(folder: Folder, web: str) -> None:
    folder.write("one.md")
    folder.write("torn.md")

    folder.audit(source=web)

    [failed] = ask(folder, "SELECT programme, reason FROM failed_programmes")
    assert failed["programme"] == "torn.md"
    assert "cannot be fetched: 503" in str(failed["reason"])
    assert "--retry-failed" in str(failed["reason"])
