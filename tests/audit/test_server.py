import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.audit.database import (
    Database,
    DatabaseBusyError,
    DatabaseError,
    SqliteDatabase,
    UnwritableDatabaseError,
)
from plancheck.audit.edition import VERSION_TABLE, SchemaError
from plancheck.audit.schema import TABLES, VERSION
from plancheck.audit.server import ServerDatabase, without_password
from plancheck.audit.views import VIEWS
from plancheck.intermunicipal import read_audit
from plancheck.intermunicipal.opening import open_audit
from tests.audit.conftest import Folder
from tests.audit.postgres import NoServerError, server
from tests.programmes import SMALL

pytest.importorskip("sqlalchemy", reason="the extra “audit” is not installed")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    # The path of a socket has a hundred characters at most: not in pytest's long folders.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        try:
            with server(Path(folder)) as started:
                yield started
        except NoServerError as error:
            pytest.skip(f"no PostgreSQL: {error}")


def everything(database: Database) -> dict[str, list[dict[str, object]]]:
    """All that a database holds, without what differs from run to run, and all views."""
    found: dict[str, list[dict[str, object]]] = {}
    for table in TABLES:
        names = [each.name for each in table.columns if not each.varies]
        columns = ", ".join(f'"{name}"' for name in names)
        found[table.name] = database.rows(f"SELECT {columns} FROM {table.name}")  # noqa: S608
    for view in VIEWS:
        found[view.name] = [
            {k: v if isinstance(v, str | None) else float(v) for k, v in row.items()}
            for row in database.rows(f"SELECT * FROM {view.name}")  # noqa: S608
        ]
    return {
        name: sorted(rows, key=lambda row: list(map(str, row.values())))
        for name, rows in found.items()
    }


def test_a_server_keeps_what_a_file_keeps(folder: Folder, url: str) -> None:
    folder.write("one.md", SMALL.replace("Upes", "Up\0es"))
    folder.write("two.md", SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"))
    folder.write("broken.pdf", "no PDF")
    folder.audit(stop_after=99)
    file = SqliteDatabase(folder.database)
    with pytest.raises(KeyboardInterrupt):
        folder.audit(stop_after=2, database=ServerDatabase(url))

    progress = folder.audit(database=ServerDatabase(url))

    served = ServerDatabase(url)
    assert progress.unchanged == 2
    assert everything(served) == everything(file)
    assert len(served.rows("SELECT * FROM findings")) > 0
    file.close()
    served.close()


def test_what_a_server_keeps_is_compared_as_what_a_file_keeps(
    folder: Folder, url: str
) -> None:
    folder.write("one.md")
    folder.write("two.md", SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"))
    folder.audit()
    folder.audit(database=ServerDatabase(url))

    with open_audit(url) as served, open_audit(str(folder.database)) as kept:
        # A server numbers its rows as it likes: it leaves out what it did not keep.
        runs = [
            [
                replace(each, number=0, check=0)
                for each in read_audit(audit, "audit", with_plans=True).programmes
            ]
            for audit in (served, kept)
        ]

    assert runs[0] == runs[1]
    assert [each.path for each in runs[0]] == ["one.md", "two.md"]


def test_a_second_run_on_one_server_is_refused(url: str) -> None:
    first = ServerDatabase(url)

    with pytest.raises(DatabaseBusyError, match="Another audit"):
        ServerDatabase(url)

    ServerDatabase(url, is_reading=True).close()
    first.close()
    ServerDatabase(url).close()


@pytest.mark.parametrize("edition", [0, 99], ids=["older", "newer"])
def test_tables_of_another_edition_on_a_server_are_refused_and_left_as_they_are(
    folder: Folder, url: str, edition: int
) -> None:
    folder.write("edition.md")
    folder.audit(database=ServerDatabase(url))
    with closing(ServerDatabase(url)) as served:
        before = everything(served)
        served.do(f"UPDATE {VERSION_TABLE} SET version = {edition}")  # noqa: S608 - ours

    with pytest.raises(SchemaError, match=f"of edition {edition}"):
        folder.audit(database=ServerDatabase(url))
    with pytest.raises(SchemaError, match=f"of edition {edition}"), open_audit(url):
        pass

    with closing(ServerDatabase(url)) as served:
        assert everything(served) == before
        served.do(f"UPDATE {VERSION_TABLE} SET version = {VERSION}")  # noqa: S608 - ours


def test_what_fails_within_a_transaction_is_not_kept(url: str) -> None:
    database = ServerDatabase(url)
    database.do("CREATE TABLE kept (a BIGINT)")

    def half() -> None:
        with database.transaction():
            database.do("INSERT INTO kept VALUES (1)")
            database.do("INSERT INTO nothing VALUES (1)")

    with pytest.raises(UnwritableDatabaseError):
        half()

    assert database.rows("SELECT * FROM kept") == []
    database.close()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql+pg8000://a:secret@localhost:1/x", "localhost:1/x"),
        ("nothing://x", "nothing"),
        ("no address", "no address"),
        ("sqlite://", "neither SQLite nor PostgreSQL"),
        ("postgresql+nodriver://x/y", "nodriver"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str, reason: str) -> None:
    with pytest.raises(DatabaseError, match=reason) as caught:
        ServerDatabase(address)

    assert "secret" not in str(caught.value)


def test_a_password_is_not_shown() -> None:
    assert without_password("a+b://u:p@ss@host/d") == "a+b://u@host/d"
    assert without_password("a+b://host/d") == "a+b://host/d"


def test_names_that_no_database_takes_are_kept_as_escapes(
    folder: Folder, url: str
) -> None:
    folder.write("three.md", SMALL.replace("Upes ielu", "Up\0es ielu"))
    database = ServerDatabase(url)

    folder.audit(database=database)

    again = ServerDatabase(url)
    names = [row["name"] for row in again.rows("SELECT name FROM measures")]
    assert "Pārbūvēt Up\\u0000es ielu" in names or "Pārbūvēt Upes ielu" in names
    again.close()
