"""A database on a server: PostgreSQL through SQLAlchemy, which is an extra."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from plancheck.audit.columns import Table
from plancheck.audit.database import (
    DatabaseBusyError,
    DatabaseError,
    UnwritableDatabaseError,
    Values,
)
from plancheck.errors import MissingToolError

if TYPE_CHECKING:
    from sqlalchemy import Connection, TableClause

LOCK = 0x706C616E
"""The number of the lock that the writing run holds; "plan" in ASCII."""

ROWS_AT_ONCE = 500
"""A statement may have 65,535 values, and no table has a hundred columns."""


class ServerDatabase:
    """A database that a URL of SQLAlchemy names, such as `postgresql+pg8000://…`.

    Whoever has it holds a lock of the session, which ends with the connection.
    """

    def __init__(self, url: str, *, is_reading: bool = False) -> None:
        """Connect.

        Args:
            url: Where it is.
            is_reading: Only ask, while another run may write.

        Raises:
            DatabaseBusyError: Another run holds it.
            DatabaseError: It cannot be reached, or is of a kind that cannot be used.
            MissingToolError: SQLAlchemy is not installed.
        """
        self.name = without_password(url)
        self._connection = self._connect(url)
        self._is_within = False
        if is_reading:
            return
        [lock] = self.rows(f"SELECT pg_try_advisory_lock({LOCK}) AS is_held")
        if not lock["is_held"]:
            self.close()
            raise DatabaseBusyError(self.name)

    def _connect(self, url: str) -> "Connection":
        try:
            import sqlalchemy  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise MissingToolError(
                "SQLAlchemy", "install it with: pip install plancheck[audit]"
            ) from error
        try:
            engine = sqlalchemy.create_engine(url)
            if engine.dialect.name != "postgresql":
                kind = engine.dialect.name
                raise DatabaseError(
                    self.name, f"{kind} is neither SQLite nor PostgreSQL"
                )
            return engine.connect()
        except (sqlalchemy.exc.SQLAlchemyError, ImportError) as error:
            raise DatabaseError(self.name, _detail(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within is kept together, or not at all."""
        self._is_within = True
        try:
            yield
            with self._telling():
                self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._is_within = False

    def do(self, statement: str, values: Values | None = None) -> None:
        """Run a statement."""
        from sqlalchemy import text  # noqa: PLC0415 - an extra

        with self._telling():
            self._connection.execute(text(statement), dict(values or {}))
            self._end()

    def add(self, table: Table, records: Sequence[Values]) -> None:
        """Add records to a table, many by one statement: each is a way to the server."""
        target = _target(table)
        with self._telling():
            for start in range(0, len(records), ROWS_AT_ONCE):
                some = [
                    {name: record[name] for name in table.names}
                    for record in records[start : start + ROWS_AT_ONCE]
                ]
                self._connection.execute(target.insert().values(some))
            self._end()

    def rows(self, question: str, values: Values | None = None) -> list[dict[str, Any]]:
        """The rows that answer a question."""
        from sqlalchemy import text  # noqa: PLC0415 - an extra

        with self._telling():
            answer = self._connection.execute(text(question), dict(values or {}))
            found = [
                {str(name): value for name, value in row.items()}
                for row in answer.mappings()
            ]
            self._end()
        return found

    def each(self, question: str) -> Iterator[Sequence[Any]]:
        """The rows that answer a question one by one, however many they are."""
        from sqlalchemy import text  # noqa: PLC0415 - an extra

        streaming = {"yield_per": ROWS_AT_ONCE}
        answer = self._connection.execute(text(question), execution_options=streaming)
        yield from map(tuple, answer)
        self._end()

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""
        from sqlalchemy import inspect  # noqa: PLC0415 - an extra

        answer = inspect(self._connection).has_table(name)
        self._end()
        return answer

    def close(self) -> None:
        """Let go of it, and of the right to write."""
        self._connection.close()
        self._connection.engine.dispose()

    def _end(self) -> None:
        """Outside of a transaction each statement is one, which SQLAlchemy began."""
        if not self._is_within:
            self._connection.commit()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 - an extra

        try:
            yield
        except SQLAlchemyError as error:
            raise UnwritableDatabaseError(self.name, _detail(error)) from error


def without_password(url: str) -> str:
    """A URL as it may be shown and kept."""
    head, at, tail = url.rpartition("@")
    scheme, slashes, user = head.partition("://")
    return f"{scheme}{slashes}{user.partition(':')[0]}{at}{tail}" if at else url


def _target(table: Table) -> "TableClause":
    import sqlalchemy  # noqa: PLC0415 - an extra

    return sqlalchemy.table(table.name, *map(sqlalchemy.column, table.names))


def _detail(error: Exception) -> str:
    """What went wrong, in one line; SQLAlchemy adds the statement with all its values."""
    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    return lines[0] if lines else type(error).__name__
