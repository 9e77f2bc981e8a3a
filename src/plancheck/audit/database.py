"""What an audit asks of a database, and SQLite, which needs nothing but Python."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from plancheck.audit.columns import Table
from plancheck.errors import IncompleteError, PlancheckError

DATABASE = "results.sqlite"
"""What the database is called in the folder of an audit."""

PAGE = "index.html"
"""The comparison of the programmes, in the folder of the results."""

Values = Mapping[str, object]


class DatabaseError(PlancheckError):
    """The database cannot be opened, or is none."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The database {name} cannot be used: {detail}. Name another folder with "
            "--out, or another database with --database.",
            name=name,
            detail=detail.rstrip("."),
        )


class DatabaseBusyError(PlancheckError):
    """Another run writes to the database."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "Another audit is writing to {name}. Wait until it is done, or name "
            "another folder with --out.",
            name=name,
        )


class UnwritableDatabaseError(IncompleteError):
    """The database took what came before, and takes no more."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The database {name} takes no more: {detail}. What was judged until now is "
            "kept; make room and run the same command again to go on.",
            name=name,
            detail=detail.rstrip("."),
        )


class Database(Protocol):
    """What the store asks of a database."""

    name: str

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done within is kept together, or not at all."""
        ...

    def do(self, statement: str, values: Values | None = None) -> None:
        """Run a statement."""
        ...

    def add(self, table: Table, records: Sequence[Values]) -> None:
        """Add records to a table."""
        ...

    def rows(self, question: str, values: Values | None = None) -> list[dict[str, Any]]:
        """The rows that answer a question."""
        ...

    def each(self, question: str) -> Iterator[Sequence[Any]]:
        """The rows that answer a question one by one, however many they are."""
        ...

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""
        ...

    def close(self) -> None:
        """Let go of it, and of the right to write."""
        ...


class SqliteDatabase:
    """A file of SQLite, which needs nothing but Python.

    Whoever has it holds a lock beside it, which ends with the process however that ends.
    """

    def __init__(self, path: Path) -> None:
        """Open it, or make it.

        Raises:
            DatabaseBusyError: Another run holds it.
            DatabaseError: It cannot be opened, or is no database.
        """
        self.name = str(path)
        self._lock = _hold(path)
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=60)
            self._connection.row_factory = sqlite3.Row
            # Readers such as Datasette may look on while an audit writes.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
        except sqlite3.Error as error:
            self._lock.close()
            raise DatabaseError(self.name, str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within is kept together, or not at all."""
        self.do("BEGIN IMMEDIATE")
        try:
            yield
            self.do("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def do(self, statement: str, values: Values | None = None) -> None:
        """Run a statement."""
        try:
            self._connection.execute(statement, values or {})
        except sqlite3.OperationalError as error:
            raise UnwritableDatabaseError(self.name, str(error)) from error

    def add(self, table: Table, records: Sequence[Values]) -> None:
        """Add records to a table."""
        try:
            self._connection.executemany(table.insert, records)
        except sqlite3.OperationalError as error:
            raise UnwritableDatabaseError(self.name, str(error)) from error

    def rows(self, question: str, values: Values | None = None) -> list[dict[str, Any]]:
        """The rows that answer a question."""
        return list(map(dict, self._connection.execute(question, values or {})))

    def each(self, question: str) -> Iterator[Sequence[Any]]:
        """The rows that answer a question one by one, however many they are."""
        return map(tuple, self._connection.execute(question))

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""
        question = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name"
        return bool(self.rows(question, {"name": name}))

    def close(self) -> None:
        """Let go of it, and of the right to write."""
        self._rest()
        self._connection.close()
        self._lock.close()

    def _rest(self) -> None:
        """Leave one file that opens wherever it is kept, on a read-only disk too.

        Who looks on at this moment has the files beside it, which stay until the next run.
        """
        with suppress(sqlite3.OperationalError):
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA journal_mode = DELETE")


def _hold(path: Path) -> sqlite3.Connection:
    """Lock the file beside it that is there for this alone.

    SQLite's own lock on the database would have to be let go after each programme; on an
    empty file of its own it holds on every system, and as long as the process.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        held = sqlite3.connect(lock, isolation_level=None, timeout=0)
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise DatabaseBusyError(str(path)) from error
        raise DatabaseError(str(path), str(error)) from error
    return held
