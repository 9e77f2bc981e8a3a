import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bench.audit.contents import contents
from plancheck.audit.database import (
    DatabaseBusyError,
    DatabaseError,
    SqliteDatabase,
    UnwritableDatabaseError,
)
from plancheck.audit.edition import VERSION_TABLE, ForeignTablesError, SchemaError
from plancheck.audit.schema import TABLES
from plancheck.audit.views import VIEWS
from plancheck.intermunicipal.opening import open_audit
from tests.audit.conftest import Folder
from tests.programmes import SMALL

PAGE = Path(__file__).parents[2] / "docs" / "database.md"


def test_a_second_run_on_one_database_is_refused(tmp_path: Path) -> None:
    first = SqliteDatabase(tmp_path / "results.sqlite")

    with pytest.raises(DatabaseBusyError, match="Another audit is writing"):
        SqliteDatabase(tmp_path / "results.sqlite")

    first.close()
    SqliteDatabase(tmp_path / "results.sqlite").close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").write_text("a text, not a database" * 99, "utf-8")

    with pytest.raises(DatabaseError, match="not a database"):
        SqliteDatabase(tmp_path / "results.sqlite")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        SqliteDatabase(tmp_path / "nowhere" / "results.sqlite")


@pytest.mark.parametrize("edition", [0, 99], ids=["older", "newer"])
def test_tables_of_another_edition_are_refused_and_left_as_they_are(
    folder: Folder, edition: int
) -> None:
    folder.write("one.md")
    folder.audit()
    with closing(SqliteDatabase(folder.database)) as database:
        database.do(f"UPDATE {VERSION_TABLE} SET version = {edition}")  # noqa: S608 - ours
    before = contents(folder.database)
    (folder.programmes / "one.md").write_text(SMALL.replace("Upes", "Jūras"), "utf-8")

    with pytest.raises(SchemaError, match=f"of edition {edition}, .* writes edition 1"):
        folder.audit()
    with (
        pytest.raises(SchemaError, match=f"of edition {edition}"),
        open_audit(str(folder.database)),
    ):
        pass

    assert contents(folder.database) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE runs (jogger TEXT)",
        f"CREATE TABLE {VERSION_TABLE} (word TEXT)",
        f"CREATE TABLE {VERSION_TABLE} (version TEXT DEFAULT 'x')",
    ],
)
def test_tables_of_another_program_are_refused_and_left_as_they_are(
    folder: Folder, statement: str
) -> None:
    folder.write("one.md")
    folder.database.parent.mkdir()
    with closing(SqliteDatabase(folder.database)) as database:
        database.do(statement)
        name = statement.split()[2]
        database.do(f"INSERT INTO {name} DEFAULT VALUES")

    with pytest.raises(ForeignTablesError, match=f"a table {name} that no audit made"):
        folder.audit()

    with closing(SqliteDatabase(folder.database)) as database:
        assert database.rows("SELECT count(*) AS n FROM sqlite_master") == [{"n": 1}]


def test_a_full_disk_stops_the_run_and_what_was_judged_is_kept(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abcdefgh":
        folder.write(f"{name}.md")
    folder.audit(stop_after=99)
    kept = sqlite3.connect(folder.database)
    [(pages,)] = kept.execute("PRAGMA page_count")
    kept.close()
    folder.database.unlink()
    begin = SqliteDatabase.transaction

    def small(database: SqliteDatabase):  # type: ignore[no-untyped-def]  # noqa: ANN202
        database.rows(f"PRAGMA max_page_count = {pages - 10}")
        return begin(database)

    with monkeypatch.context() as patched:
        patched.setattr(SqliteDatabase, "transaction", small)
        with pytest.raises(UnwritableDatabaseError, match="full"):
            folder.audit()
    done = len(folder.seen)

    progress = folder.audit()

    assert 0 < done < 8
    assert progress.unchanged == done


def test_every_column_says_what_it_holds() -> None:
    assert [
        (table.name, column.name)
        for table in TABLES
        for column in table.columns
        if not column.about.endswith((".", "`."))
    ] == []


def test_the_page_of_the_database_names_every_table_view_and_column() -> None:
    page = PAGE.read_text("utf-8")

    lacking = [
        f"{table.name}.{column.name}"
        for table in TABLES
        for column in table.columns
        if f"`{column.name}`" not in page
    ]
    lacking += [view.name for view in VIEWS if f"`{view.name}`" not in page]
    lacking += [table.name for table in TABLES if f"### `{table.name}`" not in page]
    assert lacking == []


def test_the_questions_on_the_page_of_the_database_have_answers(folder: Folder) -> None:
    folder.write("one.md", SMALL.replace("| 12 400 | 12 500 |", "| | 12 500 |"))
    folder.audit()
    connection = sqlite3.connect(folder.database)

    questions = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    answers = [connection.execute(question).fetchall() for question in questions]

    assert len(answers) >= 4
    assert answers[0] == [("one.md", 2, answers[0][0][2])]
    assert any("Iedzīvotāju skaits" in row[2] for row in answers[1])
    connection.close()
