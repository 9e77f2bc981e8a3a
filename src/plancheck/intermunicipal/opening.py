"""Opens the database of an audit to read it, and changes nothing of it."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from plancheck.audit.database import DATABASE
from plancheck.audit.edition import VERSION_TABLE, require_edition
from plancheck.audit.remote import is_address
from plancheck.audit.server import ServerDatabase
from plancheck.errors import PlancheckError
from plancheck.intermunicipal.reading import Questions


class NoAuditError(PlancheckError):
    """There is no database of an audit at a path."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            "{name} is no database of an audit: {reason}. Name the folder that "
            "`plancheck audit --out` wrote.",
            name=name,
            reason=reason.rstrip("."),
        )


class _Kept:
    """A database of SQLite that is only read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(
        self, question: str, values: Mapping[str, object] | None = None
    ) -> list[dict[str, Any]]:
        """The rows that answer a question."""
        return list(map(dict, self._connection.execute(question, values or {})))


@contextmanager
def open_audit(name: str) -> Iterator[Questions]:
    """The database of an audit, by its folder, its file, or the URL of its server.

    Raises:
        DatabaseError: The server cannot be reached.
        NoAuditError: There is none.
        SchemaError: Its tables are of another edition.
    """
    if is_address(name):
        with closing(ServerDatabase(name, is_reading=True)) as database:
            if not database.has_table(VERSION_TABLE):
                raise NoAuditError(database.name, "it has no tables of an audit")
            require_edition(database.rows, database.name)
            yield database
        return
    path = Path(name)
    file = path / DATABASE if path.is_dir() else path
    if not file.is_file():
        raise NoAuditError(str(path), "there is no such file")
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, timeout=60)
        connection.row_factory = sqlite3.Row
        try:
            kept = _Kept(connection)
            require_edition(kept.rows, str(path))
            yield kept
        finally:
            connection.close()
    except sqlite3.Error as error:
        is_other_file = type(error) is sqlite3.DatabaseError  # its kinds say more
        reason = "it is no database" if is_other_file else str(error)
        raise NoAuditError(str(path), reason) from error
