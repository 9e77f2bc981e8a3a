"""What a database holds, told so that two databases can be compared."""

import sqlite3
from pathlib import Path

from plancheck.audit.columns import Table
from plancheck.audit.schema import CHECKS, OF_A_CHECK, RULES, RUNS

Contents = dict[str, list[tuple[object, ...]]]


def contents(database: Path) -> Contents:
    """All rows of the newest run by table, without what differs from run to run.

    Programmes are told apart by their paths: their numbers follow the order in which
    they were met.
    """
    connection = sqlite3.connect(database)
    try:
        found = {"checks": _rows(connection, CHECKS, "c")}
        for table in OF_A_CHECK:
            found[table.name] = _rows(connection, table, "t")
        for table in (RUNS, RULES):
            columns = ", ".join(_steady(table, table.name))
            question = f"SELECT {columns} FROM {table.name} ORDER BY {columns}"  # noqa: S608 - ours
            found[table.name] = connection.execute(question).fetchall()
    finally:
        connection.close()
    return found


def _rows(
    connection: sqlite3.Connection, table: Table, alias: str
) -> list[tuple[object, ...]]:
    columns = ", ".join(("p.path", *_steady(table, alias)))
    join = "" if alias == "c" else f"JOIN {table.name} AS t ON t.check_id = c.id"
    question = (
        f"SELECT {columns} FROM run_programmes AS r "  # noqa: S608 - our own names
        "JOIN programmes AS p ON p.id = r.programme_id "
        f"JOIN checks AS c ON c.id = r.check_id {join} "
        f"WHERE r.run_id = (SELECT max(id) FROM runs) ORDER BY {columns}"
    )
    return connection.execute(question).fetchall()


def _steady(table: Table, alias: str) -> list[str]:
    return [f'{alias}."{each.name}"' for each in table.columns if not each.varies]
