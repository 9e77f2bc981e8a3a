"""The tables of an audit in its database: made once, refused where they are not ours."""

from collections.abc import Callable
from typing import Any

from plancheck.audit.database import Database
from plancheck.audit.schema import INDEXES, TABLES, VERSION
from plancheck.audit.views import VIEWS
from plancheck.errors import PlancheckError

VERSION_TABLE = "plancheck_schema"
"""The table of one row that says which edition the others are of."""


class SchemaError(PlancheckError):
    """The tables in a database are those of another edition of plancheck."""

    def __init__(self, name: str, found: int) -> None:
        super().__init__(
            "The tables in {name} are of edition {found}, and this plancheck writes "
            "edition {known}. Name another folder with --out, or use the plancheck that "
            "wrote them.",
            name=name,
            found=found,
            known=VERSION,
        )


class ForeignTablesError(PlancheckError):
    """A database has tables that are named like ours and are not."""

    def __init__(self, name: str, table: str) -> None:
        super().__init__(
            "The database {name} has a table {table} that no audit made. Name another "
            "folder with --out, or another database with --database.",
            name=name,
            table=table,
        )


def make_tables(database: Database) -> None:
    """Make all tables, indexes and views in a database that has none of them.

    Raises:
        ForeignTablesError: It has a table of another program by one of their names.
    """
    for table in TABLES:
        if database.has_table(table.name):
            raise ForeignTablesError(database.name, table.name)
    with database.transaction():
        for table in TABLES:
            database.do(table.create)
        for index in INDEXES:
            database.do(index)
        for view in VIEWS:
            database.do(view.create)
        database.do(f"CREATE TABLE {VERSION_TABLE} (version BIGINT)")
        database.do(f"INSERT INTO {VERSION_TABLE} VALUES ({VERSION})")  # noqa: S608 - ours


def require_edition(ask: Callable[[str], list[dict[str, Any]]], name: str) -> None:
    """Refuse tables that are not those of this edition.

    Args:
        ask: Gives the rows that answer a question.
        name: The database, for errors.

    Raises:
        SchemaError: They are of another edition.
        ForeignTablesError: No audit made the table that says the edition.
    """
    try:
        rows = ask(f"SELECT * FROM {VERSION_TABLE}")  # noqa: S608 - ours
        [found] = [int(row["version"]) for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise ForeignTablesError(name, VERSION_TABLE) from error
    if found != VERSION:
        raise SchemaError(name, found)
